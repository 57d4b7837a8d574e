"""A measure's figures at a place as one series, with its finding and its words.

The pages, the board report and its exports all read this one result, so that they never differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from accountability.models import DataSource, FigureImport, MeasureVersion, Observation
from accountability.queries.places import Place, in_words, label
from accountability.queries.points import group_of, period_of, points_of
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.findings import find
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    Group,
    MeasureFacts,
    Point,
    Series,
    State,
    Unit,
)
from accountability.statistics.periods import Period
from accountability.statistics.results import Finding
from accountability.statistics.wording import FindingWords, words_for
from hileads.organisations.models import Succession
from hileads.wording import long_date

Quality = tuple[float | None, float | None]
"""How complete a figure is, and for how many people the group is not known, both in percent; None where not told."""


@dataclass(frozen=True)
class Figures:
    """What is known of one measure at one place.

    `series` holds what may be compared. `earlier` are points from before the place's area changed.
    `published` says for each period and group when the figure came out, None where that is not known. `files` are the
    files that the organisation handed some of them in with. `quality` says how good a figure is, where that is told.
    """

    version: MeasureVersion
    place: Place
    series: Series
    sources: tuple[DataSource, ...]
    published: dict[tuple[Period, str | None], date | None]
    earlier: tuple[Point, ...] = ()
    boundary_note: str = ""
    files: tuple[FigureImport, ...] = ()
    quality: Mapping[tuple[Period, str | None], Quality] = field(default_factory=dict)

    @property
    def place_label(self) -> str:
        return label(self.place)

    @property
    def finding(self) -> Finding:
        return find(self.series)

    @property
    def words(self) -> FindingWords:
        return words_for(self.finding)

    @property
    def summary(self) -> str:
        """Return the finding in one sentence, with its reason where there is no figure."""
        words = self.words
        return " ".join(words.sentences[: 2 if self.finding.blocked else 1])

    @property
    def is_derived(self) -> bool:
        return any(source.is_derived for source in self.sources)

    @property
    def applies(self) -> bool:
        """Whether any figure could be expected here."""
        return any(point.state is not State.NOT_APPLICABLE for point in self.series.points)

    @property
    def publication(self) -> str:
        """Return when the newest figures were published, in words."""
        dates = {day for day in self.published.values() if day}
        return f"Published on {long_date(max(dates))}." if dates else "Publication date not known."


Key = tuple[int, int | None]
"""A measure version and an organisation (None for England)."""


def key_of(version: MeasureVersion, place: Place) -> Key:
    return version.pk, place.pk if place else None


def figures_at(
    versions: Sequence[MeasureVersion],
    places: Sequence[Place],
    *,
    held_on: date | None = None,
    within: Period | None = None,
) -> dict[Key, Figures]:
    """Return what is known of these measures at these places, by `key_of`; what is not known is left out.

    `held_on` leaves out what could not be known on that day, `within` all but one period. Three queries, however many there are, and two more where
    organisations handed some of them in.
    """
    every = Observation.objects.filter(_at(places), version__in=versions)
    if within is not None:
        every = every.filter(period_start_date=within.start, period_end_date=within.end)
    rows = every.current() if held_on is None else every.current().held_on(held_on)
    held = _by_key(rows.order_by("period_end_date", "period_start_date", "pk"))
    sources = DataSource.objects.in_bulk({row.source_id for found in held.values() for row in found})
    handed_in = {row.figure_import_id for found in held.values() for row in found if row.figure_import_id}
    files = FigureImport.objects.in_bulk(handed_in)
    changes = _area_changes(places)
    replaced = _by_key(every.filter(is_current=False)) if handed_in else {}
    return {
        key_of(version, place): _figures(
            version,
            place,
            held[key_of(version, place)],
            replaced.get(key_of(version, place), []),
            sources,
            files,
            changes,
        )
        for version in versions
        for place in places
        if key_of(version, place) in held
    }


def most_local(found: dict[Key, Figures], version: MeasureVersion, places: Iterable[Place]) -> Figures | None:
    """Return the measure's figures at the first of these places that has any."""
    keys = [key_of(version, place) for place in places]
    return next((found[key] for key in keys if key in found), None)


def _by_key(rows: Iterable[Observation]) -> dict[Key, list[Observation]]:
    found: defaultdict[Key, list[Observation]] = defaultdict(list)
    for row in rows:
        found[row.version_id, row.organisation_id].append(row)
    return found


def _at(places: Iterable[Place]) -> Q:
    condition = Q(organisation__in=[place.pk for place in places if place])
    return condition | Q(organisation=None) if None in places else condition


def _area_changes(places: Iterable[Place]) -> dict[int, date]:
    """Return when a place last took over others' people while keeping its own code."""
    kept: dict[int, date] = {place.pk: place.opened_date or date.min for place in places if place}
    rows = Succession.objects.filter(successor__in=kept).order_by("effective_date")
    return {
        row.successor_id: row.effective_date for row in rows if row.effective_date > kept[row.successor_id]
    }


def _figures(
    version: MeasureVersion,
    place: Place,
    rows: list[Observation],
    replaced: list[Observation],
    sources: dict[int, DataSource],
    files: dict[int, FigureImport],
    changes: dict[int, date],
) -> Figures:
    points = sorted(points_of(version, rows, replaced), key=lambda point: point.period)
    earlier, points, note = _split(place, points, changes)
    return Figures(
        version=version,
        place=place,
        series=Series(facts(version, place), tuple(points), groups(version)),
        sources=tuple(sources[pk] for pk in dict.fromkeys(row.source_id for row in rows)),
        published={(period_of(row), group_of(row)): row.published_date for row in rows},
        earlier=tuple(earlier),
        boundary_note=note,
        quality={
            (period_of(row), group_of(row)): (row.completeness, row.unknown_share)
            for row in rows
            if (row.completeness, row.unknown_share) != (None, None)
        },
        files=tuple(files[pk] for pk in dict.fromkeys(row.figure_import_id for row in rows) if pk in files),
    )


def _split(
    place: Place, points: list[Point], changes: dict[int, date]
) -> tuple[list[Point], list[Point], str]:
    """Keep apart what was counted for a different area."""
    day = changes.get(place.pk) if place else None
    before = [point for point in points if day and point.period.end < day]
    if not before:
        return [], points, ""
    if len(before) == len(points):
        note = f"{label(place)} took over other areas on {long_date(day)}. These figures are for its area before that."
        return [], points, note
    note = f"{label(place)} took over other areas on {long_date(day)}. Earlier figures are for a smaller area and are not compared with these."
    return before, points[len(before) :], note


def facts(version: MeasureVersion, place: Place) -> MeasureFacts:
    """Return what the words about a measure need to know of it."""
    return MeasureFacts(
        title=version.title,
        direction=Direction(version.direction),
        unit=Unit(version.unit),
        breakdown=Breakdown(version.breakdown),
        statement=version.statement,
        place=in_words(place),
    )


def groups(version: MeasureVersion) -> tuple[Group, ...]:
    """Return the groups of a measure in their order: by deprivation, or as its publisher lists them."""
    breakdown = Breakdown(version.breakdown)
    if breakdown.is_ordered:
        return deprivation_groups(breakdown)
    return tuple(Group(**group) for group in version.groups)
