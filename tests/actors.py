"""The cast of the tests: who is who, and where. Every test names people by what they are."""

from dataclasses import dataclass
from datetime import date

from hileads.leads.models import Role, User
from hileads.organisations.models import Organisation
from tests.factories.organisations import IcbFactory, OrganisationFactory, RegionFactory, place
from tests.factories.people import appointed


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
    region, region_elsewhere = RegionFactory(), RegionFactory()
    icb, icb_elsewhere = IcbFactory(), IcbFactory()
    place(icb, region=region)
    place(icb_elsewhere, region=region_elsewhere)
    trust = OrganisationFactory(name="Alder Vale NHS Foundation Trust", code="RAV")
    trust_elsewhere = OrganisationFactory(name="Birch Moor NHS Trust", code="RBM")
    third_place = OrganisationFactory(name="Cedar Hill NHS Trust", code="RCH")
    place(trust, icb=icb, region=region)
    place(trust_elsewhere, icb=icb_elsewhere, region=region_elsewhere)
    return Cast(
        region=region,
        icb=icb,
        trust=trust,
        trust_elsewhere=trust_elsewhere,
        lead=appointed("Leila Lead", Role.EXECUTIVE_LEAD, trust),
        deputy=appointed("Dev Deputy", Role.DEPUTY, trust),
        secretary=appointed("Sal Secretary", Role.BOARD_SECRETARY, trust),
        lead_elsewhere=appointed("Else Lead", Role.EXECUTIVE_LEAD, trust_elsewhere),
        regional_convenor=appointed("Rae Convenor", Role.REGIONAL_CONVENOR, region),
        national_admin=appointed("Nat Admin", Role.NATIONAL_ADMIN, None),
        curator=appointed("Cam Curator", Role.CURATOR, None),
        facilitator=appointed("Fay Facilitator", Role.FACILITATOR, None),
        stranger=appointed("Stan Stranger", Role.CHAIR, third_place),
        leaver=appointed("Len Leaver", Role.TEAM_MEMBER, trust, to_date=date(2024, 4, 2)),
    )
