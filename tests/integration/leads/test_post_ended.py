"""The session of somebody whose post has ended is dead with the next request."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from hileads.clock import today
from hileads.leads.actions import end_appointment
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.people import AppointmentFactory

SignIn = Callable[[User], Client]


def leave(cast: Cast, person: User) -> None:
    post = person.appointments.get(organisation=cast.trust)
    end_appointment(by=cast.secretary, appointment=post, last_day=today() - timedelta(days=1))


@pytest.mark.parametrize("address", ["/plan/", "/account/", "/curate/", "/measures/no-such/data.csv"])
def test_whatever_is_asked_for_next_ends_the_session(cast: Cast, signed_in: SignIn, address: str):
    client = signed_in(cast.lead)
    assert client.get("/plan/RAV/").status_code in (200, 302)
    leave(cast, cast.lead)
    answer = client.get(address)
    assert answer.status_code == 403
    assert "Your post has ended" in answer.content.decode()
    assert client.get("/account/").headers["Location"].startswith("/account/login/")


def test_what_was_typed_is_shown_again(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    client.get("/this-week/")
    leave(cast, cast.lead)
    answer = client.post("/plan/actions/add/", {"title": "Offer help to stop smoking"})
    assert answer.status_code == 403
    assert "Offer help to stop smoking" in answer.content.decode()


def test_who_signs_in_again_finds_what_is_their_own(cast: Cast, signed_in: SignIn):
    leave(cast, cast.lead)
    client = signed_in(cast.lead)
    assert client.get("/account/").status_code == 200
    assert client.get("/account/").status_code == 200
    assert client.get("/directory/").status_code == 403


def test_who_holds_another_post_signs_in_again_and_goes_on_with_that(cast: Cast, signed_in: SignIn):
    AppointmentFactory(user=cast.lead, role=Role.CHAIR, organisation=cast.icb)
    client = signed_in(cast.lead)
    client.get("/this-week/")
    leave(cast, cast.lead)
    assert client.get("/this-week/").status_code == 403
    client = signed_in(cast.lead)
    assert client.get("/this-week/").status_code == 200
    assert client.get("/plan/RAV/").status_code == 404


def test_a_post_that_begins_meanwhile_changes_nothing_but_counts_from_then_on(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    client.get("/this-week/")
    other = AppointmentFactory(user=cast.lead, role=Role.CHAIR, organisation=cast.icb)
    assert client.get("/this-week/").status_code == 200
    other.to_date = today() - timedelta(days=1)
    other.from_date = today() - timedelta(days=9)
    other.save()
    assert client.get("/this-week/").status_code == 403


def test_other_people_stay_signed_in(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.deputy)
    client.get("/this-week/")
    leave(cast, cast.lead)
    assert client.get("/this-week/").status_code == 200
