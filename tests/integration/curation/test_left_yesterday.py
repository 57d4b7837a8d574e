"""Somebody whose only appointment ended yesterday: no page of the workshop and no address of an API is theirs any more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from rest_framework.views import APIView

from hileads.clock import today
from hileads.frame import errors
from hileads.leads.actions import end_appointment
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.people import appointed
from tests.routes import WORKSHOP, Route, all_routes, filled

SignIn = Callable[[User], Client]
SIGN_IN_PAGE = "/account/login/"


def is_of_an_api(route: Route) -> bool:
    """Say whether a route is answered by the REST framework, wherever it stands."""
    view = getattr(route.view, "cls", None)
    return isinstance(view, type) and issubclass(view, APIView)


def refused(answer: HttpResponse) -> bool:
    """Say whether an answer is a refusal, or leads back to signing in."""
    sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith(
        (SIGN_IN_PAGE, "/curate/login/")
    )
    return sent_to_sign_in or answer.status_code in {403, 404}


@pytest.fixture(autouse=True)
def _another_administrator_stays(db: None) -> None:
    appointed("Ada Administrator", Role.NATIONAL_ADMIN, None)


@pytest.fixture
def yesterdays_admin(cast: Cast, signed_in: SignIn) -> Client:
    """The browser in which a national administrator worked, whose only appointment ended yesterday."""
    client = signed_in(cast.national_admin)
    assert client.get("/curate/").status_code == 200
    last_day = today() - timedelta(days=1)
    end_appointment(
        by=User.objects.system(), appointment=cast.national_admin.appointments.get(), last_day=last_day
    )
    return client


def test_they_meet_a_refusal_at_every_route_of_the_workshop_and_of_the_apis(
    yesterdays_admin: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(errors, "refused", lambda request, template, status, *_: HttpResponse(status=status))
    routes = [route for route in all_routes() if route.path.startswith(WORKSHOP) or is_of_an_api(route)]
    assert len(routes) > 200
    assert any(is_of_an_api(route) for route in routes)
    let_in = {}
    for route in routes:
        for ask in (yesterdays_admin.get, yesterdays_admin.post):
            answer = ask(f"/{filled(route.path)}")
            if not refused(answer) and "curate/login/" not in route.path:
                let_in[f"{ask.__name__} {route.path}"] = answer.status_code
    assert let_in == {}


@pytest.mark.parametrize("role", [Role.CURATOR, Role.NATIONAL_ADMIN])
def test_the_last_day_is_still_theirs(cast: Cast, signed_in: SignIn, role: Role):
    person = {Role.CURATOR: cast.curator, Role.NATIONAL_ADMIN: cast.national_admin}[role]
    client = signed_in(person)
    end_appointment(by=User.objects.system(), appointment=person.appointments.get(), last_day=today())
    assert client.get("/curate/").status_code == 200
    appointment = person.appointments.get()
    end_appointment(by=User.objects.system(), appointment=appointment, last_day=today() - timedelta(days=1))
    assert refused(client.get("/curate/"))
