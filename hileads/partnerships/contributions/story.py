"""How the demo's people came to sit in committees of their system. The committees and who sits there are invented."""

from datetime import timedelta

from hileads.clock import at
from hileads.contributions import DemoChapter, DemoStage, demo_chapters
from hileads.organisations.models import Organisation
from hileads.partnerships.actions import add_committee, add_seat, fill_seat
from hileads.partnerships.models import CommitteeKind

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


demo_chapters.add("partnerships", DemoChapter(12, tell_who_sits_where))
