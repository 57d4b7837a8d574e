"""Fifths and tenths of areas."""

import numpy as np
import pytest

from accountability.statistics.quantiles import assign_quantiles


def test_ten_areas_fall_two_by_two_into_fifths_highest_first():
    values = [50, 10, 40, 20, 30, 60, 70, 80, 90, 100]
    assert assign_quantiles(values, 5).tolist() == [3, 5, 4, 5, 4, 3, 2, 2, 1, 1]
    assert assign_quantiles(values, 5, highest_first=False).tolist() == [3, 1, 2, 1, 2, 3, 4, 4, 5, 5]


def test_ties_share_the_lower_rank_and_a_missing_value_has_no_part():
    got = assign_quantiles([1, 1, 1, np.nan, 4, 5], 2, highest_first=False)
    assert got[:3].tolist() == [1, 1, 1]
    assert np.isnan(got[3])
    assert got[4:].tolist() == [2, 2]


def test_fewer_areas_than_parts_have_none():
    assert np.isnan(assign_quantiles([1, 2, np.nan], 3)).all()


def test_areas_are_not_divided_into_one():
    with pytest.raises(ValueError, match="at least 2 parts"):
        assign_quantiles([1, 2], 1)
