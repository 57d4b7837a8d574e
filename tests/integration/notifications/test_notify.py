"""Messages that leave through GOV.UK Notify: each arrives once, whatever Notify or the line to it does."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import requests
from django.test import Client

from hileads.clock import at, now
from hileads.leads.models import User
from hileads.notifications.actions import settle_stuck_messages, sweep, sweep_messages
from hileads.notifications.emails import stop_path
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.transports import notify as transport
from hileads.notifications.transports.failures import OutOfReach
from hileads.notifications.transports.markdown import as_it_stands
from hileads.notifications.transports.notify import NotifyTransport, body_of
from tests.actors import Cast
from tests.integration.notifications.conftest import free_port
from tests.notify import (
    AWAY,
    BAD_ADDRESS,
    BROKEN,
    DAILY_LIMIT,
    GATEWAY,
    NOT_FOUND,
    ON_TRIAL,
    RATE_LIMIT,
    WRONG_CLOCK,
    Notify,
    Wrong,
    serving,
)

pytestmark = pytest.mark.django_db

CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
TEN_MINUTES = timedelta(minutes=10, seconds=1)


@pytest.fixture
def notify(settings: Any) -> Iterator[Notify]:
    """A stand-in for Notify on this machine, and the portal set to use it."""
    with serving(Notify()) as service:
        settings.MESSAGE_TRANSPORT = "notify"
        settings.NOTIFY_URL, settings.NOTIFY_API_KEY = service.url, service.api_key
        settings.NOTIFY_TEMPLATE = service.template
        yield service


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for an answer of Notify for a moment only."""
    monkeypatch.setattr(transport, "PATIENCE_SECONDS", 0.5)


def run() -> Counter[State]:
    return sweep_messages(by=User.objects.system())


def fate(message: Message) -> tuple[str, int, str]:
    message.refresh_from_db()
    return message.state, message.attempts, message.reason


def test_a_message_arrives_with_its_words_and_our_reference(cast: Cast, post, notify: Notify):
    message = post(cast.lead, subject="Your week: 1 thing needs you – soon")
    assert run() == {State.SENT: 1}
    [one] = notify.accepted
    assert (one.email_address, one.subject) == (cast.lead.email, "Your week: 1 thing needs you – soon")
    assert "Hello Leila Lead" in one.body
    assert one.reference == str(message.public_id)
    message.refresh_from_db()
    assert message.provider_reference == one.id
    assert notify.looked_up == [], "a first try needs no look-up"


def test_what_a_person_may_switch_off_says_where_one_post_does_it(cast: Cast, post, notify: Notify, settings):
    settings.BASE_URL = "https://portal.example"
    post(cast.lead, optional=True, stream=Stream.SESSIONS)
    post(cast.lead, meaning_key="obligation", stream=Stream.OBLIGATIONS)
    run()
    assert [one.one_click_unsubscribe_url for one in notify.accepted] == [
        "https://portal.example" + stop_path(cast.lead, "sessions"),
        None,
    ]


def test_in_development_without_https_no_such_address_is_given(cast: Cast, post, notify: Notify):
    post(cast.lead, optional=True, stream=Stream.SESSIONS)
    assert run() == {State.SENT: 1}
    assert notify.accepted[0].one_click_unsubscribe_url is None


def test_an_invitation_leads_to_its_calendar_file_in_one_tap(
    cast: Cast, post, notify: Notify, client: Client, settings
):
    message = post(cast.lead, calendar=CALENDAR, calendar_method="REQUEST")
    run()
    [line] = [line for line in notify.accepted[0].body.splitlines() if "For your calendar" in line]
    path = line.rpartition(settings.BASE_URL)[2]
    answer = client.get(path)
    assert answer.content.decode() == CALENDAR
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    assert answer["Content-Disposition"] == 'attachment; filename="invite.ics"'
    assert client.get(path.replace(str(message.public_id), str(cast.lead.pk))).status_code == 404
    assert client.get(path.replace("/invite.ics", "0/invite.ics")).status_code == 404


def test_a_message_without_a_calendar_has_no_calendar_file(cast: Cast, post, client: Client):
    message = post(cast.lead)
    assert "calendar" not in body_of(message).lower()
    assert client.get(f"/messages/{message.public_id}/key/invite.ics").status_code == 404


def test_words_are_shown_as_they_stand_and_never_become_a_heading_a_list_or_a_link():
    words = (
        "# Plan\n* one\n- two\n1. three\n12.5 million\n   indented\n^ quote\n• dot\n===\n--\n"
        "[click](https://evil.example) `code` a|b back\\slash\n"
        "Open: https://portal.example/a_b/?x=[1]|2"
    )
    assert as_it_stands(words).splitlines() == [
        "\\# Plan",
        "\\* one",
        "\\- two",
        "1\\. three",
        "12\\.5 million",
        "indented",
        "\u2060^ quote",
        "\u2060• dot",
        "\u2060===",
        "\\--",
        "\\[click\\](https://evil.example) \\`code\\` a\\|b back\\\\slash",
        "Open: https://portal.example/a_b/?x=[1]|2",
    ]


@pytest.mark.parametrize("wrong", [BAD_ADDRESS, ON_TRIAL])
def test_a_refused_message_fails_at_once_and_the_others_go(cast: Cast, post, notify: Notify, wrong: Wrong):
    notify.answers_to[cast.lead.email] = wrong
    message = post(cast.lead)
    post(cast.deputy)
    assert run() == {State.FAILED: 1, State.SENT: 1}
    assert fate(message) == (State.FAILED, 1, "GOV.UK Notify refused the message or its address.")
    assert [one.email_address for one in notify.accepted] == [cast.deputy.email]


def test_a_fault_with_one_message_is_tried_again_after_a_look_up(cast: Cast, post, notify: Notify):
    notify.answers_to[cast.lead.email] = BROKEN
    message = post(cast.lead)
    post(cast.deputy)
    assert run() == {State.DUE: 1, State.SENT: 1}
    notify.answers_to.clear()
    with at(now() + timedelta(minutes=2)):
        assert run() == {State.SENT: 1}
    assert notify.looked_up == [str(message.public_id)]
    assert fate(message) == (State.SENT, 2, "")


@pytest.mark.parametrize(("wrong", "words"), [(RATE_LIMIT, "this minute"), (DAILY_LIMIT, "today")])
def test_at_a_limit_of_notify_everything_stays_due_and_no_try_is_lost(
    cast: Cast, post, notify: Notify, wrong: Wrong, words: str, caplog
):
    notify.answers = wrong
    messages = [post(person) for person in (cast.lead, cast.deputy, cast.secretary)]
    assert run() == {}
    assert {fate(message) for message in messages} == {(State.DUE, 0, "")}
    assert f"takes no more messages {words}" in caplog.text
    notify.answers = None
    assert run() == {State.SENT: 3}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (WRONG_CLOCK, "does not take our key, or the clock"),
        (NOT_FOUND, "does not know our template"),
        (AWAY, "is out of order (answer 503)"),
    ],
)
def test_while_notify_cannot_be_used_nothing_is_claimed(
    cast: Cast, post, notify: Notify, wrong: Wrong, words: str, caplog
):
    notify.answers_nothing = wrong
    message = post(cast.lead)
    assert run() == {}
    assert fate(message) == (State.DUE, 0, "")
    assert words in caplog.text


def test_a_wrong_key_is_told_in_plain_words(cast: Cast, post, notify: Notify, settings, caplog):
    settings.NOTIFY_API_KEY = Notify().api_key
    message = post(cast.lead)
    assert run() == {}
    assert fate(message) == (State.DUE, 0, "")
    assert "does not take our key" in caplog.text


def test_no_notify_at_all_means_that_everything_waits(cast: Cast, post, notify: Notify, settings, caplog):
    settings.NOTIFY_URL = f"http://127.0.0.1:{free_port()}"
    message = post(cast.lead)
    assert run() == {}
    assert fate(message) == (State.DUE, 0, "")
    assert "could not be reached" in caplog.text


def test_a_template_that_lacks_our_words_stops_everything_before_it_is_too_late(
    cast: Cast, post, notify: Notify, caplog
):
    notify.template_body = "Hello"
    message = post(cast.lead)
    assert run() == {}
    assert fate(message) == (State.DUE, 0, "")
    assert "lacks ((subject)) or ((body))" in caplog.text


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (AWAY, "GOV.UK Notify is out of order (answer 503)."),
        (
            Wrong(403, "AuthError", "no"),
            "GOV.UK Notify does not take our key, or the clock of this machine is wrong.",
        ),
    ],
)
def test_when_notify_goes_away_in_the_middle_the_untried_go_back_unharmed(
    cast: Cast, post, notify: Notify, wrong: Wrong, reason: str
):
    notify.answers_to[cast.lead.email] = wrong
    message, other = post(cast.lead), post(cast.deputy)
    assert run() == {State.DUE: 1}
    assert fate(message) == (State.DUE, 1, reason)
    assert fate(other) == (State.DUE, 0, "")


def test_a_line_that_breaks_before_anything_was_sent_is_tried_again(
    cast: Cast, post, notify: Notify, settings
):
    message = post(cast.lead)
    with NotifyTransport() as way_out:
        way_out.client.base_url = f"http://127.0.0.1:{free_port()}"
        with pytest.raises(OutOfReach, match="could not be reached"):
            way_out.send(message)
        with pytest.raises(OutOfReach, match="could not be reached"):
            way_out.find(message)
    assert notify.accepted == []


@pytest.mark.parametrize("cuts_the_line", [False, True])
def test_after_silence_a_message_that_was_accepted_is_found_and_not_sent_again(
    cast: Cast, post, notify: Notify, impatient, cuts_the_line: bool
):
    notify.silent_after, notify.cuts_the_line = 1, cuts_the_line
    message = post(cast.lead)
    assert run() == {State.SENDING: 1}
    assert fate(message) == (State.SENDING, 1, "GOV.UK Notify did not answer.")
    assert run() == {}, "nothing is sent again before the look-up"
    with at(now() + TEN_MINUTES):
        assert run() == {}
    assert fate(message) == (State.SENT, 1, "")
    [one] = notify.accepted
    message.refresh_from_db()
    assert message.provider_reference == one.id


def test_a_gateway_that_speaks_for_notify_leaves_it_open_until_the_look_up(cast: Cast, post, notify: Notify):
    notify.answers_to[cast.lead.email] = GATEWAY
    message = post(cast.lead)
    assert run() == {State.SENDING: 1}
    notify.answers_to.clear()
    with at(now() + TEN_MINUTES):
        assert run() == {State.SENT: 1}
    assert len(notify.accepted) == 1
    assert fate(message) == (State.SENT, 2, "")


def test_an_answer_that_nobody_understands_leaves_it_open(cast: Cast, post, notify: Notify):
    notify.answers_to[cast.lead.email] = Wrong(200, "", "")
    message = post(cast.lead)
    assert run() == {State.SENDING: 1}
    assert fate(message)[2] == "GOV.UK Notify gave an answer that nobody understands."


def test_a_look_up_that_nobody_understands_settles_nothing(cast: Cast, post, notify: Notify):
    with NotifyTransport() as way_out:
        notify.answers_nothing = Wrong(200, "", "")
        with pytest.raises(OutOfReach, match="nobody understands"):
            way_out.find(post(cast.lead))


def test_a_look_up_that_lags_behind_finds_the_message_before_it_is_sent_again(
    cast: Cast, post, notify: Notify, impatient, settings
):
    """The look-up may lag by anything shorter than the time for which a claim holds."""
    settings.MESSAGE_LEASE_SECONDS = 1.5
    notify.silent_after, notify.lag = 1, 1.0
    message = post(cast.lead)
    assert run() == {State.SENDING: 1}
    with NotifyTransport() as way_out:
        assert way_out.find(message) == ""
        while Message.objects.filter(state=State.SENDING).exists():
            run()
        assert way_out.find(message) == notify.accepted[0].id
    assert fate(message) == (State.SENT, 1, "")
    assert len(notify.accepted) == 1


def test_a_message_whose_sender_died_before_it_left_is_sent_by_the_next(cast: Cast, post, notify: Notify):
    message = post(cast.lead)
    Message.objects.filter(pk=message.pk).update(state=State.SENDING, claimed_at=now(), attempts=1)
    with at(now() + TEN_MINUTES):
        assert run() == {State.SENT: 1}
    assert len(notify.accepted) == 1
    assert notify.looked_up == [str(message.public_id)] * 2, "once to settle it, once before the second try"


def test_a_second_try_with_a_wrong_idea_of_the_time_still_sends_nothing_twice(
    cast: Cast, post, notify: Notify
):
    message = post(cast.lead)
    run()
    Message.objects.filter(pk=message.pk).update(state=State.DUE, sent_at=None)
    assert run() == {State.SENT: 1}
    assert len(notify.accepted) == 1
    assert fate(message) == (State.SENT, 2, "")


@pytest.mark.parametrize("status", ["technical-failure", "validation-failed"])
def test_what_notify_accepted_and_never_sent_is_sent_again(
    cast: Cast, post, notify: Notify, impatient, status: str
):
    notify.silent_after = 1
    message = post(cast.lead)
    run()
    notify.accepted[0].status = status
    with at(now() + TEN_MINUTES):
        assert run() == {State.SENT: 1}
    assert len(notify.accepted) == 2
    assert fate(message) == (State.SENT, 2, "")


def test_while_nobody_can_be_asked_a_stuck_message_stays_as_it_is(cast: Cast, post, notify: Notify):
    message = post(cast.lead)
    Message.objects.filter(pk=message.pk).update(state=State.SENDING, claimed_at=now(), attempts=1)
    notify.answers_nothing = AWAY
    with at(now() + TEN_MINUTES), pytest.raises(OutOfReach):
        settle_stuck_messages(by=User.objects.system())
    assert fate(message) == (State.SENDING, 1, "")


def test_no_more_leave_in_any_minute_than_notify_takes(cast: Cast, post, notify: Notify, settings):
    settings.NOTIFY_PER_MINUTE = 5
    for number in range(8):
        post(cast.lead, meaning_key=f"note:{number}")
    start = now()
    with at(start):
        assert run() == {State.SENT: 5}
        assert run() == {}, "the minute is full"
    with at(start + timedelta(seconds=59)):
        assert run() == {}
    with at(start + timedelta(seconds=61)):
        assert run() == {State.SENT: 3}


def test_what_another_worker_is_about_to_send_takes_its_place_in_the_minute(
    cast: Cast, post, notify: Notify, settings
):
    settings.NOTIFY_PER_MINUTE = 3
    for number in range(4):
        post(cast.lead, meaning_key=f"note:{number}")
    start = now()
    with at(start):
        held = sweep._claim_batch(3)
    assert len(held) == 3
    with at(start + timedelta(seconds=90)):
        assert run() == {}, "they may leave at this very moment"


def test_what_was_tried_in_vain_takes_its_place_in_the_minute_too(cast: Cast, post, notify: Notify, settings):
    settings.NOTIFY_PER_MINUTE = 1
    notify.answers_to[cast.lead.email] = BROKEN
    post(cast.lead)
    start = now()
    with at(start):
        assert run() == {State.DUE: 1}
        post(cast.deputy)
        assert run() == {}
    with at(start + timedelta(seconds=59)):
        assert run() == {}
    notify.answers_to.clear()
    with at(start + timedelta(seconds=61)):
        assert run() == {State.SENT: 1}


def test_an_answer_without_its_kind_is_read_by_its_number_alone():
    assert transport._kind(requests.Response()) == ""


@pytest.mark.parametrize(
    ("cause", "expected"),
    [(requests.ConnectTimeout(), True), (requests.ReadTimeout("slow"), False), (None, False)],
)
def test_only_a_connection_that_never_was_leaves_no_doubt(cause: Exception | None, expected: bool):
    assert transport._never_connected(cause) is expected
