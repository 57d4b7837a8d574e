"""Every refusal is a page in plain words that says why, and gives back what was typed."""

from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path

from hileads.frame.errors import server_error
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from tests.actors import Cast

TYPED = "We have asked the maternity team to look at this with us."


def not_now(request: HttpRequest) -> HttpResponse:
    raise NotNow("The report is frozen.")


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("The report is signed by the executive lead of this organisation.")


def odd(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("odd")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of ours")


urlpatterns = [
    path("not-now/", not_now),
    path("forbidden/", forbidden),
    path("odd/", odd),
    path("broken/", broken),
    path("", include("hileads.urls")),
]
handler400 = "hileads.frame.errors.bad_request"
handler403 = "hileads.frame.errors.forbidden"
handler404 = "hileads.frame.errors.not_found"
handler500 = "hileads.frame.errors.server_error"


@pytest.fixture
def lead(cast: Cast, signed_in: Callable[[User], Client]) -> Iterator[Client]:
    client = signed_in(cast.lead)
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__):
        yield client


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/not-now/", 409, "The report is frozen."),
        ("/forbidden/", 403, "The report is signed by the executive lead"),
        ("/nowhere/", 404, "There is no page at this address"),
        ("/odd/", 400, "Nothing was changed."),
        ("/broken/", 500, "The fault is ours"),
    ],
)
def test_a_refusal_says_why_in_the_frame_and_keeps_what_was_typed(
    lead: Client, address: str, status: int, words: str
):
    response = lead.post(address, {"note": TYPED, "password": "not shown at all", "short": "abc"})
    page = response.content.decode()
    assert response.status_code == status
    assert words in page
    assert page.count("<h1") == 1
    assert TYPED in page
    assert "not shown at all" not in page
    assert 'href="/"' in page


def test_a_page_asked_for_has_nothing_typed_to_give_back(lead: Client):
    assert "What you typed" not in lead.get("/forbidden/").content.decode()


def test_a_form_that_was_open_too_long_says_so_and_keeps_what_was_typed(cast: Cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.lead, backend="allauth.account.auth_backends.AuthenticationBackend")
    response = client.post("/acting-for/", {"note": TYPED})
    assert response.status_code == 403
    assert "The form could not be accepted" in response.content.decode()
    assert TYPED in response.content.decode()


def test_the_page_of_our_own_fault_is_shown_even_without_a_database():
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "What you had saved before is safe" in response.content.decode()
