"""The one way out for mail that Django, allauth or Wagtail wish to send: into the ledger."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from hileads.leads.models import User
from hileads.notifications.actions import post_mail


class LedgerBackend(BaseEmailBackend):
    """Write each mail to the message ledger instead of sending it here and now. It leaves when this commits."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        portal = User.objects.system()
        return sum(bool(post_mail(by=portal, mail=mail)) for mail in email_messages)
