"""The sample of people: somebody is nominated, and waits for a lead to confirm it."""

from hileads.clock import today
from hileads.leads.actions import nominate_person
from hileads.leads.models import Role
from hileads.samples import Sample, SampleStage, samples


def tell_of_a_nomination(stage: SampleStage) -> None:
    """The board secretary nominates a colleague."""
    nominate_person(
        by=stage.people[Role.BOARD_SECRETARY],
        organisation=stage.organisation,
        role=Role.TEAM_MEMBER,
        email="colleague@sample.invalid",
        name="A sample colleague",
        from_date=today(),
    )


samples.add("leads", Sample(10, tell_of_a_nomination))
