"""A learning set with a facilitator and four members, made by the product's own actions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from hileads.clock import UK, at
from hileads.leads.models import User
from hileads.notifications.actions import sweep_messages
from hileads.notifications.models import Message
from learning_sets.actions import add_member, begin_set, plan_session
from learning_sets.models import LearningSet, Session
from tests.actors import Cast

PLANNED = datetime(2027, 3, 1, 9, 0, tzinfo=UK)
STARTS = datetime(2027, 4, 8, 10, 0, tzinfo=UK)
ENDS = STARTS + timedelta(hours=2, minutes=30)
AFTER = ENDS + timedelta(hours=5)


@dataclass(frozen=True)
class Circle:
    """A set in which the lead, the deputy, the secretary and a lead from elsewhere meet."""

    learning_set: LearningSet
    facilitator: User
    members: tuple[User, ...]


@pytest.fixture
def circle(cast: Cast) -> Circle:
    """A set that began on 1 March 2027."""
    members = (cast.lead, cast.deputy, cast.secretary, cast.lead_elsewhere)
    with at(PLANNED):
        learning_set = begin_set(
            by=cast.facilitator, name="Valley leads", purpose="To learn from each other."
        )
        for person in members:
            add_member(by=cast.facilitator, learning_set=learning_set, person=person)
    return Circle(learning_set, cast.facilitator, members)


@pytest.fixture
def session(circle: Circle) -> Session:
    """A session on Thursday 8 April 2027, planned on 1 March."""
    with at(PLANNED):
        return plan_session(
            by=circle.facilitator,
            learning_set=circle.learning_set,
            starts_at=STARTS,
            ends_at=ENDS,
            place="Online",
            join_url="https://meet.example/valley",
        )


@pytest.fixture
def invited(session: Session) -> Session:
    """The same session, once its invitations have left."""
    sweep(PLANNED)
    return session


def sweep(moment: datetime) -> None:
    """Send what is due at a moment."""
    with at(moment):
        sweep_messages(by=User.objects.system())


@pytest.fixture
def sent_to() -> Callable[[User, str], list[Message]]:
    """Return the messages of one kind that a person has in the ledger, oldest first."""

    def find(person: User, kind: str) -> list[Message]:
        return list(Message.objects.filter(recipient=person, kind=kind).order_by("pk"))

    return find
