"""Reminders of actions: to whoever does them, when they are due and twice after, and never once they are done."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accountability.actions.plan import close_action, edit_action
from accountability.models import Action, ActionState
from accountability.queries.reminding import actions_due, why_not_remind_of_action
from hileads.clock import UK, at
from hileads.leads.actions import name_deputy
from hileads.leads.models import Appointment, Area, User
from hileads.notifications.actions import choose_frequencies, post_reminders, sweep_messages
from hileads.notifications.models import Frequency, Message, State, Stream
from hileads.organisations.models import Organisation
from tests.actors import Cast
from tests.factories.boardroom import action_of

pytestmark = pytest.mark.django_db

ADDED = datetime(2027, 3, 1, 9, 0, tzinfo=UK)
DUE = date(2027, 4, 15)
WEEK_BEFORE = datetime(2027, 4, 8, 8, 0, tzinfo=UK)


@pytest.fixture(autouse=True)
def at_once(cast: Cast, settings) -> None:
    """Everybody has chosen to hear of actions as it happens."""
    settings.SENDING_HOURS = "office"
    with at(ADDED):
        for person in (cast.lead, cast.deputy, cast.secretary):
            choose_frequencies(by=person, wanted={Stream.ACTIONS: Frequency.AT_ONCE})


@pytest.fixture
def action(cast: Cast) -> Action:
    with at(ADDED):
        return action_of(cast.lead, cast.trust, due_date=DUE)


def remind(moment: datetime) -> list[Message]:
    with at(moment):
        before = set(Message.objects.values_list("pk", flat=True))
        post_reminders(by=User.objects.system())
        return list(Message.objects.filter(kind="action-due").exclude(pk__in=before))


def test_the_owner_is_reminded_a_week_before_on_the_day_and_twice_after(cast: Cast, action):
    rows = [
        row
        for days in (-7, 0, 1, 7, 9, 14)
        for row in remind(datetime(2027, 4, 15, 8, 0, tzinfo=UK) + timedelta(days=days))
    ]
    assert [row.due_at.astimezone(UK) for row in rows] == [
        WEEK_BEFORE,
        datetime(2027, 4, 15, 8, 0, tzinfo=UK),
        datetime(2027, 4, 16, 8, 0, tzinfo=UK),
        datetime(2027, 4, 22, 8, 0, tzinfo=UK),
    ]
    assert [row.subject for row in rows] == [
        "Due on 15 April: Offer help to stop smoking",
        "Due on 15 April: Offer help to stop smoking",
        "Was due on 15 April: Offer help to stop smoking",
        "Was due on 15 April: Offer help to stop smoking",
    ]
    assert {row.recipient for row in rows} == {cast.lead}
    assert {row.stream for row in rows} == {Stream.ACTIONS}
    assert (
        f"/plan/actions/{action.public_id}/" in rows[0].body_text
        or str(action.public_id) in rows[0].body_text
    )


def test_unless_they_ask_for_it_the_digest_alone_names_it(cast: Cast, action):
    with at(ADDED):
        choose_frequencies(by=cast.lead, wanted={Stream.ACTIONS: Frequency.WEEKLY})
    assert remind(WEEK_BEFORE) == []


def test_a_date_that_moves_takes_the_reminder_with_it(cast: Cast, action):
    assert len(remind(WEEK_BEFORE)) == 1
    with at(WEEK_BEFORE):
        edit_action(by=cast.lead, action=action, due_date=DUE + timedelta(days=7))
    assert remind(WEEK_BEFORE + timedelta(hours=1)) == []
    assert len(remind(WEEK_BEFORE + timedelta(days=7))) == 1


def test_whoever_acts_for_the_owner_is_reminded_instead(cast: Cast, action):
    with at(WEEK_BEFORE - timedelta(days=1)):
        name_deputy(
            by=cast.lead,
            appointment=cast.lead.appointments.get(),
            deputy=cast.deputy,
            from_date=date(2027, 4, 7),
            to_date=date(2027, 4, 16),
            areas=[Area.PLAN],
        )
    [row] = remind(WEEK_BEFORE)
    assert row.recipient == cast.deputy
    assert "This comes to you because you act for Leila Lead." in row.body_text
    with at(WEEK_BEFORE):
        sweep_messages(by=User.objects.system())
    row.refresh_from_db()
    assert (row.state, row.reason) == (State.SENT, "")


def test_what_nobody_in_post_owns_is_left_to_the_plan(cast: Cast, action):
    Appointment.objects.filter(user=cast.lead).update(to_date=date(2027, 4, 1))
    assert remind(WEEK_BEFORE) == []


def _done(cast: Cast, action: Action) -> None:
    close_action(by=cast.lead, action=action, state=ActionState.DONE, because="It is done.")


def _moved(cast: Cast, action: Action) -> None:
    edit_action(by=cast.lead, action=action, due_date=DUE + timedelta(days=1))


def _handed_on(cast: Cast, action: Action) -> None:
    edit_action(by=cast.lead, action=action, owner=cast.deputy)


def _left(cast: Cast, action: Action) -> None:
    Appointment.objects.filter(user=cast.lead).update(to_date=date(2027, 4, 1))


def _closed(cast: Cast, action: Action) -> None:
    Organisation.objects.filter(pk=cast.trust.pk).update(closed_date=date(2027, 4, 1))


def _gone(cast: Cast, action: Action) -> None:
    Action.objects.filter(pk=action.pk).delete()


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (_done, "The action is done or stopped."),
        (_moved, "The date is another one now."),
        (_handed_on, "This is somebody else’s now."),
        (_left, "This is somebody else’s now."),
        (_closed, "The organisation has closed."),
        (_gone, "It no longer exists."),
    ],
)
def test_a_reminder_that_is_of_no_use_any_more_says_why(cast: Cast, action, happens, reason: str):
    [row] = remind(WEEK_BEFORE)
    with at(WEEK_BEFORE):
        happens(cast, action)
        assert why_not_remind_of_action(row.reference, User.objects.get(pk=cast.lead.pk)) == reason


def test_many_actions_cost_no_more_questions_than_one(cast: Cast, action):
    def cost() -> tuple[int, int]:
        with at(ADDED), CaptureQueriesContext(connection) as captured:
            found = list(actions_due(ADDED, ADDED + timedelta(days=90)))
        return len(captured), len(found)

    few, one = cost()
    with at(ADDED):
        for number in range(9):
            action_of(cast.deputy, cast.trust, title=f"Another {number}", due_date=DUE)
    assert cost() == (few, one + 9)
