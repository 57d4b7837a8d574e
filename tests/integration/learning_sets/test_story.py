"""The demo's learning set is told by the product's own actions, in its own past."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from hileads.clock import UK, at
from hileads.contributions import DemoStage, resolvers
from hileads.leads.models import Role, User
from hileads.notifications.actions import post_reminders
from hileads.notifications.models import Message, State
from hileads.working_days import is_working_day
from learning_sets.contributions.story import MEMBERS, tell_of_the_set, tell_of_what_nadia_kept
from learning_sets.models import Commitment, Reflection
from learning_sets.queries.people import members_of
from learning_sets.queries.work import lines_of
from tests.actors import Cast
from tests.factories.people import appointed
from tests.lines import lines_from

pytestmark = pytest.mark.django_db

DAYS = [date(2027, 4, 8) + timedelta(days=offset) for offset in range(7)] + [date(2027, 12, 23)]


@pytest.fixture
def people(cast: Cast) -> dict[str, User]:
    named = {key: appointed(key.title(), Role.TEAM_MEMBER, cast.trust) for key in MEMBERS}
    return named | {"ruth": appointed("Ruth", Role.FACILITATOR, None)}


def tell(day: date, people: dict[str, User]) -> DemoStage:
    stage = DemoStage(today=day, people=people)
    tell_of_the_set(stage)
    tell_of_what_nadia_kept(stage)
    return stage


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_seven_people_met_some_weeks_ago_and_meet_within_a_week(people: dict[str, User], day: date):
    stage = tell(day, people)
    past, following = stage.things["past session"], stage.things["next session"]
    assert 40 <= (day - past.local_date).days <= 44
    assert 2 <= (following.local_date - day).days <= 6
    assert is_working_day(following.local_date)
    with at(datetime.combine(day, time(9), tzinfo=UK)):
        assert len(members_of(stage.things["learning set"])) == 7


def test_nadia_has_an_invitation_to_answer_and_a_commitment_to_come_back_to(people: dict[str, User]):
    day = date(2027, 4, 8)
    tell(day, people)
    with at(datetime.combine(day, time(9), tzinfo=UK)):
        texts = [line.text for line in lines_from(lines_of, people["nadia"], day)]
    assert texts[0].startswith("Your learning set asks whether you can come on")
    assert texts.count("A commitment of yours is due.") == 2
    assert Commitment.objects.filter(author=people["nadia"]).count() == 2
    assert Reflection.objects.get().author == people["nadia"]


def test_messages_of_the_past_were_sent_in_the_past_and_a_reminder_is_still_to_come(
    people: dict[str, User], settings
):
    day = date(2027, 4, 8)
    stage = tell(day, people)
    assert set(Message.objects.values_list("state", flat=True)) <= {State.SENT, State.SKIPPED}
    assert all(row.sent_at.date() < day for row in Message.objects.filter(state=State.SENT))
    assert list(Path(settings.MESSAGE_FOLDER).glob("*nadia*invitation*.eml"))
    with at(datetime.combine(day, time(10, 30), tzinfo=UK)):
        post_reminders(by=User.objects.system())
    posted = Message.objects.filter(state=State.DUE)
    assert posted.filter(kind="session-reminder").count() == 6
    assert posted.filter(kind="session-answer").count() == 2
    assert stage.things["commitment"].author == people["nadia"]


def test_a_message_leads_its_reader_to_the_session_and_nobody_else(people: dict[str, User], cast: Cast):
    day = date(2027, 4, 8)
    session = tell(day, people).things["next session"]
    find = resolvers.get("learning_sets:session")
    with at(datetime.combine(day, time(9), tzinfo=UK)):
        found = find(people["nadia"], str(session.public_id), "0")
        assert (found.title, found.kind_label) == (
            f"Session on {_long(session.local_date)}",
            "Learning set session",
        )
        assert found.url == f"/learning-sets/sessions/{session.public_id}/"
        assert find(cast.stranger, str(session.public_id), "0") is None


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
