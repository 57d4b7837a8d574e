"""The minute sweep: what is due leaves once; what cannot leave says why; nobody's crash loses a message."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from celery.exceptions import SoftTimeLimitExceeded

from hileads.clock import at, now
from hileads.leads.models import User
from hileads.notifications.actions import settle_stuck_messages, sweep, sweep_messages
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.policies import WAITS
from hileads.notifications.queries.messages import ACCOUNT_CLOSED
from hileads.notifications.tasks import sweep as sweep_task
from hileads.notifications.transports.failures import OutOfReach, Refused, TryLater
from hileads.notifications.transports.folder import FolderTransport
from tests.actors import Cast

pytestmark = pytest.mark.django_db


def test_what_is_due_leaves_and_is_marked_with_our_reference(cast: Cast, post, run, settings):
    message = post(cast.lead)
    assert run() == {State.SENT: 1}
    message.refresh_from_db()
    assert message.state == State.SENT
    assert message.sent_at <= now()
    assert str(message.public_id) in message.provider_reference
    [file] = Path(settings.MESSAGE_FOLDER).glob("*.eml")
    assert f"leila.lead-note-{message.public_id.hex[:8]}" in file.name
    assert message.provider_reference in file.read_text()


def test_a_second_sweep_finds_nothing_to_do(cast: Cast, post, run):
    post(cast.lead)
    run()
    assert run() == {}


def test_what_is_not_due_yet_waits(cast: Cast, post, run):
    message = post(cast.lead, due_at=now() + timedelta(hours=1))
    assert run() == {}
    with at(now() + timedelta(hours=1)):
        assert run() == {State.SENT: 1}
    message.refresh_from_db()
    assert message.sent_at >= message.due_at


def test_the_room_is_asked_at_the_last_moment(cast: Cast, post, run, relevance):
    asked = []
    relevance(lambda reference, person: asked.append((reference, person)) or "You have answered already.")
    message = post(cast.lead, reference="room:thing:1@0")
    assert run() == {State.SKIPPED: 1}
    message.refresh_from_db()
    assert (message.reason, message.sent_at) == ("You have answered already.", None)
    assert asked == [("room:thing:1@0", cast.lead)]


def test_what_the_room_still_wants_goes(cast: Cast, post, run, relevance):
    relevance(lambda reference, person: "")
    post(cast.lead)
    assert run() == {State.SENT: 1}


def test_nothing_is_sent_to_a_closed_account(cast: Cast, post, run):
    message = post(cast.lead)
    User.objects.filter(pk=cast.lead.pk).update(is_active=False)
    assert run() == {State.SKIPPED: 1}
    message.refresh_from_db()
    assert message.reason == ACCOUNT_CLOSED


def test_a_refusal_for_good_is_not_tried_again(cast: Cast, post, run, failing):
    failing(Refused("The mail server refused the address (answer 550)."))
    message = post(cast.lead)
    assert run() == {State.FAILED: 1}
    message.refresh_from_db()
    assert (message.attempts, message.reason) == (1, "The mail server refused the address (answer 550).")


def test_a_refusal_for_now_is_tried_again_a_bounded_number_of_times(cast: Cast, post, run, failing):
    failing(TryLater("Busy."))
    message = post(cast.lead)
    moment = now()
    for wait in WAITS:
        with at(moment):
            assert run() == {State.DUE: 1}
            assert run() == {}, "not before its time"
        moment += wait
    with at(moment):
        assert run() == {State.FAILED: 1}
    message.refresh_from_db()
    assert (message.attempts, message.reason) == (6, "Busy. Tried 6 times.")


def test_a_later_try_that_works_leaves_no_reason(cast: Cast, post, run, failing):
    message = post(cast.lead)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FolderTransport, "send", _raise(TryLater("Busy.")))
        run()
    with at(now() + WAITS[0]):
        assert run() == {State.SENT: 1}
    message.refresh_from_db()
    assert (message.attempts, message.reason) == (2, "")


def test_our_own_mistake_with_one_message_does_not_hold_up_the_others(cast: Cast, post, run, failing, caplog):
    failing(RuntimeError("a mistake"), address=cast.lead.email)
    message, other = post(cast.lead), post(cast.deputy)
    assert run() == {State.DUE: 1, State.SENT: 1}
    message.refresh_from_db()
    other.refresh_from_db()
    assert (message.reason, other.state) == (sweep.OUR_FAULT, State.SENT)
    assert str(message.public_id) in caplog.text


def test_a_room_that_breaks_does_not_break_the_sweep(cast: Cast, post, run, relevance):
    relevance(lambda reference, person: User.objects.get(email="nobody@at.all") and "")
    message = post(cast.lead)
    assert run() == {State.DUE: 1}
    message.refresh_from_db()
    assert message.reason == sweep.OUR_FAULT


def test_while_nothing_can_leave_nothing_is_claimed_and_no_try_is_lost(
    cast: Cast, post, run, settings, tmp_path
):
    settings.MESSAGE_FOLDER = tmp_path / "a file"
    settings.MESSAGE_FOLDER.write_text("in the way")
    message = post(cast.lead)
    assert run() == {}
    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.DUE, 0)


def test_a_lost_connection_sends_the_untried_back_unharmed(cast: Cast, post, run, failing):
    failing(OutOfReach("The connection to the mail server was lost."), address=cast.deputy.email)
    rows = [post(cast.lead), post(cast.deputy), post(cast.secretary)]
    assert run() == {State.SENT: 1, State.DUE: 1}
    fates = [
        (row.state, row.attempts)
        for row in Message.objects.filter(pk__in=[r.pk for r in rows]).order_by("pk")
    ]
    assert fates == [(State.SENT, 1), (State.DUE, 1), (State.DUE, 0)]


def test_a_task_that_must_stop_stops_and_its_message_is_found_again(cast: Cast, post, run, failing):
    failing(SoftTimeLimitExceeded())
    post(cast.lead)
    with pytest.raises(SoftTimeLimitExceeded):
        run()
    assert Message.objects.get().state == State.SENDING


def test_a_message_whose_sender_died_is_due_again_after_ten_minutes(cast: Cast, post, run):
    message = post(cast.lead)
    Message.objects.filter(pk=message.pk).update(state=State.SENDING, claimed_at=now(), attempts=1)
    assert run() == {}
    with at(now() + timedelta(minutes=10, seconds=1)):
        assert run() == {State.SENT: 1}
    message.refresh_from_db()
    assert message.attempts == 2


def test_a_sender_that_wakes_up_too_late_leaves_the_message_to_the_other(cast: Cast, post, failing):
    message = post(cast.lead)
    [claimed] = sweep._claim_batch(None)
    with at(now() + timedelta(minutes=11)):
        assert settle_stuck_messages(by=User.objects.system()) == 1
        assert sweep_messages(by=User.objects.system()) == {State.SENT: 1}
    failing(AssertionError("sent twice"))
    outcomes: Counter[State] = Counter()
    sweep._send_batch([claimed], FolderTransport(), outcomes)
    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.SENT, 1)


@pytest.mark.parametrize("failure", [None, Refused("No.")])
def test_what_was_said_about_signing_in_is_not_kept(cast: Cast, post, run, failing, failure):
    if failure:
        failing(failure)
    message = post(cast.lead, stream=Stream.SECURITY)
    run()
    message.refresh_from_db()
    assert (message.body_text, message.body_html) == ("", "")
    assert message.subject == "A note"


def test_many_messages_are_sent_in_several_batches_and_the_rest_by_the_next_sweep(
    cast: Cast, post, run, queued, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(sweep, "BATCH", 2)
    monkeypatch.setattr(sweep, "BATCHES_A_SWEEP", 2)
    for number in range(5):
        post(cast.lead, meaning_key=f"note:{number}")
    with django_capture_on_commit_callbacks(execute=True):
        assert run() == {State.SENT: 4}
    assert queued == ["hileads.notifications.tasks.sweep"]
    assert run() == {State.SENT: 1}


def test_a_message_written_twice_is_one_file(cast: Cast, post, settings):
    message = post(cast.lead)
    with FolderTransport() as folder:
        assert folder.send(message) == folder.send(message)
    assert len(list(Path(settings.MESSAGE_FOLDER).iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_out_of_reach(cast: Cast, post, settings, monkeypatch):
    monkeypatch.setattr(Path, "write_bytes", _raise(OSError("full")))
    with FolderTransport() as folder, pytest.raises(OutOfReach, match="could not be written"):
        folder.send(post(cast.lead))


def test_beat_runs_the_sweep_by_name(cast: Cast, post):
    post(cast.lead)
    sweep_task()
    assert Message.objects.get().state == State.SENT


def test_every_task_that_beat_starts_exists(settings):
    from_beat = {row["task"] for row in settings.CELERY_BEAT_SCHEDULE.values()}
    assert {name.rsplit(".", 1)[1] for name in from_beat} >= {"sweep", "remind", "start_digests_now"}


def _raise(error: Exception) -> Callable[..., None]:
    def fail(*args: object, **kwargs: object) -> None:
        raise error

    return fail
