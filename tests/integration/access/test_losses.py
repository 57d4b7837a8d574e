"""A lost second step: two administrators, a day in which its owner can stop it, and then everything ends at once."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client

from hileads.access.actions import (
    ask_for_reset,
    carry_out_resets,
    confirm_loss,
    give_demo_apps,
    losses,
    refuse_loss,
    stop_loss,
)
from hileads.access.models import LossState, StepLoss
from hileads.access.tasks import take_away_lost_steps
from hileads.clock import at, now
from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, User
from hileads.notifications.models import Message
from tests.actors import Cast
from tests.factories.people import appointed
from tests.integration.access.conftest import Browser

LIST, PAGE = "/account/lost-steps/", "/account/sign-in/"


@pytest.fixture
def second_admin(cast: Cast) -> User:
    return appointed("Ned Admin", Role.NATIONAL_ADMIN, None)


@pytest.fixture
def loss(lead: User) -> StepLoss:
    give_demo_apps(by=User.objects.system(), people=[lead])
    return ask_for_reset(by=lead)


@pytest.fixture
def confirmed(loss: StepLoss, cast: Cast, second_admin: User) -> StepLoss:
    confirm_loss(by=cast.national_admin, loss=loss)
    return confirm_loss(by=second_admin, loss=loss)


def subjects_to(person: User) -> list[str]:
    return list(
        Message.objects.filter(recipient=person, kind="second-step").values_list("subject", flat=True)
    )


def test_from_the_loss_to_a_new_beginning_in_the_browser(
    lead: User, cast: Cast, second_admin: User, signed_in: Browser, signed_in_by_code: Browser
):
    give_demo_apps(by=User.objects.system(), people=[lead])
    theirs, elsewhere = signed_in_by_code(lead), signed_in_by_code(lead)
    assert "I have lost my second step" in theirs.get(PAGE).content.decode()
    assert "use that: it works at once" in theirs.get(f"{LIST}add/").content.decode()
    assert (
        "Two administrators now look at what you asked"
        in theirs.post(f"{LIST}add/", follow=True).content.decode()
    )
    assert "Waiting for two administrators" in theirs.get(PAGE).content.decode()
    loss = StepLoss.objects.get()
    first, second = signed_in(cast.national_admin), signed_in(second_admin)
    assert "has lost their second step" in first.get("/this-week/").content.decode()
    assert "I am sure that it is they" in first.get(LIST).content.decode()
    confirm = f"{LIST}{loss.public_id}/confirm/"
    assert "A second administrator has to do it too." in first.post(confirm, follow=True).content.decode()
    assert "I am sure that it is they" not in first.get(LIST).content.decode()
    assert "First confirmed by Nat Admin." in second.get(LIST).content.decode()
    assert "It happens in 24 hours." in second.post(confirm, follow=True).content.decode()
    assert "Waiting for 24 hours to pass" in theirs.get(PAGE).content.decode()
    with at(now() + timedelta(hours=23, minutes=59)):
        take_away_lost_steps()
    assert Authenticator.objects.filter(user=lead).exists()
    with at(now() + timedelta(hours=24, minutes=1)):
        take_away_lost_steps()
        take_away_lost_steps()
    assert not Authenticator.objects.filter(user=lead).exists()
    for browser in (theirs, elsewhere):
        assert browser.get("/this-week/").url.startswith("/account/login/")
    assert subjects_to(lead) == [
        "Somebody asked to take away your second step",
        "Your second step will be taken away tomorrow",
        "Your second step was taken away",
    ]
    assert "Nobody has asked" in first.get(LIST).content.decode()
    lead.refresh_from_db()
    assert "You have no second step yet." in signed_in_by_code(lead).get(PAGE).content.decode()


def test_what_happened_is_in_the_history_with_who_did_it(confirmed: StepLoss, cast: Cast, second_admin: User):
    with at(now() + timedelta(days=2)):
        carry_out_resets(by=User.objects.system())
    events = StepLoss.pgh_event_model.objects.filter(pgh_obj=confirmed).order_by("pgh_id")
    assert [event.state for event in events] == ["asked", "once", "confirmed", "done"]
    assert [event.pgh_context.metadata["user"] for event in events] == [
        confirmed.person_id,
        cast.national_admin.pk,
        second_admin.pk,
        User.objects.system().pk,
    ]


def test_a_password_ends_too_so_that_no_session_outlives_it(lead: User, confirmed: StepLoss):
    lead.set_password("lantern-orchard-42")
    lead.save()
    unlisted = Client()
    unlisted.force_login(lead, backend="allauth.account.auth_backends.AuthenticationBackend")
    with at(now() + timedelta(days=2)):
        assert carry_out_resets(by=User.objects.system()) == 1
    assert unlisted.get("/this-week/").url.startswith("/account/login/")
    lead.refresh_from_db()
    assert not lead.has_usable_password()


def test_the_owner_stops_it_until_the_last_minute(
    lead: User, confirmed: StepLoss, signed_in_by_code: Browser
):
    client = signed_in_by_code(lead)
    assert "Stop this" in client.get(PAGE).content.decode()
    stopped = client.post(f"{LIST}{confirmed.public_id}/stop/", follow=True).content.decode()
    assert "Your second step stays as it is." in stopped
    with at(now() + timedelta(days=2)):
        assert carry_out_resets(by=User.objects.system()) == 0
    assert Authenticator.objects.filter(user=lead).exists()
    assert client.post(f"{LIST}{confirmed.public_id}/stop/").status_code == 409
    assert ask_for_reset(by=lead).state == LossState.ASKED, "they may ask again"


def test_nobody_else_stops_it_and_only_administrators_confirm_or_refuse(
    cast: Cast, loss: StepLoss, signed_in: Browser
):
    with pytest.raises(Http404):
        stop_loss(by=cast.deputy, loss=loss)
    assert signed_in(cast.deputy).post(f"{LIST}{loss.public_id}/stop/").status_code == 404
    for act in (confirm_loss, refuse_loss):
        with pytest.raises(PermissionDenied):
            act(by=cast.secretary, loss=loss)
    assert signed_in(cast.secretary).get(LIST).status_code == 403
    assert StepLoss.objects.get().state == LossState.ASKED


def test_one_administrator_is_not_two(cast: Cast, loss: StepLoss):
    confirm_loss(by=cast.national_admin, loss=loss)
    with pytest.raises(NotNow, match="A second administrator"):
        confirm_loss(by=cast.national_admin, loss=loss)
    with pytest.raises(IntegrityError), transaction.atomic():
        StepLoss.objects.update(second_by=cast.national_admin)


def test_an_administrator_never_confirms_their_own(cast: Cast, second_admin: User, signed_in: Browser):
    give_demo_apps(by=User.objects.system(), people=[cast.national_admin])
    loss = ask_for_reset(by=cast.national_admin)
    with pytest.raises(NotNow, match="your own second step"):
        confirm_loss(by=cast.national_admin, loss=loss)
    assert "I am sure that it is they" not in signed_in(cast.national_admin).get(LIST).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        StepLoss.objects.update(first_by=cast.national_admin)


def test_a_refusal_ends_it(cast: Cast, second_admin: User, loss: StepLoss, signed_in: Browser):
    admin = signed_in(cast.national_admin)
    refused = admin.post(f"{LIST}{loss.public_id}/refuse/", follow=True).content.decode()
    assert "Refused. The second step of Leila Lead stays." in refused
    with pytest.raises(NotNow, match="refused by an administrator"):
        confirm_loss(by=second_admin, loss=loss)
    assert admin.post(f"{LIST}{loss.public_id}/refuse/").status_code == 409


def test_one_asks_once_and_only_for_what_one_has(lead: User, cast: Cast, loss: StepLoss, signed_in: Browser):
    with pytest.raises(NotNow, match="You asked on"):
        ask_for_reset(by=lead)
    with pytest.raises(NotNow, match="You have no second step"):
        ask_for_reset(by=cast.deputy)
    assert signed_in(cast.deputy).post(f"{LIST}add/").status_code == 409


def test_what_is_stopped_just_before_it_is_carried_out_stays(lead: User, confirmed: StepLoss):
    """Between finding what is due and taking it away, its owner may stop it."""
    stop_loss(by=lead, loss=confirmed)
    assert losses._carry_out(User.objects.system(), confirmed) is False
    assert Authenticator.objects.filter(user=lead).exists()
