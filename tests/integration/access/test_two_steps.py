"""The second step at the moment it is needed: asked once, good for a while, and nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from accountability.models import Export, Signature
from hileads.access.actions import give_demo_apps
from hileads.access.queries import demo_code
from hileads.clock import at, now
from hileads.leads.models import Appointment, User
from hileads.permissions.catalogue import MOMENT, SITTING
from tests.integration.access.conftest import (
    Browser,
    code_for,
    options_on,
    recovery_codes_of,
    set_up_an_app,
)
from tests.integration.access.test_setting_up import add_a_passkey
from tests.passkeys import Device
from tests.world import World, build

STEPS, BY_CODE = "/account/two-steps/", "/account/2fa/reauthenticate/?next=%2Faccount%2Ftwo-steps%2F"


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.fixture
def newcomer(world: World) -> User:
    """The lead of the trust, without a second step so far."""
    Authenticator.objects.filter(user=world.cast.lead).delete()
    world.cast.lead.set_unusable_password()
    world.cast.lead.save()
    return world.cast.lead


def sign_address(world: World) -> str:
    return reverse("report-sign", kwargs={"public_id": world.frozen_report.public_id})


def export_address(world: World) -> str:
    kwargs = {"public_id": world.frozen_report.public_id, "file_format": "xlsx"}
    return reverse("report-export", kwargs=kwargs)


def test_reading_never_asks_for_a_second_step(world: World, newcomer: User, signed_in_by_code: Browser):
    client = signed_in_by_code(newcomer)
    report = reverse("report-show", kwargs={"public_id": world.frozen_report.public_id})
    for address in ("/this-week/", "/evidence/", "/directory/", report, f"/plan/{world.cast.trust.code}/"):
        assert client.get(address).status_code == 200


def test_somebody_without_a_second_step_sets_one_up_and_signs(
    world: World, newcomer: User, signed_in_by_code: Browser
):
    client = signed_in_by_code(newcomer)
    assert client.get(sign_address(world)).url == STEPS
    page = client.get(STEPS).content.decode()
    assert "Set up a second step once, and go on from there." in page
    set_up_an_app(client)
    codes = client.get("/account/2fa/recovery-codes/").content.decode()
    assert "I have kept them: go on" in codes
    assert f'href="{STEPS}"' in codes
    assert client.get(STEPS).url == sign_address(world)
    assert client.get(sign_address(world)).status_code == 200
    client.post(sign_address(world))
    assert Signature.objects.get().signed_by == newcomer
    assert client.get(STEPS).url == "/account/sign-in/", "nothing waits any more"


def test_with_an_app_one_is_asked_for_its_code_and_comes_back(
    world: World, newcomer: User, signed_in_by_code: Browser
):
    secret = set_up_an_app(signed_in_by_code(newcomer))
    client = signed_in_by_code(newcomer)
    assert client.get(sign_address(world)).url == STEPS
    assert client.get(STEPS).url == BY_CODE
    page = client.get(BY_CODE).content.decode()
    assert "Show that it is you" in page
    assert "demonstration" not in page
    wrong = client.post(BY_CODE, {"code": "123"}).content.decode()
    assert "That is not the right code or passkey." in wrong
    shown = client.post(BY_CODE, {"code": code_for(secret), "next": STEPS}, follow=True)
    assert shown.request["PATH_INFO"] == sign_address(world)
    assert shown.status_code == 200


def test_a_code_works_once_and_a_recovery_code_does_too(
    world: World, newcomer: User, signed_in_by_code: Browser
):
    first = signed_in_by_code(newcomer)
    secret = set_up_an_app(first)
    recovery = recovery_codes_of(first)[0]
    assert first.post(BY_CODE, {"code": code_for(secret), "next": STEPS}).status_code == 302
    second = signed_in_by_code(newcomer)
    assert "That is not the right" in second.post(BY_CODE, {"code": code_for(secret)}).content.decode()
    assert second.post(BY_CODE, {"code": recovery, "next": STEPS}).status_code == 302
    assert second.get(sign_address(world)).status_code == 200
    assert "9 codes are left" in second.get("/account/sign-in/").content.decode()
    third = signed_in_by_code(newcomer)
    assert "That is not the right" in third.post(BY_CODE, {"code": recovery}).content.decode()


def test_with_a_passkey_one_is_asked_for_that_and_may_use_a_code_instead(
    world: World, newcomer: User, signed_in_by_code: Browser
):
    device = add_a_passkey(signed_in_by_code(newcomer))
    client = signed_in_by_code(newcomer)
    client.get(sign_address(world))
    asked = client.get(STEPS).url
    assert asked.startswith("/account/2fa/webauthn/reauthenticate/")
    page = client.get(asked).content.decode()
    assert "Use a code from an app, or a recovery code" in page
    assert "Use a passkey instead" in client.get(BY_CODE).content.decode()
    failed = client.post(asked, {"credential": Device().signs(options_on(page)), "next": STEPS}, follow=True)
    assert "That is not the right code or passkey." in failed.content.decode()
    page = client.get(asked).content.decode()
    shown = client.post(asked, {"credential": device.signs(options_on(page)), "next": STEPS}, follow=True)
    assert shown.request["PATH_INFO"] == sign_address(world)
    assert client.get("/account/sign-in/").content.decode().count("Last used on") == 1


def test_what_was_sent_waits_for_the_second_step_and_then_goes_on(
    world: World, newcomer: User, signed_in_by_code: Browser
):
    client = signed_in_by_code(newcomer)
    assert client.post(export_address(world)).url == STEPS
    assert not Export.objects.exists()
    assert "What you typed is kept." in client.get(STEPS).content.decode()
    assert client.post(STEPS).url == STEPS, "nothing goes on before the second step"
    set_up_an_app(client)
    page = client.get(STEPS).content.decode()
    assert "Go on with what I sent" in page
    assert not Export.objects.exists(), "opening the page does nothing"
    answer = client.post(STEPS)
    assert answer["Content-Disposition"].endswith('.xlsx"')
    assert Export.objects.get().exported_by == newcomer
    assert client.post(STEPS).url == STEPS, "it goes on once"
    assert Export.objects.count() == 1


def test_typed_words_reach_the_form_they_were_meant_for(
    world: World, signed_in: Browser, signed_in_by_code: Browser
):
    secretary = world.cast.secretary
    give_demo_apps(by=User.objects.system(), people=[secretary])
    appointment = world.cast.deputy.appointments.get()
    address = reverse("appointment-end", kwargs={"public_id": appointment.public_id})
    client = signed_in_by_code(secretary)
    typed = {"last_day-day": "31", "last_day-month": "12", "last_day-year": "2099"}
    assert client.post(f"{address}?from=people", typed).url == STEPS
    page = client.get(STEPS, follow=True)
    code = Authenticator.objects.get(user=secretary, type="recovery_codes").wrap().get_unused_codes()[0]
    client.post(page.request["PATH_INFO"], {"code": code, "next": STEPS})
    client.post(STEPS)
    assert Appointment.objects.get(pk=appointment.pk).to_date.isoformat() == "2099-12-31"


@pytest.mark.parametrize(
    ("who", "lasts", "address"),
    [("lead", MOMENT, sign_address), ("national_admin", SITTING, lambda world: "/history/")],
)
def test_one_showing_lasts_a_while_and_no_longer(
    world: World, signed_in_by_code: Browser, who: str, lasts: timedelta, address: Callable[[World], str]
):
    person = world.cast.people()[who]
    Authenticator.objects.filter(user=person).delete()
    person.set_unusable_password()
    person.save()
    client = signed_in_by_code(person)
    set_up_an_app(client)
    with at(now() + lasts - timedelta(minutes=1)):
        assert client.get(address(world)).status_code == 200
    with at(now() + lasts + timedelta(minutes=1)):
        assert client.get(address(world)).url == STEPS


def test_a_script_in_the_background_is_told_instead_of_led_away(
    world: World, newcomer: User, signed_in_by_code: Browser
):
    client = signed_in_by_code(newcomer)
    for headers in ({"X-Requested-With": "XMLHttpRequest"}, {"Sec-Fetch-Mode": "cors"}):
        answer = client.get(sign_address(world), headers=headers)
        assert answer.status_code == 403
        assert "Show your second step first" in answer.content.decode()


def test_who_may_not_do_it_is_told_that_and_not_asked_for_a_second_step(
    world: World, signed_in_by_code: Browser
):
    assert signed_in_by_code(world.cast.secretary).get(sign_address(world)).status_code == 403
    assert signed_in_by_code(world.cast.stranger).get(sign_address(world)).status_code == 404
    assert signed_in_by_code(world.cast.lead).get("/curate/").status_code == 404


def test_the_workshop_asks_at_its_door(world: World, signed_in_by_code: Browser):
    client = signed_in_by_code(world.cast.curator)
    assert client.get("/curate/").url == STEPS
    assert client.post("/curate/snippets/repository/resource/add/", {"title": "Mine"}).url == STEPS


def test_the_demo_shows_what_an_app_shows_and_only_the_demo_does(
    world: World, newcomer: User, signed_in_by_code: Browser, settings: object
):
    give_demo_apps(by=User.objects.system(), people=[newcomer])
    assert demo_code(newcomer) == ""
    settings.DEMO = True  # type: ignore[attr-defined]
    code = demo_code(newcomer)
    assert len(code) == 6
    client = signed_in_by_code(newcomer)
    client.get(sign_address(world))
    page = client.get(STEPS, follow=True).content.decode()
    assert f'<strong id="demo-code">{code}</strong>' in page
    assert client.post(BY_CODE, {"code": code, "next": STEPS}).status_code == 302
    assert demo_code(newcomer) != code, "a code works once, so the next one is shown"
    assert demo_code(world.cast.stranger) == ""
