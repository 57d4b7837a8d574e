"""The weekly digest: the lines of "This week" in one mail, once a week, and none when nothing needs a person."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at, now
from hileads.contributions import Consequence, WorkLine, work
from hileads.leads.models import User
from hileads.notifications.actions import post_digests
from hileads.notifications.models import Heartbeat, Message, State, Stream
from hileads.notifications.queries import week_at
from hileads.notifications.tasks import post_digests_of, start_digests_now
from tests.actors import Cast
from tests.lines import room_with

pytestmark = pytest.mark.django_db

MONDAY = datetime(2027, 4, 5, 8, 0, tzinfo=UK)


@pytest.fixture
def needs(monkeypatch: pytest.MonkeyPatch) -> dict[User, list[WorkLine]]:
    """What needs whom, instead of what the rooms say."""
    lines: dict[User, list[WorkLine]] = {}
    room = room_with(lambda person: lines.get(person, []))
    monkeypatch.setattr(work, "_entries", {"room": room})
    return lines


def lines(count: int) -> list[WorkLine]:
    return [
        WorkLine(
            key=f"thing:{number}",
            consequence=Consequence.OVERDUE,
            text=f"Thing {number} is late.",
            url=f"/things/{number}/",
            verb="Open it",
            due_date=date(2027, 3, number),
            organisation_name="Alder Vale NHS Foundation Trust" if number == 1 else "",
        )
        for number in range(1, count + 1)
    ]


def post() -> int:
    with at(MONDAY):
        return post_digests(by=User.objects.system(), periods=[week_at(now())])


def test_a_digest_is_one_mail_with_the_lines_in_order(cast: Cast, needs, settings):
    settings.BASE_URL = "https://portal.example"
    needs[cast.lead] = list(reversed(lines(2)))
    assert post() == 1
    message = Message.objects.get(recipient=cast.lead)
    assert (message.stream, message.recipient, message.due_at) == (Stream.DIGEST, cast.lead, MONDAY)
    assert message.meaning_key == f"digest:2027-W14:{cast.lead.pk}"
    assert message.subject == "Your week: 2 things need you"
    assert message.body_text.index("1. Thing 1 is late.") < message.body_text.index("2. Thing 2 is late.")
    assert (
        "1. Thing 1 is late.\n   Due 1 March. Late by 35 days. Alder Vale NHS Foundation Trust.\n"
        in message.body_text
    )
    assert "Open it: https://portal.example/things/1/" in message.body_text
    assert '<a href="https://portal.example/things/2/">Open it</a>' in message.body_html
    for body in (message.body_text, message.body_html):
        assert "week of 5 April 2027" in body
        assert "https://portal.example/this-week/" in body


def test_a_day_on_which_something_takes_place_is_not_called_due(cast: Cast, needs):
    [line] = lines(1)
    needs[cast.lead] = [
        replace(line, text="You meet on 8 April.", due_date=date(2027, 4, 8), is_meeting=True)
    ]
    post()
    message = Message.objects.get(recipient=cast.lead)
    assert "1. You meet on 8 April.\n   Alder Vale NHS Foundation Trust.\n" in message.body_text
    assert "Due" not in message.body_text + message.body_html


def test_at_most_seven_lines_and_it_says_how_many_more_there_are(cast: Cast, needs):
    needs[cast.lead] = lines(9)
    post()
    message = Message.objects.get(recipient=cast.lead)
    assert message.subject == "Your week: 9 things need you"
    assert "7. Thing 7" in message.body_text
    assert "Thing 8" not in message.body_text + message.body_html
    assert "There are 2 more lines in the portal" in message.body_text
    assert "See 2 more in the portal" in message.body_html


def test_one_more_line_is_one(cast: Cast, needs):
    needs[cast.lead] = lines(8)
    post()
    assert "There is 1 more line in the portal" in Message.objects.get(recipient=cast.lead).body_text


def test_nothing_to_say_means_no_mail_and_the_ledger_says_so(cast: Cast, needs):
    assert post() == 0
    assert post() == 0
    row = Message.objects.get(recipient=cast.lead)
    assert (row.state, row.reason) == (State.SKIPPED, "Nothing needed you that you had not looked at.")


def test_one_a_week_however_often_it_runs(cast: Cast, needs):
    needs[cast.lead] = lines(1)
    assert [post(), post()] == [1, 0]
    with at(datetime(2027, 4, 12, 8, 0, tzinfo=UK)):
        assert post_digests(by=User.objects.system(), periods=[week_at(now())]) == 1
    assert Message.objects.filter(recipient=cast.lead).count() == 2


def test_people_without_a_live_post_or_an_open_account_get_none(cast: Cast, needs):
    User.objects.filter(pk=cast.deputy.pk).update(is_active=False)
    needs.update(
        {person: lines(1) for person in (cast.lead, cast.leaver, cast.deputy, User.objects.system())}
    )
    assert post() == 1
    assert Message.objects.get(state=State.DUE).recipient == cast.lead


def test_digests_are_queued_on_the_first_working_day_of_the_week_from_eight(
    cast: Cast, needs, settings, queued: list[str], django_capture_on_commit_callbacks
):
    settings.SENDING_HOURS = "office"
    needs[cast.lead] = lines(1)
    # Easter Monday is 29 March 2027.
    moments = [
        (datetime(2027, 3, 29, 9, 0, tzinfo=UK), False),
        (datetime(2027, 3, 30, 7, 50, tzinfo=UK), False),
        (datetime(2027, 3, 30, 8, 0, tzinfo=UK), True),
        (datetime(2027, 3, 31, 8, 0, tzinfo=UK), True),
        (datetime(2027, 3, 31, 18, 0, tzinfo=UK), False),
    ]
    for moment, is_queued in moments:
        queued.clear()
        with at(moment), django_capture_on_commit_callbacks(execute=True):
            start_digests_now()
        assert (queued == ["hileads.notifications.tasks.post_digests_of"]) == is_queued, moment
    with at(moments[3][0]):
        post_digests_of(list(User.objects.values_list("pk", flat=True)))
        start_digests_now()
    assert Message.objects.get(state=State.DUE).recipient == cast.lead
    assert Heartbeat.objects.get(name="digests").beat_at == moments[3][0]


def test_a_person_may_send_the_digests_by_hand(cast: Cast, needs, capsys):
    needs[cast.lead] = lines(1)
    call_command("send_digests")
    call_command("send_digests")
    assert capsys.readouterr().out == "1 digest posted.\n0 digests posted.\n"


def test_another_reader_costs_the_same_again_and_no_more(cast: Cast, needs):
    def cost(people: list[User], moment: datetime) -> int:
        needs.clear()
        needs.update({person: lines(1) for person in people})
        with at(moment), CaptureQueriesContext(connection) as captured:
            post_digests(by=cast.national_admin, periods=[week_at(now())])
        return len(captured)

    people = list(cast.people().values())
    costs = [
        cost(people[:count], datetime(2027, month, 5, 8, 0, tzinfo=UK))
        for count, month in ((1, 4), (2, 5), (3, 7))
    ]
    assert costs[1] - costs[0] == costs[2] - costs[1]
