"""The register grown to a wanted size, and what its pages ask the database then."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hileads.leads.models import Appointment, Role, User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import (
    Expectation,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
)
from tests.actors import Cast
from tests.factories.organisations import OPENED
from tests.twosteps import sign_in_with_two_steps

BEGAN = date(2024, 4, 1)
PAGES = [
    ("lead", "/directory/"),
    ("lead", "/directory/?q=alder"),
    ("lead", "/directory/RAV/"),
    ("secretary", "/directory/RAV/people/"),
    ("regional_convenor", "/coverage/?show=all"),
    ("national_admin", "/directory/RAV/"),
    ("national_admin", "/coverage/"),
    ("national_admin", "/coverage/data.csv"),
    ("national_admin", "/coverage/data.xlsx"),
]


@dataclass(frozen=True)
class Size:
    """How large a register is to be: all its organisations, the trusts among them, and those with a lead."""

    organisations: int
    trusts: int
    leads: int


IN_LIFE = Size(organisations=1_500, trusts=199, leads=450)


def grow(cast: Cast, size: Size) -> None:
    """Let the register grow: trusts and networks in the cast's board and region, their people, and who is expected."""
    wanted = size.organisations - Organisation.objects.count()
    places = Organisation.objects.bulk_create(
        Organisation(
            code=f"G{number:04d}",
            kind=Kind.TRUST if number < size.trusts else Kind.PCN,
            name=f"Grove {number:04d}",
            opened_date=OPENED,
        )
        for number in range(wanted)
    )
    OrganisationName.objects.bulk_create(
        OrganisationName(organisation=place, name=place.name.upper(), from_date=OPENED) for place in places
    )
    OrganisationLink.objects.bulk_create(
        OrganisationLink(organisation=place, parent=parent, kind=kind, from_date=OPENED)
        for place in places
        for kind, parent in ((LinkKind.ICB, cast.icb), (LinkKind.REGION, cast.region))
    )
    people = User.objects.bulk_create(
        User(email=f"grown{number}@nhs.example", name=f"Grown {number:04d}")
        for number in range(2 * size.leads)
    )
    Appointment.objects.bulk_create(
        Appointment(
            user=person,
            role=Role.EXECUTIVE_LEAD if number < size.leads else Role.DEPUTY,
            organisation=places[number % size.leads],
            from_date=BEGAN,
        )
        for number, person in enumerate(people)
    )
    expect_leads(by=User.objects.system())


def has_grown(size: Size) -> bool:
    """Say whether the register is as large as it was to be."""
    return (
        Organisation.objects.count() == size.organisations
        and Appointment.objects.in_role(Role.EXECUTIVE_LEAD).count() >= size.leads
        and Expectation.objects.count() > size.trusts
    )


def queries_of_the_register(cast: Cast) -> dict[str, int]:
    """Return how many queries each page of the register runs for the person who reads it, its caches warm."""
    people = cast.people()
    return {
        f"{who} {address}": queries(sign_in_with_two_steps(Client(), people[who]), address)
        for who, address in PAGES
    }


def queries(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
