"""The cast of the tests: who is who, and where. Every test names people by what they are."""

from dataclasses import dataclass
from datetime import date

from hileads.leads.models import Role, User
from hileads.organisations.models import Organisation, OrganisationLink
from tests.factories.organisations import IcbFactory, OrganisationFactory, RegionFactory, links
from tests.factories.people import appointed_at_once


@dataclass(frozen=True)
class Cast:
    """The people of the tests and the organisations they belong to."""

    region: Organisation
    icb: Organisation
    trust: Organisation
    trust_elsewhere: Organisation
    lead: User
    deputy: User
    secretary: User
    lead_elsewhere: User
    regional_convenor: User
    national_admin: User
    curator: User
    facilitator: User
    stranger: User
    leaver: User

    def people(self) -> dict[str, User]:
        """Return everyone by the name that tests use."""
        return {name: value for name, value in vars(self).items() if isinstance(value, User)}


def gather() -> Cast:
    """Bring the cast together: a trust in an ICB in a region, and another trust in another region.

    The stranger is a chair in a third place; the leaver held a team post in the trust until 2 April 2024.
    """
    region, region_elsewhere = RegionFactory.build_batch(2)
    icb, icb_elsewhere = IcbFactory.build_batch(2)
    trust = OrganisationFactory.build(name="Alder Vale NHS Foundation Trust", code="RAV")
    trust_elsewhere = OrganisationFactory.build(name="Birch Moor NHS Trust", code="RBM")
    third_place = OrganisationFactory.build(name="Cedar Hill NHS Trust", code="RCH")
    Organisation.objects.bulk_create(
        [region, region_elsewhere, icb, icb_elsewhere, trust, trust_elsewhere, third_place]
    )
    OrganisationLink.objects.bulk_create(
        [
            *links(icb, region=region),
            *links(icb_elsewhere, region=region_elsewhere),
            *links(trust, icb=icb, region=region),
            *links(trust_elsewhere, icb=icb_elsewhere, region=region_elsewhere),
        ]
    )
    people = appointed_at_once(
        lead=("Leila Lead", Role.EXECUTIVE_LEAD, trust),
        deputy=("Dev Deputy", Role.DEPUTY, trust),
        secretary=("Sal Secretary", Role.BOARD_SECRETARY, trust),
        lead_elsewhere=("Else Lead", Role.EXECUTIVE_LEAD, trust_elsewhere),
        regional_convenor=("Rae Convenor", Role.REGIONAL_CONVENOR, region),
        national_admin=("Nat Admin", Role.NATIONAL_ADMIN, None),
        curator=("Cam Curator", Role.CURATOR, None),
        facilitator=("Fay Facilitator", Role.FACILITATOR, None),
        stranger=("Stan Stranger", Role.CHAIR, third_place),
        leaver=("Len Leaver", Role.TEAM_MEMBER, trust, date(2024, 4, 2)),
    )
    return Cast(region=region, icb=icb, trust=trust, trust_elsewhere=trust_elsewhere, **people)
