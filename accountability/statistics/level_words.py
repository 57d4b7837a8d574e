"""One figure in words: how high, and what became of it."""

from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import confidence_label, decimals_for, during, figure, interval, step
from accountability.statistics.observations import Direction, MeasureFacts, Point, State
from accountability.statistics.phrases import WHY_BLANK, between, caveat, holes_notes, opening, statement
from accountability.statistics.results import Change, FindingKind, Hole, LevelFinding, Movement

VERBS = ("fallen", "risen")
COMPARED = ("lower", "higher")
BETTER = {Direction.HIGHER_IS_BETTER: Movement.UP, Direction.LOWER_IS_BETTER: Movement.DOWN}


def level_sentences(finding: LevelFinding) -> list[str]:
    """At most four sentences, in the order in which they would be read to a board."""
    latest = finding.latest
    if finding.blocked is not None:
        last = [_level(finding, latest)] if latest else []
        return [*_blocked(finding.measure, finding.blocked), *last]
    if latest is None:
        return [f"We hold no figure {finding.measure.place or 'here'}: ask your team for it."]
    sentences = [_level(finding, latest)]
    if finding.change is not None:
        sentences += [_since(finding, finding.points[0], finding.change), _which_way(finding, finding.change)]
    periods = [point.period for point in finding.points]
    sentences.append(caveat(periods, has_interval=latest.estimate.interval is not None))
    return [sentence for sentence in sentences if sentence]


def level_notes(finding: LevelFinding) -> list[str]:
    """Which periods have no figure, and why, one sentence for each reason."""
    return holes_notes(finding.holes, unless=None if finding.latest else finding.blocked)


def _level(finding: LevelFinding, point: Point) -> str:
    estimate = point.estimate
    decimals = decimals_for(estimate)
    limits = ""
    if estimate.interval is not None:
        limits = f" ({confidence_label(finding.confidence)} {interval(estimate, decimals)})"
    words = statement(finding.measure, estimate.value, decimals)
    return f"{opening(finding.measure, point.period)}, {words}{limits}."


def _since(finding: LevelFinding, first: Point, change: Change) -> str:
    unit, label = finding.measure.unit, confidence_label(finding.confidence)
    decimals = decimals_for(change.step, coarsest=decimals_for(first.estimate))
    was = f"It was {figure(first.estimate.value, unit, decimals)} {during(first.period)}"
    if change.step.interval is None:
        return f"{was}, so {_plain_step(finding, change.step, decimals)}."
    if change.movement is Movement.NOT_CLEAR:
        low, high = (step(abs(limit), unit, decimals) for limit in change.step.interval)
        return (
            f"{was}; since then it may have moved anywhere from {low} lower to {high} higher "
            f"({label}), so there is no clear change."
        )
    verb = VERBS[change.movement is Movement.UP]
    return f"{was}, so it has {verb} by between {between(change.step, unit, decimals, long=True)} ({label})."


def _plain_step(finding: LevelFinding, change: Estimate, decimals: int) -> str:
    if change.value == 0:
        return "it is the same"
    size = step(abs(change.value), finding.measure.unit, decimals, long=True)
    return f"it is now {size} {COMPARED[change.value > 0]}"


def _which_way(finding: LevelFinding, change: Change) -> str:
    better = BETTER.get(finding.measure.direction)
    if better is None or change.movement is Movement.NOT_CLEAR:
        return ""
    said = f"{COMPARED[better is Movement.UP].capitalize()} is better"
    if finding.kind in {FindingKind.IMPROVING, FindingKind.WORSENING}:
        return f"{said}, so this is {'an improvement' if change.movement is better else 'a worsening'}."
    return f"{said}, so this is in the {'right' if change.movement is better else 'wrong'} direction."


def _blocked(measure: MeasureFacts, hole: Hole) -> list[str]:
    if hole.state is State.NOT_APPLICABLE:
        sentence = f"{measure.title}: this measure does not apply {measure.place or 'here'}."
    else:
        sentence = f"{opening(measure, hole.period)}, {WHY_BLANK[hole.state]}."
    return [sentence, hole.reason] if hole.reason else [sentence]
