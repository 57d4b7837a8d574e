"""What may be shown of figures that an organisation handed in: small counts, and what would give them away, are held back.

Publishers have done so for theirs before they publish, so that those are shown as they were published.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from accountability.statistics.observations import (
    Point,
    State,
    Unit,
    blank_point,
    point_from_counts,
    published_point,
)
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


@dataclass(frozen=True)
class Stand:
    """The points of one period as they stood for a while: every group's, and everyone's.

    Published ones were shown as they were; of those that an organisation handed in, what its rule allows.
    """

    points: Sequence[Point]
    is_published: bool = False


@dataclass(frozen=True)
class _Table:
    """The counts behind a stand, how they add up, and which of them stand on no page."""

    counts: Mapping[Cell, int]
    sums: Sequence[Sum]

    @property
    def untold(self) -> set[Cell]:
        return {cell for cell in self.counts if cell[1] == NOT_COUNTED or cell[0] == IN_NO_GROUP}


def rule_of(name: str) -> Rule:
    """Return by which rule a measure's own figures are shown: the portal's own where its data set asks for none."""
    rule = RULES[name]
    return rule if rule.most >= rule.least else OURS


def safe_points(stands: Sequence[Stand], rule: Rule, unit: Unit = Unit.PERCENT) -> list[Point]:
    """Return the points of the last stand as they may be shown, to readers who saw what was shown of those before.

    Whoever reads them can subtract: of a percentage the people without the event are a count too, and so is whoever is
    in no group. Points without counts stay as they are.
    """
    tables = [_table(stand.points, unit) for stand in stands]
    points = list(stands[-1].points)
    if rule.step == 1 and not any(rule.hides(count) for table in tables for count in table.counts.values()):
        return points
    told: list[Mapping[Cell, Shown]] = []
    for number, stand in enumerate(stands):
        told.append(_told(stand, tables[: number + 1], told, rule))
    return [_safe(point, told[-1], unit) if _counts_of(point, unit) else point for point in points]


def _counts_of(point: Point, unit: Unit) -> dict[str, int]:
    """Return the counts of people behind a point, by what they are; none where it has none."""
    if unit is Unit.COUNT and point.value is not None and point.value.is_integer():
        return {COUNTED: int(point.value)}
    if point.numerator is None or not point.denominator:
        return {}
    counted, people = int(point.numerator), int(point.denominator)
    rest = {NOT_COUNTED: people - counted} if unit is Unit.PERCENT else {}
    return {COUNTED: counted, OUT_OF: people} | rest


def _table(points: Sequence[Point], unit: Unit) -> _Table:
    figures: dict[Cell, int] = {}
    sums: list[Sum] = []
    for point in points:
        key, counts = point.group or EVERYONE, _counts_of(point, unit)
        figures |= {(key, column): count for column, count in counts.items()}
        if NOT_COUNTED in counts:
            sums.append(Sum((key, OUT_OF), ((key, COUNTED), (key, NOT_COUNTED))))
    for total in sorted(cell for cell in figures if cell[0] == EVERYONE):
        groups = [cell for cell in figures if cell[1] == total[1] and cell != total]
        rest = figures[total] - sum(figures[cell] for cell in groups)
        if groups and rest >= 0:
            figures[IN_NO_GROUP, total[1]] = rest
            sums.append(Sum(total, (*groups, (IN_NO_GROUP, total[1]))))
    return _Table(figures, sums)


def _told(
    stand: Stand, tables: Sequence[_Table], told: Sequence[Mapping[Cell, Shown]], rule: Rule
) -> Mapping[Cell, Shown]:
    """Return what was shown of the last of these tables, after `told` was shown of those before it."""
    if stand.is_published:
        newest = tables[-1]
        return {cell: Shown.of(count) for cell, count in newest.counts.items() if cell not in newest.untold}
    return _shown(_release(tables, told, rule))


def _release(tables: Sequence[_Table], told: Sequence[Mapping[Cell, Shown]], rule: Rule) -> Release:
    """Return the last table as a release, together with the tables before it, of which readers know what was told.

    A count that has not changed is the same count: what was learnt of it then is known now.
    """
    newest = tables[-1]
    figures, sums = dict(newest.counts), dict.fromkeys(newest.sums)
    earlier: dict[Cell, Shown] = {}
    for table, shown in zip(tables, told, strict=False):
        names = {cell: _name_of(cell, count, newest) for cell, count in table.counts.items()}
        figures |= {names[cell]: count for cell, count in table.counts.items()}
        sums |= dict.fromkeys(
            Sum(names[one.total], tuple(names[part] for part in one.parts)) for one in table.sums
        )
        for cell, one in shown.items():
            if one.number is not None or names[cell] not in earlier:
                earlier[names[cell]] = one
    untold = newest.untold | (figures.keys() - newest.counts.keys())
    return Release(figures, rule, list(sums), untold=untold, earlier=earlier)


def _name_of(cell: Cell, count: int, newest: _Table) -> Cell:
    return cell if newest.counts.get(cell) == count else (cell[0], f"{cell[1]}, when it was {count}")


def _shown(release: Release) -> dict[Cell, Shown]:
    """Return what may be shown of these counts. To find it takes a while, so that only the answer is kept.

    SECURITY: the key is signed, so that nobody who reads the cache can try out which small counts it was made from.
    """
    content = repr((release.rule, release.figures, release.sums, sorted(release.untold), release.earlier))
    key = f"disclosure:{salted_hmac('disclosure', content, algorithm='sha256').hexdigest()}"
    found: dict[Cell, Shown] | None = cache.get(key)
    if found is None:
        found = shown_of(release)
        cache.set(key, found, A_WEEK)
    return found


def _safe(point: Point, shown: Mapping[Cell, Shown], unit: Unit) -> Point:
    key = point.group or EVERYONE
    numbers = {column: shown[key, column].number for column in (COUNTED, OUT_OF) if (key, column) in shown}
    counted, people = numbers[COUNTED], numbers.get(OUT_OF)
    if counted is None or (OUT_OF in numbers and not people):
        return blank_point(point.period, State.SUPPRESSED, group=point.group, reason=HELD_BACK)
    if not people:
        return published_point(point.period, counted, group=point.group)
    return point_from_counts(point.period, counted, people, unit, group=point.group)
