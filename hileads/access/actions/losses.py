"""A second step is lost: the person asks, two administrators confirm, a day passes, and it is taken away."""

import pghistory
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import Http404
from django.urls import reverse

from hileads.access.models import LossState, StepLoss
from hileads.access.policies import (
    WAITS_FOR,
    is_due,
    refuse_change,
    refuse_nothing_lost,
    refuse_own,
    refuse_same_administrator,
    refuse_second_asking,
)
from hileads.access.queries import has_second_step
from hileads.clock import now
from hileads.leads.actions import end_sign_ins
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def ask_for_reset(*, by: User) -> StepLoss:
    """Say that one's own second step is lost."""
    refuse_nothing_lost(has_second_step(by))
    refuse_second_asking(StepLoss.objects.open().filter(person=by).first())
    with pghistory.context(user=by.pk):
        loss = StepLoss.objects.create(person=by, asked_at=now())
    _tell(by, loss, "asked", "Somebody asked to take away your second step")
    return loss


@transaction.atomic
def confirm_loss(*, by: User, loss: StepLoss) -> StepLoss:
    """Say, as an administrator who knows the person, that it is they who ask. The second one starts the day's wait."""
    check(by, P.SECOND_STEP_RESET)
    loss = _locked(loss)
    refuse_own(loss, by)
    if loss.state == LossState.ASKED:
        loss.state, loss.first_by, loss.first_at = LossState.CONFIRMED_ONCE, by, now()
        return _keep(by, loss, "state", "first_by", "first_at")
    refuse_change(loss, LossState.CONFIRMED)
    refuse_same_administrator(loss, by)
    loss.state, loss.second_by, loss.second_at = LossState.CONFIRMED, by, now()
    loss.due_at = now() + WAITS_FOR
    _keep(by, loss, "state", "second_by", "second_at", "due_at")
    _tell(by, loss, "confirmed", "Your second step will be taken away tomorrow")
    return loss


@transaction.atomic
def refuse_loss(*, by: User, loss: StepLoss) -> StepLoss:
    """Say, as an administrator, that this is not to be done."""
    check(by, P.SECOND_STEP_RESET)
    return _end(by, loss, LossState.REFUSED)


@transaction.atomic
def stop_loss(*, by: User, loss: StepLoss) -> StepLoss:
    """Say, as the owner, that it was not they who asked, or that the second step is found again."""
    if loss.person_id != by.pk:
        raise Http404
    return _end(by, loss, LossState.STOPPED)


def carry_out_resets(*, by: User) -> int:
    """Take away the second steps whose day has passed, and return how many there were."""
    waiting = StepLoss.objects.filter(state=LossState.CONFIRMED, due_at__lte=now())
    return sum(_carry_out(by, loss) for loss in waiting)


@transaction.atomic
def _carry_out(by: User, loss: StepLoss) -> bool:
    """Take away passkeys, app, recovery codes, password and links, and end every sign-in, also those in no list."""
    loss = _locked(loss)
    if not is_due(loss, now()):
        return False
    person = loss.person
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()
    UserSession.objects.filter(user=person).delete()
    end_sign_ins(by=by, person=person)
    person.set_unusable_password()
    person.save(update_fields=["password"])
    _end(by, loss, LossState.DONE)
    _tell(by, loss, "done", "Your second step was taken away")
    return True


def _end(by: User, loss: StepLoss, state: LossState) -> StepLoss:
    loss = _locked(loss)
    refuse_change(loss, state)
    loss.state, loss.ended_by, loss.ended_at = state, by, now()
    return _keep(by, loss, "state", "ended_by", "ended_at")


def _locked(loss: StepLoss) -> StepLoss:
    return StepLoss.objects.select_for_update(of=("self",)).select_related("person").get(pk=loss.pk)


def _keep(by: User, loss: StepLoss, *fields: str) -> StepLoss:
    with pghistory.context(user=by.pk):
        loss.save(update_fields=fields)
    return loss


def _tell(by: User, loss: StepLoss, what: str, subject: str) -> None:
    post_message(
        by=by,
        kind="second-step",
        stream=Stream.SECURITY,
        recipient=loss.person,
        meaning_key=f"second-step:{loss.public_id}:{what}",
        subject=subject,
        template=f"access/loss_{what}",
        context={"loss": loss, "sign_in_path": reverse("sign-in-show")},
    )
