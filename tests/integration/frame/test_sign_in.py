"""Signing in: by password, by a code sent to the address; by invitation only; in our frame and in plain words."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hileads.leads.actions import add_person
from hileads.leads.models import User
from hileads.notifications.models import Message, Stream
from tests.actors import Cast

PASSWORD = "lantern-orchard-42"
CODE = re.compile(r"^([A-Z0-9]{3,}-?[A-Z0-9]+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _mail_goes_to_the_ledger(settings: Any) -> None:
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"


@pytest.fixture
def person(cast: Cast) -> User:
    """A person whose address is known to be theirs, with a password."""
    user = add_person(
        by=cast.secretary, email="noor@nhs.example", name="Noor Newcomer", address_verified=True
    )
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, password: str = PASSWORD, **more: str) -> str:
    response = client.post(
        reverse("account_login"), {"login": "Noor@NHS.example", "password": password, **more}, follow=True
    )
    return response.content.decode()


def test_a_person_signs_in_by_password_and_lands_on_this_week(person: User):
    client = Client()
    response = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert response.url == reverse("this-week")
    assert client.session["_auth_user_id"] == str(person.pk)


def test_one_lands_where_one_wanted_to_go(person: User):
    client = Client()
    wanted = client.get(reverse("account-show"))
    assert wanted.url == f"{reverse('account_login')}?next={reverse('account-show')}"
    assert "Your account" in sign_in(client, next=reverse("account-show"))


def test_a_wrong_password_is_said_in_the_summary_and_the_address_kept(person: User):
    shown = sign_in(Client(), "something else")
    assert "<title>Error: Sign in" in shown
    assert "There is a problem" in shown
    assert 'value="Noor@NHS.example"' in shown
    assert "something else" not in shown


def test_a_person_signs_in_by_a_code_sent_to_their_address(person: User):
    client = Client()
    shown = client.post(
        reverse("account_request_login_code"), {"email": person.email}, follow=True
    ).content.decode()
    assert "Enter the code" in shown
    message = Message.objects.get(recipient=person)
    assert message.stream == Stream.SECURITY
    assert message.subject == "Your code to sign in"
    (code,) = CODE.findall(message.body_text)
    response = client.post(reverse("account_confirm_login_code"), {"code": code})
    assert response.url == reverse("this-week")


def test_an_address_nobody_has_gets_a_friendly_letter_and_the_page_tells_nothing(cast: Cast):
    shown = Client().post(reverse("account_request_login_code"), {"email": "nobody@nhs.example"}, follow=True)
    assert "If we know this address" in shown.content.decode()
    message = Message.objects.get(address="nobody@nhs.example")
    assert "People come by invitation" in message.body_text


def test_an_address_that_is_not_yet_known_to_be_theirs_is_confirmed_first(cast: Cast):
    user = add_person(by=cast.secretary, email="noor@nhs.example", name="Noor Newcomer")
    user.set_password(PASSWORD)
    user.save()
    client = Client()
    assert "to be sure that it is yours" in sign_in(client)
    letter = Message.objects.get(recipient=user)
    (link,) = re.findall(r"http://testserver(/\S+)", letter.body_text)
    assert "Is this your address?" in client.get(link).content.decode()
    client.post(link)
    assert user.emailaddress_set.get().verified is True
    assert "This link no longer works" in Client().get("/account/confirm-email/worn-out/").content.decode()


def test_nobody_signs_up_and_the_page_says_how_to_be_invited(db: None):
    page = Client().get(reverse("account_signup")).content.decode()
    assert "People come by invitation" in page
    assert "board secretary" in page
    posted = Client().post(reverse("account_signup"), {"email": "x@nhs.example", "password1": PASSWORD})
    assert "People come by invitation" in posted.content.decode()
    assert not User.objects.filter(email="x@nhs.example").exists()


def test_a_new_password_is_chosen_by_a_link_sent_to_the_address(person: User):
    client = Client()
    shown = client.post(reverse("account_reset_password"), {"email": person.email}, follow=True)
    assert "Look at your mail" in shown.content.decode()
    (link,) = re.findall(r"http://testserver(/\S+)", Message.objects.get(recipient=person).body_text)
    form = client.get(link, follow=True)
    assert "Choose a new password" in form.content.decode()
    new = "harbour-thistle-97"
    saved = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    assert "Your password is saved" in saved.content.decode()
    person.refresh_from_db()
    assert person.check_password(new)
    assert "This link no longer works" in Client().get(link, follow=True).content.decode()


def test_somebody_whose_account_is_closed_learns_that_it_is(person: User):
    assert "This account is closed" in Client().get(reverse("account_inactive")).content.decode()
    person.is_active = False
    person.save()
    assert "This week" not in sign_in(Client())


def test_signing_out_takes_a_button_and_leads_to_the_first_page(person: User):
    client = Client()
    sign_in(client)
    assert "What you have saved stays saved." in client.get(reverse("account_logout")).content.decode()
    assert client.session.get("_auth_user_id")
    response = client.post(reverse("account_logout"))
    assert response.url == reverse("welcome")
    assert not client.session.get("_auth_user_id")


SIGNED_IN_PAGES = [
    ("account-show", "How you sign in"),
    ("sign-in-show", "You have no second step yet"),
    ("account_change_password", "Current Password"),
]


@pytest.mark.parametrize(("name", "words"), SIGNED_IN_PAGES)
def test_pages_about_signing_in_stand_in_our_frame(
    person: User, signed_in: Callable[[User], Client], name: str, words: str
):
    client = Client()
    sign_in(client)
    page = client.get(reverse(name), follow=True).content.decode()
    if "Confirm that it is you" in page:
        asked = f"{reverse('account_reauthenticate')}?next={reverse(name)}"
        page = client.post(asked, {"password": PASSWORD}, follow=True).content.decode()
    assert words in page
    assert page.count("<h1") == 1
    assert "nhsuk-header__service" in page
    assert "<!DOCTYPE html>" in page


def test_an_address_is_changed_by_whoever_keeps_the_appointment(person: User):
    client = Client()
    sign_in(client)
    assert client.get("/account/email/").url == reverse("account-show")
    assert client.get("/account/3rdparty/").status_code == 404
