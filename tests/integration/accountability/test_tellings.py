"""What has no figure is told in words: of one period, with how it is known, for whoever may see the plan."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client

from accountability.actions.board import edit_board_measure
from accountability.actions.tellings import correct_telling, tell_in_words
from accountability.models import MeasureVersion, Telling
from accountability.queries.tellings import told_records
from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.boardroom import action_of, measure_of, report_of, telling_of
from tests.factories.people import AppointmentFactory, appointed
from tests.integration.accountability.forms import typed

Page = Callable[[User, str], str]
SignIn = Callable[[User], Client]
PAGE, ADD = "/measures/questions/", "/figures/RAV/words/questions/add/"
SINCE, UNTIL = date(2026, 4, 1), date(2026, 9, 30)
EARLIER = {"from_date": date(2026, 1, 1), "to_date": date(2026, 3, 31), "seen": "Nobody asked."}
FILLED_IN: dict[str, Any] = {
    "from_date": date(2026, 4, 1),
    "to_date": date(2026, 6, 30),
    "seen": "Two members asked.",
    "known_by": "Minutes",
}


def text_of(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").main.get_text(" ").split())


def refused(by: User, version: MeasureVersion, telling: Telling, why: str) -> None:
    """See that nothing more is told, and nothing that was told is put right."""
    with pytest.raises(NotNow, match=why):
        telling_of(by, telling.organisation, version, **EARLIER)
    with pytest.raises(NotNow, match=why):
        correct_telling(by=by, telling=telling, seen="Something else")


@pytest.fixture
def questions(cast: Cast) -> MeasureVersion:
    return measure_of("questions", title="Questions at board", family="inequality", has_number=False, unit="")


def test_words_stand_on_the_measures_page_newest_first_with_how_they_are_known(
    cast: Cast, questions: MeasureVersion, page: Page
):
    telling_of(cast.secretary, cast.trust, questions, **EARLIER)
    telling_of(cast.lead, cast.trust, questions)
    text = text_of(page(cast.deputy, PAGE))
    newest = "1 April 2026 to 30 June 2026 The chair asked who was missing. Known from: Minutes of the board"
    assert f"What was seen Say what was seen in another period {newest} {cast.lead.name}, " in text
    assert text.index(newest) < text.index("1 January 2026 to 31 March 2026 Nobody asked.")
    assert "Nothing is told of it yet." not in text


def test_an_empty_page_says_what_to_do_next(cast: Cast, questions: MeasureVersion, page: Page):
    html = page(cast.lead, PAGE)
    assert f'href="{ADD}"' in html
    assert "none is missing. Nothing is told of it yet. Counted. Say it for one period at a time." in text_of(
        html
    )
    chair = appointed("Cleo Chair", Role.CHAIR, cast.trust)
    html = page(chair, PAGE)
    assert "The lead, the deputy, the board secretary and their team can say what was seen." in html
    assert ADD not in html
    assert "You act for no single one, so there are no words to show." in page(cast.national_admin, PAGE)


def test_nobody_elsewhere_reads_the_words(cast: Cast, questions: MeasureVersion, page: Page):
    telling_of(cast.lead, cast.trust, questions)
    for person in (cast.lead_elsewhere, cast.national_admin, cast.regional_convenor, cast.stranger):
        assert "The chair asked" not in page(person, f"{PAGE}?organisation=RAV")


def test_saying_and_correcting_by_form(cast: Cast, questions: MeasureVersion, signed_in: SignIn):
    client = signed_in(cast.secretary)
    sent = typed(**FILLED_IN)
    for _ in range(2):
        answer = client.post(ADD, sent, follow=True)
        assert "Your words are saved." in answer.content.decode()
    telling = Telling.objects.get()
    assert (telling.seen, telling.told_by) == ("Two members asked.", cast.secretary)
    address = f"/figures/words/{telling.public_id}/edit/"
    shown = client.get(address).content.decode()
    assert "Two members asked." in shown
    assert "The history keeps what it says now." in shown
    changed = typed(**FILLED_IN | {"seen": "Three members asked."})
    assert signed_in(cast.lead).post(address, changed).status_code == 302
    telling.refresh_from_db()
    assert (telling.seen, telling.told_by) == ("Three members asked.", cast.lead)
    kept = telling.events.order_by("pgh_id").values_list("seen", flat=True)
    assert list(kept) == ["Two members asked.", "Three members asked."]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"to_date": date(2026, 1, 30)}, "The period ends before it begins."),
        ({"to_date": date(2099, 6, 30)}, "The period is not over yet."),
        ({"known_by": ""}, "How do you know?"),
        ({}, "told of this period on"),
    ],
)
def test_what_cannot_be_saved_is_said_and_what_was_typed_is_kept(
    cast: Cast, questions: MeasureVersion, signed_in: SignIn, changes: dict[str, Any], words: str
):
    telling_of(cast.lead, cast.trust, questions)
    answer = signed_in(cast.lead).post(ADD, typed(**FILLED_IN | changes))
    shown = answer.content.decode()
    assert "There is a problem" in shown
    assert words in shown
    assert "Two members asked." in shown
    assert Telling.objects.count() == 1


def test_a_correction_that_changes_nothing_leaves_who_wrote_it(cast: Cast, questions: MeasureVersion):
    telling = telling_of(cast.lead, cast.trust, questions)
    assert correct_telling(by=cast.deputy, telling=telling, seen=telling.seen).told_by == cast.lead


def test_a_correction_does_not_take_another_tellings_period(cast: Cast, questions: MeasureVersion):
    telling_of(cast.lead, cast.trust, questions, **EARLIER)
    telling = telling_of(cast.lead, cast.trust, questions)
    with pytest.raises(NotNow, match="told of this period on"):
        correct_telling(
            by=cast.lead, telling=telling, from_date=EARLIER["from_date"], to_date=EARLIER["to_date"]
        )
    telling.refresh_from_db()
    assert telling.from_date == date(2026, 4, 1)


def test_only_the_organisations_own_people_tell(cast: Cast, questions: MeasureVersion):
    telling = telling_of(cast.lead, cast.trust, questions)
    chair = appointed("Cleo Chair", Role.CHAIR, cast.trust)
    for person, refusal in (
        (chair, PermissionDenied),
        (cast.lead_elsewhere, Http404),
        (cast.national_admin, Http404),
    ):
        with pytest.raises(refusal):
            telling_of(person, cast.trust, questions)
        with pytest.raises(refusal):
            correct_telling(by=person, telling=telling, seen="Something else")


def test_a_measure_with_a_figure_or_of_another_organisation_is_not_told_in_words(
    cast: Cast, signed_in: SignIn
):
    counted = measure_of()
    with pytest.raises(NotNow, match="has a figure, so nothing was saved"):
        telling_of(cast.lead, cast.trust, counted)
    theirs = measure_of("theirs", has_number=False, unit="")
    theirs.measure.organisation = cast.trust_elsewhere
    theirs.measure.save()
    with pytest.raises(NotNow, match="another organisation’s own"):
        telling_of(cast.lead, cast.trust, theirs)
    client = signed_in(cast.lead)
    assert client.get("/figures/RAV/words/theirs/add/").status_code == 404
    answer = client.get("/figures/RAV/words/a-measure/add/")
    assert answer.status_code == 409
    assert "“Seen within four hours” has a figure" in answer.content.decode()


def test_whoever_also_has_a_post_elsewhere_tells_of_that_organisations_own_measure_only_there(
    cast: Cast, questions: MeasureVersion, page: Page
):
    questions.measure.organisation = cast.trust_elsewhere
    questions.measure.save()
    AppointmentFactory(user=cast.lead, role=Role.TEAM_MEMBER, organisation=cast.trust_elsewhere)
    text = page(cast.lead, PAGE)
    assert f"A measure of {cast.trust_elsewhere.name}’s own" in text
    assert "/words/" not in text


def test_nothing_is_told_for_an_organisation_that_has_closed(
    cast: Cast, questions: MeasureVersion, signed_in: SignIn
):
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=questions.measure)
    telling = telling_of(cast.lead, cast.trust, questions)
    cast.trust.closed_date = today() - timedelta(days=1)
    cast.trust.save()
    refused(cast.lead, questions, telling, "closed on")
    client = signed_in(cast.lead)
    for shown in (PAGE, "/measures/board/RAV/"):
        text = client.get(shown).content.decode()
        assert "The chair asked who was missing." in text
        assert "/words/" not in text
    for form in (ADD, f"/figures/words/{telling.public_id}/edit/"):
        answer = client.get(form)
        assert answer.status_code == 409
        assert f"{cast.trust.name} closed on" in answer.content.decode()


def test_the_database_refuses_a_period_that_runs_backwards(cast: Cast, questions: MeasureVersion):
    telling = telling_of(cast.lead, cast.trust, questions)
    with pytest.raises(IntegrityError, match="telling_ends_after_start"), transaction.atomic():
        Telling.objects.filter(pk=telling.pk).update(to_date=date(2026, 3, 1))


def test_a_retired_or_former_measure_keeps_its_words_and_takes_no_more(
    cast: Cast, questions: MeasureVersion, page: Page
):
    telling = telling_of(cast.lead, cast.trust, questions)
    questions.measure.retired_at = datetime(2026, 7, 1, tzinfo=UTC)
    questions.measure.save()
    text = page(cast.lead, PAGE)
    assert "The chair asked who was missing." in text
    assert "/words/" not in text
    refused(cast.lead, questions, telling, "“Questions at board” was retired on 1 July 2026.")
    questions.measure.retired_at = None
    questions.measure.save()
    questions.is_live = False
    questions.save()
    assert "/words/" not in page(cast.lead, f"{PAGE}?version=1")
    with pytest.raises(NotNow, match="has been given another meaning since"):
        telling_of(cast.lead, cast.trust, questions, **EARLIER)


def test_the_board_sees_the_newest_words_in_the_measures_row(
    cast: Cast, questions: MeasureVersion, page: Page
):
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=questions.measure)
    assert "Nothing is told of it yet. Say what was seen" in text_of(page(cast.lead, "/measures/board/RAV/"))
    telling_of(cast.lead, cast.trust, questions, **EARLIER)
    telling_of(cast.lead, cast.trust, questions)
    telling_of(cast.lead_elsewhere, cast.trust_elsewhere, questions, seen="Elsewhere.")
    text = text_of(page(cast.lead, "/measures/board/RAV/"))
    assert "The chair asked who was missing. 1 April 2026 to 30 June 2026. Known from: Minutes" in text
    assert "Nobody asked." not in text
    assert "Elsewhere." not in text


def test_a_report_holds_the_words_of_its_period_for_what_is_on_the_plan_or_the_boards_list(
    cast: Cast, questions: MeasureVersion
):
    on_the_plan = measure_of("change", title="Inequalities in all change", has_number=False, unit="")
    neither = measure_of("voices", has_number=False, unit="")
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=questions.measure)
    action_of(cast.lead, cast.trust, measure=on_the_plan.measure)
    action_of(cast.lead, cast.trust, "And again", measure=on_the_plan.measure)
    telling_of(cast.lead, cast.trust, neither)
    telling_of(cast.lead, cast.trust, questions, **EARLIER)
    telling_of(cast.lead, cast.trust, questions)
    found = {
        item["title"]: [words["seen"] for words in item["words"]]
        for item in told_records(cast.trust, since=SINCE, until=UNTIL)
    }
    assert found == {
        "Inequalities in all change": [],
        "Questions at board": ["The chair asked who was missing."],
    }
    assert told_records(cast.trust_elsewhere, since=SINCE, until=UNTIL) == []


def test_the_reports_page_shows_them_and_asks_for_what_is_not_told(
    cast: Cast, questions: MeasureVersion, page: Page
):
    action_of(cast.lead, cast.trust, measure=questions.measure)
    address = f"/report/{report_of(cast.trust).public_id}/"
    assert "Nothing was told of it in this period." in page(cast.lead, address)
    telling_of(cast.lead, cast.trust, questions)
    text = text_of(page(cast.lead, address))
    assert "1 April 2026 to 30 June 2026. Known from: Minutes of the board" in text
    assert "No measure belongs to this report yet." not in text


def test_the_pages_run_the_same_queries_with_one_and_with_twenty_tellings(
    cast: Cast, questions: MeasureVersion, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.lead)
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=questions.measure)
    pages = [PAGE, "/measures/board/RAV/", f"/report/{report_of(cast.trust).public_id}/"]
    telling_of(cast.lead, cast.trust, questions)
    few = [queries_of(client, address) for address in pages]
    for number in range(20):
        days: dict[str, Any] = {
            "from_date": date(2026, 4, 1) + timedelta(days=number + 1),
            "to_date": date(2026, 6, 30),
        }
        telling_of(cast.deputy, cast.trust, questions, **days)
    assert [queries_of(client, address) for address in pages] == few


def test_a_form_sent_twice_tells_once(cast: Cast, questions: MeasureVersion):
    values: dict[str, Any] = {**EARLIER, "known_by": "Minutes", "token": uuid4()}
    told = [
        tell_in_words(by=cast.lead, organisation=cast.trust, version=questions, **values) for _ in range(2)
    ]
    assert told[0] == told[1]
    assert Telling.objects.count() == 1
