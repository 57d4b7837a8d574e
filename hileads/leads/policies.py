"""May this appointment begin or end now, and this invitation go on? Each refusal says why, and what would help."""

from datetime import date, datetime

from django.db.models import Q

from hileads.frame.refusals import NotNow
from hileads.leads.models import OPEN_INVITATIONS, Appointment, Invitation, InvitationState, Role, User
from hileads.organisations.models import Kind, Organisation
from hileads.wording import long_date, lower_first

HAVE_BOARDS = frozenset({Kind.ICB, Kind.TRUST, Kind.PCN})

PLACES: dict[Role, frozenset[Kind | None]] = {
    Role.EXECUTIVE_LEAD: HAVE_BOARDS,
    Role.DEPUTY: HAVE_BOARDS,
    Role.TEAM_MEMBER: HAVE_BOARDS,
    Role.EQUALITY_LEAD: HAVE_BOARDS,
    Role.BOARD_SECRETARY: HAVE_BOARDS,
    Role.NON_EXECUTIVE_CHAMPION: HAVE_BOARDS,
    Role.CHAIR: HAVE_BOARDS,
    Role.FACILITATOR: frozenset({None, Kind.REGION}),
    Role.REGIONAL_CONVENOR: frozenset({Kind.REGION}),
    Role.CURATOR: frozenset({None}),
    Role.NATIONAL_ADMIN: frozenset({None}),
}
"""Where each role may be held: kinds of organisation, and None for a national post.

SECURITY: what a national role gives reaches everywhere, so it must never be held at an organisation, where the
board secretary could grant it.
"""


def refuse_wrong_place(role: Role, organisation: Organisation | None) -> None:
    """Refuse a role that cannot be held there."""
    if (Kind(organisation.kind) if organisation else None) not in PLACES[role]:
        raise NotNow(
            f"{role.label} cannot be held at {organisation.name if organisation else 'national level'}."
        )


def refuse_closed_organisation(organisation: Organisation | None, from_date: date) -> None:
    """Refuse an appointment that begins when its organisation is not open."""
    if organisation and not organisation.is_open_on(from_date):
        raise NotNow(f"{organisation.name} is not open on {long_date(from_date)}.")


def refuse_second_lead(
    role: Role,
    organisation: Organisation | None,
    from_date: date,
    to_date: date | None,
    *,
    is_job_share: bool,
) -> None:
    """Refuse a second sole executive lead at the same time."""
    if role != Role.EXECUTIVE_LEAD or is_job_share:
        return
    others = Appointment.objects.in_role(role).filter(organisation=organisation, is_job_share=False)
    there = others.filter(_meets(from_date, to_date)).select_related("user").first()
    if there:
        raise NotNow(
            f"{there.user.name} is the executive lead here from {long_date(there.from_date)}"
            f"{f' to {long_date(there.to_date)}' if there.to_date else ''}. "
            "End that appointment first, or record that the post is shared."
        )


def refuse_end(appointment: Appointment, last_day: date) -> None:
    """Refuse an end before the beginning, and a second end."""
    if last_day < appointment.from_date:
        raise NotNow(f"This appointment began on {long_date(appointment.from_date)}; it cannot end before.")
    if appointment.to_date is not None and appointment.to_date <= last_day:
        raise NotNow(f"This appointment already ends on {long_date(appointment.to_date)}.")


def _meets(from_date: date, to_date: date | None) -> Q:
    not_over = Q(to_date__isnull=True) | Q(to_date__gte=from_date)
    return not_over & Q(from_date__lte=to_date) if to_date else not_over


WRONG_CODES_AT_MOST = 5


def refuse_known_post(email: str, role: Role, organisation: Organisation, from_date: date) -> None:
    """Refuse to invite somebody to the post that they hold."""
    held = Appointment.objects.on(from_date).filter(user__email=email, role=role, organisation=organisation)
    there = held.select_related("user").first()
    if there:
        raise NotNow(
            f"{there.user.name} has been {lower_first(role.label)} here since {long_date(there.from_date)}. "
            "There is nothing to invite them to."
        )


def refuse_second_invitation(email: str, role: Role, organisation: Organisation) -> None:
    """Refuse to invite the same person to the same post while an invitation of theirs is open."""
    known = Invitation.objects.open().filter(email=email, role=role, organisation=organisation).first()
    if known:
        raise NotNow(
            f"{known.name} was nominated for this post on {long_date(known.nominated_at)} already. "
            "That invitation can be sent again from the page of the organisation's people."
        )


def refuse_to_follow(outgoing: Appointment | None, from_date: date) -> None:
    """Refuse a successor who would begin before the one they follow."""
    if outgoing and outgoing.from_date >= from_date:
        raise NotNow(
            f"{outgoing.user.name} has been the executive lead here since {long_date(outgoing.from_date)}. "
            "A successor can begin on a later day only."
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
