"""The words of the worked example: what each table shows, for somebody who does not work with statistics."""

from collections.abc import Sequence

from accountability.reference.figures import EVERYONE

FIFTHS = {
    "1": "Most deprived",
    "2": "Second most deprived",
    "3": "Middle",
    "4": "Second least deprived",
    "5": "Least deprived",
    EVERYONE: "All fifths together",
}
ORDINALS = {"1": "most deprived", "2": "second most deprived"}

OPENING = """\
# A worked example: our arithmetic on published figures

Written by `manage.py write_worked_example` from the files that ship with the portal; do not edit.

A board should not have to take a portal's arithmetic on trust. So this page takes figures that others have published,
works them out again from the same counts of people, and puts both side by side. It then shows how unequal those figures
are, in England and in each integrated care board, by four measures that the portal uses.

In every table, people are divided into fifths by the deprivation of where they live or of the GP practice they use.
"Most deprived" is the fifth with the most deprivation. Each percentage comes with its limits: chance alone would put the
true percentage outside them in one case of twenty (a 95% confidence interval, by Wilson's method). The fewer the people,
the further apart the limits."""

CVDPREVENT = """\
CVDPREVENT is NHS England's audit of heart and circulation disease in general practice. It publishes percentages with
limits for England, here in the period to March 2026. "Published" is what CVDPREVENT printed, "ours" is what the portal
works out from the counts. The file leaves noughts at the end away (91.9 for 91.90); they are put back here.

AF is atrial fibrillation, an irregular heartbeat. QRISK is a person's risk of a heart attack or stroke in ten years, and
LLT is treatment that lowers cholesterol. Hypertension is high blood pressure."""

SMOKING = """\
These are the people aged 15 and over whom their GP practice records as smoking. The file that ships with the portal was
derived from practice figures of the Office for Health Improvement and Disparities, so "published" here means: as printed
in that file. The fifths are of GP practices, by the deprivation of the people registered with them. First England:"""

EVERY_ROW = "The same was done for every row of the file:"

MEASURES = """\
- **Gap**: the percentage in the most deprived fifth less that in the least deprived fifth, in percentage points. Above 0,
  the figure is higher where people are most deprived; below 0 ("minus"), it is lower there. No gap is 0.
- **Ratio**: the same two percentages, one divided by the other: how many times as high the figure is in the most deprived
  fifth. No gap is 1.
- **Slope index of inequality**: gap and ratio look at the two ends alone. The slope index uses all the fifths: a straight
  line is drawn through them, and the index is how far that line falls or rises, in percentage points, from the most
  deprived person of the whole population to the least deprived one. It has the same sign as the gap.
- **Relative index of inequality**: how many times as high that line is at the most deprived end as at the least deprived.

In brackets: the limits. Where the limits of a gap or a slope index leave out 0, or those of a ratio or a relative index
leave out 1, chance alone does not explain the difference.

How they are worked out: the gap's limits by Newcombe's method (1998, method 10), the ratio's by that of Katz and others
(1978). The line is fitted by least squares to the percentages, each fifth weighted by its people; the slope index has
the limits that follow from the limits of each percentage, and the relative index has Fieller's (1954). All four are
formulas: nothing is drawn by chance, and the same files give the same digits each time."""

SCALES = """\
Other tools fit the line to the logarithms of percentages, or to their log odds. The slope index then comes out a little
different, and a board that compares two tools should ask which was used:"""

BOARDS = """\
The boards are the 42 that existed from July 2022 to March 2026, in alphabetical order. They are not ranked, and nothing
here feeds an oversight framework: a board with few deprived people and a board with many face different tasks.

Fifths are fifths of England's practices, not of the board's own, so boards can be compared with each other. The line of a
board is drawn through the fifths that it has, each as wide as its share of that board's people."""

NOT_KNOWN = """\
These boards have no GP practice in the most deprived fifth of England's practices. That is not the same as nobody smoking
there: there is nobody to count, so there is no percentage, and no gap and no ratio. We do not put the next fifth in its
place, because then the board's gap would be compared with gaps that mean something else. A line can still be drawn
through the fifths that are there, and the last column says which. It says nothing about the part of the population that
the board does not have."""

FEW_PRACTICES = """\
In these boards the most deprived fifth is one to four practices. Their gap and ratio are figures of those practices as
much as of deprivation:"""

LIMITS = """\
## What these figures cannot say

- The smoking fifths are of practices, not of people: a practice in the least deprived fifth has some people in hardship.
  The figures cover 98% of practices, and records of who smokes are not complete or up to date everywhere.
- Practices are counted under the board that they belonged to in October 2024, in both years.
- Limits tell of chance alone. They do not tell of errors in records, or of people who are registered nowhere, and those
  of a slope do not tell how well a straight line fits.
- Two years are not a trend.
- Contains public sector information licensed under the Open Government Licence v3.0. Where each file comes from is in
  [the read-me of the shipped figures](../../accountability/reference/README.md)."""


READ_ALOUD = (
    "To read aloud: in England in {year}, {most} of people smoked in the most deprived fifth, against {least} in the least "
    "deprived one. That is a gap of {gap} percentage points, or {ratio} times as many. The line through all five fifths "
    "falls by {slope} percentage points from the most deprived end to the least deprived one, and is {times} times as high "
    "where it starts as where it ends."
)


def fifths(numbers: Sequence[str]) -> str:
    """Which fifths: "all five fifths", or "fifths 2 to 5", counted from the most deprived."""
    if len(numbers) == len(FIFTHS) - 1:
        return "all five fifths"
    return f"fifths {numbers[0]} to {numbers[-1]}"


def reason(missing: Sequence[str]) -> str:
    """Why there is no gap where these fifths have no practice."""
    names = " or the ".join(ORDINALS[fifth] for fifth in missing)
    return f"No GP practice in the {names} fifth"
