"""What gives a person rights now: their posts, and whom they act for, read once a request."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hileads.clock import today
from hileads.leads.models import Appointment, Area, Delegation, Role, User
from hileads.organisations.models import Kind, Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.roles import AREAS, AT_A_PARTNER, EVERYONE_APPOINTED, ROLES

WHOSE = ("appointment__organisation", "appointment__user")


@dataclass(frozen=True)
class Grant:
    """Rights that reach an organisation; at a region, all within it; with None, everywhere."""

    organisation: Organisation | None
    rights: frozenset[P]


def live_appointments(user: User, day: date | None = None) -> list[Appointment]:
    """Return the appointments that give this person rights now, read once a request."""
    day = day or today()
    held: tuple[date, list[Appointment]] | None = getattr(user, "_live_appointments", None)
    if held is None or held[0] != day:
        rows = list(Appointment.objects.live(day).filter(user=user).select_related("organisation"))
        held = (day, rows)
        user._live_appointments = held  # type: ignore[attr-defined]
    return held[1]


def live_delegations(user: User, day: date | None = None) -> list[Delegation]:
    """Return for whom this person acts now, read once a request."""
    day = day or today()
    held: tuple[date, list[Delegation]] | None = getattr(user, "_live_delegations", None)
    if held is None or held[0] != day:
        rows = Delegation.objects.live(day).filter(deputy=user)
        held = (day, list(rows.select_related(*WHOSE)))
        for row in held[1]:
            row.deputy = user
        user._live_delegations = held  # type: ignore[attr-defined]
    return held[1]


def read_rights(people: Iterable[User]) -> None:
    """Read what gives these people rights now for all of them at once. Two queries."""
    day = today()
    unread = {user.pk: user for user in people if getattr(user, "_live_appointments", (None,))[0] != day}
    posts: dict[int, list[Appointment]] = {number: [] for number in unread}
    acting: dict[int, list[Delegation]] = {number: [] for number in unread}
    for row in Appointment.objects.live(day).filter(user__in=unread).select_related("organisation"):
        posts[row.user_id].append(row)
    for lent in Delegation.objects.live(day).filter(deputy__in=unread).select_related(*WHOSE):
        lent.deputy = unread[lent.deputy_id]
        acting[lent.deputy_id].append(lent)
    for number, user in unread.items():
        user._live_appointments = (day, posts[number])  # type: ignore[attr-defined]
        user._live_delegations = (day, acting[number])  # type: ignore[attr-defined]


def delegated_rights(delegation: Delegation) -> frozenset[P]:
    """Return what acting for somebody gives: their areas, as far as their own role reaches."""
    given = frozenset[P]().union(*(AREAS[Area(area)] for area in delegation.areas))
    return given & ROLES[Role(delegation.appointment.role)]


def rights_lent(delegation: Delegation) -> frozenset[P]:
    """Return what a delegation gives to its deputy that their own posts do not."""
    place = delegation.appointment.organisation
    own = [grant.rights for grant in own_grants(delegation.deputy) if grant.organisation in (None, place)]
    return delegated_rights(delegation) - frozenset[P]().union(*own)


def forget_rights(user: User) -> None:
    """Let the next question read this person's rights anew, because they have just changed."""
    vars(user).pop("_live_appointments", None)
    vars(user).pop("_live_delegations", None)


def own_grants(user: User) -> list[Grant]:
    """Return what a person's own posts give."""
    return [Grant(row.organisation, _rights(row)) for row in live_appointments(user)]


def grants(user: User) -> list[Grant]:
    """Return what a person's own posts give, and what acting for others does."""
    lent = (Grant(row.appointment.organisation, delegated_rights(row)) for row in live_delegations(user))
    return [*own_grants(user), *lent]


def _rights(appointment: Appointment) -> frozenset[P]:
    given = ROLES[Role(appointment.role)] | EVERYONE_APPOINTED
    return given & AT_A_PARTNER if is_partner(appointment.organisation) else given


def is_partner(organisation: Organisation | None) -> bool:
    """Say whether an organisation is a partner without a plan or board report here."""
    return organisation is not None and organisation.kind == Kind.PARTNER
