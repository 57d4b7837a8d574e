"""What leads do: the board's four jobs, and each activity with its first step."""

from collections.abc import Callable

import pytest
from django.http import Http404
from django.test import Client

from hileads.leads.models import User
from induction.public import activities, activity, example_measures
from induction.queries import board_jobs
from tests.actors import Cast
from tests.factories.content import activity as make_activity

SignIn = Callable[[User], Client]


@pytest.mark.usefixtures("library")
def test_activities_stand_under_the_boards_jobs_and_a_job_without_any_is_left_out(lead: User):
    jobs = {job.label: [one.code for one in job.activities] for job in board_jobs(lead)}
    assert jobs == {"Accountability": ["F1-ACC-1"], "Supervision": ["F1-SUP-2", "F1-SUP-4"]}


@pytest.mark.usefixtures("library")
def test_the_library_shows_each_first_step_and_no_draft(lead: User, signed_in: SignIn):
    page = signed_in(lead).get("/activities/").content.decode()
    assert "First step: Ask for the date of the next board meeting." in page
    assert "A draft activity" not in page


def test_an_empty_library_says_where_to_begin(lead: User, signed_in: SignIn):
    assert "No activity has been published yet." in signed_in(lead).get("/activities/").content.decode()


def test_a_person_without_a_post_sees_no_activity(cast: Cast, signed_in: SignIn):
    assert board_jobs(cast.leaver) == ()
    assert signed_in(cast.leaver).get("/activities/").status_code == 403


SURE = [
    ("F1-ACC-1", "We are sure that it belongs there."),
    ("F1-SUP-2", "It most likely belongs there"),
    ("F1-SUP-4", "unclear here, so we placed it by its meaning"),
]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(("code", "words"), SURE)
def test_an_activity_says_how_sure_we_are_of_its_place(lead: User, signed_in: SignIn, code: str, words: str):
    assert words in signed_in(lead).get(f"/activities/{code}/").content.decode()


@pytest.mark.usefixtures("library")
def test_an_activity_shows_its_published_measures_the_suggested_one_first(lead: User, signed_in: SignIn):
    page = signed_in(lead).get("/activities/F1-ACC-1/").content.decode()
    assert page.index("Visible at the board") < page.index("Better questions")
    assert page.count("Suggested for this activity.") == 1
    assert "A draft measure" not in page


@pytest.mark.usefixtures("library")
def test_a_draft_and_an_unknown_activity_are_not_there(lead: User, signed_in: SignIn):
    client = signed_in(lead)
    assert client.get("/activities/F1-POL-9/").status_code == 404
    assert client.get("/activities/F9-XXX-1/").status_code == 404


@pytest.mark.usefixtures("library")
def test_the_number_of_queries_does_not_grow(
    lead: User, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(lead)
    few = queries_of(client, "/activities/")
    for place in range(10):
        make_activity(f"F1-ACC-{place + 20}")
    assert queries_of(client, "/activities/") == few


@pytest.mark.usefixtures("library")
def test_the_boards_room_gets_an_activity_with_its_suggested_measure():
    found = activity("F1-ACC-1")
    assert found.measure is not None
    assert (found.quadrant_label, found.horizon_label) == ("Accountability", "Within a year")
    assert (found.measure.code, [one.code for one in found.measures]) == ("F2-09", ["F2-09", "F2-10"])
    assert found.address == "/activities/F1-ACC-1/"
    assert activity("F1-SUP-2").measure is None


@pytest.mark.usefixtures("library")
def test_the_boards_room_gets_published_things_only():
    assert [one.code for one in activities()] == ["F1-ACC-1", "F1-SUP-2", "F1-SUP-4"]
    assert [one.code for one in example_measures()] == ["F2-09", "F2-10"]
    assert example_measures()[1].horizon_label == "In one to three years"
    with pytest.raises(Http404):
        activity("F1-POL-9")
