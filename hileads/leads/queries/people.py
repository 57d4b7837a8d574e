"""Who holds which post, and who is asked to."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import QuerySet

from hileads.leads.models import ROLES_IN_ORDER, Appointment, Invitation, Role, User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope_each, users_who_can


def board_secretary_of(organisation: Organisation, day: date) -> User | None:
    """Return who keeps the board's papers at an organisation."""
    posts = Appointment.objects.live(day).in_role(Role.BOARD_SECRETARY).filter(organisation=organisation)
    found = posts.select_related("user").order_by("from_date", "pk").first()
    return found.user if found else None


def posts_at(organisation: Organisation, day: date) -> list[Appointment]:
    """Return who holds which post at an organisation on `day`, and who will, by role and day."""
    rows = organisation.appointments.exclude(to_date__lt=day).filter(user__is_active=True)
    return sorted(
        rows.select_related("user"), key=lambda row: (ROLES_IN_ORDER[row.role], row.from_date, row.pk)
    )


def followed_by(
    organisation: Organisation | None, role: Role, from_date: date, *, is_job_share: bool
) -> Appointment | None:
    """Return whose post ends when somebody takes up this one: the sole executive lead's, when one follows them."""
    if role != Role.EXECUTIVE_LEAD or is_job_share:
        return None
    leads = Appointment.objects.on(from_date).in_role(role).filter(organisation=organisation)
    return leads.filter(is_job_share=False).select_related("user", "organisation").first()


def outgoing_of(invitation: Invitation) -> Appointment | None:
    """Return whose post ends when this invitation is accepted."""
    return followed_by(
        invitation.organisation,
        Role(invitation.role),
        invitation.from_date,
        is_job_share=invitation.is_job_share,
    )


def open_invitations_at(organisation: Organisation) -> QuerySet[Invitation]:
    """Return who is nominated or invited at an organisation and has not answered yet, the newest first."""
    return organisation.invitations.open().select_related("nominated_by")


def invitations_to_confirm(people: Sequence[User]) -> Iterator[tuple[User, Invitation]]:
    """Yield the nominations that wait for each of these people, the oldest first. Two queries."""
    waiting = Invitation.objects.to_confirm().select_related("organisation").order_by("nominated_at")
    yield from scope_each(waiting.exclude(organisation__isnull=True), people, P.NOMINATION_CONFIRM)
    national = [person for person in people if can(person, P.NATIONAL_APPOINTMENT_EDIT)]
    for invitation in waiting.national() if national else []:
        yield from ((person, invitation) for person in national if person.pk != invitation.nominated_by_id)


def national_posts(day: date) -> list[Appointment]:
    """Return who holds which national post on `day`, and who will, by role and name."""
    rows = Appointment.objects.filter(organisation__isnull=True, user__is_active=True).exclude(
        to_date__lt=day
    )
    return sorted(
        rows.select_related("user"),
        key=lambda row: (ROLES_IN_ORDER[row.role], row.user.name.casefold(), row.pk),
    )


def national_invitations() -> QuerySet[Invitation]:
    """Return who is nominated for or invited to a national post and has not answered yet, the newest first."""
    return Invitation.objects.national().open().select_related("nominated_by")


def other_administrators(user: User) -> list[User]:
    """Return who else keeps the national posts, by name."""
    keepers = users_who_can(P.NATIONAL_APPOINTMENT_EDIT, on=None)
    return list(keepers.exclude(pk=user.pk).order_by("name", "pk"))
