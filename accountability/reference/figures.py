"""Reading published figures in the shapes their files have, and saying plainly where there is no figure.

Each reader takes the rows of a file and the file's settings from `sources.yaml`. None of them knows the database.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from accountability.reference.catalogue import SourceEntry
from accountability.statistics.deprivation import deprivation_key
from accountability.statistics.observations import Breakdown, State
from accountability.statistics.periods import Period, calendar_month, financial_year, single_day

ENGLAND = ""
EVERYONE = "all"
NOT_AVAILABLE = "NA"
FIFTHS = ("1", "2", "3", "4", "5")

Row = Mapping[str, str]
Settings = Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """One figure, or one plain statement that there is none. `organisation` is an ODS code, empty for England."""

    measure: str
    organisation: str
    period: Period
    group: str = EVERYONE
    state: State = State.VALUE
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    reason: str = ""


def read(source: SourceEntry) -> list[Figure]:
    """Return every figure of one shipped file."""
    with source.file.open(encoding="utf-8-sig", newline="") as file:
        return list(READERS[source.reader](list(csv.DictReader(file)), source.settings))


def counted(
    measure: str, organisation: str, period: Period, numerator: int, denominator: int, group: str = EVERYONE
) -> Figure:
    """Return a percentage from two counts."""
    state = State.VALUE if numerator else State.ZERO
    value = 100 * numerator / denominator
    return Figure(measure, organisation, period, group, state, numerator, denominator, value)


def smoking_by_fifth(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """A fifth without a single practice in an area is not nought smokers: the measure does not apply there."""
    measure, seen = settings["measure"], defaultdict(set)
    for row in rows:
        place = ENGLAND if row["org_type"] == "England" else row["org_code"]
        year = financial_year(int(row["period"][:4]))
        group = _fifth(row["imd_quintile_1_most_deprived"], settings)
        seen[place, year].add(group)
        yield counted(measure, place, year, int(row["numerator"]), int(row["denominator"]), group)
    for (place, year), groups in seen.items():
        for group in FIFTHS:
            if group not in groups:
                reason = "No GP practice of this area is in that fifth of England's practices."
                yield Figure(measure, place, year, group, State.NOT_APPLICABLE, reason=reason)


def smoking_by_network(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """Everyone registered with a network's practices together."""
    for row in rows:
        year = financial_year(int(row["period"][:4]))
        yield counted(
            settings["measure"], row["pcn_code"], year, int(row["numerator"]), int(row["denominator"])
        )


def people_of_networks(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """What a network's registered people are like, as estimated: without counts and without limits."""
    measure, month = settings["measure"], _month(settings["month"])
    for row in rows:
        network, text = row["pcn_code"], row[settings["column"]]
        if text == NOT_AVAILABLE:
            reason = "The source has no estimate for this network."
            yield Figure(measure, network, month, state=State.MISSING, reason=reason)
        else:
            value = settings["times"] * float(text)
            state = State.VALUE if value else State.ZERO
            yield Figure(measure, network, month, state=state, value=value)


def cvdprevent_by_fifth(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """Both the counts and the publisher's own limits are kept."""
    to_march_2026 = Period(date(2025, 4, 1), date(2026, 3, 31), "To March 2026")
    for row in rows:
        if row["indicator_code"] in settings["indicators"] and row["period"] == to_march_2026.label:
            yield Figure(
                measure=settings["indicators"][row["indicator_code"]],
                organisation=ENGLAND,
                period=to_march_2026,
                group=_fifth(row["quintile"], settings),
                numerator=int(row["numerator"]),
                denominator=int(row["denominator"]),
                value=float(row["value"]),
                lower=float(row["lower_ci"]),
                upper=float(row["upper_ci"]),
            )


def first_dose_by_ethnicity(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """One age group of the file, by ethnicity. Counts are so far, at the end of each month.

    Days before everyone of that age had been offered a dose are left out: they show the order of the offer.
    """
    wanted = settings["age_group"], settings["dimension"]
    for row in rows:
        if (row["age_group"], row["dimension"]) == wanted and row["as_at"] >= settings["from_day"]:
            day = single_day(date.fromisoformat(row["as_at"]))
            group = settings["groups"][row["category"]]
            numerator, denominator = int(row["numerator"]), int(row["denominator"])
            yield counted(settings["measure"], ENGLAND, day, numerator, denominator, group)


def life_expectancy_by_tenth(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """Years of life, as published: without counts and without limits."""
    for row in rows:
        first, last = int(row["period_start"]), int(row["period_end"])
        tenth = deprivation_key(
            int(row["imd_decile"]),
            Breakdown.DEPRIVATION_DECILE,
            one_is_most_deprived=settings["one_is_most_deprived"],
        )
        yield Figure(
            measure=settings["sexes"][row["sex"]],
            organisation=ENGLAND,
            period=Period(date(first, 1, 1), date(last, 12, 31), row["period"]),
            group=tenth,
            value=float(row["le"]),
        )


def ae_by_provider(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """Nought is not always nought: exempt months are not reported, and who sees nobody has no A&E.

    A month that a provider's run of rows leaves out is missing.
    """
    has_ae = {row["org_code"] for row in rows if int(row["att_total"])}
    held: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        held[row["org_code"]].add(row["period"])
        month, organisation = _month(row["period"]), row["org_code"]
        came, late = int(row["att_total"]), int(row["over4h_total"])
        blank = ""
        state = State.NOT_APPLICABLE
        if organisation not in has_ae:
            blank = "It has no A&E: the published attendances are nought in every month."
        elif not came:
            blank = "Nobody is recorded as coming to A&E in this month, so there is no percentage."
        elif organisation in settings["exempt"] and row["period"] <= settings["exempt_until"]:
            last = _month(settings["exempt_until"]).label
            blank = f"It was exempt from reporting the four-hour standard until {last}."
            state = State.NOT_REPORTED
        if blank:
            yield Figure(settings["measure"], organisation, month, state=state, reason=blank)
        else:
            yield counted(settings["measure"], organisation, month, came - late, came)
    months = {row["period"] for row in rows}
    for organisation in has_ae:
        yield from _missing(settings["measure"], organisation, held[organisation], months)


def rtt_by_icb(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """A month that the file lacks is missing for every board that it has before and after, never estimated."""
    months: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        months[row["icb_code"]].add(row["period"])
        yield _waits(row, row["icb_code"], settings["measure"])
    for board, held in months.items():
        yield from _missing(settings["measure"], board, held, set(settings["missing_months"]))


def rtt_by_provider(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """All treatment functions together."""
    for row in rows:
        yield _waits(row, row["provider_code"], settings["measure"])


def rtt_by_function(rows: list[Row], settings: Settings) -> Iterator[Figure]:
    """Each treatment function that has a measure of its own. Where a provider's rows leave it out, nobody waits for it."""
    held = {(row["period"], row["provider_code"], row["tfc"]): row for row in rows}
    providers = dict.fromkeys((row["period"], row["provider_code"]) for row in rows)
    for period, provider in providers:
        for function, measure in settings["functions"].items():
            nobody = {"period": period, "incomplete_total": "0"}
            yield _waits(held.get((period, provider, function), nobody), provider, measure)


def _missing(measure: str, organisation: str, held: set[str], months: set[str]) -> Iterator[Figure]:
    """Yield the months that should be there, between the first and the last that are."""
    for month in sorted(months - held):
        if min(held) < month < max(held):
            yield Figure(measure, organisation, _month(month), state=State.MISSING)


def _waits(row: Row, organisation: str, measure: str) -> Figure:
    month, waits = _month(row["period"]), int(row["incomplete_total"])
    if not waits:
        reason = "Nobody is recorded as waiting, so there is no percentage."
        return Figure(measure, organisation, month, state=State.NOT_APPLICABLE, reason=reason)
    return counted(measure, organisation, month, int(row["within_18_weeks"]), waits)


def _month(text: str) -> Period:
    year, month = text.split("-")
    return calendar_month(int(year), int(month))


def _fifth(text: str, settings: Settings) -> str:
    if text == EVERYONE:
        return EVERYONE
    return deprivation_key(
        int(text), Breakdown.DEPRIVATION_QUINTILE, one_is_most_deprived=settings["one_is_most_deprived"]
    )


READERS: dict[str, Callable[[list[Row], Settings], Iterator[Figure]]] = {
    "smoking_by_fifth": smoking_by_fifth,
    "smoking_by_network": smoking_by_network,
    "people_of_networks": people_of_networks,
    "cvdprevent_by_fifth": cvdprevent_by_fifth,
    "first_dose_by_ethnicity": first_dose_by_ethnicity,
    "life_expectancy_by_tenth": life_expectancy_by_tenth,
    "ae_by_provider": ae_by_provider,
    "rtt_by_icb": rtt_by_icb,
    "rtt_by_provider": rtt_by_provider,
    "rtt_by_function": rtt_by_function,
}
