"""People ask to have something put right, and are answered."""

import pghistory
from django.db import transaction
from django.urls import reverse

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.privacy.models import About, Correction, CorrectionState
from hileads.privacy.policies import refuse_answered


@transaction.atomic
def ask_for_correction(*, by: User, about: About, wrong: str, right: str) -> Correction:
    """Ask to have something about oneself put right. The same words twice are one request."""
    words = {"about": About(about), "wrong": wrong.strip(), "right": right.strip()}
    known = Correction.objects.open().filter(person=by, **words).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        return Correction.objects.create(person=by, asked_at=now(), **words)


@transaction.atomic
def answer_correction(*, by: User, correction: Correction, state: CorrectionState, answer: str) -> Correction:
    """Say whether something was put right, and why or why not. The person who asked is told."""
    check(by, P.CORRECTION_ANSWER, on=correction)
    correction = (
        Correction.objects.select_for_update(of=("self",)).select_related("person").get(pk=correction.pk)
    )
    refuse_answered(correction)
    correction.state = CorrectionState(state)
    correction.answer = answer.strip()
    correction.answered_by, correction.answered_at = by, now()
    with pghistory.context(user=by.pk):
        correction.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    post_message(
        by=by,
        kind="correction_answered",
        stream=Stream.SECURITY,
        recipient=correction.person,
        meaning_key=f"correction_answered:{correction.pk}",
        subject="What you asked to have put right is answered",
        template="privacy/correction_answered",
        context={"correction": correction, "page_path": reverse("information-show")},
    )
    return correction
