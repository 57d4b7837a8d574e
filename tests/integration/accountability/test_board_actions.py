"""Settling what a board watches: who may, what is kept, and what is refused."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client

from accountability.actions.board import choose_board_measures, edit_board_measure
from accountability.actions.measures import load_catalogue
from accountability.models import BoardMeasure, Measure, MeasureSplit, MeasureVersion
from accountability.reference.catalogue import CatalogueEntry, catalogue
from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import name_deputy
from hileads.leads.models import Area, Role, User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.factories.people import appointed

Page = Callable[[User, str], str]
SignIn = Callable[[User], Client]
LATELY = date(2026, 8, 1)
MAY = {
    "lead": True,
    "deputy": True,
    "secretary": True,
    "lead_elsewhere": False,
    "regional_convenor": False,
    "national_admin": False,
    "stranger": False,
    "leaver": False,
}


@pytest.fixture
def core(cast: Cast) -> MeasureVersion:
    version = measure_of()
    figure_of(version, cast.trust, LATELY, 800)
    return version


@pytest.fixture
def inequality(cast: Cast) -> MeasureVersion:
    version = measure_of("smoking", family="inequality", title="Smoking")
    figure_of(version, None, LATELY, 200)
    return version


def watched(cast: Cast) -> set[str]:
    rows = BoardMeasure.objects.watched().filter(organisation=cast.trust)
    return set(rows.values_list("measure__code", flat=True))


@pytest.mark.parametrize("who", MAY)
def test_who_settles_what_the_board_watches(cast: Cast, core: MeasureVersion, who: str):
    def settle() -> None:
        edit_board_measure(
            by=cast.people()[who], organisation=cast.trust, measure=core.measure, has_chart=True
        )
        choose_board_measures(by=cast.people()[who], organisation=cast.trust, codes=[core.measure.code])

    if MAY[who]:
        settle()
        assert BoardMeasure.objects.get().has_chart
    else:
        with pytest.raises((PermissionDenied, Http404)):
            settle()
        assert not BoardMeasure.objects.exists()


def test_a_member_of_the_team_reads_it_and_is_told_who_settles_it(cast: Cast, core: MeasureVersion):
    member = appointed("Tess Team", Role.TEAM_MEMBER, cast.trust)
    with pytest.raises(PermissionDenied, match="settled by the lead, the deputy and the board secretary"):
        edit_board_measure(by=member, organisation=cast.trust, measure=core.measure)


def test_whoever_acts_for_the_lead_in_reports_settles_it_too(cast: Cast, core: MeasureVersion):
    member = appointed("Tess Team", Role.TEAM_MEMBER, cast.trust)
    name_deputy(
        by=cast.lead,
        appointment=cast.lead.appointments.get(),
        deputy=member,
        from_date=today(),
        to_date=today(),
        areas=[Area.REPORT],
    )
    edit_board_measure(by=member, organisation=cast.trust, measure=core.measure, has_chart=True)
    assert BoardMeasure.objects.get().has_chart


def test_the_first_change_keeps_the_whole_list_that_the_board_began_with(
    cast: Cast, core: MeasureVersion, inequality: MeasureVersion
):
    measure_of("without-figures")
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure, target=80.0)
    assert watched(cast) == {"a-measure", "smoking"}


def test_old_figures_are_history_and_no_beginning(cast: Cast, core: MeasureVersion):
    old = measure_of("history", family="inequality")
    figure_of(old, None, date(2020, 1, 1), 200)
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure)
    assert watched(cast) == {"a-measure"}


def test_what_is_taken_off_the_list_comes_back_as_it_was(
    cast: Cast, core: MeasureVersion, inequality: MeasureVersion
):
    measure_of("added-later")
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure, owner=cast.deputy)
    choose_board_measures(by=cast.lead, organisation=cast.trust, codes=["smoking", "added-later"])
    assert watched(cast) == {"smoking", "added-later"}
    choose_board_measures(by=cast.lead, organisation=cast.trust, codes=["smoking", "a-measure"])
    assert watched(cast) == {"smoking", "a-measure"}
    assert BoardMeasure.objects.get(measure=core.measure).owner == cast.deputy


def test_a_board_watches_something(cast: Cast, core: MeasureVersion):
    with pytest.raises(NotNow, match="Choose at least one measure"):
        choose_board_measures(by=cast.lead, organisation=cast.trust, codes=[])


def test_an_owner_holds_a_post_there_when_named_and_may_stay_after_leaving(cast: Cast, core: MeasureVersion):
    with pytest.raises(NotNow, match="holds no post at"):
        edit_board_measure(
            by=cast.lead, organisation=cast.trust, measure=core.measure, owner=cast.lead_elsewhere
        )
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure)
    BoardMeasure.objects.update(owner=cast.leaver)
    edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure, owner=cast.leaver)


def test_words_are_kept_with_who_wrote_them_and_only_new_words_are_new(cast: Cast, core: MeasureVersion):
    def say(by: User, words: str) -> BoardMeasure:
        return edit_board_measure(by=by, organisation=cast.trust, measure=core.measure, narrative=words)

    assert say(cast.lead, "Steady.").narrated_by == cast.lead
    assert say(cast.secretary, "Steady.").narrated_by == cast.lead
    assert say(cast.secretary, "Rising.").narrated_by == cast.secretary
    emptied = say(cast.secretary, "")
    assert (emptied.narrated_by, emptied.narrated_at) == (None, None)


def test_a_closed_organisations_list_never_changes(cast: Cast, core: MeasureVersion):
    cast.trust.closed_date = today() - timedelta(days=1)
    cast.trust.save()
    with pytest.raises(NotNow):
        edit_board_measure(by=cast.lead, organisation=cast.trust, measure=core.measure)


@pytest.mark.parametrize(
    "values",
    [
        {"owner_title": "Chief nurse", "has_owner": True},
        {"target_date": today()},
        {"narrative": "Nobody wrote this."},
    ],
)
def test_the_database_refuses_what_makes_no_sense(
    cast: Cast, core: MeasureVersion, values: dict[str, object]
):
    if values.pop("has_owner", False):
        values["owner"] = cast.lead
    with pytest.raises(IntegrityError), transaction.atomic():
        BoardMeasure.objects.create(organisation=cast.trust, measure=core.measure, **values)


def test_the_catalogue_says_which_measure_splits_which_and_can_take_it_back(db: None):
    load_catalogue(by=User.objects.system(), entries=catalogue())
    pairs = set(MeasureSplit.objects.values_list("measure__code", "core__code"))
    assert ("ae-four-hours-deprivation", "ae-four-hours") in pairs
    single = CatalogueEntry("ae-four-hours-deprivation", "inequality", 1, 1, {})
    load_catalogue(by=User.objects.system(), entries=[single])
    assert not Measure.objects.get(code=single.code).splits.exists()
    assert MeasureSplit.objects.count() == len(pairs) - 1


EDIT, CHOOSE = "/measures/board/{}/a-measure/edit/", "/measures/board/{}/choose/"
FILLED = {
    "owner_title": "Chief operating officer",
    "target": "80",
    "frequency": "monthly",
    "board_minutes": "10",
    "narrative": "Steady.",
}


def test_the_form_asks_the_same_of_every_measure_and_saves_it(
    cast: Cast, core: MeasureVersion, signed_in: SignIn
):
    client, address = signed_in(cast.secretary), EDIT.format(cast.trust.code)
    assert "Per cent: at least this much." in client.get(address).content.decode()
    answer = client.post(
        address,
        {**FILLED, "target_date-day": "1", "target_date-month": "4", "target_date-year": "2027"},
        follow=True,
    )
    assert answer.redirect_chain == [(f"/measures/board/{cast.trust.code}/#a-measure", 302)]
    said = BeautifulSoup(answer.content, "html.parser").find(
        string=re.compile("Saved: Seen within four hours.")
    )
    assert said.find_parent("li").h3["id"] == "a-measure", "it is said beside the measure"
    assert "Saved" not in client.get(f"/measures/board/{cast.trust.code}/").content.decode()
    row = BoardMeasure.objects.get(measure=core.measure)
    assert (row.owner_title, row.target, row.frequency) == ("Chief operating officer", 80.0, "monthly")
    assert 'value="Chief operating officer"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"owner": "lead"}, "Choose a person or name a job, not both"),
        ({"target": "-1"}, "Enter a target of 0 or more"),
        ({"target": "120"}, "Enter a target of 100 or less"),
        (
            {"target": "", "target_date-day": "1", "target_date-month": "4", "target_date-year": "2027"},
            "Enter the target that should be met by that day",
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    cast: Cast, core: MeasureVersion, signed_in: SignIn, values: dict[str, str], words: str
):
    if "owner" in values:
        values = {"owner": str(cast.lead.pk)}
    text = signed_in(cast.lead).post(EDIT.format(cast.trust.code), {**FILLED, **values}).content.decode()
    assert words in text
    assert "Steady." in text
    assert not BoardMeasure.objects.exists()


@pytest.mark.parametrize(
    ("values", "question"),
    [
        ({"direction": "neutral"}, "Per cent: this much."),
        ({"unit": "years", "direction": "lower_is_better"}, "Years: at most this much."),
        ({"breakdown": "ethnicity"}, "The largest gap between the groups that is still good enough"),
    ],
)
def test_the_target_is_asked_for_as_the_measure_means_it(
    cast: Cast, core: MeasureVersion, page: Page, values: dict[str, str], question: str
):
    core.observations.all().delete()
    MeasureVersion.objects.update(**values)
    BoardMeasure.objects.create(organisation=cast.trust, measure=core.measure)
    assert question in page(cast.lead, EDIT.format(cast.trust.code))


def test_a_measure_that_is_not_on_the_list_has_no_form(cast: Cast, core: MeasureVersion, signed_in: SignIn):
    measure_of("elsewhere")
    address = EDIT.format(cast.trust.code).replace("a-measure", "elsewhere")
    assert signed_in(cast.lead).get(address).status_code == 404


def test_measures_are_chosen_from_the_catalogue_as_far_as_they_apply(
    cast: Cast, core: MeasureVersion, inequality: MeasureVersion, signed_in: SignIn
):
    client, address = signed_in(cast.lead), CHOOSE.format(cast.trust.code)
    without = measure_of("not-here", title="Not for us")
    figure_of(without, cast.trust, LATELY, 0, state="not_applicable", value=None)
    measure_of("no-figure", title="No figure of it")
    measure_of("told", title="Told", has_number=False, unit="")
    text = client.get(address).content.decode()
    assert "Not for us" not in text
    for words in (
        "With figures of your own.",
        "With England’s figures.",
        "We hold no figure of it",
        "Told in words.",
    ):
        assert words in text
    answer = client.post(address, {"core": ["no-figure"], "inequality": ["smoking"]}, follow=True)
    assert "The board’s list is saved." in answer.content.decode()
    assert watched(cast) == {"no-figure", "smoking"}
    assert "Choose at least one measure" in client.post(address, {}).content.decode()
    BoardMeasure.objects.create(organisation=cast.trust, measure=without.measure)
    assert "It does not apply to your organisation." in client.get(address).content.decode()
