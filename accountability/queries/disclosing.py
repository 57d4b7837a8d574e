"""What may be shown of figures that an organisation handed in: small counts, and what would give them away, are held back.

Publishers have done so for theirs before they publish, so that those are shown as they were published.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from django.core.cache import cache

from accountability.statistics.observations import Point, State, Unit, blank_point, point_from_counts
from hileads.disclosure import Cell, Sum
from hileads.disclosure.figures import Shown
from hileads.disclosure.release import Release, shown_of
from hileads.disclosure.rules import OURS, RULES, Rule

A_WEEK = 7 * 24 * 60 * 60
COUNTED, OUT_OF, NOT_COUNTED = "counted", "out of", "not counted"
EVERYONE, IN_NO_GROUP = "everyone", "in no group"
HELD_BACK = (
    "We hold this figure back: it is of few people, or a figure of few people could be worked out from it."
)


def rule_of(name: str) -> Rule:
    """Return by which rule a measure's own figures are shown: the portal's own where its data set asks for none."""
    rule = RULES[name]
    return rule if rule.most >= rule.least else OURS


def safe_points(points: Sequence[Point], rule: Rule, unit: Unit = Unit.PERCENT) -> list[Point]:
    """Return the points of one period as they may be shown: every group's, and everyone's, looked at together.

    Whoever reads them can subtract: of a percentage the people without the event are a count too, and so is whoever is
    in no group. Points without counts stay as they are.
    """
    counted = {point.group or EVERYONE: point for point in points if _has_counts(point)}
    release = _release(counted, rule, unit)
    if not release.small() and rule.step == 1:
        return list(points)
    shown = _shown(release)
    return [_safe(point, shown, unit) if _has_counts(point) else point for point in points]


def _has_counts(point: Point) -> bool:
    return point.numerator is not None and bool(point.denominator)


def _release(points: Mapping[str, Point], rule: Rule, unit: Unit) -> Release:
    figures: dict[Cell, int] = {}
    sums: list[Sum] = []
    for key, point in points.items():
        counted, people = int(point.numerator or 0), int(point.denominator or 0)
        figures |= {(key, COUNTED): counted, (key, OUT_OF): people}
        if unit is Unit.PERCENT:
            figures[key, NOT_COUNTED] = people - counted
            sums.append(Sum((key, OUT_OF), ((key, COUNTED), (key, NOT_COUNTED))))
    groups = [key for key in points if key != EVERYONE]
    columns = {column for _, column in figures} if groups and EVERYONE in points else ()
    for column in sorted(columns):
        rest = figures[EVERYONE, column] - sum(figures[key, column] for key in groups)
        if rest >= 0:
            figures[IN_NO_GROUP, column] = rest
            sums.append(Sum((EVERYONE, column), (*((key, column) for key in groups), (IN_NO_GROUP, column))))
    untold = {cell for cell in figures if cell[1] == NOT_COUNTED or cell[0] == IN_NO_GROUP}
    return Release(figures, rule, sums, untold=untold)


def _shown(release: Release) -> dict[Cell, Shown]:
    """Return what may be shown of these counts. To find it takes a while, so that only the answer is kept."""
    content = repr((release.rule, sorted(release.counts.items())))
    key = f"disclosure:{sha256(content.encode()).hexdigest()}"
    found: dict[Cell, Shown] | None = cache.get(key)
    if found is None:
        found = shown_of(release)
        cache.set(key, found, A_WEEK)
    return found


def _safe(point: Point, shown: Mapping[Cell, Shown], unit: Unit) -> Point:
    key = point.group or EVERYONE
    counted, people = shown[key, COUNTED].number, shown[key, OUT_OF].number
    if counted is None or not people:
        return blank_point(point.period, State.SUPPRESSED, group=point.group, reason=HELD_BACK)
    return point_from_counts(point.period, counted, people, unit, group=point.group)
