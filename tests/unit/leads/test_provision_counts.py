"""Time and support across the country: from the real tables, too, no small count can be worked out."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from hileads.disclosure import FEWEST, Table, safe_to_show
from hileads.leads.models import Provision, Support
from hileads.leads.queries.provision import COLUMNS, ENGLAND, RESTS, _answers, _table
from tests.unit.attackers import attacked_by_algebra, attacked_by_intervals, attacked_exactly

REGIONS, KINDS = ("London", "North West", "South West"), ("Integrated care board", "NHS trust")
DAYS = st.sampled_from([None, Decimal(0), Decimal("1.5"), Decimal(4), Decimal(9)])
HELP = st.none() | st.lists(st.sampled_from(Support.values), max_size=2, unique=True)
POSTS = st.lists(
    st.tuples(
        st.sampled_from(REGIONS), st.sampled_from(KINDS), DAYS, st.sampled_from([None, True, False]), HELP
    ),
    min_size=1,
    max_size=60,
)


def table_of(posts: list[tuple]) -> Table:
    told = [
        (region, kind, _answers(Provision(days_a_month=days, has_budget=budget, support=support)))
        for region, kind, days, budget, support in posts
    ]
    counts = {
        (label, column): sum(
            column in answers and label in (ENGLAND, region, kind) for region, kind, answers in told
        )
        for label in (ENGLAND, *REGIONS, *KINDS)
        for column in (*COLUMNS, *RESTS)
    }
    return _table(counts, [REGIONS, KINDS])


@given(posts=POSTS)
@settings(max_examples=40, deadline=None)
def test_no_hidden_count_can_be_worked_out(posts: list[tuple]):
    table = table_of(posts)
    shown = safe_to_show(table)
    assert set(shown) == {cell for cell in table.counts if cell[1] in COLUMNS}
    assert not any(value is not None and 0 < value < FEWEST for value in shown.values())
    assert attacked_by_intervals(table, shown) == {}
    assert attacked_by_algebra(table, shown) == []


@given(posts=POSTS)
@settings(max_examples=20, deadline=None)
def test_nor_by_whoever_tries_every_table_that_would_look_the_same(posts: list[tuple]):
    table = table_of(posts)
    assert attacked_exactly(table, safe_to_show(table)) == set()


def test_whoever_tries_every_table_finds_a_count_that_is_hidden_alone():
    table = table_of([("London", "NHS trust", None, has, None) for has in [True] * 3 + [False] * 9])
    shown = safe_to_show(table)
    alone = shown | {cell: table.counts[cell] for cell in shown if cell != (ENGLAND, "budget_yes")}
    assert attacked_exactly(table, alone) == {(ENGLAND, "budget_yes")}
