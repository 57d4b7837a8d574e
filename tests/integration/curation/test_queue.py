"""The one queue: what waits, what came back, what is due to be read again."""

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client

from hileads.clock import today
from hileads.contributions import Consequence, account_menu, work
from hileads.curation.queries import queue
from hileads.leads.models import User
from repository.models import Resource
from tests.actors import Cast
from tests.factories.content import activity, policy_item, resource, role_guide
from tests.integration.curation.conftest import Workshop
from tests.lines import lines_from

Enter = Callable[[User], Workshop]


def lines(user: User) -> list[str]:
    source = work.get("curation")
    assert source is not None
    return [line.text for line in lines_from(source.lines, user, today())]


def test_a_submission_waits_for_those_who_may_review_it(cast: Cast, submitted: Resource):
    (for_author,) = queue(cast.curator, today()).waiting
    (for_admin,) = queue(cast.national_admin, today()).waiting
    assert (for_author.title, for_author.kind_label) == ("Fair waits", "Resource")
    assert for_author.submitted_by == "Cam Curator"
    assert not for_author.is_mine_to_review
    assert for_admin.is_mine_to_review
    assert for_admin.address == f"/curate/snippets/repository/resource/edit/{submitted.pk}/"
    assert lines(cast.national_admin) == ["Review the draft: Fair waits"]
    assert lines(cast.curator) == []


def test_ones_own_submission_waits_for_someone_else(cast: Cast, workshop: Enter):
    workshop(cast.national_admin).add("submit")
    (row,) = queue(cast.national_admin, today()).waiting
    assert not row.is_mine_to_review


def test_a_submission_of_someone_who_left_still_waits(cast: Cast, submitted: Resource):
    cast.curator.delete()
    (row,) = queue(cast.national_admin, today()).waiting
    assert row.submitted_by == "someone who has left"
    assert row.is_mine_to_review


def test_what_came_back_says_what_has_to_change_until_it_is_submitted_again(
    cast: Cast, submitted: Resource, workshop: Enter
):
    workshop(cast.national_admin).answer(submitted, "reject", comment="Where?")
    (row,) = queue(cast.curator, today()).to_change
    assert row.comment == "Where?"
    assert queue(cast.national_admin, today()).to_change == ()
    assert lines(cast.curator) == ["Changes are asked for in your draft: Fair waits"]
    workshop(cast.curator).edit(submitted, "submit", strength="In Leeds.")
    assert queue(cast.curator, today()).to_change == ()


def test_someone_waits_for_me_comes_first_in_the_week(cast: Cast, submitted: Resource):
    source = work.get("curation")
    assert source is not None
    (line,) = lines_from(source.lines, cast.national_admin, today())
    assert line.consequence == Consequence.SOMEONE_WAITS
    assert lines_from(source.lines, cast.lead, today()) == []


def test_reviews_due_come_from_every_room_the_oldest_first(cast: Cast):
    day = date(2026, 11, 22)
    resource("late", title="Late", review_due_date=day - timedelta(days=1))
    policy_item("soon", title="Soon", review_due_date=day + timedelta(days=30))
    policy_item("later", title="Later", review_due_date=day + timedelta(days=31))
    activity("A1", title="Today", review_due_date=day)
    role_guide("draft", review_due_date=day, draft=True)
    due = queue(cast.curator, day).reviews_due
    assert [(row.title, row.kind_label, row.is_overdue) for row in due] == [
        ("Late", "Resource", True),
        ("Today", "Activity", False),
        ("Soon", "Policy item", False),
    ]


def test_the_first_page_of_the_workshop_is_the_queue(
    cast: Cast, submitted: Resource, workshop: Enter, signed_in: Callable[[User], Client]
):
    workshop(cast.national_admin).answer(submitted, "reject", comment="Where?")
    workshop(cast.national_admin).add("submit", code="second", title="Second")
    resource("late", title="Late", review_due_date=today() - timedelta(days=1))
    page = signed_in(cast.curator).get("/curate/").content.decode()
    for words in (
        "Waiting for review",
        "Second",
        "Came back to you",
        "Where?",
        "Due to be read again",
        "(date has passed)",
    ):
        assert words in page
    assert "Pages" not in page


def test_an_empty_queue_says_so(cast: Cast, signed_in: Callable[[User], Client]):
    assert queue(cast.curator, today()).is_empty
    assert "Nothing waits" in signed_in(cast.curator).get("/curate/").content.decode()


def test_the_queue_runs_the_same_number_of_queries_however_long(
    cast: Cast, workshop: Enter, signed_in: Callable[[User], Client], queries_of: Callable[[Client, str], int]
):
    desk = workshop(cast.curator)
    desk.add("submit")
    client = signed_in(cast.national_admin)
    few = queries_of(client, "/curate/")
    for place in range(5):
        desk.add("submit", code=f"more-{place}", title=f"More {place}")
    assert queries_of(client, "/curate/") == few


def test_the_account_menu_leads_those_who_curate_to_the_workshop(cast: Cast):
    item = account_menu.get("curate")
    assert item is not None
    assert {who for who, user in cast.people().items() if item.visible(user)} == {"curator", "national_admin"}
