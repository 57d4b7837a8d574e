"""What a row of a file asks for, checked by itself."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from accountability.figurefiles.columns import BY_KEY, NOT_KNOWN
from accountability.figurefiles.figures import Numbers, blank, figure, share, state_named
from accountability.figurefiles.known import Known, KnownMeasure
from hileads.spreadsheets.cells import read_day
from hileads.spreadsheets.layout import RawRow
from hileads.wording import long_date

LONGEST_PERIOD, LONGEST_REASON = 20, 300
NEEDED = ("measure", "code", "period", "period_start", "period_end")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure as a file gives it. Value and limits are in the measure's unit, how good it is in percent."""

    version_id: int
    period: str
    period_start_date: date
    period_end_date: date
    group: str
    reason: str
    numbers: Numbers
    published_date: date | None
    completeness: float | None = None
    unknown_share: float | None = None


class Faults(list[str]):
    """Everything that is wrong with one row, in sentences."""

    def heading(self, key: str) -> str:
        return f"“{BY_KEY[key].heading}”"


def understood(row: RawRow, known: Known) -> tuple[Wanted | None, tuple[str, ...]]:
    """Return the figure that a row asks for, or everything that is wrong with it."""
    faults = Faults(row.faults)
    texts = {key: row.text(key) for key in BY_KEY}
    _check_needed(texts, faults)
    measure = _measure(texts, known, faults)
    group = _group(texts, measure, known, faults)
    start, end = _period(texts, known, faults)
    published = _published(texts, end, known, faults)
    numbers = _numbers(texts, measure, faults)
    completeness, unknown = (share(key, texts[key], faults) for key in ("completeness", "unknown_share"))
    if faults or measure is None or start is None or end is None or numbers is None:
        return None, tuple(dict.fromkeys(faults))
    return (
        Wanted(
            version_id=measure.version_id,
            period=texts["period"],
            period_start_date=start,
            period_end_date=end,
            group=group,
            reason=texts["reason"],
            numbers=numbers,
            published_date=published,
            completeness=completeness,
            unknown_share=unknown,
        ),
        (),
    )


def _check_needed(texts: dict[str, str], faults: Faults) -> None:
    said = " ".join(faults)
    for key in NEEDED:
        if not texts[key] and faults.heading(key) not in said:
            faults.append(f"{faults.heading(key)} is empty.")
    for key, longest in (("period", LONGEST_PERIOD), ("reason", LONGEST_REASON)):
        if len(texts[key]) > longest:
            faults.append(f"{faults.heading(key)} is longer than {longest} letters.")


def _measure(texts: dict[str, str], known: Known, faults: Faults) -> KnownMeasure | None:
    measure = known.measures.get(texts["measure"].casefold())
    if measure is None and texts["measure"]:
        faults.append(f"No measure has the code “{texts['measure']}”. The template lists the codes.")
    code = texts["code"].upper()
    if code and code != known.organisation_code:
        faults.append(
            f"The row is of the organisation {code}. Here you import figures of {known.organisation_name} "
            f"({known.organisation_code}) alone."
        )
    return measure


def _group(texts: dict[str, str], measure: KnownMeasure | None, known: Known, faults: Faults) -> str:
    if measure is None:
        return ""
    group = known.groups[measure.code].get(texts["group"].casefold(), "")
    if measure.is_by_deprivation and not known.one_is_most_deprived and texts["group"].isdecimal():
        keys = [one.key for one in measure.groups]
        group = keys[-1 - keys.index(group)] if group in keys else group
    if not group and measure.groups:
        names = ", ".join(one.key for one in measure.groups)
        faults.append(f"{measure.title} has no group “{texts['group']}”. Its groups are: all, {names}.")
    elif not group:
        faults.append(f"{measure.title} has no groups. Leave {faults.heading('group')} empty.")
    return group


def _period(texts: dict[str, str], known: Known, faults: Faults) -> tuple[date | None, date | None]:
    start, end = (_day(key, texts, faults) for key in ("period_start", "period_end"))
    if start and end and end < start:
        faults.append(f"The period ends on {long_date(end)}, before it starts on {long_date(start)}.")
    if end and end > known.day:
        faults.append(
            f"The period ends on {long_date(end)}, which has still to come. Import it when it is over."
        )
    return start, end


def _published(texts: dict[str, str], end: date | None, known: Known, faults: Faults) -> date | None:
    if texts["published"].casefold() == NOT_KNOWN:
        return None
    day = _day("published", texts, faults)
    if day and day > known.day:
        faults.append(f"{faults.heading('published')} says {long_date(day)}, which has still to come.")
    if day and end and day < end:
        faults.append(
            f"{faults.heading('published')} says {long_date(day)}, before the period ends on {long_date(end)}. "
            f"If you cannot tell when it was published, write “{NOT_KNOWN}”."
        )
    return day


def _day(key: str, texts: dict[str, str], faults: Faults) -> date | None:
    if not texts[key]:
        return None
    day = _read(texts[key])
    if day is None:
        faults.append(
            f"{faults.heading(key)} says “{texts[key]}”. Write a date such as 1 April 2026 or 01/04/2026."
        )
    return day


@lru_cache(maxsize=4_096)
def _read(text: str) -> date | None:
    """Return the day that a text says. The same few days stand in a file again and again."""
    try:
        return read_day(text)
    except ValueError:
        return None


def _numbers(texts: dict[str, str], measure: KnownMeasure | None, faults: Faults) -> Numbers | None:
    state = state_named(texts["state"], faults)
    if measure is None or (texts["state"] and state is None):
        return None
    if state is not None and not state.has_figure:
        return blank(state, texts, faults)
    if texts["reason"]:
        faults.append(
            f"{faults.heading('reason')} is for rows without a figure. Take it out, or say in “State” what is so."
        )
    return figure(measure.unit, state, texts, faults)
