"""Organisations to test with. Names are invented, codes have the form of ODS codes."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from hileads.organisations.models import Kind, LinkKind, Organisation, OrganisationLink

OPENED = date(2022, 7, 1)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    code = factory.Sequence(lambda n: f"T{n:04d}")
    kind = Kind.TRUST
    name = factory.Sequence(lambda n: f"Northfield {n:04d} NHS Trust")
    opened_date = OPENED
    town = "Northfield"
    postcode = "NF1 1AA"


class RegionFactory(OrganisationFactory):
    code = factory.Sequence(lambda n: f"Y{n:04d}")
    kind = Kind.REGION
    name = factory.Sequence(lambda n: f"Region {n:04d}")


class IcbFactory(OrganisationFactory):
    code = factory.Sequence(lambda n: f"Q{n:04d}")
    kind = Kind.ICB
    name = factory.Sequence(lambda n: f"NHS Valley {n:04d} Integrated Care Board")


def place(
    organisation: Organisation, *, icb: Organisation | None = None, region: Organisation | None = None
) -> None:
    """Put an organisation into an ICB and a region from the day it opened."""
    for link in links(organisation, icb=icb, region=region):
        link.save()


def links(
    organisation: Organisation, *, icb: Organisation | None = None, region: Organisation | None = None
) -> list[OrganisationLink]:
    """Return what puts an organisation into an ICB and a region from the day it opened, not yet saved."""
    return [
        OrganisationLink(
            organisation=organisation, parent=parent, kind=kind, from_date=organisation.opened_date
        )
        for kind, parent in ((LinkKind.ICB, icb), (LinkKind.REGION, region))
        if parent is not None
    ]
