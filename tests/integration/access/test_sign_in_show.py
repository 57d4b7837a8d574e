"""One's own sign-in: what one signs in with, and every browser in which one is signed in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import Http404
from django.test import Client
from django.utils import timezone

from hileads.access.actions import end_session
from hileads.access.queries import browser_in
from hileads.leads.models import User
from hileads.notifications.models import Message
from tests.actors import Cast
from tests.integration.access.conftest import Browser
from tests.integration.frame.test_sign_in import CODE

PAGE = "/account/sign-in/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"


def signs_in_by_mail(person: User, user_agent: str) -> Client:
    """Sign in by the code of a mail, with this browser."""
    client = Client(headers={"user-agent": user_agent})
    client.post("/account/login/code/", {"email": person.email}, follow=True)
    letter = Message.objects.filter(recipient=person, subject="Your code to sign in").latest("created_at")
    (code,) = CODE.findall(letter.body_text)
    assert client.post("/account/login/code/confirm/", {"code": code}).url == "/this-week/"
    return client


def test_every_browser_is_listed_and_each_can_be_ended(lead: User):
    desk, phone = signs_in_by_mail(lead, FIREFOX), signs_in_by_mail(lead, SAFARI)
    page = " ".join(desk.get(PAGE).content.decode().split())
    assert "<strong>Firefox on Windows</strong>" in page
    assert "<strong>Safari on an iPhone</strong>" in page
    assert page.count("This browser") == 1
    other = UserSession.objects.get(user=lead, user_agent=SAFARI)
    ended = desk.post(f"/account/sessions/{other.pk}/end/", follow=True).content.decode()
    assert "You are signed out there." in ended
    assert "Safari" not in ended
    assert phone.get("/this-week/").url.startswith("/account/login/")
    assert desk.get("/this-week/").status_code == 200


def test_all_others_end_with_one_button(lead: User):
    desk, phone, tablet = (signs_in_by_mail(lead, browser) for browser in (FIREFOX, SAFARI, SAFARI))
    assert (
        "You are signed out of 2 other browsers."
        in desk.post("/account/sessions/end/", follow=True).content.decode()
    )
    for ended in (phone, tablet):
        assert ended.get("/this-week/").status_code == 302
    again = desk.post("/account/sessions/end/", follow=True).content.decode()
    assert "You were signed in nowhere else." in again


def test_ending_this_browser_is_signing_out(lead: User):
    desk = signs_in_by_mail(lead, FIREFOX)
    here = UserSession.objects.get(user=lead)
    assert desk.post(f"/account/sessions/{here.pk}/end/").url == "/account/logout/"


def test_nobody_ends_somebody_elses(lead: User, cast: Cast, signed_in: Browser):
    signs_in_by_mail(lead, FIREFOX)
    session = UserSession.objects.get(user=lead)
    assert signed_in(cast.deputy).post(f"/account/sessions/{session.pk}/end/").status_code == 404
    with pytest.raises(Http404):
        end_session(by=cast.deputy, session=session)
    assert UserSession.objects.filter(pk=session.pk).exists()


def test_what_has_run_out_is_not_listed_and_looking_changes_nothing(lead: User):
    desk = signs_in_by_mail(lead, FIREFOX)
    signs_in_by_mail(lead, SAFARI)
    old = UserSession.objects.get(user=lead, user_agent=SAFARI)
    Session.objects.filter(session_key=old.session_key).update(expire_date=timezone.now() - timedelta(days=1))
    assert "Safari" not in desk.get(PAGE).content.decode()
    assert UserSession.objects.filter(user=lead).count() == 2


def test_a_person_with_nothing_learns_what_there_is(lead: User, signed_in_by_code: Browser):
    page = " ".join(signed_in_by_code(lead).get(PAGE).content.decode().split())
    assert "You have no second step yet." in page
    assert "You get ten of them with your first second step" in page
    assert "It stands here from your next sign-in on." in page
    assert "choose a password" in page
    lead.set_password("lantern-orchard-42")
    lead.save()
    assert "Change your password" in signed_in_by_code(lead).get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (FIREFOX, "Firefox on Windows"),
        (SAFARI, "Safari on an iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Linux"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8", "A browser"),
    ],
)
def test_browsers_are_called_by_their_names(user_agent: str, said: str):
    assert browser_in(user_agent) == said


def test_the_page_asks_the_same_questions_however_many_browsers_there_are(
    lead: User, queries_of: Callable[[Client, str], int]
):
    desk = signs_in_by_mail(lead, FIREFOX)
    few = queries_of(desk, PAGE)
    for number in range(20):
        client = Client()
        client.force_login(lead, backend="allauth.account.auth_backends.AuthenticationBackend")
        UserSession.objects.create(
            user=lead, session_key=client.session.session_key, ip="192.0.2.1", user_agent=f"Browser {number}"
        )
    assert queries_of(desk, PAGE) == few
