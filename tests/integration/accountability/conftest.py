"""Real figures at real organisations, and a person who leads at one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from accountability.actions.measures import load_catalogue, load_source
from accountability.reference.catalogue import catalogue, sources
from hileads.leads.models import Role, User
from hileads.organisations.models import Kind, Organisation, Succession, SuccessionKind
from tests.factories.organisations import OrganisationFactory, place
from tests.factories.people import appointed

NAMES = {
    "Y63": (Kind.REGION, "North East and Yorkshire"),
    "QWO": (Kind.ICB, "NHS West Yorkshire Integrated Care Board"),
    "QXU": (Kind.ICB, "NHS Surrey Heartlands Integrated Care Board"),
    "QRL": (Kind.ICB, "NHS Hampshire and Isle of Wight Integrated Care Board"),
    "S9B9J": (Kind.ICB, "NHS Surrey and Sussex Integrated Care Board"),
    "RAE": (Kind.TRUST, "Bradford Teaching Hospitals NHS Foundation Trust"),
    "RXG": (Kind.TRUST, "South West Yorkshire Partnership NHS Foundation Trust"),
    "RDU": (Kind.TRUST, "Frimley Health NHS Foundation Trust"),
    "U78361": (Kind.PCN, "Bradford City PCN"),
}
CHANGED = date(2026, 4, 1)


@dataclass(frozen=True)
class Real:
    """Real organisations by their codes, and the lead of Bradford's hospitals and of the partnership trust."""

    places: dict[str, Organisation]
    nadia: User

    def __getitem__(self, code: str) -> Organisation:
        return self.places[code]


@pytest.fixture
def real(db: None) -> Real:
    """Nine real organisations with every shipped figure that belongs to them."""
    places = {
        code: OrganisationFactory(
            code=code,
            kind=kind,
            name=name,
            opened_date=CHANGED if code == "S9B9J" else date(2022, 7, 1),
            closed_date=date(2026, 3, 31) if code == "QXU" else None,
        )
        for code, (kind, name) in NAMES.items()
    }
    for code in ("RAE", "RXG", "U78361"):
        place(places[code], icb=places["QWO"], region=places["Y63"])
    place(places["RDU"], icb=places["S9B9J"])
    for before, after in (("QXU", "S9B9J"), ("QXU", "QRL")):
        Succession.objects.create(
            predecessor=places[before],
            successor=places[after],
            kind=SuccessionKind.MERGER,
            effective_date=CHANGED,
            source="The register",
        )
    portal = User.objects.system()
    load_catalogue(by=portal, entries=catalogue())
    for entry in sources():
        load_source(by=portal, entry=entry)
    nadia = appointed("Nadia Karim", Role.EXECUTIVE_LEAD, places["RAE"])
    return Real(places, nadia)


@pytest.fixture
def page(signed_in: Callable[[User], Client]) -> Callable[[User, str], str]:
    """Return what a page says to this person, which must be there for them."""

    def read(user: User, address: str) -> str:
        response = signed_in(user).get(address)
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    return read
