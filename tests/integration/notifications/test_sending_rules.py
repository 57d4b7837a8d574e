"""What leaves when: within the hours, changes together, and nothing twice when nobody knows whether it arrived."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, NoReturn

import pytest

from hileads.clock import UK, at, now
from hileads.notifications.actions import sweep
from hileads.notifications.models import Message, State, Stream, Suppression
from hileads.notifications.policies import HELD, WAITS
from hileads.notifications.transports.failures import Busy, Refused, Unclear
from hileads.notifications.transports.folder import FolderTransport
from tests.actors import Cast

pytestmark = pytest.mark.django_db

SATURDAY = datetime(2027, 4, 17, 20, 0, tzinfo=UK)
MONDAY_AT_EIGHT = datetime(2027, 4, 19, 8, 0, tzinfo=UK)


class Asked(FolderTransport):
    """A way out that can be asked what it has, as it is told to answer."""

    has: ClassVar[dict[str, str]] = {}

    def find(self, message: Message) -> str:
        return self.has.get(str(message.public_id), "")


def nobody_answers(*args: Any) -> NoReturn:
    raise Unclear("No answer came.")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the other side has, by our reference."""
    monkeypatch.setattr(sweep, "transport", Asked)
    monkeypatch.setattr(Asked, "has", {})
    return Asked.has


def test_whether_an_unclear_message_arrived_is_asked_before_it_is_sent_again(
    cast: Cast, post, run, asked, monkeypatch
):
    arrived, lost = post(cast.lead), post(cast.deputy)
    with monkeypatch.context() as patch:
        patch.setattr(Asked, "send", nobody_answers)
        assert run() == {State.SENDING: 2}
    assert run() == {}
    asked[str(arrived.public_id)] = "number 7"
    with at(now() + timedelta(minutes=11)):
        assert run() == {State.SENT: 1}
    for message in (arrived, lost):
        message.refresh_from_db()
    assert (arrived.state, arrived.provider_reference, arrived.attempts) == (State.SENT, "number 7", 1)
    assert (lost.state, lost.attempts) == (State.SENT, 2)


def test_a_message_that_never_comes_to_an_end_is_given_up(cast: Cast, post, run, asked):
    message = post(cast.lead)
    Message.objects.filter(pk=message.pk).update(
        state=State.SENDING, claimed_at=now() - timedelta(hours=1), attempts=len(WAITS) + 1
    )
    run()
    message.refresh_from_db()
    assert (message.state, message.reason) == (
        State.FAILED,
        "Sending it never came to an end. Tried 6 times.",
    )


def test_when_the_other_side_takes_no_more_nothing_counts_as_tried(cast: Cast, post, run, failing):
    failing(Busy("The sending service takes no more at present."), address=cast.deputy.email)
    rows = [post(cast.lead), post(cast.deputy), post(cast.secretary)]
    assert run() == {State.SENT: 1}
    fates = Message.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk")
    assert [(row.state, row.attempts) for row in fates] == [
        (State.SENT, 1),
        (State.DUE, 0),
        (State.DUE, 0),
    ]


def test_a_mailbox_that_does_not_exist_is_not_written_to_again(cast: Cast, post, run, failing):
    failing(Refused("There is no such mailbox.", no_mailbox=True), address=cast.lead.email)
    post(cast.lead)
    assert run() == {State.FAILED: 1}
    assert Suppression.objects.get().address == cast.lead.email


class TestHours:
    @pytest.fixture(autouse=True)
    def office(self, settings) -> None:
        settings.SENDING_HOURS = "office"

    def test_outside_the_hours_only_what_cannot_wait_leaves(self, cast: Cast, post, run):
        with at(SATURDAY):
            post(cast.lead)
            code = post(cast.lead, meaning_key="code", stream=Stream.SECURITY, due_at=None)
            today = post(cast.lead, meaning_key="today", at_once=True, due_at=None)
            assert run() == {State.SENT: 2}
            assert (code.due_at, today.due_at) == (SATURDAY, SATURDAY)
        with at(MONDAY_AT_EIGHT):
            assert run() == {State.SENT: 1}

    def test_what_an_event_causes_goes_at_the_next_moment_allowed(self, cast: Cast, post):
        with at(SATURDAY):
            assert post(cast.lead, due_at=None).due_at == MONDAY_AT_EIGHT
        with at(MONDAY_AT_EIGHT):
            assert post(cast.lead, meaning_key="b", due_at=None).due_at == MONDAY_AT_EIGHT

    def test_what_cannot_wait_goes_first(self, cast: Cast, post):
        with at(MONDAY_AT_EIGHT):
            post(cast.lead)
            post(cast.lead, meaning_key="code", stream=Stream.SECURITY, due_at=None)
            [first, _] = sweep._claim_batch(None)
        assert first.stream == Stream.SECURITY


class TestChangesSoonAfterOneAnother:
    def test_they_are_one_message_ten_minutes_after_the_first(self, cast: Cast, post, run):
        for minutes in (0, 4, 8):
            with at(MONDAY_AT_EIGHT + timedelta(minutes=minutes)):
                post(
                    cast.lead,
                    meaning_key=f"change:{minutes}",
                    topic="visit:lead",
                    held=HELD,
                    due_at=None,
                    subject=f"Change {minutes}",
                )
        with at(MONDAY_AT_EIGHT + timedelta(minutes=9)):
            assert run() == {}
        with at(MONDAY_AT_EIGHT + timedelta(minutes=10)):
            assert run() == {State.SENT: 1}
        assert Message.objects.get(state=State.SENT).subject == "Change 8"
        assert set(Message.objects.exclude(state=State.SENT).values_list("state", "reason")) == {
            (State.CANCELLED, "A later message said the same anew.")
        }

    def test_what_is_never_held_back_takes_their_place_at_once(self, cast: Cast, post, run):
        with at(MONDAY_AT_EIGHT):
            post(cast.lead, meaning_key="change", topic="visit:lead", held=HELD, due_at=None)
            post(cast.lead, meaning_key="cancelled", topic="visit:lead", at_once=True, due_at=None)
            assert run() == {State.SENT: 1}
        assert Message.objects.get(state=State.SENT).meaning_key == "cancelled"

    def test_what_is_being_sent_is_not_taken_back(self, cast: Cast, post):
        with at(MONDAY_AT_EIGHT):
            post(cast.lead, meaning_key="first", topic="visit:lead")
            sweep._claim_batch(None)
            post(cast.lead, meaning_key="second", topic="visit:lead")
        assert dict(Message.objects.values_list("meaning_key", "state")) == {
            "first": State.SENDING,
            "second": State.DUE,
        }
