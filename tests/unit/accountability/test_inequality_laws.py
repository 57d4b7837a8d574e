"""More laws that measures of inequality keep, whatever the figures; those of one measure alone stand beside its tests."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountability.statistics.gaps import absolute_gap, relative_gap
from accountability.statistics.group_gaps import attributable_risk, gaps_to
from accountability.statistics.slopes import slope_index

Groups = list[tuple[float, int, float]]
"""Each group's figure (a proportion), its people, and the error of its figure."""

figures = st.floats(0.05, 0.9)
people = st.integers(50, 50_000)
errors = st.floats(0.0001, 0.02)
ordered = st.lists(st.tuples(figures, people, errors), min_size=5, max_size=12)
some = st.lists(st.tuples(figures, people, errors), min_size=3, max_size=8)


def columns(groups: Groups) -> tuple[list[float], list[int], list[float]]:
    values, populations, spreads = zip(*groups, strict=True)
    return list(values), list(populations), list(spreads)


@given(ordered, st.integers(2, 9))
def test_a_slope_does_not_depend_on_how_large_the_whole_population_is(groups: Groups, factor: int):
    values, populations, spreads = columns(groups)
    plain = slope_index(values, populations, spreads)
    larger = slope_index(values, np.array(populations) * factor, spreads)
    assert larger.slope.value == pytest.approx(plain.slope.value, abs=1e-12)


@given(ordered)
def test_limits_of_a_slope_enclose_it(groups: Groups):
    index = slope_index(*columns(groups))
    assert index.slope.lower <= index.slope.value <= index.slope.upper
    if not np.isnan(index.ratio.lower):
        assert index.ratio.lower <= index.ratio.value <= index.ratio.upper


@given(figures, st.lists(people, min_size=5, max_size=12))
def test_equal_figures_have_no_slope(value: float, populations: list[int]):
    index = slope_index([value] * len(populations), populations, [0.01] * len(populations))
    assert index.slope.value == pytest.approx(0, abs=1e-9)
    assert index.ratio.value == pytest.approx(1)


counts = st.integers(1, 999).flatmap(lambda some: st.tuples(st.just(some), st.integers(some + 1, 5_000)))


@given(counts, counts)
def test_the_limits_of_a_gap_enclose_it(one: tuple[int, int], other: tuple[int, int]):
    gap, ratio = absolute_gap(*one, *other), relative_gap(*one, *other)
    assert gap.lower <= gap.value <= gap.upper
    assert ratio.lower <= ratio.ratio <= ratio.upper


@given(some)
def test_gaps_to_a_group_are_nought_from_itself_and_add_up(groups: Groups):
    values, _, spreads = columns(groups)
    to_first, to_last = gaps_to(values, spreads, 0), gaps_to(values, spreads, len(values) - 1)
    assert to_first.difference.value[0] == 0
    assert to_first.ratio.value[0] == 1
    assert to_first.difference.value[-1] == pytest.approx(-to_last.difference.value[0])
    assert to_first.ratio.value[-1] == pytest.approx(1 / to_last.ratio.value[0])


@given(some)
def test_nobody_would_gain_from_a_group_that_does_no_better_than_everyone(groups: Groups):
    values, populations, _ = columns(groups)
    worst = int(np.argmin(values))
    risk = attributable_risk(values, populations, worst, higher_is_better=True)
    assert (risk.risk.value, risk.percent.value) == pytest.approx((0, 0), abs=1e-9)
    best = attributable_risk(values, populations, int(np.argmax(values)), higher_is_better=True)
    assert best.risk.value >= -1e-12
    assert best.risk.lower <= best.risk.value <= best.risk.upper
