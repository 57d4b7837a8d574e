"""Administrators see whether messages leave, are told when something looks wrong, and hold streams back."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from hileads.clock import UK, at, now, today
from hileads.contributions import DemoStage, demo_chapters
from hileads.leads.models import User
from hileads.notifications.actions import (
    lift_suppression,
    record_beat,
    release_stream,
    stop_stream,
    suppress_address,
    sweep_messages,
)
from hileads.notifications.emails import stop_path
from hileads.notifications.models import Message, Receipt, State, Stream, StreamStop, Suppression
from hileads.notifications.policies import BEATS, Alert, day_alerts
from hileads.notifications.queries import watch_at
from hileads.notifications.queries.watching import stream_days
from hileads.notifications.tasks import watch
from tests.actors import Cast

pytestmark = pytest.mark.django_db

SENDING = "/messages/sending/"
NOON = datetime(2027, 4, 15, 12, 0, tzinfo=UK)


@pytest.fixture
def everything_runs() -> None:
    for name in BEATS:
        record_beat(by=User.objects.system(), name=name)


@pytest.fixture
def administrator(cast: Cast, signed_in) -> Client:
    return signed_in(cast.national_admin)


def text_of(client: Client) -> str:
    return client.get(SENDING).content.decode()


def alerts(moment: datetime) -> list[str]:
    return [alert.key for alert in watch_at(moment).alerts]


def test_a_demo_whose_story_sent_something_long_ago_begins_without_an_alarm(db: None):
    with at(now() - timedelta(days=70)):
        sweep_messages(by=User.objects.system())
    assert alerts(now())
    chapter = demo_chapters.get("messages")
    assert chapter is not None
    chapter.tell(DemoStage(today=today()))
    assert alerts(now()) == []


class TestWhatIsShown:
    def test_where_everything_runs_it_says_so(self, everything_runs, administrator: Client):
        text = text_of(administrator)
        assert "Messages leave as they should." in text
        assert "No message was due in the last 14 days." in text
        assert "No message waits that could leave now" in text

    def test_each_stream_of_each_day_says_what_was_expected_and_what_became_of_it(
        self, cast: Cast, post: Callable[..., Message]
    ):
        states = [
            {"state": State.SENT, "sent_at": NOON},
            {"state": State.SKIPPED, "reason": "Done already."},
            {"state": State.CANCELLED, "reason": "A later message said the same anew."},
            {"state": State.FAILED, "reason": "No such address."},
            {"state": State.DUE},
            {"state": State.SENDING, "claimed_at": NOON},
        ]
        for number, values in enumerate(states):
            message = post(cast.lead, meaning_key=str(number), due_at=NOON)
            Message.objects.filter(pk=message.pk).update(**values)
        post(cast.lead, meaning_key="late", due_at=NOON.replace(hour=0, minute=30))
        [day] = stream_days(NOON.date(), NOON.date())
        assert (day.day, day.stream) == (NOON.date(), Stream.COMMUNITY)
        assert (day.expected, day.sent, day.not_needed, day.failed, day.waiting) == (7, 1, 2, 1, 3)

    def test_the_page_shows_the_table_the_oldest_and_the_addresses(
        self, cast: Cast, post, everything_runs, administrator: Client
    ):
        message = post(cast.lead, due_at=now() - timedelta(hours=2))
        suppress_address(by=User.objects.system(), message=message, reason="There is no such mailbox.")
        text = text_of(administrator)
        assert "Look at this" in text
        assert "A message waits since" in text
        assert "leila.lead@nhs.example: There is no such mailbox." in text

    def test_the_number_of_queries_does_not_grow(self, cast: Cast, post, administrator: Client, queries_of):
        post(cast.lead, meaning_key="first")
        few = queries_of(administrator, SENDING)
        for number in range(19):
            message = post(cast.lead, meaning_key=str(number), due_at=now() - timedelta(days=number))
        suppress_address(by=User.objects.system(), message=message, reason="No.")
        assert queries_of(administrator, SENDING) == few

    @pytest.mark.parametrize(("who", "status"), [("lead", 403), ("leaver", 403), ("curator", 403)])
    def test_it_is_for_administrators(self, cast: Cast, signed_in, who: str, status: int):
        assert signed_in(cast.people()[who]).get(SENDING).status_code == status


class TestAlerts:
    def test_what_recurs_and_is_silent(self, everything_runs):
        assert alerts(now()) == []
        assert alerts(now() + timedelta(minutes=21)) == ["beat:sweep", "beat:remind", "beat:digests"]

    def test_what_has_never_run_is_waited_for_from_the_first_sign_of_life_on(self):
        assert alerts(now()) == []
        record_beat(by=User.objects.system(), name="sweep")
        assert alerts(now()) == []
        assert alerts(now() + timedelta(minutes=21)) == ["beat:sweep", "beat:remind", "beat:digests"]

    def test_nothing_for_a_week_where_there_was_something_in_each_week_before(self):
        today = NOON.date()
        weekly = {today - timedelta(days=days): 200 for days in (8, 15, 22)}
        assert [one.key for one in day_alerts(Stream.DIGEST, weekly, today)] == ["zero:digest"]
        assert not list(day_alerts(Stream.DIGEST, weekly | {today - timedelta(days=1): 1}, today))
        del weekly[today - timedelta(days=15)]
        assert not list(day_alerts(Stream.DIGEST, weekly, today))

    @pytest.mark.parametrize(("today", "before", "wrong"), [(61, 20, True), (60, 20, False), (20, 0, False)])
    def test_far_more_than_on_any_day_before(self, today: int, before: int, wrong: bool):
        sent = {NOON.date(): today, NOON.date() - timedelta(days=3): before}
        assert bool(list(day_alerts(Stream.SESSIONS, sent, NOON.date()))) == wrong

    def test_many_people_of_one_domain_who_stop_mail_by_a_link(self, cast: Cast, everything_runs):
        for person in (cast.lead, cast.deputy):
            Client().post(stop_path(person, "digest"))
        assert alerts(now()) == []
        Client().post(stop_path(cast.secretary, "digest"))
        assert alerts(now()) == ["links:nhs.example"]

    def test_those_who_watch_are_told_once_a_day_and_the_log_says_it_each_time(self, cast: Cast, caplog):
        with at(NOON - timedelta(hours=1)):
            record_beat(by=User.objects.system(), name="sweep")
        with at(NOON):
            watch()
            watch()
            sweep_messages(by=User.objects.system())
        told = Message.objects.filter(kind="alert")
        assert set(told.values_list("recipient", flat=True)) == {cast.national_admin.pk}
        assert told.count() == 3
        assert "Sending has not run lately." in told.first().body_text
        assert caplog.text.count("Sending has not run lately.") == 2
        with at(NOON + timedelta(days=1)):
            watch()
        assert told.count() == 6

    def test_they_stand_on_this_week_of_those_who_watch_and_of_nobody_else(self, cast: Cast, signed_in):
        with at(now() - timedelta(hours=1)):
            record_beat(by=User.objects.system(), name="sweep")
        assert "has not run lately" in signed_in(cast.national_admin).get("/this-week/").content.decode()
        assert "has not run lately" not in signed_in(cast.lead).get("/this-week/").content.decode()

    def test_health_says_whether_what_recurs_lives_and_stays_ready(self, client: Client):
        answer = client.get("/health/ready")
        assert (answer.status_code, answer.json()["heartbeat"]) == (200, "failing")
        for name in BEATS:
            record_beat(by=User.objects.system(), name=name)
        assert client.get("/health/ready").json()["heartbeat"] == "ok"

    def test_an_alert_is_a_sentence(self, everything_runs):
        found = watch_at(now() + timedelta(hours=1)).alerts
        assert len(found) == 3
        assert all(isinstance(one, Alert) and one.sentence.endswith(".") for one in found)


class TestHoldingBack:
    def test_a_stream_is_held_back_and_let_go(self, cast: Cast, post, everything_runs, administrator: Client):
        message, other = post(cast.lead), post(cast.deputy, stream=Stream.OBLIGATIONS)
        hold = f"{SENDING}community/hold/"
        assert "1 message waits in this stream now." in administrator.get(hold).content.decode()
        assert "Error: " in administrator.post(hold, {"reason": ""}).content.decode()
        answer = administrator.post(hold, {"reason": "A wrong link"}, follow=True)
        assert "is held back. Nothing is lost: it waits." in answer.content.decode()
        sweep_messages(by=User.objects.system())
        for row in (message, other):
            row.refresh_from_db()
        assert (message.state, other.state) == (State.DUE, State.SENT)
        assert f"Held back by {cast.national_admin.name} since" in text_of(administrator)
        administrator.post(f"{SENDING}community/release/")
        sweep_messages(by=User.objects.system())
        message.refresh_from_db()
        assert message.state == State.SENT

    def test_said_twice_it_is_held_once_for_the_first_reason(self, cast: Cast):
        for reason in ("A wrong link", "Another"):
            stop_stream(by=cast.national_admin, stream=Stream.DIGEST, reason=reason)
        assert StreamStop.objects.get().reason == "A wrong link"
        for _ in range(2):
            release_stream(by=cast.national_admin, stream=Stream.DIGEST)
        assert not StreamStop.objects.exists()

    def test_codes_for_signing_in_are_never_held_back(self, administrator: Client):
        for answer in (
            administrator.get(f"{SENDING}security/hold/"),
            administrator.post(f"{SENDING}security/hold/", {"reason": "All of it"}),
        ):
            assert answer.status_code == 409
            assert "Codes for signing in are never held back" in answer.content.decode()

    def test_what_is_no_stream_is_not_there(self, administrator: Client):
        assert administrator.get(f"{SENDING}nothing/hold/").status_code == 404
        assert administrator.post(f"{SENDING}digest/release/").status_code == 404


class TestAddressesThatDoNotExist:
    @pytest.fixture
    def gone(self, cast: Cast, post) -> Suppression:
        message = post(cast.lead)
        return suppress_address(by=User.objects.system(), message=message, reason="There is no such mailbox.")

    def test_only_messages_about_security_still_go_there(self, cast: Cast, gone, post):
        code = post(cast.lead, meaning_key="code", stream=Stream.SECURITY)
        sweep_messages(by=User.objects.system())
        note = Message.objects.get(kind="note", stream=Stream.COMMUNITY)
        code.refresh_from_db()
        assert (note.state, code.state) == (State.SKIPPED, State.SENT)
        assert note.reason == "Mail to this address came back: there is no such mailbox."

    def test_a_colleague_is_told_on_this_week_and_nobody_elsewhere(self, cast: Cast, gone, signed_in):
        says = "Mail to Leila Lead comes back."
        assert says in signed_in(cast.deputy).get("/this-week/").content.decode()
        assert says in signed_in(cast.secretary).get("/this-week/").content.decode()
        assert says not in signed_in(cast.lead_elsewhere).get("/this-week/?all").content.decode()

    def test_the_person_sees_it_and_says_that_the_address_works(self, cast: Cast, gone, signed_in):
        client = signed_in(cast.lead)
        assert "Mail to you comes back" in client.get("/this-week/").content.decode()
        assert "My address works: write to me again" in client.get("/messages/choices/").content.decode()
        answer = client.post("/messages/resume/", follow=True).content.decode()
        assert "The portal writes to you again." in answer
        assert "My address works" not in answer
        assert not Suppression.objects.exists()

    def test_an_administrator_lets_it_be_written_to_again(self, cast: Cast, gone, administrator: Client):
        administrator.post(f"{SENDING}addresses/", {"address": gone.address})
        assert not Suppression.objects.exists()
        lift_suppression(by=cast.national_admin, address=gone.address)

    def test_suppressed_twice_it_is_one_row(self, cast: Cast, gone):
        again = suppress_address(by=User.objects.system(), message=gone.message, reason="Again.")
        assert (again.pk, again.reason) == (gone.pk, "There is no such mailbox.")


def test_every_receipt_is_a_sentence():
    assert all(label[0].isupper() for label in Receipt.labels)
