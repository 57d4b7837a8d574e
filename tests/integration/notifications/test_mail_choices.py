"""People choose how they hear of what, signed in or by the link of a mail; opening a link changes nothing."""

from datetime import date, datetime, timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from hileads.clock import UK, at, now
from hileads.contributions import Consequence, WorkLine, work
from hileads.leads.models import User
from hileads.notifications.actions import (
    choose_frequencies,
    note_seen,
    pause_mail,
    post_digests,
    sweep_messages,
)
from hileads.notifications.emails import choices_path, stop_path
from hileads.notifications.models import Frequency, Message, Pause, Preference, State, Stream
from hileads.notifications.policies import require_fit
from hileads.notifications.queries import open_periods, week_at
from hileads.notifications.transports.mail import mail_of
from tests.actors import Cast
from tests.lines import room_with

pytestmark = pytest.mark.django_db

CHOICES = "/messages/choices/"
USUAL = {"sessions": "at-once", "actions": "weekly", "community": "weekly", "digest": "weekly"}
MONDAY = datetime(2027, 4, 5, 8, 0, tzinfo=UK)


def page(client: Client, address: str = CHOICES) -> str:
    return client.get(address).content.decode()


def chosen(person: User) -> dict[str, str]:
    return dict(Preference.objects.filter(user=person).values_list("stream", "frequency"))


class TestThePage:
    def test_it_shows_what_holds_and_what_always_comes_and_why(self, cast: Cast, signed_in):
        text = page(signed_in(cast.lead))
        assert "These are the choices of Leila Lead" in text
        assert text.count("checked") == 4
        assert "These keep your account safe." in text
        assert "meant for whoever holds your post" in text

    def test_choices_are_kept_and_only_what_changed_is_written(self, cast: Cast, signed_in):
        client = signed_in(cast.lead)
        answer = client.post(CHOICES, USUAL | {"actions": "daily"}, follow=True)
        assert "Your choices are kept." in answer.content.decode()
        assert chosen(cast.lead) == {"actions": "daily"}
        client.post(CHOICES, USUAL | {"actions": "daily"})
        assert Preference.objects.get().previous == "weekly"

    def test_a_pause_is_kept_shown_and_taken_back(self, cast: Cast, signed_in):
        client = signed_in(cast.lead)
        first, last = now().date() + timedelta(days=3), now().date() + timedelta(days=9)
        client.post(CHOICES, USUAL | in_boxes("from_date", first) | in_boxes("to_date", last))
        assert list(Pause.objects.values_list("from_date", "to_date")) == [(first, last)]
        assert f'value="{last.year}"' in page(client)
        client.post(CHOICES, USUAL)
        assert not Pause.objects.exists()

    @pytest.mark.parametrize(
        ("dates", "says"),
        [
            ({"from_date": 3}, "Enter the last day too, or leave both empty"),
            ({"to_date": 3}, "Enter the first day too, or leave both empty"),
            ({"from_date": 3, "to_date": 2}, "The last day must not come before the first"),
            ({"from_date": -9, "to_date": -2}, "The last day must be today or later"),
        ],
    )
    def test_days_that_make_no_pause_are_refused_and_what_was_typed_stays(
        self, cast: Cast, signed_in, dates: dict[str, int], says: str
    ):
        typed = USUAL | {"actions": "none"}
        for name, days in dates.items():
            typed |= in_boxes(name, now().date() + timedelta(days=days))
        text = signed_in(cast.lead).post(CHOICES, typed).content.decode()
        assert says in text
        assert 'value="none" checked' in text
        assert not Preference.objects.exists()

    def test_a_day_that_does_not_exist_is_refused_by_itself(self, cast: Cast, signed_in):
        typed = USUAL | {"from_date-day": "31", "from_date-month": "2", "from_date-year": "2027"}
        text = signed_in(cast.lead).post(CHOICES, typed).content.decode()
        assert "Error: " in text
        assert "Enter the last day too" not in text

    def test_a_digest_at_once_is_no_choice(self, cast: Cast, signed_in):
        text = signed_in(cast.lead).post(CHOICES, USUAL | {"digest": "at-once"}).content.decode()
        assert "Error: " in text
        with pytest.raises(ValueError, match="digest cannot be at-once"):
            require_fit(Stream.DIGEST, Frequency.AT_ONCE)
        with pytest.raises(ValueError, match="security cannot be none"):
            require_fit(Stream.SECURITY, Frequency.NONE)


class TestByLink:
    def test_the_link_opens_the_choices_without_signing_in(self, cast: Cast, client: Client):
        text = page(client, choices_path(cast.lead))
        assert "These are the choices of Leila Lead" in text
        client.post(choices_path(cast.lead), USUAL | {"community": "none"})
        assert chosen(cast.lead) == {"community": "none"}

    def test_a_link_opens_nothing_but_its_own_persons_choices(self, cast: Cast, client: Client):
        other = choices_path(cast.lead).replace(f"/{cast.lead.pk}/", f"/{cast.deputy.pk}/")
        assert client.get(other).status_code == 404
        assert client.get(stop_path(cast.lead, "digest").replace("digest", "security")).status_code == 404
        link = choices_path(cast.lead)
        User.objects.filter(pk=cast.lead.pk).update(email="another@nhs.example")
        assert client.get(link).status_code == 404

    def test_a_closed_account_has_no_choices(self, cast: Cast, client: Client):
        User.objects.filter(pk=cast.lead.pk).update(is_active=False)
        assert client.get(choices_path(cast.lead)).status_code == 404

    def test_one_press_stops_that_stream_only_and_another_takes_it_back(self, cast: Cast):
        mail_program = Client(enforce_csrf_checks=True)
        link = stop_path(cast.lead, "community")
        answer = mail_program.post(link, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code in {200, 302}
        assert chosen(cast.lead) == {"community": "none"}
        assert "You get no more mail about community" in page(mail_program, link)
        mail_program.post(link, {"undo": "yes"})
        assert chosen(cast.lead) == {"community": "weekly"}
        assert "Stop mail about community?" in page(mail_program, link)

    def test_once_a_month_is_offered_before_never(self, cast: Cast, client: Client):
        link = stop_path(cast.lead, "digest")
        assert "Once a month is enough" in page(client, link)
        client.post(link, {"monthly": "yes"})
        assert chosen(cast.lead) == {"digest": "monthly"}
        assert "Once a month is enough" not in page(client, link)

    def test_opening_a_link_changes_nothing(self, cast: Cast, client: Client):
        for link in (stop_path(cast.lead, "digest"), choices_path(cast.lead)):
            assert client.get(link).status_code == client.head(link).status_code == 200
        assert not Preference.objects.exists()

    def test_what_a_link_stopped_stands_on_this_week_with_the_way_back(self, cast: Cast, signed_in):
        Client().post(stop_path(cast.lead, "digest"))
        client = signed_in(cast.lead)
        assert "Mail that you stopped" in page(client, "/this-week/")
        answer = client.post("/messages/choices/digest/undo/", follow=True)
        assert "You hear of it again as before." in answer.content.decode()
        assert "Mail that you stopped" not in page(client, "/this-week/")
        assert client.post("/messages/choices/security/undo/").status_code == 404

    def test_undoing_what_nobody_chose_changes_nothing(self, cast: Cast, signed_in):
        signed_in(cast.lead).post("/messages/choices/digest/undo/")
        assert not Preference.objects.exists()


class TestWhatMailsSay:
    def test_what_can_be_switched_off_says_how_to_mail_programs(self, cast: Cast, post, settings):
        settings.BASE_URL = "https://portal.example"
        mail = mail_of(post(cast.lead, optional=True))
        link = f"https://portal.example{stop_path(cast.lead, 'community')}"
        assert isinstance(mail, EmailMultiAlternatives)
        assert mail.extra_headers["List-Unsubscribe"] == f"<{link}>"
        assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_what_cannot_be_switched_off_offers_no_way(self, cast: Cast, post):
        mail = mail_of(post(cast.lead, stream=Stream.OBLIGATIONS))
        assert "List-Unsubscribe" not in mail.extra_headers

    def test_every_mail_leads_to_the_choices(self, cast: Cast, post):
        message = post(cast.lead)
        for body in (message.body_text, message.body_html):
            assert f"http://localhost:8000{choices_path(cast.lead)}" in body


class TestBeforeItLeaves:
    def sent(self, message: Message) -> tuple[str, str]:
        sweep_messages(by=User.objects.system())
        message.refresh_from_db()
        return message.state, message.reason

    def test_a_choice_made_after_posting_counts(self, cast: Cast, post):
        message = post(cast.lead, optional=True, stream=Stream.SESSIONS)
        choose_frequencies(by=cast.lead, wanted={Stream.SESSIONS: Frequency.NONE})
        assert self.sent(message) == (State.SKIPPED, "You chose not to hear of this by mail.")

    def test_nothing_optional_goes_while_a_person_has_paused(self, cast: Cast, post):
        message = post(cast.lead, optional=True, stream=Stream.SESSIONS)
        pause_mail(by=cast.lead, from_date=now().date() - timedelta(days=1), to_date=now().date())
        assert self.sent(message) == (State.SKIPPED, "You asked for no mail on this day.")

    def test_what_cannot_be_switched_off_goes_all_the_same(self, cast: Cast, post):
        message = post(cast.lead, stream=Stream.OBLIGATIONS)
        pause_mail(by=cast.lead, from_date=now().date() - timedelta(days=1), to_date=now().date())
        assert self.sent(message) == (State.SENT, "")

    def test_a_digest_goes_to_whoever_wants_digests(self, cast: Cast, post):
        message = post(cast.lead, optional=True, stream=Stream.DIGEST)
        assert self.sent(message) == (State.SENT, "")


class TestDigests:
    @pytest.fixture(autouse=True)
    def needs(self, monkeypatch: pytest.MonkeyPatch, settings) -> None:
        settings.SENDING_HOURS = "office"
        room = room_with(lambda person: [line("actions"), line("community"), line("digest")])
        monkeypatch.setattr(work, "_entries", {"room": room})

    def digests(self, person: User, moment: datetime) -> list[str]:
        with at(moment):
            post_digests(by=User.objects.system(), periods=open_periods(now()), people=[person.pk])
        rows = Message.objects.filter(recipient=person, created_at=moment, state=State.DUE)
        return [row.subject for row in rows.order_by("pk")]

    def test_by_default_it_is_one_mail_a_week(self, cast: Cast):
        assert self.digests(cast.lead, MONDAY) == ["Your week: 3 things need you"]
        assert self.digests(cast.lead, MONDAY + timedelta(days=1)) == []

    def test_each_stream_comes_in_the_mail_that_was_chosen_for_it(self, cast: Cast):
        with at(MONDAY - timedelta(days=9)):
            wanted = {
                Stream.ACTIONS: Frequency.DAILY,
                Stream.COMMUNITY: Frequency.NONE,
                Stream.DIGEST: Frequency.MONTHLY,
            }
            choose_frequencies(by=cast.lead, wanted=wanted)
        assert self.digests(cast.lead, MONDAY) == [
            "Your day: 1 thing needs you",
            "Your month: 1 thing needs you",
        ]
        assert self.digests(cast.lead, MONDAY + timedelta(days=1)) == ["Your day: 1 thing needs you"]

    def test_without_the_digest_nothing_is_gathered(self, cast: Cast):
        with at(MONDAY - timedelta(days=9)):
            wanted = {Stream.ACTIONS: Frequency.DAILY, Stream.DIGEST: Frequency.NONE}
            choose_frequencies(by=cast.lead, wanted=wanted)
        assert self.digests(cast.lead, MONDAY) == []

    def test_who_chooses_in_the_middle_of_a_week_waits_for_the_next(self, cast: Cast):
        with at(MONDAY + timedelta(hours=1)):
            choose_frequencies(by=cast.lead, wanted={Stream.DIGEST: Frequency.DAILY})
        assert self.digests(cast.lead, MONDAY + timedelta(hours=2)) == []
        assert self.digests(cast.lead, MONDAY + timedelta(days=1)) == ["Your day: 1 thing needs you"]

    def test_whoever_has_paused_gets_none(self, cast: Cast):
        pause_mail(by=cast.lead, from_date=MONDAY.date(), to_date=MONDAY.date())
        assert self.digests(cast.lead, MONDAY) == []

    def test_what_a_person_has_looked_at_is_not_repeated_until_it_changes_or_a_week_has_passed(
        self, cast: Cast, monkeypatch
    ):
        with at(MONDAY - timedelta(days=2)):
            note_seen(by=cast.lead, lines=[line("actions"), line("community")])
            note_seen(by=cast.lead, lines=[line("actions"), replace_due(line("digest"))])
        assert self.digests(cast.lead, MONDAY) == ["Your week: 1 thing needs you"]
        assert self.digests(cast.lead, MONDAY + timedelta(days=7)) == ["Your week: 3 things need you"]

    def test_a_browser_says_what_was_on_the_screen(self, cast: Cast, signed_in):
        client = signed_in(cast.lead)
        text = page(client, "/this-week/")
        assert 'action="/this-week/seen/"' in text
        with at(MONDAY - timedelta(days=1)):
            assert client.post("/this-week/seen/").status_code == 204
        with at(MONDAY):
            post_digests(by=User.objects.system(), periods=[week_at(now())], people=[cast.lead.pk])
        assert Message.objects.get(recipient=cast.lead).state == State.SKIPPED


def line(stream: str) -> WorkLine:
    return WorkLine(
        key=f"thing:{stream}",
        consequence=Consequence.OVERDUE,
        text=f"Something about {stream} is late.",
        url="/things/",
        verb="Open it",
        stream=stream,
    )


def replace_due(one: WorkLine) -> WorkLine:
    return WorkLine(**{**vars(one), "due_date": date(2027, 1, 1)})


def in_boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
