"""People come, take up posts and leave them. An appointment's end ends its rights; nobody is deleted."""

from datetime import date

import pghistory
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import transaction

from hileads.clock import today
from hileads.leads.actions.delegations import cut_delegation
from hileads.leads.actions.handover import introduce_successor, pass_on
from hileads.leads.models import Appointment, Role, User
from hileads.leads.policies import (
    refuse_closed_organisation,
    refuse_end,
    refuse_last_administrator,
    refuse_second_lead,
    refuse_wrong_place,
)
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import REASONS, P
from hileads.permissions.checks import can, check
from hileads.permissions.rights import forget_rights


@transaction.atomic
def add_person(*, by: User, email: str, name: str, address_verified: bool = False) -> User:
    """Return the person with this address, added if new. Said twice, it is still one person.

    They sign in by a code sent to the address, until they choose a password. `address_verified` says that the
    address is already known to be theirs.
    """
    check(by, P.APPOINTMENT_EDIT)
    known = User.objects.filter(email=email.strip().lower()).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        person = User.objects.create_user(email=email, name=name.strip())
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=address_verified)
    return person


@transaction.atomic
def appoint_person(
    *,
    by: User,
    person: User,
    role: Role,
    organisation: Organisation | None,
    from_date: date,
    to_date: date | None = None,
    post_title: str = "",
    is_interim: bool = False,
    is_job_share: bool = False,
) -> Appointment:
    """Record that a person holds a role at an organisation (nationally with None) from a day on.

    The same person in the same role there on that day is the same appointment.
    """
    _check_may_appoint(by, organisation)
    known = (
        Appointment.objects.on(from_date).filter(user=person, role=role, organisation=organisation).first()
    )
    if known:
        return known
    role = Role(role)
    refuse_wrong_place(role, organisation)
    refuse_closed_organisation(organisation, from_date)
    refuse_second_lead(role, organisation, from_date, to_date, is_job_share=is_job_share)
    with pghistory.context(user=by.pk):
        appointment = Appointment.objects.create(
            user=person,
            role=role,
            organisation=organisation,
            from_date=from_date,
            to_date=to_date,
            post_title=post_title,
            is_interim=is_interim,
            is_job_share=is_job_share,
            confirmed_date=today(),
        )
    _tell_those_around(by, appointment)
    return appointment


@transaction.atomic
def end_appointment(*, by: User, appointment: Appointment, last_day: date) -> Appointment:
    """Record the last day of an appointment. From the next day on it gives no rights, and nobody acts for it."""
    _check_may_appoint(by, appointment.organisation)
    refuse_end(appointment, last_day)
    refuse_last_administrator(appointment, last_day)
    appointment.to_date = last_day
    for delegation in appointment.delegations.all():
        cut_delegation(by=by, delegation=delegation, last_day=last_day)
    with pghistory.context(user=by.pk):
        appointment.save(update_fields=["to_date"])
    _tell_those_around(by, appointment)
    return appointment


@transaction.atomic
def confirm_entries(*, by: User, organisation: Organisation) -> int:
    """Record that the posts held at an organisation are still right as of today, and return how many there are."""
    check(by, P.NOMINATION_ADD, on=organisation)
    refuse_closed_organisation(organisation, today())
    with pghistory.context(user=by.pk):
        return (
            Appointment.objects.live(today()).filter(organisation=organisation).update(confirmed_date=today())
        )


def _tell_those_around(by: User, appointment: Appointment) -> None:
    """Let rights be read anew, connect the post with those before and after it, and pass on what was left."""
    forget_rights(appointment.user)
    introduce_successor(by=by, appointment=appointment)
    pass_on(by=User.objects.system())


def _check_may_appoint(by: User, organisation: Organisation | None) -> None:
    """Refuse unless this person may record appointments there; national ones are for national administrators."""
    if organisation is not None:
        check(by, P.APPOINTMENT_EDIT, on=organisation)
    elif not can(by, P.NATIONAL_APPOINTMENT_EDIT):
        raise PermissionDenied(REASONS[P.NATIONAL_APPOINTMENT_EDIT])
