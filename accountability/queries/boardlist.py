"""What a board's list holds, and what one begins with before anybody has chosen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accountability.models import BoardMeasure, Family, MeasureSplit, MeasureVersion, Telling
from accountability.queries.figures import Figures, Key, figures_at, key_of, most_local
from accountability.queries.measures import live_versions
from accountability.queries.places import Place, nearest_places
from accountability.queries.tellings import newest_tellings
from accountability.statistics.observations import Direction
from hileads.organisations.models import Organisation

HISTORY = timedelta(days=4 * 365)
"""A measure whose newest figure is older is history, and no board begins with it."""


@dataclass(frozen=True)
class Known:
    """The catalogue, and every figure of it at an organisation or the nearest places that have some.

    `told` is what the organisation told last of each measure without a figure, by the measure's number.
    """

    organisation: Organisation
    versions: Sequence[MeasureVersion]
    places: Sequence[Place]
    found: dict[Key, Figures]
    splits: dict[int, list[int]]
    told: dict[int, Telling]

    def nearest(self, version: MeasureVersion) -> Figures | None:
        return most_local(self.found, version, self.places)

    def own(self, version: MeasureVersion) -> Figures | None:
        return self.found.get(key_of(version, self.organisation))

    def applies(self, version: MeasureVersion) -> bool:
        """Say whether the measure could mean something here: it does not where our own figures say so.

        What is measured for other kinds of organisation means something where it is measured nearby.
        """
        own = self.own(version)
        if own is not None:
            return own.applies
        return version.is_asked_of(self.organisation) or self.nearest(version) is not None

    def splits_of(self, version: MeasureVersion) -> list[MeasureVersion]:
        """Return the measures that are this one seen by group, where they could mean something here."""
        wanted = self.splits.get(version.measure_id, [])
        return [one for one in self.versions if one.measure_id in wanted and self.applies(one)]


def known_of(organisation: Organisation, *, on: date) -> Known:
    """Return what is known for an organisation's board. The same number of queries however many measures there are."""
    versions, places = list(live_versions(organisation)), nearest_places(organisation, on)
    splits: dict[int, list[int]] = {}
    for core, measure in MeasureSplit.objects.order_by("pk").values_list("core", "measure"):
        splits.setdefault(core, []).append(measure)
    found = figures_at(versions, places)
    return Known(organisation, versions, places, found, splits, newest_tellings(organisation))


def board_list(known: Known, *, on: date) -> list[BoardMeasure]:
    """Return the board's list in the catalogue's order; what it begins with, as long as nobody has changed it."""
    rows = list(
        BoardMeasure.objects.filter(organisation=known.organisation).select_related("owner", "narrated_by")
    )
    if not rows:
        return beginnings(known, on=on)
    watched = {row.measure_id: row for row in rows if row.is_watched}
    return [watched[one.measure_id] for one in known.versions if one.measure_id in watched]


def beginnings(known: Known, *, on: date) -> list[BoardMeasure]:
    """Return the list that a board begins with, nothing settled yet and nothing written.

    Core: those with figures of its own; where it has none at all, those of the nearest place. Inequality: whatever
    applies, could become better and is not history, and the splits of its core measures, with figures or without.
    """
    core = _core(known)
    splits = {one.pk for version in core for one in known.splits_of(version)}
    chosen = (
        {one.pk for one in core} | splits | {one.pk for one in known.versions if _is_live(known, one, on)}
    )
    return [
        BoardMeasure(organisation=known.organisation, measure=one.measure)
        for one in known.versions
        if one.pk in chosen
    ]


def _core(known: Known) -> Collection[MeasureVersion]:
    core = [one for one in known.versions if one.measure.family == Family.CORE and known.applies(one)]
    return [one for one in core if known.own(one)] or [one for one in core if known.nearest(one)]


def _is_live(known: Known, version: MeasureVersion, on: date) -> bool:
    figures = known.nearest(version)
    is_to_be_changed = version.measure.family == Family.INEQUALITY and version.direction != Direction.NEUTRAL
    if not is_to_be_changed or figures is None or not figures.applies:
        return False
    return max(point.period.end for point in figures.series.points) > on - HISTORY
