"""Setting up a second step: an app or a passkey, with recovery codes; and doing without one again."""

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.test import Client

from hileads.leads.models import User
from hileads.notifications.models import Message
from tests.integration.access.conftest import (
    Browser,
    code_for,
    key_on,
    options_on,
    recovery_codes_of,
    set_up_an_app,
)
from tests.passkeys import Device

APP, PASSKEY, CODES = (
    "/account/2fa/totp/activate/",
    "/account/2fa/webauthn/add/",
    "/account/2fa/recovery-codes/",
)


@pytest.fixture
def client(lead: User, signed_in_by_code: Browser) -> Client:
    return signed_in_by_code(lead)


def add_a_passkey(client: Client, **more: str) -> Device:
    device = Device()
    options = options_on(client.get(PASSKEY).content.decode())
    answer = client.post(PASSKEY, {"name": "Work laptop", "credential": device.makes(options), **more})
    assert answer.status_code == 302, answer.content.decode()
    return device


def test_an_app_is_set_up_with_its_first_code_and_brings_recovery_codes(client: Client):
    page = client.get(APP).content.decode()
    assert "Let it scan the picture, or type in the key below it." in page
    wrong = client.post(APP, {"code": "000000"}).content.decode()
    assert "<title>Error: Set up an app" in wrong
    assert "A code from an app changes every 30 seconds" in wrong
    answer = client.post(APP, {"code": code_for(key_on(wrong))})
    assert answer.url == CODES
    assert len(recovery_codes_of(client)) == 10
    assert "Your app shows a code" in client.get("/account/sign-in/").content.decode()


def test_the_keys_of_apps_and_codes_are_encrypted_in_the_database(lead: User, client: Client):
    secret = set_up_an_app(client)
    kept = {row.type: str(row.data) for row in Authenticator.objects.filter(user=lead)}
    assert kept.keys() == {"totp", "recovery_codes"}
    assert secret not in kept["totp"]
    assert all("gAAAA" in data for data in kept.values())


def test_an_empty_code_is_asked_for_in_words(client: Client):
    assert "Enter the code that the app shows now" in client.post(APP, {"code": ""}).content.decode()


def test_a_passkey_is_added_under_its_owners_name(lead: User, client: Client):
    add_a_passkey(client)
    assert Message.objects.get(recipient=lead).stream == "security", "they hear of it by mail"
    page = client.get("/account/sign-in/").content.decode()
    assert "Work laptop" in page
    assert "Not used yet." in page
    assert "10 codes are left" in page
    second = client.get(PASSKEY).content.decode()
    assert "My passkey 2" in second


def test_what_is_no_passkey_is_refused(client: Client):
    client.get(PASSKEY)
    shown = client.post(PASSKEY, {"name": "Odd", "credential": '{"id": "x"}'}).content.decode()
    assert "That is not the right code or passkey." in shown
    for odd in ('{"id": "x"}', "[1]", "7"):
        login = Client().post("/account/2fa/webauthn/login/", {"credential": odd}, follow=True)
        assert "That is not the right code or passkey." in login.content.decode()


def test_a_passkey_signs_one_in_without_a_code_by_mail_and_counts_as_both_steps(lead: User, client: Client):
    device = add_a_passkey(client, passwordless="on")
    elsewhere = Client()
    asked = elsewhere.get("/account/2fa/webauthn/login/", headers={"accept": "application/json"}).json()
    handle = handle_of(lead)
    answer = elsewhere.post(
        "/account/2fa/webauthn/login/", {"credential": device.signs(asked["request_options"], handle)}
    )
    assert answer.url == "/this-week/"
    assert elsewhere.get("/account/two-steps/").url == "/account/sign-in/"


def handle_of(user: User) -> bytes:
    return str(user_pk_to_url_str(user)).encode()


def test_the_app_is_done_without_after_a_question(lead: User, client: Client):
    set_up_an_app(client)
    remove = "/account/2fa/totp/deactivate/"
    assert client.get(APP).url == remove
    assert "Do without the app?" in client.get(remove).content.decode()
    assert client.post(remove).url == "/account/2fa/"
    assert client.get("/account/2fa/").url == "/account/sign-in/"
    assert not Authenticator.objects.filter(user=lead).exists(), (
        "recovery codes end with the last second step"
    )
    assert client.get(CODES).status_code == 404


def test_a_passkey_is_removed_after_a_question(lead: User, client: Client):
    add_a_passkey(client)
    kept = Authenticator.objects.get(user=lead, type="webauthn")
    remove = f"/account/2fa/webauthn/keys/{kept.pk}/remove/"
    assert "Remove the passkey “Work laptop”?" in client.get(remove).content.decode()
    assert client.post(remove, follow=True).request["PATH_INFO"] == "/account/sign-in/"
    assert not Authenticator.objects.filter(user=lead).exists()


def test_new_codes_end_the_old_ones(client: Client):
    set_up_an_app(client)
    old = recovery_codes_of(client)
    assert (
        "The 10 codes that you have left will not work any more."
        in client.get(f"{CODES}generate/").content.decode()
    )
    assert client.post(f"{CODES}generate/").url == CODES
    assert not set(old) & set(recovery_codes_of(client))


def test_without_a_second_step_there_are_no_codes_to_make(client: Client):
    assert "You get ten." in client.get(f"{CODES}generate/").content.decode()


def test_whoever_has_a_second_step_confirms_with_it_before_changing_it_never_with_a_password(
    lead: User, client: Client, signed_in_by_code: Browser
):
    secret = set_up_an_app(client)
    lead.set_password("lantern-orchard-42")
    lead.save()
    elsewhere = signed_in_by_code(lead)
    for address in (PASSKEY, "/account/2fa/totp/deactivate/", CODES, f"{CODES}generate/"):
        asked = elsewhere.get(address)
        assert asked.url.startswith("/account/2fa/reauthenticate/"), address
    assert elsewhere.get("/account/reauthenticate/").url.startswith("/account/2fa/reauthenticate/")
    assert "Use your password" not in elsewhere.get(asked.url).content.decode()
    shown = elsewhere.post(asked.url, {"code": code_for(secret), "next": CODES})
    assert shown.url == CODES
    assert elsewhere.get(CODES).status_code == 200
