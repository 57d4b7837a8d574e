"""People to test with."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Organisation

APPOINTED = date(2024, 4, 1)
PASSWORD = "a long enough password"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@nhs.example")
    name = factory.Sequence(lambda n: f"Person {n:04d}")
    password = factory.django.Password(PASSWORD)


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    user = factory.SubFactory(UserFactory)
    role = Role.EXECUTIVE_LEAD
    from_date = APPOINTED


def appointed(
    name: str,
    role: Role,
    organisation: Organisation | None,
    *,
    from_date: date = APPOINTED,
    to_date: date | None = None,
) -> User:
    """Return a person of this name who holds this role there (nationally without an organisation)."""
    user: User = UserFactory(name=name, email=address_of(name))
    AppointmentFactory(user=user, role=role, organisation=organisation, from_date=from_date, to_date=to_date)
    return user


def appointed_at_once(**people: tuple[Any, ...]) -> dict[str, User]:
    """Return many people as `appointed` makes each, in two statements: name, role, organisation and perhaps last day."""
    found = {key: UserFactory.build(name=name, email=address_of(name)) for key, (name, *_) in people.items()}
    User.objects.bulk_create(found.values())
    Appointment.objects.bulk_create(
        Appointment(
            user=found[key],
            role=role,
            organisation=place,
            from_date=APPOINTED,
            to_date=last[0] if last else None,
        )
        for key, (_, role, place, *last) in people.items()
    )
    return found


def address_of(name: str) -> str:
    """Return the e-mail address of a person of this name."""
    return f"{name.lower().replace(' ', '.')}@nhs.example"
