"""The board view: every measure of a board's list in one form, core ones through two lenses, and the equal footing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from accountability.charts.sparkline import sparkline
from accountability.models import (
    BoardMeasure,
    Breakdown,
    Family,
    FigureRequest,
    MeasureVersion,
    Telling,
)
from accountability.policies.board import Footing, Standing, footing
from accountability.policies.telling import why_not_tell
from accountability.queries.asking import note_on, possessive, what_to_ask
from accountability.queries.boardlist import Known, board_list, known_of
from accountability.queries.charts import as_address
from accountability.queries.figures import Figures
from accountability.queries.footing import footing_table, standing_of
from accountability.queries.people import people_at
from accountability.queries.tables import Table
from accountability.statistics.formats import figure, interval_cell, point_cell, step
from accountability.statistics.observations import Direction, Unit
from accountability.statistics.readings import IN_WORDS, Place, Reading, reading
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.wording import long_date

FEWEST_FOR_A_CHART = 3
MOST_DRAWN = 24
"""So many periods, the newest, have room in a small chart. Its limits rest on all of them."""
BOUNDS = {Direction.HIGHER_IS_BETTER: "At least", Direction.LOWER_IS_BETTER: "At most", Direction.NEUTRAL: ""}


@dataclass(frozen=True)
class BoardLine:
    """One measure as the board sees it: what the board has settled, and what the figures say.

    `is_own` says whether the figures are the organisation's; `note` says whose else they are, or that there are none;
    `told` is the newest of what was told in words, `can_be_told` whether more can be.
    """

    row: BoardMeasure
    version: MeasureVersion
    figures: Figures | None
    is_own: bool
    note: str
    reading: Reading
    picture: str
    owner: str
    owner_has_left: bool
    target: str
    asked: FigureRequest | None
    told: Telling | None
    can_be_told: bool

    @property
    def code(self) -> str:
        return self.version.measure.code

    @property
    def drawn(self) -> Sequence[Place]:
        """Return the periods that its small chart shows."""
        return self.reading.run[-MOST_DRAWN:]

    @property
    def standing(self) -> Standing:
        return standing_of(self.row, self.version, owner_has_left=self.owner_has_left)


@dataclass(frozen=True)
class Choice:
    """A measure that the board could watch, and whose figures there are."""

    version: MeasureVersion
    is_watched: bool
    hint: str

    @property
    def code(self) -> str:
        return self.version.measure.code

    @property
    def family(self) -> str:
        return self.version.measure.family


@dataclass(frozen=True)
class Split:
    """A core measure seen by group: its figures as a table, or what to ask for."""

    version: MeasureVersion
    figures: Figures | None
    is_own: bool
    table: Table | None
    note: str
    ask: str
    asked: FigureRequest | None


@dataclass(frozen=True)
class Lens:
    """A core measure and the same figure through the second lens, where the catalogue has it."""

    line: BoardLine
    splits: Sequence[Split]


@dataclass(frozen=True)
class BoardPage:
    """The board's list under its headings, and what this person may do. Workforce equality stands with inequality."""

    organisation: Organisation
    families: Sequence[tuple[str, Sequence[BoardLine]]]
    lenses: Sequence[Lens]
    inequality: Sequence[Standing]
    core: Sequence[Standing]
    is_open: bool
    may_edit: bool
    may_ask: bool
    may_tell: bool

    @cached_property
    def footing(self) -> Footing:
        return footing(self.inequality, self.core)

    @cached_property
    def shares(self) -> Table:
        return footing_table(self.inequality, self.core)


def board_page(organisation: Organisation, user: User, *, on: date) -> BoardPage:
    """Return a board's list with its figures. The same number of queries however many measures it holds."""
    known = known_of(organisation, on=on)
    asked = {request.measure_id: request for request in _open_requests(organisation)}
    lines = _lines(known, asked, on)
    core = [line for line in lines if line.version.measure.family == Family.CORE]
    inequality = [line for line in lines if line.version.measure.family == Family.INEQUALITY]
    workforce = [line for line in lines if line.version.measure.family == Family.WORKFORCE]
    is_open = organisation.is_open_on(on)
    return BoardPage(
        organisation=organisation,
        families=[
            (Family.CORE.label, core),
            (Family.INEQUALITY.label, inequality),
            *([(Family.WORKFORCE.label, workforce)] if workforce else []),
        ],
        lenses=[
            Lens(line, [_split(known, one, asked) for one in known.splits_of(line.version)]) for line in core
        ],
        inequality=[line.standing for line in [*inequality, *workforce]],
        core=[line.standing for line in core],
        is_open=is_open,
        may_edit=is_open and can(user, P.BOARD_EDIT, on=organisation),
        may_ask=is_open and can(user, P.FIGURE_ASK, on=organisation),
        may_tell=can(user, P.LOCAL_MEASURE_EDIT, on=organisation),
    )


def line_of(organisation: Organisation, code: str, *, on: date) -> BoardLine | None:
    """Return one measure of the board's list, or None where the list does not hold it."""
    lines = _lines(known_of(organisation, on=on), {}, on)
    return next((line for line in lines if line.code == code), None)


def choices_of(organisation: Organisation, *, on: date) -> list[Choice]:
    """Return what the board can watch: the catalogue, without what does not apply here."""
    known = known_of(organisation, on=on)
    watched = {row.measure_id for row in board_list(known, on=on)}
    return [
        Choice(one, one.measure_id in watched, _whose(known, one))
        for one in known.versions
        if known.applies(one) or one.measure_id in watched
    ]


def _whose(known: Known, version: MeasureVersion) -> str:
    figures = known.nearest(version)
    if not version.has_number:
        return "Told in words."
    if figures is None:
        return "We hold no figure of it: your team can be asked."
    if figures.place == known.organisation:
        return "With figures of your own." if figures.applies else "It does not apply to your organisation."
    return f"With {possessive(figures.place_label)} figures."


def _lines(known: Known, asked: Mapping[int, FigureRequest], on: date) -> list[BoardLine]:
    versions = {one.measure_id: one for one in known.versions}
    in_post = set(people_at(known.organisation, on=on).values_list("pk", flat=True))
    rows = board_list(known, on=on)
    return [
        _line(known, row, versions[row.measure_id], asked.get(row.measure_id), in_post, on) for row in rows
    ]


def _line(
    known: Known,
    row: BoardMeasure,
    version: MeasureVersion,
    asked: FigureRequest | None,
    in_post: set[int],
    on: date,
) -> BoardLine:
    figures = known.nearest(version)
    is_own = figures is not None and figures.place == known.organisation
    read = reading(figures.series if figures else None, row.target, is_own=is_own)
    if not version.has_number:
        read = replace(read, why_no_variation=IN_WORDS, why_no_assurance=IN_WORDS)
    return BoardLine(
        row=row,
        version=version,
        figures=figures,
        is_own=is_own,
        note=note_on(version, known.organisation, known.places, figures),
        reading=read,
        picture=picture_of(read),
        owner=row.owner.name if row.owner else row.owner_title,
        owner_has_left=row.owner_id is not None and row.owner_id not in in_post,
        target=target_words(row, version, on),
        asked=asked,
        told=known.told.get(version.measure_id),
        can_be_told=not why_not_tell(version, known.organisation, on),
    )


def picture_of(read: Reading) -> str:
    """Return the small chart as an address that holds it; "" for fewer than three figures, which show no trend."""
    if sum(place.value is not None for place in read.run[-MOST_DRAWN:]) < FEWEST_FOR_A_CHART:
        return ""
    nothing = float("nan")
    values = [nothing if place.value is None else place.value for place in read.run][-MOST_DRAWN:]
    chart = read.chart
    if chart is None:
        return as_address(sparkline(values, [0] * len(values), mean=nothing, lower=nothing, upper=nothing))
    sides = chart.side.tolist()[-MOST_DRAWN:]
    mean, lower, upper = (float(level[-1]) for level in (chart.mean, chart.lower, chart.upper))
    return as_address(sparkline(values, sides, mean=mean, lower=lower, upper=upper))


def target_words(row: BoardMeasure, version: MeasureVersion, on: date) -> str:
    """Return "At least 78.0% by 31 March 2027"; of a measure with groups, how large the gap may be."""
    if row.target is None:
        return ""
    unit = Unit(version.unit)
    if version.breakdown == Breakdown.NONE:
        words = f"{BOUNDS[Direction(version.direction)]} {figure(row.target, unit)}".strip()
    else:
        words = f"A gap of at most {step(row.target, unit, long=True)}"
    if row.target_date is None:
        return words
    return f"{words} by {long_date(row.target_date)}{', which has passed' if row.target_date < on else ''}"


def _split(known: Known, version: MeasureVersion, asked: Mapping[int, FigureRequest]) -> Split:
    figures = known.nearest(version)
    return Split(
        version=version,
        figures=figures,
        is_own=figures is not None and figures.place == known.organisation,
        table=_by_group(figures) if figures and figures.series.groups else None,
        note=note_on(version, known.organisation, known.places, figures),
        ask=what_to_ask(version, known.organisation),
        asked=asked.get(version.measure_id),
    )


def _by_group(figures: Figures) -> Table:
    """Return the latest period's figures, one row for each group in their order."""
    latest = figures.series.at(figures.series.periods[-1])
    unit = figures.series.measure.unit
    rows = [
        [group.label, point_cell(latest[group.key], unit), interval_cell(latest[group.key])]
        for group in figures.series.groups
        if group.key in latest
    ]
    return Table(("Group", figures.series.periods[-1].label, "95% confidence interval"), rows, (1, 2))


def _open_requests(organisation: Organisation) -> Iterable[FigureRequest]:
    rows = FigureRequest.objects.open().filter(organisation=organisation)
    return rows.select_related("asked_of")
