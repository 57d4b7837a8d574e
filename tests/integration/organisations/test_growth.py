"""With 450 leads at 1,500 organisations the pages of the register ask the database as much as with ten."""

from collections.abc import Callable
from datetime import date

from django.test import Client

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

SignIn = Callable[[User], Client]
ORGANISATIONS, LEADS, TRUSTS = 1_500, 450, 199
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


def grow(cast: Cast) -> None:
    """Let the register grow to its real size: trusts and networks in the cast's board and region, and their people."""
    wanted = ORGANISATIONS - Organisation.objects.count()
    places = Organisation.objects.bulk_create(
        Organisation(
            code=f"G{number:04d}",
            kind=Kind.TRUST if number < TRUSTS else Kind.PCN,
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
        User(email=f"grown{number}@nhs.example", name=f"Grown {number:04d}") for number in range(2 * LEADS)
    )
    Appointment.objects.bulk_create(
        Appointment(
            user=person,
            role=Role.EXECUTIVE_LEAD if number < LEADS else Role.DEPUTY,
            organisation=places[number % LEADS],
            from_date=BEGAN,
        )
        for number, person in enumerate(people)
    )


def costs(cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]) -> dict[str, int]:
    people = cast.people()
    return {f"{who} {address}": queries_of(signed_in(people[who]), address) for who, address in PAGES}


def test_pages_run_the_same_queries_with_450_leads_at_1500_organisations_as_with_ten(
    cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    portal = User.objects.system()
    expect_leads(by=portal)
    assert Organisation.objects.count() <= 10
    few = costs(cast, signed_in, queries_of)
    grow(cast)
    expect_leads(by=portal)
    assert Organisation.objects.count() == ORGANISATIONS
    assert Appointment.objects.in_role(Role.EXECUTIVE_LEAD).count() >= LEADS
    assert Expectation.objects.count() > TRUSTS
    assert costs(cast, signed_in, queries_of) == few
