"""How the demo's people came to sit in committees of their system. The committees and who sits there are invented."""

from datetime import timedelta

from hileads.clock import at
from hileads.contributions import DemoChapter, DemoStage, demo_chapters
from hileads.leads.actions import add_person, appoint_person
from hileads.leads.models import Role
from hileads.organisations.actions.partners import register_partner
from hileads.organisations.models import Organisation, PartnerKind
from hileads.partnerships.actions import add_committee, add_seat, fill_seat
from hileads.partnerships.models import Committee, CommitteeKind

BOARD = "QWO"


def tell_who_sits_where(stage: DemoStage) -> None:
    """The system's lead records two committees: one where she and Dr Karim sit, one with a seat that nobody holds."""
    ruth, day = stage.people["ruth"], stage.today - timedelta(days=150)
    icb = Organisation.objects.get(code=BOARD)
    with at(stage.moment(days_ago=150)):
        health = add_committee(
            by=ruth,
            icb=icb,
            kind=CommitteeKind.POPULATION_HEALTH,
            name="Population health committee (invented for this demo)",
            from_date=day,
        )
        place = add_committee(
            by=ruth,
            icb=icb,
            kind=CommitteeKind.PLACE,
            name="Place partnership (invented for this demo)",
            from_date=day,
            place="Bradford",
        )
        chair = add_seat(by=ruth, committee=health, title="Chair", is_on_inequalities=True, from_date=day)
        member = add_seat(
            by=ruth, committee=health, title="Member for hospitals", is_on_inequalities=True, from_date=day
        )
        add_seat(
            by=ruth, committee=place, title="Member for inequalities", is_on_inequalities=True, from_date=day
        )
        fill_seat(by=ruth, seat=chair, person=ruth, from_date=day)
        fill_seat(by=ruth, seat=member, person=stage.people["nadia"], from_date=day)
        fill_seat(by=ruth, seat=member, person=stage.people["amara"], from_date=day, is_deputy=True)


def tell_which_partner_takes_part(stage: DemoStage) -> None:
    """The system's lead registers an invented council, one of whose people takes a seat in the committee."""
    ruth, day = stage.people["ruth"], stage.today - timedelta(days=120)
    icb = Organisation.objects.get(code=BOARD)
    with at(stage.moment(days_ago=120)):
        council = register_partner(
            by=ruth,
            icb=icb,
            name="Sample Borough Council (invented for this demo)",
            kind=PartnerKind.COUNCIL,
            town="Sampleton",
            from_date=day,
        )
        person = add_person(
            by=stage.people["priya"],
            email="maya.ellis@demo.example",
            name="Maya Ellis",
            address_verified=True,
        )
        appoint_person(
            by=ruth,
            person=person,
            role=Role.TEAM_MEMBER,
            organisation=council,
            from_date=day,
            post_title="Consultant in public health",
        )
        health = Committee.objects.get(icb=icb, kind=CommitteeKind.POPULATION_HEALTH)
        seat = add_seat(
            by=ruth, committee=health, title="Member for councils", is_on_inequalities=True, from_date=day
        )
        fill_seat(by=ruth, seat=seat, person=person, from_date=day)


demo_chapters.add("partnerships", DemoChapter(12, tell_who_sits_where))
demo_chapters.add("partners", DemoChapter(13, tell_which_partner_takes_part))
