"""A commitment to test with, made in a session some days ago."""

from datetime import date, timedelta

from hileads.clock import now, today
from hileads.leads.models import User
from learning_sets.models import Commitment, LearningSet, Session


def commitment_of(
    author: User, text: str = "Ask why they stay away", due_date: date | None = None
) -> Commitment:
    """Return what this person said, for themselves alone, that they would do."""
    learning_set = LearningSet.objects.create(name="Seven leads", purpose="To ask.", created_at=now())
    held = now() - timedelta(days=10)
    session = Session.objects.create(
        learning_set=learning_set,
        starts_at=held,
        ends_at=held + timedelta(hours=2),
        uid=f"{author.pk}@test",
        changed_at=held,
    )
    return Commitment.objects.create(
        session=session,
        author=author,
        text=text,
        due_date=due_date or today() + timedelta(days=20),
        created_at=now(),
    )
