"""Means with Student's limits."""

import pytest

from accountability.statistics.estimates import Estimate
from accountability.statistics.means import mean_interval


def test_the_interval_of_three_values_uses_the_printed_quantile_of_student():
    got = mean_interval([1, 2, 3, float("nan")])
    assert got.value == 2
    assert got.interval == pytest.approx((2 - 4.302653 / 3**0.5, 2 + 4.302653 / 3**0.5), abs=1e-6)


def test_one_value_alone_has_a_mean_without_an_interval():
    assert mean_interval([5.0]) == Estimate(5)


def test_a_mean_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one value"):
        mean_interval([float("nan")])
