"""The invitation as a mail with the two keys to it (a link bound to this sending, a code of six digits), and reminders."""

import secrets
from datetime import date

from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from hileads.contributions import Words
from hileads.leads.models import Appointment, Invitation, Role, User
from hileads.notifications.emails import render
from hileads.offsets import Offset
from hileads.organisations.models import Organisation
from hileads.wording import long_date, lower_first

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


def post_ending(post: Appointment, person: User) -> Words:
    """Say that a post ends: to its holder with what to hand over, to others with whom to name next."""
    place, role = post.organisation, lower_first(post.get_role_display())
    day, is_holder = long_date(post.to_date), person.pk == post.user_id
    at = f" at {place.name}" if place else ""
    whose = "Your post" if is_holder else f"The post of {post.user.name}"
    path = reverse("this-week")
    if place:
        path = (
            reverse("handover-show", kwargs={"public_id": post.public_id})
            if is_holder
            else reverse("organisation-people", kwargs={"code": place.code})
        )
    context = {
        "whose": whose,
        "role": role,
        "at": at,
        "day": day,
        "is_holder": is_holder,
        "hands_over": is_holder and place is not None,
        "path": path,
    }
    return Words(f"{whose}{at} ends on {day}", "leads/post_ending", context)


def vacancy(organisation: Organisation, since: date, offset: Offset, *, is_last: bool) -> Words:
    """Say that an organisation has no lead on the portal, and how to name one."""
    days = -offset.before.days
    people = reverse("nomination-add", kwargs={"code": organisation.code})
    context = {
        "organisation": organisation.name,
        "since": long_date(since),
        "days": days,
        "is_last": is_last,
        "path": f"{people}?role={Role.EXECUTIVE_LEAD}",
    }
    return Words(f"No executive lead at {organisation.name} for {days} days", "leads/vacancy", context)


def _sending(invitation: Invitation) -> str:
    return f"{invitation.public_id}:{invitation.revision}"
