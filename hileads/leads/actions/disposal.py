"""What goes of people's entries: invitations that came to nothing, sign-ins that have ended, closed accounts."""

from datetime import datetime, timedelta

import pghistory
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from hileads.clock import today
from hileads.leads.actions.delegations import cut_delegation
from hileads.leads.models import Appointment, Delegation, Invitation, InvitationState, User
from hileads.personal import CLOSED_DOMAIN, CLOSED_NAME

INVITATIONS_KEPT = timedelta(days=180)


@transaction.atomic
def dispose_invitations(*, by: User, moment: datetime) -> int:
    """Delete old invitations that nobody accepted, and return how many."""
    old = Invitation.objects.filter(nominated_at__lt=moment - INVITATIONS_KEPT)
    with pghistory.context(user=by.pk):
        return old.exclude(state=InvitationState.ACCEPTED).delete()[0]


@transaction.atomic
def dispose_sign_ins(*, by: User, moment: datetime) -> int:
    """Delete sign-ins that have run out, and return how many."""
    return Session.objects.filter(expire_date__lt=moment).delete()[0]


@transaction.atomic
def end_sign_ins(*, by: User, person: User) -> int:
    """End every sign-in of a person at once, and return how many."""
    running = Session.objects.iterator()
    theirs = [one.pk for one in running if one.get_decoded().get("_auth_user_id") == str(person.pk)]
    return Session.objects.filter(pk__in=theirs).delete()[0]


@transaction.atomic
def erase_ways_to_sign_in(*, by: User, person: User) -> int:
    """Delete the addresses, devices, browsers and accounts elsewhere that a person signs in with; return how many."""
    ways = (EmailAddress, Authenticator, SocialAccount, UserSession)
    return sum(way.objects.filter(user=person).delete()[0] for way in ways)


@transaction.atomic
def erase_from_invitations(*, by: User, person: User) -> int:
    """Delete a person's invitations that came to nothing, take them out of those they accepted; return how many."""
    theirs = Invitation.objects.filter(Q(email=person.email) | Q(appointment__user=person))
    with pghistory.context(user=by.pk):
        accepted = theirs.filter(state=InvitationState.ACCEPTED).update(
            email=_closed_address(person), name=CLOSED_NAME, post_title=""
        )
        return accepted + theirs.exclude(state=InvitationState.ACCEPTED).delete()[0]


@transaction.atomic
def end_posts(*, by: User, person: User) -> int:
    """End a person's posts today, and whatever they or others do for a colleague; return how many posts ended.

    From when until when the posts were held stays.
    """
    for delegation in Delegation.objects.filter(Q(appointment__user=person) | Q(deputy=person)):
        cut_delegation(by=by, delegation=delegation, last_day=today())
    lasting = Appointment.objects.filter(Q(to_date__isnull=True) | Q(to_date__gt=today()), user=person)
    with pghistory.context(user=by.pk):
        return lasting.update(to_date=Greatest(today(), F("from_date")))


@transaction.atomic
def erase_person(*, by: User, person: User) -> int:
    """Take name, address and password from an account, and close it."""
    person.email, person.name = _closed_address(person), CLOSED_NAME
    person.is_active, person.last_login = False, None
    person.set_unusable_password()
    with pghistory.context(user=by.pk):
        person.save(update_fields=["email", "name", "is_active", "last_login", "password"])
    return 1


def _closed_address(person: User) -> str:
    """Return the address that says nothing of whose it was."""
    return f"{person.public_id}@{CLOSED_DOMAIN}"
