"""Counts of few people: what is hidden cannot be worked out from what is shown."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hileads.disclosure import FEWEST, Cell, Sum, Table, safe_to_show, worked_out
from tests.unit.attackers import attacked_by_algebra, attacked_by_intervals

ALL = "all"


def cross(rows: dict[str, list[int]], *, with_beside: bool = False) -> Table:
    """Return a table with a total for each row, for each column, and for everything."""
    counts: dict[Cell, int] = {}
    for name, values in rows.items():
        counts |= {(name, str(place)): value for place, value in enumerate(values)}
        counts[name, ALL] = sum(values)
    columns = [str(place) for place in range(len(next(iter(rows.values()))))]
    for column in [*columns, ALL]:
        counts[ALL, column] = sum(counts[name, column] for name in rows)
    sums = [Sum((name, ALL), tuple((name, column) for column in columns)) for name in [*rows, ALL]] + [
        Sum((ALL, column), tuple((name, column) for name in rows)) for column in [*columns, ALL]
    ]
    beside = {
        (name, column): (name, ALL) for name, column in product([*rows, ALL], columns) if counts[ALL, column]
    }
    return Table(counts, sums, beside=beside if with_beside else {})


TABLES = st.integers(1, 4).flatmap(
    lambda width: st.dictionaries(
        st.sampled_from("abcdef"),
        st.lists(st.integers(0, 12), min_size=width, max_size=width),
        min_size=1,
        max_size=5,
    )
)


@pytest.mark.parametrize("with_beside", [False, True])
@given(rows=TABLES)
@settings(max_examples=60, deadline=None)
def test_nothing_hidden_can_be_worked_out(rows: dict[str, list[int]], with_beside: bool):
    table = cross(rows, with_beside=with_beside)
    shown = safe_to_show(table)
    assert attacked_by_intervals(table, shown) == {}
    assert attacked_by_algebra(table, shown) == []


@given(rows=TABLES)
@settings(max_examples=60, deadline=None)
def test_small_counts_are_hidden_zeros_are_shown_and_what_is_shown_is_true(rows: dict[str, list[int]]):
    table = cross(rows)
    for cell, value in safe_to_show(table).items():
        if 0 < table.counts[cell] < FEWEST:
            assert value is None
        elif table.counts[cell] == 0:
            assert value == 0
        else:
            assert value in (None, table.counts[cell])


def test_large_counts_are_all_shown():
    table = cross({"a": [5, 9], "b": [0, 30]})
    assert safe_to_show(table) == table.counts


def test_one_small_count_hides_the_next_smallest_in_its_row_and_column():
    table = cross({"a": [3, 10, 20], "b": [8, 12, 25]})
    shown = safe_to_show(table)
    assert {cell for cell, value in shown.items() if value is None} == {
        ("a", "0"),
        ("a", "1"),
        ("b", "0"),
        ("b", "1"),
    }


def test_beside_a_small_total_not_even_a_zero_is_shown():
    table = cross({"a": [3, 0], "b": [20, 9], "c": [10, 30]}, with_beside=True)
    shown = safe_to_show(table)
    assert shown["a", "1"] is None
    assert shown["a", ALL] is None
    assert None in (shown["b", ALL], shown["c", ALL])


def test_what_nobody_has_anywhere_is_none_everywhere():
    shown = safe_to_show(cross({"a": [3, 0], "b": [20, 0]}, with_beside=True))
    assert [shown[row, "1"] for row in ("a", "b", ALL)] == [0, 0, 0]


def test_a_small_rest_that_no_table_shows_is_protected_too():
    sums = [Sum(("a", ALL), (("a", "with"), ("a", "without")))]
    rest = ("a", "without")
    few = Table({("a", ALL): 20, ("a", "with"): 18, rest: 2}, sums, {rest})
    assert safe_to_show(few) == {("a", ALL): 20, ("a", "with"): None}
    many = Table({("a", ALL): 20, ("a", "with"): 8, rest: 12}, sums, {rest})
    assert safe_to_show(many) == {("a", ALL): 20, ("a", "with"): 8}


def test_two_small_counts_that_can_only_be_one_each_hide_their_total():
    sums = [Sum(("a", ALL), tuple(("a", str(place)) for place in range(5)))]
    table = Table({("a", ALL): 5} | {("a", str(place)): 1 for place in range(5)}, sums)
    assert safe_to_show(table)["a", ALL] is None


def test_where_everything_is_hidden_there_is_nothing_more_to_hide():
    table = Table({("a", "0"): 1, ("a", ALL): 1}, [Sum(("a", ALL), (("a", "0"),))])
    assert set(safe_to_show(table).values()) == {None}


def test_cells_are_worked_out_from_several_sums_together():
    cells = {("x", ALL): 10, ("y", ALL): 8, ("z", ALL): 6, ("a", "0"): 6, ("b", "0"): 4, ("c", "0"): 2}
    a, b, c = [("a", "0"), ("b", "0"), ("c", "0")]
    sums = [Sum(("x", ALL), (a, b)), Sum(("y", ALL), (a, c)), Sum(("z", ALL), (b, c))]
    assert worked_out(Table(cells, sums), {a, b, c}) == {a, b, c}
