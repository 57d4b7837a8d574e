"""Keeping the catalogue: national administrators for everybody, an organisation for itself, and nobody loses figures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from accountability.actions.catalogue import (
    add_measure,
    correct_measure,
    publish_version,
    restore_measure,
    retire_measure,
)
from accountability.actions.measures import load_catalogue
from accountability.models import Measure, MeasureVersion, Observation
from accountability.queries.work import resolve_measure
from accountability.reference.catalogue import catalogue
from hileads.contributions import LoadCounts
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from tests.actors import Cast
from tests.factories.boardroom import action_of, figure_of, meaning_of, measure_of
from tests.factories.figurefiles import figure_row, imported

Page = Callable[[User, str], str]
SignedIn = Callable[[User], Client]
TYPED = {
    **meaning_of(),
    "family": "inequality",
    "has_number": "yes",
    "disclosure_rule": "national",
}
GROUPS = "Black | the Black group\nWhite\nUnknown | people whose group is not known (not known)"


def own_of(cast: Cast, **fields: object) -> MeasureVersion:
    return add_measure(
        by=cast.lead, organisation=cast.trust, family="inequality", meaning=meaning_of(**fields)
    )


class TestEverybodys:
    def test_an_administrator_adds_a_measure_with_groups(self, cast: Cast, signed_in: SignedIn):
        client = signed_in(cast.national_admin)
        sent = {**TYPED, "breakdown": "ethnicity", "groups": GROUPS}
        answer = client.post("/catalogue/add/", sent, follow=True)
        assert answer.redirect_chain[-1][0] == "/measures/asked-on-the-first-day/"
        version = MeasureVersion.objects.get()
        assert version.is_curated
        assert version.groups == [
            {"key": "black", "label": "Black", "name": "the Black group", "is_known": True},
            {"key": "white", "label": "White", "name": "white", "is_known": True},
            {
                "key": "unknown",
                "label": "Unknown",
                "name": "people whose group is not known",
                "is_known": False,
            },
        ]
        assert "Version 1, written here" in client.get("/catalogue/").text

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"unit": ""}, "Choose the unit"),
            ({"numerator": ""}, "Say what is counted"),
            ({"statement": "so many"}, "Write {value} once"),
            ({"breakdown": "sex", "groups": "Women"}, "Name two groups at least"),
            ({"breakdown": "sex", "groups": "Women\nWomen"}, "Two groups have the same name"),
            ({"breakdown": "sex", "groups": "All\nMen"}, "does not name a group"),
            ({"title": "seen within FOUR hours"}, "Another measure is called so already"),
        ],
    )
    def test_what_does_not_hold_together_is_said_and_kept(
        self, cast: Cast, signed_in: SignedIn, change: dict[str, str], said: str
    ):
        measure_of()
        answer = signed_in(cast.national_admin).post("/catalogue/add/", {**TYPED, **change})
        assert said in answer.text
        assert "People who were asked on the day they came in." in answer.text
        assert MeasureVersion.objects.count() == 1

    def test_what_is_told_in_words_needs_no_unit(self, cast: Cast, signed_in: SignedIn):
        sent = {**TYPED, "has_number": "no", "unit": "percent", "statement": ""}
        signed_in(cast.national_admin).post("/catalogue/add/", sent)
        version = MeasureVersion.objects.get()
        assert (version.has_number, version.unit, version.numerator) == (False, "", "")

    def test_a_measure_is_for_some_kinds_of_organisation_or_for_all(self, cast: Cast, signed_in: SignedIn):
        client = signed_in(cast.national_admin)
        client.post("/catalogue/add/", {**TYPED, "organisation_kinds": ["pcn", "trust"]})
        version = MeasureVersion.objects.get()
        assert version.organisation_kinds == ["pcn", "trust"]
        form = client.get("/catalogue/asked-on-the-first-day/edit/").text
        assert form.count("checked") == 3, "two kinds, and that it is a figure"
        client.post("/catalogue/asked-on-the-first-day/edit/", {**TYPED, "change": "words", "seen": "1"})
        version.refresh_from_db()
        assert version.organisation_kinds == []
        assert "Every kind of organisation" in client.get("/measures/asked-on-the-first-day/").text

    def test_an_organisations_own_measure_is_for_no_other_kind(self, cast: Cast, signed_in: SignedIn):
        client = signed_in(cast.lead)
        version = own_of(cast)
        edit = f"/figures/measures/{version.measure.code}/edit/"
        assert "Which organisations have a figure of it?" not in client.get(edit).text
        assert "Measured for" not in client.get(f"/measures/{version.measure.code}/").text

    def test_words_are_corrected_and_figures_stay(self, cast: Cast, signed_in: SignedIn):
        version = measure_of()
        figure_of(version, cast.trust, date(2026, 4, 1), 700)
        client = signed_in(cast.national_admin)
        assert "Seen within four hours" in client.get("/catalogue/a-measure/edit/").text
        sent = {**TYPED, "change": "words", "seen": "1", "title": "Seen in time"}
        answer = client.post("/catalogue/a-measure/edit/", sent, follow=True)
        assert "The words are corrected." in answer.text
        version.refresh_from_db()
        assert (version.title, version.is_curated, version.observations.count()) == ("Seen in time", True, 1)

    def test_a_unit_with_figures_is_not_corrected_away(self, cast: Cast, signed_in: SignedIn):
        version = measure_of()
        figure_of(version, cast.trust, date(2026, 4, 1), 700)
        sent = {**TYPED, "change": "words", "seen": "1", "unit": "minutes"}
        answer = signed_in(cast.national_admin).post("/catalogue/a-measure/edit/", sent)
        assert "There are figures under this version" in answer.text
        version.refresh_from_db()
        assert version.unit == "percent"

    def test_a_new_meaning_leaves_figures_with_the_one_before(
        self, cast: Cast, signed_in: SignedIn, page: Page
    ):
        figure_of(measure_of(), cast.trust, date(2026, 4, 1), 700)
        sent = {**TYPED, "change": "meaning", "seen": "1"}
        signed_in(cast.national_admin).post("/catalogue/a-measure/edit/", sent)
        text = page(cast.lead, "/measures/a-measure/")
        assert "We hold no figure" in text
        assert "Version 1: Seen within four hours" in text
        before = page(cast.lead, "/measures/a-measure/?version=1")
        assert "This is what the measure meant before, in version 1." in before
        assert "70.00%" in before

    def test_two_administrators_do_not_overwrite_each_other(self, cast: Cast):
        version = measure_of()
        publish_version(by=cast.national_admin, version=version, seen=1, meaning=meaning_of())
        for change in (correct_measure, publish_version):
            with pytest.raises(NotNow, match="Somebody has published another version"):
                change(by=cast.national_admin, version=version, seen=1, meaning=meaning_of())

    def test_a_retired_measure_leaves_the_list_and_keeps_its_page(
        self, cast: Cast, signed_in: SignedIn, page: Page
    ):
        version = measure_of()
        action = action_of(cast.lead, cast.trust, measure=version.measure)
        client = signed_in(cast.national_admin)
        client.post("/catalogue/a-measure/retire/")
        version.measure.refresh_from_db()
        retire_measure(by=cast.national_admin, measure=version.measure)
        assert "Seen within four hours" not in page(cast.lead, "/measures/")
        assert "This measure was retired on" in page(cast.lead, "/measures/a-measure/")
        assert "Figures: Seen within four hours" in page(cast.lead, f"/plan/actions/{action.public_id}/edit/")
        assert "Offer this measure again" in client.get("/catalogue/a-measure/retire/").text
        client.post("/catalogue/a-measure/retire/", {"restore": "yes"})
        assert "Seen within four hours" in page(cast.lead, "/measures/")

    def test_the_shipped_catalogue_leaves_alone_what_was_curated_until_a_newer_version_comes(
        self, cast: Cast
    ):
        portal, first = User.objects.system(), replace(catalogue()[0], split_of="")
        load_catalogue(by=portal, entries=[first])
        version = MeasureVersion.objects.get()
        correct_measure(
            by=cast.national_admin,
            version=version,
            seen=1,
            meaning={**first.meaning, "has_number": True, "groups": [], "title": "Ours"},
        )
        assert load_catalogue(by=portal, entries=[first]) == LoadCounts(unchanged=1)
        publish_version(by=cast.national_admin, version=version, seen=1, meaning=meaning_of())
        publish_version(
            by=cast.national_admin, version=MeasureVersion.objects.get(number=2), seen=2, meaning=meaning_of()
        )
        MeasureVersion.objects.filter(number=2).update(number=9)
        assert load_catalogue(by=portal, entries=[replace(first, number=2)]) == LoadCounts(unchanged=1)
        assert load_catalogue(by=portal, entries=[replace(first, number=10)]) == LoadCounts(created=1)
        assert MeasureVersion.objects.get(is_live=True).number == 10

    def test_nobody_else_keeps_it(self, cast: Cast):
        version = measure_of()
        for who in ("lead", "secretary", "curator", "leaver"):
            with pytest.raises(PermissionDenied, match="national administrators"):
                retire_measure(by=cast.people()[who], measure=version.measure)


class TestOwn:
    def test_the_lead_adds_one_and_only_the_organisation_sees_it(
        self, cast: Cast, signed_in: SignedIn, page: Page
    ):
        client = signed_in(cast.lead)
        assert "Add a measure of our own" in client.get("/measures/").text
        answer = client.post(f"/figures/{cast.trust.code}/measures/add/", TYPED, follow=True)
        assert "The measure is added." in answer.text
        assert "in the catalogue" not in answer.text
        measure = Measure.objects.get()
        assert (measure.organisation, measure.code) == (cast.trust, "rav-asked-on-the-first-day")
        address = f"/measures/{measure.code}/"
        assert "Asked on the first day</a> (our own)" in page(cast.secretary, "/measures/")
        text = page(cast.deputy, address)
        assert "seen by people appointed there" in text
        assert f"We hold no figure for {cast.trust.name}." in text
        for who in ("lead_elsewhere", "stranger", "national_admin", "regional_convenor"):
            assert signed_in(cast.people()[who]).get(address).status_code == 404
            assert "Asked on the first day" not in page(cast.people()[who], "/measures/")
        assert resolve_measure(cast.lead, measure.code, "") is not None
        assert resolve_measure(cast.lead_elsewhere, measure.code, "") is None

    def test_its_figures_are_imported_and_shown_like_any_other(self, cast: Cast, page: Page):
        version = own_of(cast)
        imported(cast.lead, cast.trust, figure_row(1, measure=version.measure.code))
        assert Observation.objects.get().version == version
        assert "70.0% of people were asked" in page(cast.lead, f"/measures/{version.measure.code}/")
        assert version.measure.code in page(cast.lead, f"/figures/{cast.trust.code}/imports/add/")
        assert version.measure.code not in page(
            cast.lead_elsewhere, f"/figures/{cast.trust_elsewhere.code}/imports/add/"
        )
        assert "of people were asked" not in page(cast.lead_elsewhere, f"/directory/{cast.trust.code}/")

    def test_an_action_can_be_measured_by_it_here_and_nowhere_else(self, cast: Cast, page: Page):
        own_of(cast)
        assert "Figures: Asked on the first day" in page(cast.lead, "/plan/actions/add/")
        assert "Figures: Asked on the first day" not in page(cast.lead_elsewhere, "/plan/actions/add/")

    def test_it_is_changed_and_retired_by_its_people_alone(self, cast: Cast, signed_in: SignedIn):
        version = own_of(cast)
        code, client = version.measure.code, signed_in(cast.secretary)
        assert f"/figures/measures/{code}/edit/" in client.get(f"/measures/{code}/").text
        sent = {**TYPED, "change": "words", "seen": "1", "title": "Asked at once"}
        client.post(f"/figures/measures/{code}/edit/", sent)
        client.post(f"/figures/measures/{code}/retire/")
        version.refresh_from_db()
        assert version.title == "Asked at once"
        assert Measure.objects.get().retired_at is not None
        restore_measure(by=cast.lead, measure=version.measure)
        with pytest.raises(Http404):
            restore_measure(by=cast.national_admin, measure=version.measure)
        with pytest.raises(Http404):
            own_elsewhere(cast.lead_elsewhere, cast.trust)

    def test_two_of_the_same_name_have_codes_of_their_own(self, cast: Cast):
        codes = [own_of(cast).measure.code for _ in range(3)]
        long = own_of(cast, title="Asked about smoking on the day of admission or soon after").measure.code
        assert long == "rav-asked-about-smoking-on-the-day-of"
        assert own_of(cast, title="?").measure.code == "rav-measure"
        assert codes == ["rav-asked-on-the-first-day", *(f"rav-asked-on-the-first-day-{n}" for n in (2, 3))]

    def test_the_list_runs_the_same_queries_however_many_there_are(
        self, cast: Cast, signed_in: SignedIn, queries_of: Callable[[Client, str], int]
    ):
        own_of(cast)
        client, admin = signed_in(cast.lead), signed_in(cast.national_admin)
        few = queries_of(client, "/measures/"), queries_of(admin, "/catalogue/")
        for number in range(5):
            own_of(cast, title=f"Asked {number}")
            measure_of(f"measure-{number}")
        assert (queries_of(client, "/measures/"), queries_of(admin, "/catalogue/")) == few


def own_elsewhere(by: User, organisation: Organisation) -> MeasureVersion:
    return add_measure(by=by, organisation=organisation, family="core", meaning=meaning_of())


def test_an_empty_catalogue_says_what_to_do(cast: Cast, page: Page):
    assert "The catalogue has no measure yet." in page(cast.national_admin, "/catalogue/")
