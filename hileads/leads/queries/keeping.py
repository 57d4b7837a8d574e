"""Whether enough people can act at an organisation, and whether its entries were looked at lately."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.db.models.functions import Coalesce

from hileads.dated import in_force
from hileads.leads.models import Appointment, Invitation, Role, User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.rights import live_appointments
from hileads.permissions.roles import ROLES

ACT = tuple(role for role in Role if ROLES[role] >= {P.PLAN_EDIT, P.REPORT_EDIT})
"""Who can act for an organisation: whose role lets them change both the plan and the report."""
ENOUGH = 2
RIGHT_FOR = timedelta(days=182)
"""How long confirmed entries are taken to be right: six months."""
KEEP = (Role.BOARD_SECRETARY, Role.DEPUTY)
"""Who is asked whether the entries are right. Where there is neither, the executive lead is."""


@dataclass(frozen=True)
class Leading:
    """Who leads at an organisation and who deputises; since when, or since when nobody does."""

    leads: tuple[str, ...] = ()
    since: date | None = None
    last_left: date | None = None
    days_vacant: int | None = None
    deputies: tuple[str, ...] = ()
    people: int = 0

    @property
    def has_enough(self) -> bool:
        """Say whether somebody can act while another is away."""
        return self.people >= ENOUGH


@dataclass(frozen=True)
class Alone:
    """An organisation where fewer than two people can act, and the role to nominate somebody for."""

    organisation: Organisation
    people: int
    role_to_fill: Role


def leading(posts: Iterable[Appointment], day: date) -> Leading:
    """Return who leads and who deputises on `day`, from all posts of an organisation in the roles of `ACT`."""
    now = [post for post in posts if post.holds_on(day) and post.user.is_active]
    led_by = [post for post in now if post.role == Role.EXECUTIVE_LEAD]
    left = [
        post.to_date
        for post in posts
        if post.role == Role.EXECUTIVE_LEAD and post.to_date is not None and post.to_date < day
    ]
    last_left = max(left, default=None)
    return Leading(
        leads=tuple(post.user.name for post in led_by),
        since=min((post.from_date for post in led_by), default=None),
        last_left=last_left,
        days_vacant=(day - last_left).days if last_left and not led_by else None,
        deputies=tuple(post.user.name for post in now if post.role == Role.DEPUTY),
        people=len({post.user_id for post in now if post.role in ACT}),
    )


def entries_to_look_at(people: Sequence[User], day: date) -> list[tuple[User, Organisation]]:
    """Return whom of these people an organisation asks to look at its entries, with the day of the oldest (`looked_at`).

    A post that was never confirmed counts from its first day. One query.
    """
    asked = _posts_by_place(people, (*KEEP, Role.EXECUTIVE_LEAD), day)
    live = in_force(day, "appointments__") & Q(appointments__user__is_active=True)
    looked_at = Min(Coalesce("appointments__confirmed_date", "appointments__from_date"), filter=live)
    keepers = Count("appointments", filter=live & Q(appointments__role__in=KEEP))
    rows = Organisation.objects.open_on(day).filter(pk__in=asked)
    rows = rows.annotate(looked_at=looked_at, keepers=keepers).filter(looked_at__lt=day - RIGHT_FOR)
    return [
        (person, organisation)
        for organisation in rows.by_name()
        for person, role in asked[organisation.pk]
        if role in KEEP or not organisation.keepers
    ]


def is_time_to_look(posts: Iterable[Appointment], day: date) -> bool:
    """Say whether one of these posts was confirmed, or began, more than six months ago."""
    return any(
        post.holds_on(day) and (post.confirmed_date or post.from_date) < day - RIGHT_FOR for post in posts
    )


def alone(people: Sequence[User], day: date) -> list[tuple[User, Alone]]:
    """Return these people's organisations where fewer than two people can act and nobody is invited to. One query."""
    mine = _posts_by_place(people, (*ACT, Role.BOARD_SECRETARY), day)
    acting = in_force(day, "appointments__") & Q(
        appointments__user__is_active=True, appointments__role__in=ACT
    )
    leads = acting & Q(appointments__role=Role.EXECUTIVE_LEAD)
    invited = Invitation.objects.open().filter(organisation=OuterRef("pk"), role__in=ACT)
    rows = (
        Organisation.objects.open_on(day)
        .filter(~Exists(invited), pk__in=mine)
        .annotate(
            people=Count("appointments__user", filter=acting, distinct=True),
            led_by=Count("appointments__user", filter=leads, distinct=True),
        )
    )
    return [
        (person, Alone(row, row.people, Role.DEPUTY if row.led_by else Role.EXECUTIVE_LEAD))
        for row in rows.filter(people__lt=ENOUGH).by_name()
        for person in dict.fromkeys(person for person, _ in mine[row.pk])
    ]


def _posts_by_place(
    people: Sequence[User], roles: Container[str], day: date
) -> dict[int, list[tuple[User, str]]]:
    """Return by organisation who of these people is in one of these roles there, and in which."""
    found: defaultdict[int, list[tuple[User, str]]] = defaultdict(list)
    for person in people:
        for post in live_appointments(person, day):
            if post.organisation_id and post.role in roles:
                found[post.organisation_id].append((person, post.role))
    return found
