"""Offering help to an organisation. Nobody is chased."""

from uuid import UUID

import pghistory
from django.db import transaction
from django.urls import reverse

from hileads.clock import now, today
from hileads.leads.models import SupportNote, User
from hileads.leads.policies import refuse_closed_organisation
from hileads.leads.queries import contacts_at
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def offer_help(
    *, by: User, organisation: Organisation, token: UUID, note: str, subject: str = "", letter: str = ""
) -> SupportNote:
    """Leave a short dated note on an organisation's page, and send the letter, if there is one, to its contacts.

    A form sent twice (the same `token`) leaves one note and sends one letter.
    """
    check(by, P.SUPPORT_OFFER, on=organisation)
    refuse_closed_organisation(organisation, today())
    sent_before = SupportNote.objects.filter(public_id=token).first()
    if sent_before:
        return sent_before
    with pghistory.context(user=by.pk):
        support = SupportNote.objects.create(
            public_id=token,
            organisation=organisation,
            note=note.strip(),
            subject=subject.strip(),
            letter=letter.strip(),
            offered_by=by,
            offered_at=now(),
        )
    for person in contacts_at(organisation, today()) if support.letter else []:
        _send(by, support, person)
    return support


def _send(by: User, support: SupportNote, person: User) -> None:
    post_message(
        by=by,
        kind="support",
        stream=Stream.COMMUNITY,
        recipient=person,
        meaning_key=f"support:{support.public_id}:{person.pk}",
        subject=support.subject,
        template="leads/support_offer",
        context={
            "support": support,
            "page_path": reverse("organisation-show", kwargs={"code": support.organisation.code}),
        },
        reference=f"leads:support:{support.public_id}",
    )
