"""A year in which nobody gets more mail than they should, and none outside the hours."""

import pytest

from hileads.clock import UK
from hileads.notifications.models import Stream
from hileads.sending_hours import may_leave
from tests.year import WEEKS, a_year, more_than_one_a_week, not_settled, outside_hours, week_after

pytestmark = pytest.mark.django_db

PEOPLE = 20
"""So few that the year passes within a minute, and enough for every kind of mail. `make soak` passes it for 5,000."""
EVERY_KIND = {
    "digest",
    "session-accepted",
    "session-answer",
    "session-cancelled",
    "session-changed",
    "session-invitation",
    "session-reminder",
}


def test_a_year_of_mail(settings):
    settings.SENDING_HOURS = "office"
    with a_year(PEOPLE) as year:
        year.pass_until(week_after(WEEKS))
    assert more_than_one_a_week(year.left) == []
    assert outside_hours(year.left) == []
    assert not_settled() == 0
    assert any(not may_leave(one.at) for one in year.left), "something had to be told at once"
    assert {one.kind for one in year.left} == EVERY_KIND
    assert {one.at.astimezone(UK).month for one in year.left if one.kind == "digest"} == set(range(1, 13))
    assert Stream.ACTIONS not in {one.stream for one in year.left}
