"""May this invitation go on now?"""

from collections.abc import Sequence
from datetime import date, datetime

from hileads.frame.refusals import NotNow
from hileads.leads.models import (
    OPEN_INVITATIONS,
    Appointment,
    Invitation,
    InvitationState,
    Role,
    User,
    role_name,
)
from hileads.organisations.models import Organisation
from hileads.wording import listed, long_date, lower_first

WRONG_CODES_AT_MOST = 5


def refuse_known_post(email: str, role: Role, organisation: Organisation | None, from_date: date) -> None:
    """Refuse to invite somebody to the post that they hold."""
    held = Appointment.objects.on(from_date).filter(user__email=email, role=role, organisation=organisation)
    there = held.select_related("user").first()
    if there:
        raise NotNow(
            f"{there.user.name} has been {lower_first(role_name(role))}{' here' if organisation else ''} since {long_date(there.from_date)}. "
            "There is nothing to invite them to."
        )


def refuse_second_invitation(email: str, role: Role, organisation: Organisation | None) -> None:
    """Refuse to invite the same person to the same post while an invitation of theirs is open."""
    known = Invitation.objects.open().filter(email=email, role=role, organisation=organisation).first()
    page = "organisation's people" if organisation else "national team"
    if known:
        raise NotNow(
            f"{known.name} was nominated for this post on {long_date(known.nominated_at)} already. "
            f"That invitation can be sent again from the page of the {page}."
        )


def refuse_to_follow(outgoing: Appointment | None, from_date: date) -> None:
    """Refuse a successor who would begin before the one they follow."""
    if outgoing and outgoing.from_date >= from_date:
        raise NotNow(
            f"{outgoing.user.name} has been the executive lead here since {long_date(outgoing.from_date)}. "
            "A successor can begin on a later day only."
        )


def refuse_one_pair_of_eyes(invitation: Invitation, by: User, others: Sequence[User]) -> None:
    """Refuse that whoever nominated somebody for a national post confirms it too, unless nobody else could."""
    if invitation.organisation_id is None and invitation.nominated_by_id == by.pk and others:
        raise NotNow(
            f"You nominated {invitation.name} yourself, so somebody else confirms it: "
            f"{listed([person.name for person in others])}. Nothing was changed."
        )


def refuse_unless(invitation: Invitation, *states: InvitationState) -> None:
    """Refuse what an invitation has gone past."""
    if invitation.state not in states:
        raise NotNow(
            f"This invitation is {lower_first(invitation.get_state_display())}. Nothing was changed."
        )


def refuse_answered(invitation: Invitation) -> None:
    """Refuse to end an invitation that has ended."""
    refuse_unless(invitation, *OPEN_INVITATIONS)


def has_expired(invitation: Invitation, moment: datetime) -> bool:
    """Say whether an invitation has waited too long for its answer."""
    return invitation.expires_at is not None and invitation.expires_at <= moment


def can_be_answered(invitation: Invitation, moment: datetime) -> bool:
    """Say whether the invited person can still say yes or no."""
    return invitation.state == InvitationState.SENT and not has_expired(invitation, moment)


def is_for_somebody_else(invitation: Invitation, reader: object) -> bool:
    """Say whether another person than the invited one is signed in."""
    return isinstance(reader, User) and reader.email != invitation.email


def refuse_somebody_else(invitation: Invitation, reader: object) -> None:
    """Refuse an answer by another person than the invited one."""
    if is_for_somebody_else(invitation, reader):
        raise NotNow(f"You are signed in with another address. Sign out, then accept as {invitation.email}.")


def refuse_expired(invitation: Invitation, moment: datetime) -> None:
    """Refuse an answer that comes too late."""
    refuse_unless(invitation, InvitationState.SENT)
    if invitation.expires_at is not None and has_expired(invitation, moment):
        raise NotNow(
            f"This invitation ended on {long_date(invitation.expires_at)}. "
            f"Ask {invitation.nominated_by.name} to send it again."
        )
