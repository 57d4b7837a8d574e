"""A new lead's first page has one thing to know and three to choose from."""

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client

from hileads.clock import today
from hileads.leads.models import Appointment, User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.factories.content import activity


def test_a_new_lead_finds_a_figure_and_something_to_do(cast: Cast, signed_in: Callable[[User], Client]):
    version = measure_of(family="inequality", breakdown="none")
    for month in (5, 6, 7):
        figure_of(version, None, date(2026, month, 1), 700 + month)
    for code in ("F1-ACC-1", "F1-SUP-2", "F1-SUP-4"):
        activity(code)
    Appointment.objects.filter(user=cast.lead_elsewhere).update(from_date=today() - timedelta(days=3))
    text = signed_in(cast.lead_elsewhere).get("/this-week/").content.decode()
    assert "Welcome, Else Lead" in text
    assert "One thing to know" in text
    assert "One thing to do" in text
