"""A year of the portal's messages, passed from one due moment to the next: nobody sleeps, the clock is set.

Trusts have people in four posts, actions and reports; some of the people meet in learning sets, whose sessions are
planned, moved and cancelled; some actions are done in time, some late. Everything happens by the product's own actions,
and every message goes through the ledger to a way out that notes when it left.
"""

import heapq
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Self

from django.db.models import Min

from accountability.actions.plan import close_action
from accountability.models import Action, ActionState
from hileads.clock import UK, at, today
from hileads.leads.models import Role, User
from hileads.notifications.actions import note_seen, post_digests, post_reminders, sweep, sweep_messages
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.queries import open_periods, reminder_moments
from hileads.once import reading_once
from hileads.sending_hours import may_leave, next_chance, opening
from hileads.work import lines_for_each
from hileads.working_days import first_working_day_from
from learning_sets.actions import (
    add_member,
    answer_session,
    begin_set,
    cancel_session,
    change_session,
    plan_session,
    record_commitment,
)
from learning_sets.models import Answer, LearningSet, Session
from tests.factories.boardroom import action_of
from tests.factories.organisations import IcbFactory, OrganisationFactory, RegionFactory, place
from tests.factories.people import appointed

WEEKS = 52
BEGIN = datetime(2027, 1, 4, 7, 0, tzinfo=UK)
POSTS = (Role.EXECUTIVE_LEAD, Role.DEPUTY, Role.BOARD_SECRETARY, Role.TEAM_MEMBER)
FATES = ("moved", "cancelled today", "held", "cancelled")
"""What becomes of the sessions of a set, one after the other."""


@dataclass(frozen=True)
class Left:
    """A message that left: when, to whom, and what it was."""

    at: datetime
    person: int | None
    stream: str
    kind: str
    at_once: bool


@dataclass
class Noted:
    """A way out that notes what leaves through it."""

    year: "Year"
    per_minute = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing stays open."""

    def send(self, message: Message) -> str:
        self.year.left.append(
            Left(self.year.moment, message.recipient_id, message.stream, message.kind, message.at_once)
        )
        return str(message.public_id)

    def find(self, message: Message) -> None:
        """Nobody can be asked."""


@dataclass
class Year:
    """What happens, in order of time, and what left."""

    chance: random.Random
    moment: datetime = BEGIN
    left: list[Left] = field(default_factory=list)
    steps: int = 0
    _reminding: list[datetime] = field(default_factory=list)
    _known_until: datetime = BEGIN
    _events: list[tuple[datetime, int, Callable[[], object]]] = field(default_factory=list)

    def on(self, moment: datetime, happens: Callable[[], object]) -> None:
        """Let something happen at a moment that is still to come."""
        heapq.heappush(self._events, (moment, len(self._events) + self.steps * 10**6, happens))

    def pass_until(self, end: datetime) -> None:
        """Step from one due moment to the next until the end."""
        while (following := self._next(end)) < end:
            self.moment = following
            self.steps += 1
            with at(following), reading_once():
                if self._happen():
                    self._known_until = following
                    post_reminders(by=User.objects.system())
                elif following in self._reminding:
                    post_reminders(by=User.objects.system())
                if following == opening(following.astimezone(UK).date()):
                    post_digests(by=User.objects.system(), periods=open_periods(following))
                self._send()

    def _happen(self) -> bool:
        """Let happen what is arranged for this moment, and say whether anything was."""
        happened = False
        while self._events and self._events[0][0] <= self.moment:
            heapq.heappop(self._events)[2]()
            happened = True
        return happened

    def _send(self) -> None:
        while sweep_messages(by=User.objects.system()):
            pass

    def _next(self, end: datetime) -> datetime:
        after = self.moment
        tomorrow = first_working_day_from(after.astimezone(UK).date() + timedelta(days=1))
        waiting = Message.objects.filter(state=State.DUE).exclude(due_at__lte=after)
        due = waiting.aggregate(first=Min("due_at"))["first"]
        held = Message.objects.filter(state=State.DUE, due_at__lte=after).exists()
        moments = [end, opening(tomorrow), *self._reminders_between(after, min(opening(tomorrow), end))]
        moments += [due] if due else []
        moments += [next_chance(after)] if held and next_chance(after) > after else []
        moments += [max(self._events[0][0], after + timedelta(seconds=1))] if self._events else []
        return min(moments)

    def _reminders_between(self, after: datetime, last: datetime) -> list[datetime]:
        """Return when reminders go. It is asked anew after anything has happened, and for each day."""
        if self._known_until < last:
            self._reminding = sorted(reminder_moments(after, last))
            self._known_until = last
        return [moment for moment in self._reminding if moment > after]


@contextmanager
def a_year(people: int, chance: int = 2027) -> Iterator[Year]:
    """Yield a year with so many people, in which everything that happens is already arranged."""
    year = Year(random.Random(chance))
    way_out = sweep.transport
    sweep.transport = lambda: Noted(year)  # type: ignore[assignment, return-value]
    try:
        with at(BEGIN):
            _settle(year, people)
        yield year
    finally:
        sweep.transport = way_out


def _settle(year: Year, people: int) -> None:
    """Bring trusts, people, actions and learning sets together, and arrange what will happen to them."""
    region = RegionFactory()
    icb = IcbFactory()
    facilitator = appointed("Fay Facilitator", Role.FACILITATOR, None)
    leads: list[User] = []
    readers: list[User] = []
    for number in range(people // len(POSTS)):
        trust = OrganisationFactory()
        place(trust, icb=icb, region=region)
        staff = [appointed(f"{role.value} {number}", role, trust) for role in POSTS]
        leads.append(staff[0])
        readers += staff[:2]
        for _ in range(2):
            due = BEGIN.date() + timedelta(days=year.chance.randrange(20, 340))
            _arrange_action(year, action_of(staff[0], trust, due_date=due))
    for week in range(WEEKS):
        year.on(BEGIN + timedelta(weeks=week, days=4, hours=5), lambda: _look(readers))
    for number, start in enumerate(range(0, len(leads) // 2, 7)):
        learning_set = begin_set(by=facilitator, name=f"Set {number}", purpose="To learn from each other.")
        members = leads[start : start + 7]
        for member in members:
            add_member(by=facilitator, learning_set=learning_set, person=member)
        for turn, days in enumerate(range(40, 330, 30)):
            _arrange_session(year, facilitator, learning_set, members, days, FATES[turn % len(FATES)])


def _look(readers: list[User]) -> None:
    """Half of the people look at "This week" on a Friday, so that the next digest has only what is new."""
    lines = lines_for_each(readers, today())
    for person in readers:
        note_seen(by=person, lines=lines[person.pk])


def _arrange_action(year: Year, action: Action) -> None:
    """Some are done before they are due, some weeks after, some never."""
    days = year.chance.choice([-10, -3, 4, 30, None])
    if days is not None:
        year.on(
            _office(action.due_date + timedelta(days=days), 11),
            lambda: close_action(by=action.owner, action=action, state=ActionState.DONE),
        )


def _arrange_session(
    year: Year, facilitator: User, learning_set: LearningSet, members: list[User], days: int, fate: str
) -> None:
    """A session is planned a month ahead, at times outside of hours; some are moved, some cancelled before offices open."""
    chance = year.chance
    day = first_working_day_from(BEGIN.date() + timedelta(days=days + chance.randrange(20)))
    hour = 8 if fate == "cancelled today" else chance.choice([8, 10, 14])
    starts_at = datetime.combine(day, time(hour, 30), tzinfo=UK)

    def plan() -> None:
        session = plan_session(
            by=facilitator,
            learning_set=learning_set,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            place="Online",
        )
        for member in members[:-2]:
            answer = chance.choice([Answer.ACCEPTED, Answer.ACCEPTED, Answer.DECLINED])
            year.on(
                year.moment + timedelta(days=chance.randrange(1, 20)),
                lambda member=member, answer=answer: answer_session(
                    by=member, session=session, answer=answer
                ),
            )
        _arrange_fate(year, facilitator, session, members, fate)

    year.on(starts_at - timedelta(days=28, hours=chance.choice([0, 5, 14])), plan)


def _arrange_fate(year: Year, facilitator: User, session: Session, members: list[User], fate: str) -> None:
    def move(place: str) -> None:
        change_session(
            by=facilitator, session=session, starts_at=session.starts_at, ends_at=session.ends_at, place=place
        )

    if fate == "moved":
        when = session.starts_at - timedelta(days=5)
        year.on(when, lambda: move("The library"))
        year.on(when + timedelta(minutes=4), lambda: move("Room 2"))
    elif fate.startswith("cancelled"):
        before = timedelta(hours=1) if "today" in fate else timedelta(days=3)
        year.on(session.starts_at - before, lambda: cancel_session(by=facilitator, session=session))
    else:
        due = session.local_date + timedelta(days=30)
        for member in members[:3]:
            year.on(
                session.ends_at,
                lambda member=member: record_commitment(
                    by=member, session=session, text="I will ask.", due_date=due
                ),
            )


def _office(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UK)


def week_after(weeks: int) -> datetime:
    """Return the moment so many weeks after the year began."""
    return BEGIN + timedelta(weeks=weeks)


def outside_hours(left: list[Left]) -> list[Left]:
    """Return what left outside the hours though it is neither about security nor told at once because it must be."""
    return [
        one
        for one in left
        if not may_leave(one.at)
        and one.stream != Stream.SECURITY
        and not (one.kind == "session-cancelled" and one.at_once)
    ]


def not_settled() -> int:
    """Return how many messages came to no good end."""
    return Message.objects.filter(state__in=[State.DUE, State.SENDING, State.FAILED]).count()


def more_than_one_a_week(left: list[Left]) -> list[tuple[int | None, str, int]]:
    """Return who got more than one mail in a week that was neither security, obligation nor session."""
    counted: dict[tuple[int | None, str], int] = {}
    for one in left:
        if one.stream not in (Stream.SECURITY, Stream.OBLIGATIONS, Stream.SESSIONS):
            year, week, _ = one.at.astimezone(UK).isocalendar()
            key = (one.person, f"{year}-W{week:02d}")
            counted[key] = counted.get(key, 0) + 1
    return [(person, week, count) for (person, week), count in counted.items() if count > 1]
