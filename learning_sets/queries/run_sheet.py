"""How an action learning session runs: eight steps, with times for the length that was planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from learning_sets.models import Session

WHOLE_STEPS_FROM = 80
"""From this length on, steps begin at full five minutes; a shorter session counts single minutes."""


@dataclass(frozen=True)
class Step:
    """A step of the session: what it is called, its share of the time, and what people do."""

    title: str
    share: int
    what: str


@dataclass(frozen=True)
class TimedStep:
    """A step with the time it begins and the minutes it lasts."""

    step: Step
    starts_at: datetime
    minutes: int


STEPS = (
    Step(
        "Arrive",
        5,
        "Say in a sentence how you are. Agree who keeps the time. What is said here stays here.",
    ),
    Step(
        "What we said we would do",
        15,
        "Two minutes each: what you tried and what happened. Done, changed my mind and stuck are equally good answers.",
    ),
    Step(
        "Whose question today?",
        10,
        "Whoever would like the time says in a sentence what they cannot solve. Choose together. Nobody has to.",
    ),
    Step(
        "The question",
        15,
        "The presenter tells it as it is: what they tried, what is in their hands, what they hope for. The others listen.",
    ),
    Step(
        "Open questions",
        35,
        "Ask what you do not know the answer to. No advice, no stories of your own. One at a time, and silence is fine.",
    ),
    Step(
        "What the presenter heard",
        10,
        "Only the presenter speaks: what looks different now, and which question stays with them.",
    ),
    Step(
        "What each of us takes away",
        15,
        "Everyone names one thing to do before the next session, and writes it down here afterwards, for their eyes only.",
    ),
    Step(
        "Close",
        5,
        "How did we work together? Name one thing to keep and one to change. End on time.",
    ),
)


def run_sheet(session: Session) -> list[TimedStep]:
    """Return the steps of a session, from its first minute to its last."""
    whole = sum(step.share for step in STEPS)
    unit = 5 if session.minutes >= WHOLE_STEPS_FROM else 1
    bounds, passed = [0], 0
    for step in STEPS[:-1]:
        passed += step.share
        bounds.append(round(session.minutes * passed / whole / unit) * unit)
    bounds.append(session.minutes)
    return [
        TimedStep(step, session.starts_at + timedelta(minutes=begin), end - begin)
        for step, begin, end in zip(STEPS, bounds[:-1], bounds[1:], strict=True)
    ]
