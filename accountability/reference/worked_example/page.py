"""docs/reference/worked-example.md, put together from the shipped figures and nothing else."""

from collections.abc import Iterable, Sequence
from textwrap import fill

from accountability.reference.worked_example import words
from accountability.reference.worked_example.figures import (
    BOARD,
    ENGLAND,
    FIFTHS,
    REGION,
    Printed,
    boards,
    by_fifth,
    cvdprevent,
    series_of,
    smoking,
)
from accountability.reference.worked_example.inequality import Inequality, inequality, line
from accountability.statistics.columns import Figures
from accountability.statistics.estimates import Estimate
from accountability.statistics.formats import interval, number
from accountability.statistics.links import Link

NOT_KNOWN = "not known"
PUBLISHED = ["Percentage, published", "ours", "Limits, published", "ours", "Agree"]
MEASURES = ["Gap, points", "Ratio, times", "Slope index, points", "Relative index, times"]
KINDS = {ENGLAND: "England", REGION: "Regions", BOARD: "Integrated care boards"}
SCALES = {
    Link.IDENTITY: "The percentages, as above",
    Link.LOG: "Their logarithms",
    Link.LOGIT: "Their log odds",
}
FEW_PRACTICES = 5
LINE = 120

Rows = list[list[str]]


def page() -> str:
    """The whole document, ending in one line break."""
    parts = [
        words.OPENING,
        *("## Treatment: 20 published intervals", words.CVDPREVENT, _treatment(), _verdict(cvdprevent())),
        *("## Smoking: the series, in its printed digits", words.SMOKING, _smoking(), _agreement()),
        *("## How unequal: England", words.MEASURES, _england(), _aloud(), words.SCALES, _scales()),
        *("## How unequal: each integrated care board", words.BOARDS, *_years()),
        *("### Where gap and ratio are not known", words.NOT_KNOWN, _without(), _few_practices()),
        words.LIMITS,
    ]
    return "\n\n".join(parts) + "\n"


def table(heading: Sequence[str], rows: Rows) -> str:
    """A Markdown table that is also readable as it is."""
    widths = [max(len(row[place]) for row in [heading, *rows]) for place in range(len(heading))]
    lines = [heading, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in lines
    )


def beside(figure: Printed) -> list[str]:
    """Published and ours, side by side, and whether every digit agrees."""
    value, *limits = figure.published
    our_value, *our_limits = figure.worked_out
    verdict = "no" if figure.differing else "yes"
    return [f"{value}%", f"{our_value}%", " to ".join(limits), " to ".join(our_limits), verdict]


def measures(found: Inequality) -> list[str]:
    """Gap, ratio, slope index and relative index with their limits, each in one cell."""
    gap = _with_limits(found.gap.value, found.gap.interval, 2) if found.gap else NOT_KNOWN
    ratio = NOT_KNOWN
    if found.ratio and found.ratio.ratio is not None:
        ratio = _with_limits(found.ratio.ratio, found.ratio.interval, 3)
    slope = _with_limits(found.slope.value, found.slope.interval, 2)
    return [gap, ratio, slope, _with_limits(found.times.value, found.times.interval, 3)]


def _with_limits(value: float, limits: tuple[float, float] | None, decimals: int) -> str:
    if limits is None:
        return number(value, decimals)
    return f"{number(value, decimals)} ({interval(Estimate(value, *limits), decimals)})"


def _verdict(figures: Iterable[Printed]) -> str:
    rows = list(figures)
    differing = sum(row.differing for row in rows)
    if differing:
        return f"Of {3 * len(rows):,} printed figures, {differing:,} differ from ours in a digit."
    return f"All {3 * len(rows):,} printed figures agree with ours to the last digit."


def _treatment() -> str:
    rows = [[row.series, words.FIFTHS[row.group], *beside(row)] for row in cvdprevent()]
    return table(["What is counted", "Fifth", *PUBLISHED], rows)


def _smoking() -> str:
    england = [row for row in smoking() if row.kind == ENGLAND]
    rows = [[row.series, words.FIFTHS[row.group], *beside(row)] for row in england]
    return table(["Year", "Fifth", *PUBLISHED], rows)


def _agreement() -> str:
    rows = []
    for kind, name in KINDS.items():
        own = [row for row in smoking() if row.kind == kind]
        rows.append(
            [
                name,
                str(len({row.place for row in own})),
                str(len(own)),
                str(sum(row.differing for row in own)),
            ]
        )
    counted = table(["Whose", "Places", "Percentages with limits", "Figures that differ"], rows)
    return f"{words.EVERY_ROW}\n\n{counted}\n\n{_verdict(smoking())}"


def _england() -> str:
    rows = []
    for figures, what in ((cvdprevent(), "{}"), (smoking(), "Smoking, {}")):
        for series in series_of(figures):
            found = inequality(by_fifth(figures, ENGLAND, series))
            rows.append([what.format(series), *measures(found)])
    return table(["What is counted", *MEASURES], rows)


def _aloud() -> str:
    latest = series_of(smoking())[-1]
    figures = by_fifth(smoking(), ENGLAND, latest)
    gap, ratio, slope, times = (cell.split(" ")[0] for cell in measures(inequality(figures)))
    most, least = (f"{figures[end].ours.value:.1f}%" for end in (FIFTHS[0], FIFTHS[-1]))
    said = words.READ_ALOUD.format(
        year=latest, most=most, least=least, gap=gap, ratio=ratio, slope=slope, times=times
    )
    return fill(said, LINE, break_on_hyphens=False)


def _scales() -> str:
    latest = series_of(smoking())[-1]
    figures = by_fifth(smoking(), ENGLAND, latest)
    rows = []
    for scale, name in SCALES.items():
        index = line(figures, scale)
        rows.append([name, _index(index.slope, 2), _index(index.ratio, 3)])
    return table([f"Smoking, {latest}: line fitted to", *MEASURES[2:]], rows)


def _index(figures: Figures, decimals: int) -> str:
    limits = float(figures.lower), float(figures.upper)
    return _with_limits(float(figures.value), limits, decimals)


def _years() -> list[str]:
    return [f"### Smoking, {year}\n\n{_boards(year)}" for year in series_of(smoking())]


def _boards(year: str) -> str:
    rows = []
    for code, name in boards().items():
        found = inequality(by_fifth(smoking(), code, year))
        rows.append([name, code, *measures(found), words.fifths(found.fifths)])
    return table(["Integrated care board", "Code", *MEASURES, "Slope rests on"], rows)


def _without() -> str:
    latest = series_of(smoking())[-1]
    rows = []
    for code, name in boards().items():
        found = inequality(by_fifth(smoking(), code, latest))
        if found.without:
            rows.append([name, code, words.reason(found.without), words.fifths(found.fifths)])
    return table(["Integrated care board", "Code", "Why gap and ratio are not known", "Slope rests on"], rows)


def _few_practices() -> str:
    latest = series_of(smoking())[-1]
    rows = []
    for code, name in boards().items():
        most = by_fifth(smoking(), code, latest).get(FIFTHS[0])
        if most and most.practices is not None and most.practices < FEW_PRACTICES:
            rows.append([name, code, str(most.practices), f"{most.denominator:,}"])
    heading = ["Integrated care board", "Code", "Practices in the most deprived fifth", "People they count"]
    return f"{words.FEW_PRACTICES}\n\n{table(heading, rows)}"
