"""Series that several tests of findings, words and charts look at: real ones first, then invented ones."""

from collections.abc import Iterable, Sequence

from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    Group,
    MeasureFacts,
    Point,
    Series,
    State,
    Unit,
    blank_point,
    counted_point,
    published_point,
    with_missing_months,
)
from accountability.statistics.periods import Period, calendar_month, financial_year
from tests.unit.accountability.vectors import rows

FIFTHS = deprivation_groups(Breakdown.DEPRIVATION_QUINTILE)
ETHNIC_GROUPS = (
    Group("asian", "Asian", "the Asian group"),
    Group("black", "Black", "the Black group"),
    Group("white", "White", "the White group"),
    Group("unknown", "Unknown", "people whose ethnicity is not known", is_known=False),
)
Counts = tuple[float, float]


def facts(
    breakdown: Breakdown = Breakdown.NONE,
    direction: Direction = Direction.HIGHER_IS_BETTER,
    unit: Unit = Unit.PERCENT,
) -> MeasureFacts:
    """An invented measure: people who were seen."""
    return MeasureFacts("People seen", direction, unit, breakdown, "{value} of people were seen")


def fifths_series(
    ends: Sequence[tuple[Counts | State, Counts | State]],
    direction: Direction = Direction.HIGHER_IS_BETTER,
    first_year: int = 2019,
) -> Series:
    """Years from 2019/20, each with the counts (or the state) of the most and the least deprived fifth."""
    points: list[Point] = []
    for offset, (most, least) in enumerate(ends):
        year = financial_year(first_year + offset)
        points += [_point(year, "1", most), _point(year, "5", least)]
    return Series(facts(Breakdown.DEPRIVATION_QUINTILE, direction), tuple(points), FIFTHS)


def level_series(
    counts: Iterable[Counts | State], direction: Direction = Direction.HIGHER_IS_BETTER
) -> Series:
    """Months from January 2025, each with its counts or its state."""
    months = (calendar_month(2025 + number // 12, number % 12 + 1) for number in range(60))
    points = [_point(month, None, what) for month, what in zip(months, counts, strict=False)]
    return Series(facts(direction=direction), tuple(points))


def ethnicity_series(
    years: Sequence[dict[str, Counts | State]],
    reference: str | None = None,
    direction: Direction = Direction.HIGHER_IS_BETTER,
) -> Series:
    """Years from 2019/20, each with counts or a state by ethnic group."""
    points = [
        _point(financial_year(2019 + offset), key, what)
        for offset, groups in enumerate(years)
        for key, what in groups.items()
    ]
    return Series(facts(Breakdown.ETHNICITY, direction), tuple(points), ETHNIC_GROUPS, reference)


def published_series(pairs: Sequence[tuple[float, float]], first_year: int = 2019) -> Series:
    """Years from 2019/20 with figures, in years of life, that were published without intervals."""
    points: list[Point] = []
    for offset, (most, least) in enumerate(pairs):
        year = financial_year(first_year + offset)
        points += [published_point(year, most, group="1"), published_point(year, least, group="5")]
    measure = MeasureFacts(
        "Life expectancy",
        Direction.HIGHER_IS_BETTER,
        Unit.YEARS,
        Breakdown.DEPRIVATION_QUINTILE,
        "life expectancy was {value}",
    )
    return Series(measure, tuple(points), FIFTHS)


def smoking() -> Series:
    """Real: smoking in West Yorkshire by fifth of deprivation, two years."""
    measure = MeasureFacts(
        "Smoking, people aged 15 and over",
        Direction.LOWER_IS_BETTER,
        Unit.PERCENT,
        Breakdown.DEPRIVATION_QUINTILE,
        "{value} of people aged 15 and over were recorded as smoking",
        "in West Yorkshire",
    )
    points = []
    for row in rows("smoking_west_yorkshire_by_imd_quintile.csv"):
        number = row["imd_quintile_1_most_deprived"]
        year = financial_year(int(row["period"][:4]))
        counts = float(row["numerator"]), float(row["denominator"])
        points.append(counted_point(year, *counts, group=None if number == "all" else number))
    return Series(measure, tuple(sorted(points, key=lambda point: point.period)), FIFTHS)


def referral_to_treatment() -> Series:
    """Real: waits of 18 weeks or less in West Yorkshire, with April 2023 missing at source."""
    measure = MeasureFacts(
        "Waits of 18 weeks or less",
        Direction.HIGHER_IS_BETTER,
        statement="{value} of people waiting had waited 18 weeks or less",
        place="in West Yorkshire",
    )
    points = [
        counted_point(
            calendar_month(int(row["period"][:4]), int(row["period"][5:])),
            float(row["within_18_weeks"]),
            float(row["incomplete_total"]),
        )
        for row in rows("rtt_west_yorkshire_monthly.csv")
    ]
    return Series(measure, with_missing_months(points))


def cvdprevent(code: str, title: str, statement: str) -> Series:
    """Real: one CVDPREVENT indicator in England by fifth of deprivation, one period."""
    months = calendar_month(2025, 4), calendar_month(2026, 3)
    period = Period(months[0].start, months[1].end, "To March 2026")
    measure = MeasureFacts(
        title,
        Direction.HIGHER_IS_BETTER,
        Unit.PERCENT,
        Breakdown.DEPRIVATION_QUINTILE,
        statement,
        "in England",
    )
    points = tuple(
        counted_point(period, float(row["numerator"]), float(row["denominator"]), group=row["quintile"])
        for row in rows("cvdprevent_england_by_imd_quintile_to_2026-03.csv")
        if row["indicator_code"] == code
    )
    return Series(measure, points, FIFTHS)


def lipid_therapy() -> Series:
    """Real: a gap that lies the other way round, the most deprived fifth being better off."""
    return cvdprevent("CVDP003CHOL", "Lipid therapy", "{value} of people at high risk had lipid therapy")


def _point(period: Period, group: str | None, what: Counts | State) -> Point:
    if isinstance(what, State):
        return blank_point(period, what, group=group)
    return counted_point(period, *what, group=group)
