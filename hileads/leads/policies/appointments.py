"""May this appointment begin or end now?"""

from datetime import date, timedelta

from hileads.dated import meets
from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, Role, role_name
from hileads.organisations.models import Kind, Organisation
from hileads.wording import long_date

HAVE_BOARDS = frozenset({Kind.ICB, Kind.TRUST, Kind.PCN, Kind.NATIONAL})


PLACES: dict[Role, frozenset[Kind | None]] = {
    Role.EXECUTIVE_LEAD: HAVE_BOARDS,
    Role.DEPUTY: HAVE_BOARDS,
    Role.TEAM_MEMBER: HAVE_BOARDS | {Kind.PARTNER},
    Role.EQUALITY_LEAD: HAVE_BOARDS,
    Role.BOARD_SECRETARY: HAVE_BOARDS,
    Role.NON_EXECUTIVE_CHAMPION: HAVE_BOARDS,
    Role.CHAIR: HAVE_BOARDS,
    Role.FACILITATOR: frozenset({None, Kind.REGION, Kind.PARTNER}),
    Role.REGIONAL_CONVENOR: frozenset({Kind.REGION}),
    Role.CURATOR: frozenset({None}),
    Role.NATIONAL_ADMIN: frozenset({None}),
}
"""Where each role may be held: kinds of organisation, and None for a national post.

SECURITY: what a national role gives reaches everywhere, so it must never be held at an organisation, where the
board secretary could grant it. A facilitator's rights reach the sets that they run and nothing else, so they may be
from a partner.
"""


def refuse_wrong_place(role: Role, organisation: Organisation | None) -> None:
    """Refuse a role that cannot be held there."""
    if (Kind(organisation.kind) if organisation else None) not in PLACES[role]:
        raise NotNow(
            f"{role_name(role)} cannot be held at {organisation.name if organisation else 'national level'}."
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
    there = others.filter(meets(from_date, to_date)).select_related("user").first()
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


def refuse_last_administrator(appointment: Appointment, last_day: date) -> None:
    """Refuse an end after which nobody would keep the national entries."""
    if appointment.role != Role.NATIONAL_ADMIN:
        return
    others = Appointment.objects.live(last_day + timedelta(days=1)).in_role(Role.NATIONAL_ADMIN)
    if not others.exclude(pk=appointment.pk).exists():
        raise NotNow(
            f"Nobody else would be national administrator from the next day on. Nominate somebody first, and record "
            f"the last day of {appointment.user.name} when they have accepted."
        )
