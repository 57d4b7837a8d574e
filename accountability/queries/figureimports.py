"""Files of figures as their pages show them: what waits, how far it is, what each row comes to, what can be undone."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from django.core.cache import cache
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from accountability.figurefiles.columns import LAYOUT
from accountability.figurefiles.known import Known, KnownMeasure, known_from
from accountability.figurefiles.reading import Said, fingerprint, rows_of
from accountability.models import (
    ColumnMapping,
    FigureImport,
    FigureImportState,
    MeasureVersion,
    Observation,
    Outcome,
    StagedFigure,
)
from accountability.policies.figureimports import why_not_undo
from accountability.queries.figures import groups
from accountability.queries.measures import in_order, live_versions
from accountability.queries.places import Place
from accountability.queries.points import EVERYONE
from accountability.statistics.observations import Breakdown, Unit
from hileads.organisations.models import Organisation
from hileads.spreadsheets.cells import Cell
from hileads.wording import long_date, number

A_PAGE = 50
SHOWN_PLACES = 4
MOST_TO_MEND = 5_000
"""As many rejected rows go into one file of rows to be mended; more than that have one thing in common."""
COMPARED = {
    "period": "Period",
    "period_start_date": "Period start",
    "state": "State",
    "reason": "Reason",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "value": "Value",
    "lower": "Lower limit",
    "upper": "Upper limit",
    "completeness": "Completeness",
    "unknown_share": "Group not known",
    "published_date": "Published on",
}
"""What a restatement may change, with what it is called."""


@dataclass(frozen=True)
class Row:
    """A row of a file, in words. `changes` are what it changes: the field, what it says now and would say."""

    number: int
    title: str
    fault: str
    changes: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Preview:
    """What a file comes to: how many rows to what, and one kind of them a page at a time."""

    counts: Sequence[tuple[Outcome, int]]
    shown: Outcome
    page: Page[Any]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Progress:
    """How far a check is: rows checked so far, and percent of the file, None where its length is not known."""

    rows: int
    percent: int | None


def measures_to_fill(organisation: Place) -> list[KnownMeasure]:
    """Return the measures that an organisation's figures may be of, its own among them. One query."""
    versions = MeasureVersion.objects.in_use().filter(has_number=True)
    return [
        KnownMeasure(
            version.pk,
            version.measure.code,
            version.title,
            Unit(version.unit),
            tuple(groups(version)),
            Breakdown(version.breakdown).is_ordered,
        )
        for version in in_order(versions.used_at(organisation).asked_of(organisation))
    ]


def measures_in(run: FigureImport) -> QuerySet[MeasureVersion]:
    """Return the measures of which an import brought figures, as they are meant now."""
    return live_versions(run.organisation).filter(measure__code__in=run.measures)


def known_at(organisation: Organisation, day: date) -> Known:
    """Return what a file of this organisation's figures is read against."""
    return known_from(day, organisation.code, organisation.name, measures_to_fill(organisation))


def said_of(run: FigureImport) -> Said | None:
    """Return what has been said of a file's columns; None where its headings say it themselves."""
    mapping = run.mapping
    if mapping is None:
        return None
    always = {"code": run.organisation.code} if "code" not in mapping.columns else {}
    return Said(mapping.columns, always | ({"measure": mapping.measure} if mapping.measure else {}))


def may_be_told(run: FigureImport) -> bool:
    """Say whether somebody may still say what the columns of a file are."""
    return bool(run.headings) and run.state in (FigureImportState.ASKING, FigureImportState.CHECKED)


def mapping_for(organisation: Organisation, headings: Sequence[str]) -> ColumnMapping | None:
    """Return what has been said at this organisation of files with these headings."""
    return ColumnMapping.objects.filter(organisation=organisation, fingerprint=fingerprint(headings)).first()


def imports_of(organisation: Organisation) -> QuerySet[FigureImport]:
    """Return the files that were handed in for this organisation, the newest first, with who did what."""
    rows = FigureImport.objects.filter(organisation=organisation)
    return rows.select_related("organisation", "handed_in_by", "decided_by", "undone_by")


@contextmanager
def original(run: FigureImport) -> Iterator[BinaryIO]:
    """Open the file as it was handed in. It is put together on disk, a part at a time."""
    with tempfile.TemporaryFile() as file:
        for content in run.parts.order_by("number").values_list("content", flat=True).iterator(chunk_size=1):
            file.write(content)
        file.seek(0)
        yield file


def is_kept(run: FigureImport) -> bool:
    """Say whether the file itself is still kept."""
    return run.parts.exists()


def progress(run: FigureImport) -> Progress:
    """Return how far the check of a file is, as its worker tells it."""
    return Progress(*cache.get(run.progress_key, (0, None)))


def preview(run: FigureImport, asked: str, page_number: str) -> Preview:
    """Return a page of the rows that come to what was asked for, else of the first kind that has any. Five queries."""
    counts = [(outcome, int(run.counts.get(outcome, 0))) for outcome in Outcome]
    filled = [outcome for outcome, count in counts if count]
    shown = next((one for one in filled if one == asked), filled[0] if filled else Outcome.REJECTED)
    staged = run.staged.filter(outcome=shown).select_related("version__measure", "replaces")
    page = Paginator(staged.order_by("number"), A_PAGE).get_page(page_number)
    return Preview(counts, shown, page, [_row(one) for one in page])


def to_mend(run: FigureImport) -> list[tuple[list[Cell], str]]:
    """Return the rejected rows as they stood, each with what is wrong, in the order of the file: the first 5,000."""
    rejected = run.staged.filter(outcome=Outcome.REJECTED).order_by("number")
    faults = dict(rejected.values_list("number", "fault")[:MOST_TO_MEND])
    last = max(faults, default=0)
    found = []
    with original(run) as file:
        for row in rows_of(file, said_of(run)):
            if row.number > last:
                break
            if row.number in faults:
                found.append((LAYOUT.as_list(row), faults[row.number]))
    return found


def changed_since(run: FigureImport) -> bool:
    """Say whether figures or measures that matter to a file have changed since it was checked. Three queries."""
    here = Q(organisation=run.organisation_id)
    staged = run.staged.exclude(outcome=Outcome.REJECTED)
    loaded = Observation.objects.filter(here, loaded_at__gt=run.checked_at)
    undone = FigureImport.objects.filter(here, undone_at__gt=run.checked_at)
    return (
        staged.filter(version__is_live=False).exists()
        or loaded.filter(version__in=staged.values("version")).exists()
        or undone.exists()
    )


def has_later(run: FigureImport) -> bool:
    """Say whether another import that stands has brought figures of the same measures here since."""
    others = FigureImport.objects.standing().filter(organisation=run.organisation_id).exclude(pk=run.pk)
    return others.filter(applied_at__gte=run.applied_at, measures__overlap=run.measures).exists()


def can_be_undone(run: FigureImport) -> bool:
    """Say whether this import can be undone now."""
    return run.state == FigureImportState.APPLIED and not why_not_undo(run, has_later=has_later(run))


def brought_back_by_undoing(run: FigureImport) -> QuerySet[Observation]:
    """Return the figures that an import replaced, where nothing else has taken their place."""
    same = Observation.objects.current().filter(
        version=OuterRef("version"),
        organisation=OuterRef("organisation"),
        period_end_date=OuterRef("period_end_date"),
        group=OuterRef("group"),
    )
    replaced = run.observations.filter(replaces__isnull=False).values("replaces")
    return Observation.objects.filter(~Exists(same), pk__in=replaced)


def _row(staged: StagedFigure) -> Row:
    changes = []
    if staged.outcome == Outcome.CHANGED and staged.replaces:
        pairs = (
            (label, _said(staged.replaces, name), _said(staged, name)) for name, label in COMPARED.items()
        )
        changes = [pair for pair in pairs if pair[1] != pair[2]]
    return Row(staged.number, _title(staged), staged.fault, changes)


def _title(staged: StagedFigure) -> str:
    if staged.version is None:
        return ""
    group = "" if staged.group == EVERYONE else f", group {staged.group}"
    return f"{staged.version.title}, {staged.period}{group}"


def _said(row: Observation | StagedFigure, name: str) -> str:
    """Return what a figure says in one field, in words."""
    found = getattr(row, name)
    if name == "state":
        return row.get_state_display()
    if name.endswith("_date"):
        return long_date(found)
    if found in (None, ""):
        return "nothing"
    return found if isinstance(found, str) else number(round(found, SHOWN_PLACES))
