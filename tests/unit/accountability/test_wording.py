"""Findings in words that a board member can read aloud."""

import re

import pytest

from accountability.statistics.findings import find
from accountability.statistics.observations import (
    Breakdown,
    Direction,
    MeasureFacts,
    Series,
    State,
    blank_point,
    counted_point,
    published_point,
)
from accountability.statistics.periods import calendar_month, financial_year
from accountability.statistics.results import STATE_KINDS, FindingKind
from accountability.statistics.wording import KIND_LABELS, FindingWords, state_sentence, words_for
from tests.unit.accountability.series import (
    ethnicity_series,
    facts,
    fifths_series,
    level_series,
    lipid_therapy,
    published_series,
    referral_to_treatment,
    smoking,
)

WIDE = ((500, 1000), (700, 1000))
NARROW = ((600, 1000), (700, 1000))
NONE = ((700, 1000), (700, 1000))
OTHER_WAY = ((700, 1000), (500, 1000))
LOWER = Direction.LOWER_IS_BETTER
ETHNIC = {"asian": (600, 1000), "black": (500, 1000), "white": (900, 1000), "unknown": (100, 1000)}


def say(series: Series) -> FindingWords:
    return words_for(find(series))


def test_smoking_in_west_yorkshire_two_points_only_and_lower_is_better() -> None:
    words = say(smoking())
    assert words.sentences == (
        "In West Yorkshire in 2023/24, 19.6% of people aged 15 and over were recorded as smoking in the most deprived fifth, against 8.1% in the least deprived fifth: a gap of 11.5 percentage points (95% confidence interval 11.3 to 11.6).",
        "Lower is better, so the most deprived fifth is worse off.",
        "The gap was 12.1 points in 2022/23, so it is now smaller by between 0.4 and 0.9 points (95% confidence interval), but almost unchanged in proportion (2.43 times then, 2.41 times now).",
        "Two years are not a trend.",
    )
    assert words.notes == ()
    assert words.label == "Two points only"
    assert words.headline == words.sentences[0]


def test_lipid_therapy_says_that_the_gap_lies_the_other_way_round() -> None:
    assert say(lipid_therapy()).sentences == (
        "In England in the period to March 2026, 70.1% of people at high risk had lipid therapy in the most deprived fifth, against 61.8% in the least deprived fifth: a gap of 8.3 percentage points (95% confidence interval 8.1 to 8.4).",
        "Higher is better, so this gap lies the other way round: the most deprived fifth is better off than the least deprived fifth.",
        "The figure in the most deprived fifth is 1.13 times that in the least deprived fifth (95% confidence interval 1.13 to 1.14).",
    )


def test_waits_in_west_yorkshire_name_the_month_that_is_missing() -> None:
    words = say(referral_to_treatment())
    assert words.sentences == (
        "In West Yorkshire in April 2026, 70.0% of people waiting had waited 18 weeks or less (95% confidence interval 69.8 to 70.2).",
        "It was 66.7% in October 2022, so it has risen by between 3.0 and 3.6 percentage points (95% confidence interval).",
        "Higher is better, so this is an improvement.",
        "This compares only the first and the latest of 42 months.",
    )
    assert words.notes == ("For April 2023 the figure is missing from the source.",)
    assert words.text.endswith("of 42 months. For April 2023 the figure is missing from the source.")


@pytest.mark.parametrize(
    ("series", "sentence"),
    [
        (
            fifths_series([WIDE, WIDE, NARROW]),
            "The gap was 20.0 points in 2019/20, so it is now smaller by between 4.1 and 15.9 points (95% confidence interval), and smaller in proportion too (0.71 times then, 0.86 times now).",
        ),
        (
            fifths_series([NARROW, NARROW, WIDE]),
            "The gap was 10.0 points in 2019/20, so it is now larger by between 4.1 and 15.9 points (95% confidence interval), and larger in proportion too (0.86 times then, 0.71 times now).",
        ),
        (
            fifths_series([((400, 10000), (200, 10000)), ((200, 10000), (60, 10000))], LOWER),
            "The gap was 2.00 points in 2019/20, so it is now smaller by between 0.03 and 1.17 points (95% confidence interval), but larger in proportion (2.00 times then, 3.33 times now).",
        ),
        (
            fifths_series([((5000, 9000), (3000, 9000)), ((1000, 9000), (550, 9000))], LOWER),
            "The gap was 22.2 points in 2019/20, so it is now smaller by between 15.6 and 18.8 points (95% confidence interval), but with no clear change in proportion (1.67 times then, 1.82 times now).",
        ),
        (
            fifths_series([WIDE, NARROW, WIDE]),
            "The gap was 20.0 points in 2019/20; since then it may have become anything from 5.9 points smaller to 5.9 points larger (95% confidence interval), so there is no clear change.",
        ),
        (
            fifths_series([WIDE, NONE, OTHER_WAY]),
            "The gap was 20.0 points the other way round in 2019/20, so it has changed sides.",
        ),
        (
            fifths_series([((699, 1000), (700, 1000)), NONE, OTHER_WAY]),
            "The gap was 0.1 points the other way round in 2019/20, so it is now larger by between 14.3 and 25.9 points (95% confidence interval).",
        ),
        (
            fifths_series([((0, 1000), (100, 1000)), ((0, 1000), (200, 1000))]),
            "The gap was 10.0 points in 2019/20, so it is now larger by between 6.9 and 13.1 points (95% confidence interval).",
        ),
        (
            published_series([(73.9, 83.1), (73.5, 83.4), (73.2, 83.6)]),
            "The gap was 9.2 years in 2019/20, so it is now 1.2 years larger.",
        ),
        (published_series([(70, 80), (71, 81)]), "The gap was 10.0 years in 2019/20, so it is the same."),
    ],
    ids=[
        "narrowing",
        "widening",
        "smaller in points, larger in proportion",
        "smaller in points, unclear in proportion",
        "no clear change",
        "reversed",
        "from a trifle on the other side",
        "no ratio from a zero",
        "no intervals",
        "no intervals and the same",
    ],
)
def test_what_became_of_a_gap(series: Series, sentence: str) -> None:
    assert say(series).sentences[2] == sentence


@pytest.mark.parametrize(
    ("series", "sentence"),
    [
        (
            fifths_series([((500, 1000), (510, 1000))]),
            "In 2019/20, 50.0% of people were seen in the most deprived fifth, against 51.0% in the least deprived fifth: a gap of 1.0 percentage points (95% confidence interval minus 3.4 to 5.4), which could be chance.",
        ),
        (
            fifths_series([NONE]),
            "In 2019/20, 70.0% of people were seen in the most deprived fifth, against 70.0% in the least deprived fifth: no gap (95% confidence interval minus 4.0 to 4.0).",
        ),
        (
            fifths_series([((0, 500), (50, 500))]),
            "In 2019/20, 0% of people were seen in the most deprived fifth, against 10.0% in the least deprived fifth: a gap of 10.0 percentage points (95% confidence interval 7.5 to 12.9).",
        ),
        (
            fifths_series([((5049, 10000), (7045, 10000))]),
            "In 2019/20, 50.5% of people were seen in the most deprived fifth, against 70.5% in the least deprived fifth: a gap of 20.0 percentage points (95% confidence interval 18.6 to 21.3).",
        ),
        (
            fifths_series([((5054, 10000), (7036, 10000))]),
            "In 2019/20, 50.5% of people were seen in the most deprived fifth, against 70.4% in the least deprived fifth: a gap of 19.8 percentage points (worked out before rounding; 95% confidence interval 18.5 to 21.1).",
        ),
        (
            published_series([(80, 80)]),
            "In 2019/20, life expectancy was 80.0 years in the most deprived fifth, against 80.0 years in the least deprived fifth: no gap.",
        ),
    ],
    ids=["could be chance", "none", "zero", "adds up", "does not add up when rounded", "none, unpublished"],
)
def test_how_large_a_gap_is(series: Series, sentence: str) -> None:
    assert say(series).headline == sentence


def test_a_gap_that_could_be_chance_has_nobody_worse_off() -> None:
    text = say(fifths_series([((500, 1000), (510, 1000))])).text
    assert "worse off" not in text
    assert "Higher is better" not in text


def test_where_neither_way_is_better_nobody_is_worse_off() -> None:
    assert "worse off" not in say(fifths_series([WIDE], Direction.NEUTRAL)).text


def test_figures_without_intervals_say_so() -> None:
    one, two, three = (
        say(published_series([(73.9, 83.1), (73.5, 83.4), (73.2, 83.6)][:count])) for count in (1, 2, 3)
    )
    nobody_knows = "o confidence interval was published, so chance cannot be ruled out."
    assert one.sentences[-1] == f"N{nobody_knows}"
    assert two.sentences[-1] == f"Two years are not a trend, and n{nobody_knows}"
    assert three.sentences[-1] == (
        f"This compares only the first and the latest of 3 years, and n{nobody_knows}"
    )


def test_ethnic_groups_say_why_these_two_and_who_is_not_known() -> None:
    words = say(ethnicity_series([{**ETHNIC, "asian": State.SUPPRESSED}]))
    assert words.headline.startswith(
        "In 2019/20, 50.0% of people were seen in the Black group, against 90.0% in the White group: a gap of"
    )
    assert words.sentences[1] == "Higher is better, so the Black group is worse off."
    assert words.notes == (
        "These two groups are compared because they are the furthest apart.",
        "For the Asian group the figure is suppressed, because small numbers could identify people.",
        "The group is not known for 33.3% of people, who are shown but not compared.",
    )
    assert say(ethnicity_series([ETHNIC], "white")).notes[0] == (
        "Groups are compared with the White group, and the Black group is the furthest from it."
    )


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (State.SUPPRESSED, "the figure is suppressed, because small numbers could identify people"),
        (State.MISSING, "the figure is missing from the source"),
        (State.NOT_REPORTED, "the figure was not reported"),
        (State.NOT_APPLICABLE, "the measure does not apply"),
    ],
)
def test_a_gap_that_cannot_be_given_says_why_and_gives_the_last(state: State, why: str) -> None:
    words = say(fifths_series([WIDE, (state, (700, 1000))]))
    assert words.sentences[0] == f"In 2020/21, no gap can be given: for the most deprived fifth {why}."
    assert words.sentences[1].startswith("In 2019/20, 50.0% of people were seen in the most deprived fifth")
    assert words.label == KIND_LABELS[STATE_KINDS[state]]


def test_a_gap_that_never_was_says_why_once() -> None:
    never = (State.NOT_APPLICABLE, (700, 1000))
    words = say(fifths_series([never, never]))
    assert words.text == (
        "In 2020/21, no gap can be given: for the most deprived fifth the measure does not apply."
    )


def test_the_reason_for_a_blank_is_given_in_its_own_words() -> None:
    year = financial_year(2023)
    point = blank_point(year, State.NOT_APPLICABLE, group="1", reason="No practice here is in that fifth.")
    whole = fifths_series([WIDE])
    words = say(Series(whole.measure, (*whole.points, point), whole.groups))
    assert words.sentences[1] == "No practice here is in that fifth."


@pytest.mark.parametrize(
    ("series", "sentences"),
    [
        (
            level_series([(500, 1000), (550, 1000)]),
            (
                "In February 2025, 55.0% of people were seen (95% confidence interval 51.9 to 58.1).",
                "It was 50.0% in January 2025, so it has risen by between 0.6 and 9.3 percentage points (95% confidence interval).",
                "Higher is better, so this is in the right direction.",
                "Two months are not a trend.",
            ),
        ),
        (
            level_series([(500, 1000), (550, 1000)], LOWER),
            (
                "In February 2025, 55.0% of people were seen (95% confidence interval 51.9 to 58.1).",
                "It was 50.0% in January 2025, so it has risen by between 0.6 and 9.3 percentage points (95% confidence interval).",
                "Lower is better, so this is in the wrong direction.",
                "Two months are not a trend.",
            ),
        ),
        (
            level_series([(600, 1000), (500, 1000), (500, 1000)]),
            (
                "In March 2025, 50.0% of people were seen (95% confidence interval 46.9 to 53.1).",
                "It was 60.0% in January 2025, so it has fallen by between 5.6 and 14.3 percentage points (95% confidence interval).",
                "Higher is better, so this is a worsening.",
                "This compares only the first and the latest of 3 months.",
            ),
        ),
        (
            level_series([(600, 1000)] * 3),
            (
                "In March 2025, 60.0% of people were seen (95% confidence interval 56.9 to 63.0).",
                "It was 60.0% in January 2025; since then it may have moved anywhere from 4.3 points lower to 4.3 points higher (95% confidence interval), so there is no clear change.",
                "This compares only the first and the latest of 3 months.",
            ),
        ),
        (
            level_series([(0, 1000)]),
            ("In January 2025, 0% of people were seen (95% confidence interval 0.0 to 0.4).",),
        ),
        (
            level_series([(600, 1000), State.SUPPRESSED]),
            (
                "In February 2025, the figure is suppressed, because small numbers could identify people.",
                "In January 2025, 60.0% of people were seen (95% confidence interval 56.9 to 63.0).",
            ),
        ),
        (level_series([State.NOT_REPORTED] * 2), ("In February 2025, the figure was not reported.",)),
        (level_series([State.NOT_APPLICABLE] * 2), ("People seen: this measure does not apply here.",)),
        (level_series([]), ("We hold no figure here: ask your team for it.",)),
        (fifths_series([]), ("We hold no figures by group here: ask your team for them.",)),
    ],
    ids=[
        "two points",
        "two points, lower is better",
        "worse",
        "constant",
        "zero",
        "suppressed",
        "not reported",
        "not applicable",
        "empty",
        "empty by group",
    ],
)
def test_one_figure_in_words(series: Series, sentences: tuple[str, ...]) -> None:
    assert say(series).sentences == sentences


def test_a_level_without_intervals() -> None:
    measure = MeasureFacts("Score", Direction.NEUTRAL)
    months = [calendar_month(2025, month) for month in (1, 2)]
    up = Series(measure, (published_point(months[0], 70), published_point(months[1], 72)))
    assert say(up).sentences[1] == "It was 70.0% in January 2025, so it is now 2.0 percentage points higher."
    same = Series(measure, (published_point(months[0], 70), published_point(months[1], 70)))
    assert say(same).sentences[1] == "It was 70.0% in January 2025, so it is the same."


def test_many_months_without_a_figure_are_counted_and_few_are_listed() -> None:
    gone = [State.NOT_REPORTED] * 4
    notes = say(level_series([*gone, (5, 9), State.MISSING, State.MISSING, (5, 9)])).notes
    assert notes == (
        "For June 2025 and July 2025 the figure is missing from the source.",
        "For 4 months, the first January 2025 and the last April 2025, the figure was not reported.",
    )


def test_a_reason_for_a_blank_latest_month_is_said_aloud() -> None:
    month = calendar_month(2026, 2)
    point = blank_point(month, State.NOT_APPLICABLE, reason="The trust has no A&E department.")
    measure = MeasureFacts("A&E within four hours", Direction.HIGHER_IS_BETTER, place="at the trust")
    assert say(Series(measure, (point,))).text == (
        "A&E within four hours: this measure does not apply at the trust. The trust has no A&E department."
    )


@pytest.mark.parametrize("state", list(State))
def test_each_state_has_one_plain_sentence(state: State) -> None:
    sentence = state_sentence(state)
    assert re.fullmatch(r"[A-Z][^.]+\.", sentence)


def test_each_kind_has_a_label_of_its_own() -> None:
    assert set(KIND_LABELS) == set(FindingKind)
    assert len(set(KIND_LABELS.values())) == len(KIND_LABELS)


def test_another_confidence_is_named() -> None:
    month = calendar_month(2025, 1)
    series = Series(facts(), (counted_point(month, 5, 9, confidence=0.998),), confidence=0.998)
    assert "(99.8% confidence interval " in say(series).headline


def test_nothing_to_read_aloud_is_longer_than_four_sentences() -> None:
    cases = [smoking(), lipid_therapy(), referral_to_treatment(), ethnicity_series([ETHNIC] * 3)]
    assert all(1 <= len(say(series).sentences) <= 4 for series in cases)
    assert Breakdown.NONE not in {series.measure.breakdown for series in (cases[0], cases[1], cases[3])}
