"""The sample of a learning set: a session is planned, and its members are asked whether they can come."""

from datetime import timedelta

from hileads.clock import now
from hileads.leads.models import Role
from hileads.samples import Sample, SampleStage, samples
from learning_sets.actions import add_member, begin_set, plan_session

MEMBERS = (Role.EXECUTIVE_LEAD, Role.DEPUTY)


def tell_of_a_session(stage: SampleStage) -> None:
    """The facilitator begins a set and plans its first session."""
    facilitator = stage.people[Role.FACILITATOR]
    group = begin_set(by=facilitator, name="Sample set", purpose="To work on our own questions.")
    for role in MEMBERS:
        add_member(by=facilitator, learning_set=group, person=stage.people[role])
    starts_at = now() + timedelta(days=5)
    plan_session(
        by=facilitator, learning_set=group, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
    )


samples.add("learning_sets", Sample(20, tell_of_a_session))
