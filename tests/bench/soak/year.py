"""A year of mail for many people, passed from one due moment to the next."""

import time

from django.test import override_settings

from hileads.notifications.models import Stream
from tests.bench.ground import table
from tests.year import WEEKS, a_year, more_than_one_a_week, not_settled, outside_hours, week_after


def pass_a_year(people: int) -> bool:
    """Let a year pass for so many people; say what left, and whether anyone got more than they should."""
    started = time.monotonic()
    with override_settings(SENDING_HOURS="office"), a_year(people) as year:
        year.pass_until(week_after(WEEKS))
    crowded, outside, waiting = more_than_one_a_week(year.left), outside_hours(year.left), not_settled()
    rows = [["People", f"{people:,}"], ["Due moments passed", f"{year.steps:,}"]]
    rows += [
        [f"Left: {stream.label}", f"{sum(one.stream == stream for one in year.left):,}"] for stream in Stream
    ]
    rows += [
        ["People and weeks with more than one mail that could wait", str(len(crowded))],
        ["Left outside the hours, which should not have", str(len(outside))],
        ["Never settled", str(waiting)],
        ["Seconds from start to end", f"{time.monotonic() - started:.0f}"],
    ]
    table(["A year of mail", "Count"], rows)
    return not crowded and not outside and not waiting
