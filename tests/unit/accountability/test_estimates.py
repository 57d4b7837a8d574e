"""A figure with its interval, and the difference of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.estimates import Estimate, difference, z_score

FIGURES = st.floats(-1e6, 1e6)
REACHES = st.floats(0, 1e6)


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    value = draw(FIGURES)
    return Estimate(value, value - draw(REACHES), value + draw(REACHES))


def test_the_usual_confidence_reaches_1_96_standard_errors() -> None:
    assert z_score() == pytest.approx(1.959963984540054)
    assert z_score(0.998) == pytest.approx(3.090232306167813)


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5])
def test_a_confidence_that_is_no_fraction_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        z_score(confidence)


@pytest.mark.parametrize(
    ("value", "lower", "upper", "message"),
    [
        (1, 0, None, "both of its limits"),
        (1, None, 2, "both of its limits"),
        (3, 1, 2, "do not enclose"),
        (0, 1, 2, "do not enclose"),
        (float("nan"), None, None, "finite"),
        (1, float("-inf"), 2, "finite"),
    ],
)
def test_an_estimate_that_cannot_be_is_refused(
    value: float, lower: float | None, upper: float | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Estimate(value, lower, upper)


def test_an_interval_excludes_what_lies_outside_it() -> None:
    estimate = Estimate(2, 1, 3)
    assert estimate.excludes(0) is True
    assert estimate.excludes(1) is False
    assert estimate.excludes(4) is True
    assert estimate.interval == (1, 3)


def test_without_an_interval_nobody_can_say_what_it_excludes() -> None:
    assert Estimate(2).excludes(0) is None
    assert Estimate(2).interval is None
    assert Estimate(2).turned() == Estimate(-2)
    assert difference(Estimate(5), Estimate(2, 1, 3)) == Estimate(3)
    assert difference(Estimate(5, 4, 6), Estimate(2)) == Estimate(3)


def test_sides_of_unequal_reach_are_combined_crosswise() -> None:
    gap = difference(Estimate(10, 6, 11), Estimate(4, 2, 7))
    assert gap.value == 6
    assert gap.interval == pytest.approx((6 - 5, 6 + 5**0.5))


@given(estimates(), estimates())
def test_a_difference_seen_from_the_other_side_is_the_same_gap(first: Estimate, second: Estimate) -> None:
    there, back = difference(first, second), difference(second, first).turned()
    assert there.interval is not None
    assert back.interval is not None
    assert there.value == pytest.approx(back.value)
    assert there.interval == pytest.approx(back.interval)
    assert there.interval[0] <= there.value <= there.interval[1]


@given(estimates())
def test_a_figure_does_not_differ_from_itself(figure: Estimate) -> None:
    gap = difference(figure, figure)
    assert gap.value == 0
    assert gap.excludes(0) is False
