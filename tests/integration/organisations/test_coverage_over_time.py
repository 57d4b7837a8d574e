"""Coverage at the ends of months is counted from dated rows, as it was on each day."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Expectation, LinkKind, Organisation, OrganisationLink
from hileads.organisations.queries.overtime import MonthEnd, coverage_over_time, month_ends
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory, place
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 26)
ASKED = date(2022, 7, 1)


@pytest.fixture(autouse=True)
def _noon(db: None) -> Any:
    with at(datetime.combine(TODAY, time(12), tzinfo=UK)):
        yield


def expected(*organisations: Organisation, to_date: date | None = None) -> None:
    for organisation in organisations:
        Expectation.objects.create(
            organisation=organisation, reason="Asked.", from_date=ASKED, to_date=to_date
        )


def test_month_ends_are_the_newest_24_and_none_before_the_first():
    ends = month_ends(date(2020, 1, 1), TODAY)
    assert (len(ends), ends[0], ends[-1]) == (24, date(2024, 11, 30), date(2026, 10, 31))
    assert month_ends(date(2026, 9, 30), TODAY) == [date(2026, 9, 30), date(2026, 10, 31)]
    assert month_ends(date(2026, 10, 1), date(2026, 10, 31)) == [date(2026, 10, 31)]
    assert month_ends(date(2026, 11, 1), TODAY) == []


def test_each_month_end_is_as_it_was_on_that_day(cast: Cast):
    expected(cast.trust, cast.trust_elsewhere)
    expected(cast.icb, to_date=date(2026, 9, 29))
    closed = OrganisationFactory(closed_date=date(2026, 8, 31))
    expected(closed)
    place(closed, region=cast.region)
    Appointment.objects.filter(user=cast.lead_elsewhere).update(to_date=date(2026, 9, 30))
    Appointment.objects.filter(user=cast.deputy).update(from_date=date(2026, 10, 31))
    found = {end.day: end for end in coverage_over_time(cast.national_admin, TODAY)}
    assert found[date(2026, 8, 31)] == MonthEnd(date(2026, 8, 31), 4, 2, 0)
    assert found[date(2026, 9, 30)] == MonthEnd(date(2026, 9, 30), 2, 2, 0)
    assert found[date(2026, 10, 31)] == MonthEnd(date(2026, 10, 31), 2, 1, 1)
    assert len(found) == 24


def test_a_region_counts_what_belonged_to_it_on_the_day(cast: Cast):
    expected(cast.trust, cast.trust_elsewhere, cast.icb)
    found = coverage_over_time(cast.regional_convenor, TODAY)
    assert found[-1] == MonthEnd(date(2026, 10, 31), 2, 1, 1)
    OrganisationLink.objects.filter(organisation=cast.trust, kind=LinkKind.REGION).update(
        to_date=date(2026, 9, 30)
    )
    found = coverage_over_time(cast.regional_convenor, TODAY)
    assert found[-2:] == (MonthEnd(date(2026, 9, 30), 2, 1, 1), MonthEnd(date(2026, 10, 31), 1, 0, 0))


def test_it_begins_with_the_first_lead_and_says_when_there_was_none(cast: Cast, signed_in: SignIn):
    expected(cast.trust, cast.trust_elsewhere)
    Appointment.objects.in_role(Role.EXECUTIVE_LEAD).update(from_date=date(2026, 9, 15))
    client = signed_in(cast.national_admin)
    found = coverage_over_time(cast.national_admin, TODAY)
    assert [end.day for end in found] == [date(2026, 9, 30), date(2026, 10, 31)]
    page = " ".join(client.get("/coverage/").content.decode().split())
    assert "On 31 October 2026, 2 of 2 organisations expected to have a lead had one." in page
    assert "On 30 September 2026 it was 2 of 2." in page
    assert "data:image/svg" not in page
    Appointment.objects.in_role(Role.EXECUTIVE_LEAD).delete()
    assert coverage_over_time(cast.national_admin, TODAY) == ()
    assert "No month has ended yet in which a lead was recorded." in client.get("/coverage/").content.decode()


@pytest.mark.parametrize("who", ["lead", "curator", "stranger", "leaver"])
def test_others_are_told_nothing(cast: Cast, who: str):
    expected(cast.trust)
    assert coverage_over_time(cast.people()[who], TODAY) == ()


def test_the_page_shows_words_picture_and_table(cast: Cast, signed_in: SignIn):
    expected(cast.trust, cast.trust_elsewhere)
    page = " ".join(signed_in(cast.regional_convenor).get("/coverage/").content.decode().split())
    assert "On 31 October 2026, 1 of 1 organisation expected to have a lead had one." in page
    assert "On 31 October 2025 it was 1 of 1." in page
    assert page.count("data:image/svg+xml;base64,") == 2
    assert "At the end of each month, the newest first" in page


def test_the_series_takes_the_same_queries_however_many_organisations(cast: Cast):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            coverage_over_time(cast.national_admin, TODAY)
        return len(captured)

    few = [count(), count()][-1]
    for icb in IcbFactory.create_batch(10):
        place(icb, region=cast.region)
        expected(icb)
        appointed(f"Lead {icb.code}", Role.EXECUTIVE_LEAD, icb)
    assert count() == few
