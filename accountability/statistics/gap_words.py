"""A gap in words: who, how large, which way round, and what became of it."""

from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import (
    confidence_label,
    decimals_for,
    during,
    figure,
    interval,
    number,
    step,
    times,
)
from accountability.statistics.observations import Direction, Unit
from accountability.statistics.phrases import (
    WHY_BLANK,
    between,
    caveat,
    holes_notes,
    opening,
    statement,
)
from accountability.statistics.proportions import PER_CENT
from accountability.statistics.results import Basis, Change, GapAt, GapFinding, Hole, Movement

ALMOST_THE_SAME = 0.05
BETTER = {Direction.HIGHER_IS_BETTER: "Higher is better", Direction.LOWER_IS_BETTER: "Lower is better"}
SIZES = ("smaller", "larger")


def gap_sentences(finding: GapFinding) -> list[str]:
    """At most four sentences, in the order in which they would be read to a board."""
    latest = finding.latest
    if finding.blocked is not None:
        last = [_size(finding, latest)] if latest else []
        return [*_blocked(finding, finding.blocked), *last]
    if latest is None:
        return [f"We hold no figures by group {finding.measure.place or 'here'}: ask your team for them."]
    history = _proportion(finding, latest)
    if finding.change is not None:
        history = _since(finding, finding.gaps[0], latest, finding.change)
    periods = [gap.period for gap in finding.gaps]
    warning = caveat(periods, has_interval=latest.absolute.interval is not None)
    return [text for text in (_size(finding, latest), _which_way(finding, latest), history, warning) if text]


def gap_notes(finding: GapFinding) -> list[str]:
    """What a careful reader should know about the groups and periods, one sentence each."""
    notes = [_choice(finding, finding.latest)] if finding.latest else []
    notes += holes_notes(finding.holes, unless=None if finding.latest else finding.blocked)
    notes += [f"For {_name(hole)} {WHY_BLANK[hole.state]}." for hole in finding.left_out]
    if finding.unknown_share is not None:
        share = figure(PER_CENT * finding.unknown_share, Unit.PERCENT)
        notes.append(f"The group is not known for {share} of people, who are shown but not compared.")
    return [note for note in notes if note]


def _size(finding: GapFinding, gap: GapAt) -> str:
    measure, unit = finding.measure, finding.measure.unit
    size = gap.absolute if gap.absolute.value >= 0 else gap.absolute.turned()
    decimals = decimals_for(size)
    values = (gap.first.estimate.value, gap.second.estimate.value)
    first = f"{statement(measure, values[0], decimals)} in {gap.first_group.name}"
    second = f"{figure(values[1], unit, decimals)} in {gap.second_group.name}"
    groups = f"{opening(measure, gap.period)}, {first}, against {second}"
    remarks = [] if _adds_up(values, size, decimals) else ["worked out before rounding"]
    if size.interval is not None:
        remarks.append(f"{confidence_label(finding.confidence)} {interval(size, decimals)}")
    brackets = f" ({'; '.join(remarks)})" if remarks else ""
    if size.value == 0:
        return f"{groups}: no gap{brackets}."
    chance = ", which could be chance" if size.excludes(0) is False else ""
    return f"{groups}: a gap of {step(size.value, unit, decimals, long=True)}{brackets}{chance}."


def _adds_up(values: tuple[float, float], size: Estimate, decimals: int) -> bool:
    shown = round(abs(round(values[0], decimals) - round(values[1], decimals)), decimals)
    return number(shown, decimals) == number(size.value, decimals)


def _which_way(finding: GapFinding, gap: GapAt) -> str:
    better = BETTER.get(finding.measure.direction)
    if better is None or gap.absolute.value == 0 or gap.absolute.excludes(0) is False:
        return ""
    first_is_worse = (gap.absolute.value > 0) == (finding.measure.direction is Direction.LOWER_IS_BETTER)
    worse, best = (gap.first_group, gap.second_group)[:: 1 if first_is_worse else -1]
    if finding.basis is Basis.ENDS_OF_ORDER and not first_is_worse:
        return f"{better}, so this gap lies the other way round: {best.name} is better off than {worse.name}."
    return f"{better}, so {worse.name} is worse off."


def _proportion(finding: GapFinding, gap: GapAt) -> str:
    ratio = gap.relative
    if ratio.ratio is None or ratio.interval is None:
        return ""
    limits = Estimate(ratio.ratio, *ratio.interval)
    decimals = decimals_for(limits, coarsest=2, nothing=1.0)
    return (
        f"The figure in {gap.first_group.name} is {times(ratio.ratio, decimals)} that in "
        f"{gap.second_group.name} ({confidence_label(finding.confidence)} {interval(limits, decimals)})."
    )


def _since(finding: GapFinding, first: GapAt, latest: GapAt, change: Change) -> str:
    unit, label = finding.measure.unit, confidence_label(finding.confidence)
    decimals = decimals_for(change.step, coarsest=decimals_for(latest.absolute))
    crossed = first.absolute.value * latest.absolute.value < 0
    then = step(abs(first.absolute.value), unit, decimals)
    was = f"The gap was {then}{' the other way round' if crossed else ''} {during(first.period)}"
    if change.movement is Movement.REVERSED:
        return f"{was}, so it has changed sides."
    if change.step.interval is None:
        return f"{was}, so {_plain_step(change, unit, decimals)}."
    if change.movement is Movement.NOT_CLEAR:
        low, high = (step(abs(limit), unit, decimals) for limit in change.step.interval)
        return (
            f"{was}; since then it may have become anything from {low} smaller to {high} larger "
            f"({label}), so there is no clear change."
        )
    reach = f"{SIZES[change.step.value > 0]} by between {between(change.step, unit, decimals)} ({label})"
    return f"{was}, so it is now {reach}{'' if crossed else _in_proportion(first, latest, change)}."


def _plain_step(change: Change, unit: Unit, decimals: int) -> str:
    if change.step.value == 0:
        return "it is the same"
    return f"it is now {step(abs(change.step.value), unit, decimals)} {SIZES[change.step.value > 0]}"


def _in_proportion(first: GapAt, latest: GapAt, change: Change) -> str:
    then, now = first.relative.ratio, latest.relative.ratio
    if change.times is None or change.times.ratio is None or then is None or now is None:
        return ""
    if change.times_movement is change.movement:
        words = f"and {SIZES[change.movement is Movement.UP]} in proportion too"
    elif change.times_movement is not Movement.NOT_CLEAR:
        words = f"but {SIZES[change.times_movement is Movement.UP]} in proportion"
    elif abs(change.times.ratio - 1) < ALMOST_THE_SAME:
        words = "but almost unchanged in proportion"
    else:
        words = "but with no clear change in proportion"
    decimals = 2 if times(then) != times(now) else 3
    return f", {words} ({times(then, decimals)} then, {times(now, decimals)} now)"


def _choice(finding: GapFinding, gap: GapAt) -> str:
    if finding.basis is Basis.FURTHEST_APART:
        return "These two groups are compared because they are the furthest apart."
    if finding.basis is Basis.REFERENCE:
        far, reference = gap.first_group.name, gap.second_group.name
        return f"Groups are compared with {reference}, and {far} is the furthest from it."
    return ""


def _blocked(finding: GapFinding, hole: Hole) -> list[str]:
    place = opening(finding.measure, hole.period)
    sentence = f"{place}, no gap can be given: for {_name(hole)} {WHY_BLANK[hole.state]}."
    return [sentence, hole.reason] if hole.reason else [sentence]


def _name(hole: Hole) -> str:
    return hole.group.name if hole.group else "the whole population"
