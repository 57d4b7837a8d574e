"""Putting what people are told about a session into the ledger."""

from collections.abc import Iterable

from django.db import transaction

from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from learning_sets.emails.messages import Mail


@transaction.atomic
def tell(*, by: User, mails: Iterable[tuple[User, Mail]]) -> int:
    """Post each mail to its person, leaving as soon as it may, and return how many there were."""
    count = 0
    for person, mail in mails:
        post_message(
            by=by,
            kind=mail.kind,
            stream=Stream.SESSIONS,
            recipient=person,
            meaning_key=mail.meaning_key,
            subject=mail.subject,
            template=mail.template,
            context=mail.context,
            reference=mail.reference,
            calendar=mail.calendar,
            calendar_method=mail.calendar_method,
            topic=mail.topic,
            held=mail.held,
            at_once=mail.at_once,
        )
        count += 1
    return count
