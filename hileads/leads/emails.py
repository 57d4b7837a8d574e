"""The invitation as a mail, and the two keys to it: a link bound to this sending, and a code of six digits."""

import secrets

from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from hileads.leads.models import Invitation
from hileads.notifications.emails import render

SALT = "hileads.leads.invitation"


def new_code() -> str:
    """Return six digits by chance."""
    return f"{secrets.randbelow(1_000_000):06}"


def digest_of(invitation: Invitation, code: str) -> str:
    """Return what is kept of a code: nobody can read it back, and it fits one sending of one invitation."""
    return salted_hmac(SALT, f"{_sending(invitation)}:{code}", algorithm="sha256").hexdigest()


def is_code_of(invitation: Invitation, code: str) -> bool:
    return constant_time_compare(digest_of(invitation, code), invitation.code_digest)


def key_of(invitation: Invitation) -> str:
    """Return the part of the link that only the mail's reader knows."""
    return signing.Signer(salt=SALT).signature(_sending(invitation))


def is_key_of(invitation: Invitation, key: str) -> bool:
    return constant_time_compare(key_of(invitation), key)


def answer_path(invitation: Invitation) -> str:
    """Return where the invited person answers."""
    return reverse("invitation-answer", kwargs={"public_id": invitation.public_id, "key": key_of(invitation)})


def invitation_mail(invitation: Invitation, code: str) -> EmailMultiAlternatives:
    """Return the mail that brings both keys to the invited address, whether or not it has an account."""
    post = f"post at {invitation.organisation.name}" if invitation.organisation else "national post"
    subject = f"Your {post} in the health inequalities portal"
    context = {
        "invitation": invitation,
        "code": code,
        "answer_path": answer_path(invitation),
        "code_path": reverse("invitation-code"),
    }
    rendered = render("leads/invitation", subject, context, invitation.name)
    mail = EmailMultiAlternatives(subject, rendered.text, to=[invitation.email])
    mail.attach_alternative(rendered.html, "text/html")
    return mail


def _sending(invitation: Invitation) -> str:
    return f"{invitation.public_id}:{invitation.revision}"
