"""People to test with."""

from datetime import date

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
    user: User = UserFactory(name=name, email=f"{name.lower().replace(' ', '.')}@nhs.example")
    AppointmentFactory(user=user, role=role, organisation=organisation, from_date=from_date, to_date=to_date)
    return user
