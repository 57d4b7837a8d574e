"""A season in which nobody gets more mail than they should, and none outside the hours."""

from datetime import timedelta

import pytest

from hileads.clock import UK
from hileads.notifications.models import Message, State, Stream
from hileads.sending_hours import may_leave
from tests.year import BEGIN, a_year, more_than_one_a_week

pytestmark = pytest.mark.django_db

PEOPLE = 24
WEEKS = 13
"""`make soak` passes a whole year for more people."""


def test_a_season_of_mail(settings):
    settings.SENDING_HOURS = "office"
    with a_year(PEOPLE) as year:
        year.pass_until(BEGIN + timedelta(weeks=WEEKS))
    assert more_than_one_a_week(year.left) == []
    outside = [one for one in year.left if not may_leave(one.at)]
    assert {one.kind for one in outside} <= {"session-cancelled"}
    assert all(one.at_once for one in outside)
    kinds = {one.kind for one in year.left}
    assert kinds >= {"digest", "session-invitation", "session-reminder", "session-cancelled"}
    assert {one.at.astimezone(UK).month for one in year.left if one.kind == "digest"} == {1, 2, 3}
    assert Stream.ACTIONS not in {one.stream for one in year.left}
    assert not Message.objects.filter(state__in=[State.DUE, State.SENDING, State.FAILED]).exists()
