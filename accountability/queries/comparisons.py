"""A measure at one organisation beside others: of its kind, its board, its region, or those that a person chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from accountability.charts import Layout
from accountability.charts.comparisons import comparison_svg
from accountability.models import MeasureVersion, Observation
from accountability.queries.charts import Picture, drawn
from accountability.queries.figures import Figures, facts, figures_at, groups, key_of
from accountability.queries.places import short_label
from accountability.queries.tables import Table
from accountability.statistics.comparisons import Comparison, compare, comparison_sentences
from accountability.statistics.formats import STATE_LABELS, figure, interval, step
from accountability.statistics.observations import Series
from hileads.organisations.models import Kind, LinkKind, Organisation, OrganisationLink

FEWEST = 2


class Among(StrEnum):
    """Beside whom."""

    KIND = "kind"
    BOARD = "board"
    REGION = "region"
    CHOSEN = "chosen"


SAME_PARENT = {Among.BOARD: LinkKind.ICB, Among.REGION: LinkKind.REGION}


@dataclass(frozen=True)
class ComparisonPage:
    """One organisation beside others; no comparison where there is nobody to compare with."""

    version: MeasureVersion
    place: Organisation
    comparison: Comparison | None
    sentences: Sequence[str]
    picture: Picture | None
    table: Table | None


def comparable(version: MeasureVersion, place: Organisation) -> QuerySet[Organisation]:
    """Return the organisations of the same kind that have figures for this measure, by name."""
    held = Observation.objects.current().filter(version=version, organisation__isnull=False)
    same = Organisation.objects.filter(pk__in=held.values("organisation"), kind=place.kind)
    return same.by_name()


def peers_to_choose(version: MeasureVersion, place: Organisation, *, on: date) -> QuerySet[Organisation]:
    """Return whom to choose from: for a network those of its region, since nobody finds theirs among 1,200."""
    others = comparable(version, place).exclude(pk=place.pk)
    return _peers(others, place, Among.REGION, (), on) if place.kind == Kind.PCN else others


def comparison_page(
    version: MeasureVersion, place: Organisation, among: Among, chosen: Sequence[str], *, on: date
) -> ComparisonPage:
    """Compare an organisation in its latest period with a figure. The same number of queries for any number of peers."""
    own = figures_at([version], [place]).get(key_of(version, place))
    periods = [point.period for point in own.series.points if point.value is not None] if own else []
    peers = set(_peers(comparable(version, place), place, among, chosen, on)) | {place}
    if not periods or len(peers) < FEWEST:
        return ComparisonPage(version, place, None, (), None, None)
    period, own_label = max(periods), short_label(place)
    there = [peer for peer in peers if not _closed_before(peer, period.end)]
    found = figures_at([version], there, within=period)
    named = [(short_label(peer), _series(found.get(key_of(version, peer)), version, peer)) for peer in there]
    named.sort(key=lambda one: one[0])
    comparison = compare(named, period)
    sentences = comparison_sentences(comparison, own_label)
    return ComparisonPage(
        version, place, comparison, sentences, _picture(comparison, own_label, sentences), _table(comparison)
    )


def _closed_before(peer: Organisation, day: date) -> bool:
    return peer.closed_date is not None and peer.closed_date < day


def _series(figures: Figures | None, version: MeasureVersion, peer: Organisation) -> Series:
    return figures.series if figures else Series(facts(version, peer), (), groups(version))


def _peers(
    rows: QuerySet[Organisation], place: Organisation, among: Among, chosen: Sequence[str], day: date
) -> QuerySet[Organisation]:
    if among is Among.CHOSEN:
        return rows.filter(code__in=chosen)
    if among is Among.KIND:
        return rows
    links = OrganisationLink.objects.on(day).filter(kind=SAME_PARENT[among])
    parent = links.filter(organisation=place).values("parent")
    return rows.filter(pk__in=links.filter(parent__in=parent).values("organisation"))


def _picture(comparison: Comparison, own: str, sentences: Sequence[str]) -> Picture:
    shape = "Funnel chart." if comparison.is_funnel else "Chart of intervals, by name."
    words = f"{shape} {' '.join(sentences)} The table below holds every figure."

    def draw(layout: Layout) -> str:
        return comparison_svg(comparison, own, layout, description=words)

    return drawn((comparison, own), words, draw)


def _table(comparison: Comparison) -> Table:
    head = ["Organisation", "Gap" if comparison.is_gap else "Figure", "95% confidence interval"]
    head += ["Beside the average"] if comparison.is_funnel else []
    rows = []
    for row in comparison.rows:
        if row.estimate is None:
            cells = [row.name, STATE_LABELS[row.state], ""]
        else:
            shown = (step if comparison.is_gap else figure)(row.estimate.value, comparison.unit)
            cells = [row.name, shown, interval(row.estimate)]
        rows.append([*cells, *([row.place.value if row.place else ""] if comparison.is_funnel else [])])
    return Table(head, rows, range(1, 3))
