"""Signing in by an organisation's identity provider, which runs while these tests do."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core.management import call_command
from django.test import Client
from structlog.testing import capture_logs

from hileads.access.actions import ask_for_reset, carry_out_resets, confirm_loss, give_demo_apps
from hileads.clock import at, now
from hileads.leads.models import Role, User
from hileads.notifications.models import Message, Stream
from hileads.providers import Provider
from tests.actors import Cast
from tests.factories.people import appointed
from tests.identity import answer_there, is_signed_in, named, running_provider, to
from tests.integration.access.conftest import Browser

PAGE = "/account/sign-in/"
PASSWORD = "lantern-orchard-42"
NUMBER = "7f0c-leila"


@pytest.fixture(scope="module")
def issuers() -> Iterator[tuple[str, str]]:
    """Two providers that run."""
    with running_provider() as one, running_provider() as other:
        yield one, other


@pytest.fixture
def nhsmail(issuers: tuple[str, str], settings: Any) -> Provider:
    """The first of two providers, both of which the portal knows."""
    settings.OIDC_PROVIDERS = (named("NHSmail", issuers[0]), named("Vale Trust", issuers[1]))
    return settings.OIDC_PROVIDERS[0]


@pytest.fixture
def vale(nhsmail: Provider, settings: Any) -> Provider:
    """The second of them."""
    return settings.OIDC_PROVIDERS[1]


def link(client: Client, provider: Provider, sub: str = NUMBER) -> str:
    """Link somebody's sign-in at a provider to the account that is signed in, and return the page they come back to."""
    there = client.post(to(provider, "link")).url
    return shown(client, answer_there(there, sub=sub))


def sign_in(client: Client, provider: Provider, sub: str = NUMBER, **form: str) -> Any:
    """Sign in at a provider and come back."""
    there = client.post(to(provider, "sign-in"), form).url
    return client.get(answer_there(there, sub=sub))


def shown(client: Client, address: str) -> str:
    return " ".join(client.get(address, follow=True).content.decode().split())


def comes_by_code(person: User) -> User:
    """Let somebody be as most are: with an address that is known to be theirs, and without a password."""
    person.emailaddress_set.create(email=person.email, primary=True, verified=True)
    person.set_unusable_password()
    person.save()
    return person


def faults_in(logs: Any) -> list[str]:
    """Return why signing in failed, as the log says."""
    return [one["reason"] for one in logs if one["event"] == "Signing in by a provider failed"]


# Linking, and signing in by what is linked


def test_a_person_links_their_sign_in_and_signs_in_with_it(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser
):
    desk = signed_in_by_code(lead)
    assert "Link NHSmail" in shown(desk, PAGE)
    assert "Choose your own account there" in shown(desk, to(nhsmail, "link"))
    page = link(desk, nhsmail)
    assert "NHSmail is linked to your account. You can sign in with it from now on." in page
    assert "Link NHSmail" not in page
    assert "Link Vale Trust" in page
    elsewhere = Client()
    assert "Sign in with NHSmail" in shown(elsewhere, "/account/login/")
    assert sign_in(elsewhere, nhsmail).url == "/this-week/"
    assert elsewhere.session["_auth_user_id"] == str(lead.pk)


def test_one_lands_where_one_wanted_to_go_and_nowhere_outside(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    assert sign_in(Client(), nhsmail, next="/plan/").url == "/plan/"
    assert sign_in(Client(), nhsmail, next="https://elsewhere.example/").url == "/this-week/"


def test_the_owner_hears_of_linking_and_of_removing_by_mail(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser
):
    desk = signed_in_by_code(lead)
    page = link(desk, nhsmail)
    mail = Message.objects.get(recipient=lead, subject="A sign-in was linked to your account")
    assert mail.stream == Stream.SECURITY
    assert f"NHSmail ({NUMBER}) was linked to your account here." in mail.body_text
    found = re.search(r"/account/sign-in/links/\d+/remove/", page)
    assert found
    assert "Remove NHSmail?" in shown(desk, found[0])
    answer = desk.post(found[0], follow=True).content.decode()
    assert "It is not linked any more." in answer
    assert "Link NHSmail" in answer
    mail = Message.objects.get(recipient=lead, subject="A linked sign-in was removed from your account")
    assert f"NHSmail ({NUMBER}) is not linked to your account any more." in mail.body_text
    assert sign_in(Client(), nhsmail).url == to(nhsmail, "refused/not-linked")


def test_only_issuer_number_and_address_are_kept_and_no_token(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    sign_in(Client(), nhsmail)
    row = SocialAccount.objects.get()
    assert (row.user, row.provider, row.uid) == (lead, nhsmail.key, NUMBER)
    assert row.extra_data == {"issuer": nhsmail.issuer, "email": NUMBER}
    assert not SocialToken.objects.exists()


def test_nobody_removes_what_somebody_else_linked(
    lead: User, nhsmail: Provider, cast: Cast, signed_in: Browser, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    row = SocialAccount.objects.get()
    assert signed_in(cast.deputy).post(f"/account/sign-in/links/{row.pk}/remove/").status_code == 404
    assert SocialAccount.objects.filter(pk=row.pk).exists()


def test_a_sign_in_is_linked_to_one_account_only(
    lead: User, nhsmail: Provider, cast: Cast, signed_in: Browser, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    page = link(signed_in(cast.deputy), nhsmail)
    assert "This NHSmail sign-in is linked to another account here, so nothing was changed." in page
    assert SocialAccount.objects.get().user == lead
    assert "NHSmail is linked to your account." in link(signed_in_by_code(lead), nhsmail)
    assert SocialAccount.objects.count() == 1


def test_the_page_asks_the_same_questions_however_many_are_linked(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser, queries_of: Callable[[Client, str], int]
):
    desk = signed_in_by_code(lead)
    few = queries_of(desk, PAGE)
    for number in range(20):
        SocialAccount.objects.create(user=lead, provider=nhsmail.key, uid=str(number))
    assert queries_of(desk, PAGE) == few


# Who is not let in


def test_an_address_that_the_portal_knows_opens_no_account(lead: User, nhsmail: Provider):
    client = Client()
    answer = sign_in(client, nhsmail, sub=lead.email)
    assert answer.url == to(nhsmail, "refused/not-linked")
    page = shown(client, answer.url)
    assert "It never guesses that from an email address." in page
    assert "Sign in with a code sent to your email address" in page
    assert "People come by invitation" in page
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()


def test_nobody_is_added_by_signing_in(lead: User, nhsmail: Provider):
    before = User.objects.count()
    assert sign_in(Client(), nhsmail, sub="new@nhs.example").url == to(nhsmail, "refused/not-linked")
    assert User.objects.count() == before


def test_the_same_number_at_another_issuer_is_somebody_else(
    lead: User, nhsmail: Provider, vale: Provider, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    client = Client()
    assert sign_in(client, vale).url == to(vale, "refused/not-linked")
    assert not is_signed_in(client)


def test_a_provider_that_takes_over_the_name_takes_over_nothing_else(
    lead: User, nhsmail: Provider, vale: Provider, signed_in_by_code: Browser, settings: Any
):
    link(signed_in_by_code(lead), nhsmail)
    settings.OIDC_PROVIDERS = (named("NHSmail", vale.issuer),)
    client = Client()
    assert sign_in(client, settings.OIDC_PROVIDERS[0]).url == to(vale, "refused/not-linked")
    assert client.post(to(nhsmail, "sign-in")).status_code == 404
    assert "Link NHSmail" in shown(signed_in_by_code(lead), PAGE)


def test_two_providers_lead_to_one_account_each_by_its_own_link(
    lead: User, nhsmail: Provider, vale: Provider, signed_in_by_code: Browser
):
    desk = signed_in_by_code(lead)
    link(desk, nhsmail)
    link(desk, vale, sub="another number")
    for provider, sub in ((nhsmail, NUMBER), (vale, "another number")):
        client = Client()
        sign_in(client, provider, sub)
        assert client.session["_auth_user_id"] == str(lead.pk)
    assert sign_in(Client(), vale).url == to(vale, "refused/not-linked")


def test_a_leaver_finds_what_they_find_by_a_code_and_nothing_more(
    nhsmail: Provider, cast: Cast, signed_in_by_code: Browser
):
    comes_by_code(cast.leaver)
    link(signed_in_by_code(cast.leaver), nhsmail)
    client = Client()
    sign_in(client, nhsmail)
    by_code = signed_in_by_code(cast.leaver)
    for address in ("/account/", "/this-week/", "/directory/", f"/plan/{cast.trust.code}/", "/curate/"):
        assert client.get(address).status_code == by_code.get(address).status_code, address
    assert client.get("/directory/").status_code == 403


def test_an_account_that_is_switched_off_stays_shut(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    User.objects.filter(pk=lead.pk).update(is_active=False)
    client = Client()
    assert "This account is closed" in shown(client, sign_in(client, nhsmail).url)
    assert not is_signed_in(client)


def test_it_is_one_step_and_the_second_is_still_asked_for(
    nhsmail: Provider, cast: Cast, signed_in_by_code: Browser
):
    link(signed_in_by_code(comes_by_code(cast.national_admin)), nhsmail)
    client = Client()
    sign_in(client, nhsmail)
    assert client.get("/history/").url == "/account/two-steps/"


def test_a_lost_second_step_ends_what_was_linked(
    lead: User, nhsmail: Provider, cast: Cast, signed_in_by_code: Browser
):
    link(signed_in_by_code(lead), nhsmail)
    give_demo_apps(by=User.objects.system(), people=[lead])
    loss = ask_for_reset(by=lead)
    confirm_loss(by=cast.national_admin, loss=loss)
    confirm_loss(by=appointed("Ned Admin", Role.NATIONAL_ADMIN, None), loss=loss)
    with at(now() + timedelta(days=2)):
        carry_out_resets(by=User.objects.system())
    assert not SocialAccount.objects.exists()


# Asking once more


def with_a_password(person: User) -> Client:
    """Return the browser of somebody with a password, who gave it when they signed in."""
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    client.post("/account/login/", {"login": person.email, "password": PASSWORD})
    return client


def test_linking_and_removing_ask_once_more_who_it_is(lead: User, nhsmail: Provider):
    desk = with_a_password(lead)
    asked = desk.get(to(nhsmail, "link")).url
    assert asked.startswith("/account/reauthenticate/")
    assert desk.post(asked, {"password": PASSWORD}).url == to(nhsmail, "link")
    link(desk, nhsmail)
    row = SocialAccount.objects.get()
    forget_the_password_given(desk)
    removing = f"/account/sign-in/links/{row.pk}/remove/"
    assert desk.post(removing).url.startswith("/account/reauthenticate/")
    assert SocialAccount.objects.exists()


def test_who_took_long_at_the_provider_is_asked_and_then_has_linked_it(
    lead: User, vale: Provider, signed_in_by_code: Browser
):
    desk = with_a_password(lead)
    desk.post(desk.get(to(vale, "link")).url, {"password": PASSWORD})
    back = answer_there(desk.post(to(vale, "link")).url, sub=NUMBER)
    forget_the_password_given(desk)
    asked = desk.get(back).url
    assert asked.startswith("/account/reauthenticate/")
    assert not SocialAccount.objects.exists()
    page = desk.post(asked, {"password": PASSWORD}, follow=True).content.decode()
    assert "Vale Trust is linked to your account." in page
    assert SocialAccount.objects.get().provider == vale.key


def forget_the_password_given(client: Client) -> None:
    session = client.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= 3600
    session.save()


# What the portal asks for, and what goes wrong


def test_the_portal_asks_for_little_and_protects_what_it_asks(lead: User, nhsmail: Provider):
    there = urlsplit(Client().post(f"{to(nhsmail, 'sign-in')}?scope=files&auth_params=prompt%3Dnone").url)
    asked = {name: values[0] for name, values in parse_qs(there.query).items()}
    assert there.netloc == urlsplit(nhsmail.issuer).netloc
    assert set(asked.pop("scope").split()) == {"openid", "email"}
    assert asked.pop("code_challenge_method") == "S256"
    assert all(len(asked.pop(name)) >= 16 for name in ("state", "nonce", "code_challenge"))
    assert asked == {
        "client_id": "portal",
        "redirect_uri": f"http://testserver{to(nhsmail, 'return')}",
        "response_type": "code",
    }


def test_reading_a_page_begins_no_sign_in(lead: User, nhsmail: Provider):
    assert Client().get(to(nhsmail, "sign-in")).status_code == 405


def test_whoever_stops_at_the_provider_reads_that_nothing_was_changed(
    lead: User, nhsmail: Provider, signed_in_by_code: Browser
):
    client = Client()
    back = answer_there(client.post(to(nhsmail, "sign-in")).url, action="deny")
    page = shown(client, back)
    assert "You stopped before NHSmail had let you in" in page
    assert "Try again with NHSmail" in page
    assert "Sign in another way" in page
    desk = signed_in_by_code(lead)
    page = shown(desk, answer_there(desk.post(to(nhsmail, "link")).url, action="deny"))
    assert "Go back to Your sign-in" in page
    assert is_signed_in(desk)


@pytest.mark.parametrize("change", ["another state", "no state", "another provider", "a second time"])
def test_an_answer_to_what_was_not_asked_here_is_refused(
    lead: User, nhsmail: Provider, vale: Provider, signed_in_by_code: Browser, change: str
):
    link(signed_in_by_code(lead), nhsmail)
    client, elsewhere = Client(), Client()
    back = answer_there(client.post(to(nhsmail, "sign-in")).url, sub=NUMBER)
    if change == "another provider":
        back = back.replace(nhsmail.key, vale.key)
    elif change == "a second time":
        client.get(back)
        client.post("/account/logout/")
    elif change == "another state":
        elsewhere.post(to(nhsmail, "sign-in"))
        client = elsewhere
    else:
        back = re.sub("&state=[^&]*", "", back)
    with capture_logs() as logs:
        page = shown(client, back)
    assert "did not work" in page
    assert "Nothing was changed." in page
    assert not is_signed_in(client)
    assert len(faults_in(logs)) == 1


def test_a_code_that_the_provider_does_not_know_lets_nobody_in(lead: User, nhsmail: Provider):
    client = Client()
    back = answer_there(client.post(to(nhsmail, "sign-in")).url, sub=NUMBER)
    with capture_logs() as logs:
        page = shown(client, re.sub("code=[^&]*", "code=guessed", back))
    assert "Signing in with NHSmail did not work" in page
    (reason,) = faults_in(logs)
    assert "invalid_grant" in reason


def test_a_provider_that_is_away_is_said_to_be_before_and_after(
    lead: User, nhsmail: Provider, settings: Any, signed_in_by_code: Browser
):
    away = named("NHSmail", "http://127.0.0.1:9")
    settings.OIDC_PROVIDERS = (away,)
    client = Client()
    with capture_logs():
        page = shown(client, client.post(to(away, "sign-in")).url)
        assert "NHSmail does not answer" in page
        assert "Sign in another way" in page
        desk = signed_in_by_code(lead)
        assert desk.post(to(away, "link")).url == to(away, "refused/away")


def test_a_provider_that_leaves_in_between_is_said_to_be_away(
    lead: User, nhsmail: Provider, monkeypatch: pytest.MonkeyPatch
):
    client = Client()
    back = answer_there(client.post(to(nhsmail, "sign-in")).url, sub=NUMBER)
    monkeypatch.setattr(Provider, "configuration_url", "http://127.0.0.1:9/gone")
    with capture_logs():
        assert client.get(back).url == to(nhsmail, "refused/away")


def test_an_unknown_provider_or_reason_has_no_page(lead: User, nhsmail: Provider, signed_in_by_code: Browser):
    for address in ("openid_connect/return/", "nobody/return/", f"{nhsmail.key}/refused/because/"):
        assert Client().get(f"/account/oidc/{address}").status_code == 404
    assert Client().post("/account/oidc/nobody/sign-in/").status_code == 404
    assert signed_in_by_code(lead).get("/account/oidc/nobody/link/").status_code == 404


def test_without_providers_nothing_speaks_of_them(lead: User, settings: Any, signed_in_by_code: Browser):
    assert settings.OIDC_PROVIDERS == ()
    assert "elsewhere" not in shown(Client(), "/account/login/")
    assert "elsewhere" not in shown(signed_in_by_code(lead), PAGE)


# Setting it up


def test_whoever_runs_the_portal_learns_what_to_register_with_a_provider(
    nhsmail: Provider, settings: Any, capsys: pytest.CaptureFixture[str]
):
    settings.BASE_URL = "https://portal.example/"
    call_command("sign_in_providers")
    assert f"https://portal.example{to(nhsmail, 'return')}" in capsys.readouterr().out
    settings.OIDC_PROVIDERS = ()
    call_command("sign_in_providers")
    assert "names none" in capsys.readouterr().out
