"""What held when, told from files that each saw one day."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hileads.organisations.odsfiles.timeline import (
    Period,
    Timeline,
    clipped,
    joined,
    latest,
    observe,
    overlay,
    value_on,
)

JAN, APR, JUL = date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)
ONE_DAY = timedelta(days=1)


def test_the_first_file_says_how_it_is_from_its_day_on():
    assert observe((), JAN, "north", None) == (Period("north", JAN),)


def test_a_newer_file_that_agrees_changes_nothing():
    seen = observe((), JAN, "north", None)
    assert observe(seen, JUL, "north", None) is seen


def test_a_change_counts_from_the_day_of_the_file_that_saw_it():
    seen = observe(observe((), JAN, "north", None), JUL, "south", None)
    assert seen == (Period("north", JAN, JUL - ONE_DAY), Period("south", JUL))
    assert value_on(seen, APR) == "north"
    assert latest(seen) == "south"


def test_an_older_file_adds_to_the_past_and_leaves_the_present_alone():
    present = observe((), JUL, "south", None)
    assert observe(present, JAN, "north", JUL) == (Period("north", JAN, JUL - ONE_DAY), Period("south", JUL))
    assert observe(present, JAN, "south", JUL) == (Period("south", JAN),)


def test_a_file_between_two_others_holds_until_the_next_of_them():
    same_twice = observe(observe((), JAN, "north", None), JUL, "north", None)
    assert observe(same_twice, APR, "south", JUL) == (
        Period("north", JAN, APR - ONE_DAY),
        Period("south", APR, JUL - ONE_DAY),
        Period("north", JUL),
    )


def test_what_held_up_to_a_known_end_is_displaced_up_to_that_end():
    ended = (Period("north", JAN, APR),)
    assert observe(ended, JAN + ONE_DAY, "south", None) == (
        Period("north", JAN, JAN),
        Period("south", JAN + ONE_DAY, APR),
    )
    assert value_on(ended, JUL) is None


def test_a_piece_replaces_what_was_there_and_no_more():
    seen = (Period("north", JAN),)
    assert overlay(seen, APR, JUL - ONE_DAY, (Period("south", APR, JUL - ONE_DAY),)) == (
        Period("north", JAN, APR - ONE_DAY),
        Period("south", APR, JUL - ONE_DAY),
        Period("north", JUL),
    )
    assert clipped(seen, APR, JUL) == (Period("north", APR, JUL),)
    assert clipped(seen, APR, None) == (Period("north", APR),)
    assert latest(()) is None


DAYS = st.integers(0, 40).map(lambda number: JAN + timedelta(days=number))
SIGHTS = st.dictionaries(DAYS, st.sampled_from(["north", "south"]), max_size=7)


def told(sights: list[tuple[date, str]]) -> Timeline[str]:
    """Enter sights one after the other, each knowing which days have been read before it."""
    timeline: Timeline[str] = ()
    read: list[date] = []
    for day, value in sights:
        later = [other for other in read if other > day]
        timeline = observe(timeline, day, value, min(later, default=None))
        read.append(day)
    return timeline


@given(SIGHTS, st.randoms(use_true_random=False))
def test_whatever_the_order_of_the_files_every_file_is_true_on_its_day(sights, shuffler):
    order = list(sights.items())
    shuffler.shuffle(order)
    timeline = told(order)
    for day, value in sights.items():
        assert value_on(timeline, day) == value
    assert timeline == joined(timeline)
    for before, after in pairwise(timeline):
        assert before.to_date is not None
        assert before.to_date < after.from_date


@given(SIGHTS, st.randoms(use_true_random=False))
def test_the_newest_file_decides_the_present_in_whatever_order(sights, shuffler):
    order = list(sights.items())
    shuffler.shuffle(order)
    timeline = told(order)
    assert latest(timeline) == (sights[max(sights)] if sights else None)
    assert timeline == told(sorted(sights.items()))
