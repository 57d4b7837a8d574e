"""The evidence page: one box, results that say why, facets that count."""

from collections.abc import Callable

import pytest
from django.test import Client

from hileads.leads.models import User
from repository.models import Resource
from repository.queries.evidence import Evidence, evidence
from tests.actors import Cast
from tests.factories.content import resource

SignIn = Callable[[User], Client]
NOTHING: dict[str, list[str]] = {}


def counts(found: Evidence, facet: str) -> dict[str, int]:
    return {option.value: option.count for one in found.facets if one.name == facet for option in one.options}


@pytest.mark.usefixtures("shelf")
class TestResults:
    def test_without_a_question_everything_stands_there_by_title(self, lead: User):
        found = evidence(lead, "  ", NOTHING, 1)
        titles = [result.resource.title for result in found.results]
        assert titles == sorted(titles, key=str.lower)
        assert len(titles) == 5
        assert found.asked is None
        assert not found.is_narrowed

    def test_a_result_says_why_it_is_there_each_word_once(self, lead: User):
        result = evidence(lead, "which indicator is about the board and race equality?", NOTHING, 1).results[
            0
        ]
        assert result.resource.code == "race-standard"
        reasons = {reason.place: reason.words for reason in result.reasons}
        assert reasons["the title"] == ("race", "equality")
        assert reasons["the key points"] == ("indicator", "board")
        assert "race" not in reasons.get("what it is filed under", ())

    def test_a_result_shows_its_most_telling_sentence_with_the_words_marked(self, lead: User):
        sentence = evidence(lead, "indicator for the board", NOTHING, 1).results[0].sentence
        assert [(piece.text, piece.is_marked) for piece in sentence] == [
            ("One ", False),
            ("indicator", True),
            (" is about the ", False),
            ("board", True),
            (".", False),
        ]

    def test_a_result_found_by_its_title_alone_shows_no_sentence(self, lead: User):
        result = evidence(lead, "AIDS", NOTHING, 1).results[0]
        assert result.sentence == ()
        assert [reason.place for reason in result.reasons] == ["the title"]

    def test_only_published_evidence_is_counted(self, lead: User):
        assert counts(evidence(lead, "", NOTHING, 1), "topic") == {"waits": 2, "race": 2}

    def test_a_facet_counts_what_each_choice_would_leave_and_hides_what_would_leave_nothing(self, lead: User):
        found = evidence(lead, "", {"kind": ["framework"]}, 1)
        assert [result.resource.code for result in found.results] == ["race-standard"]
        assert counts(found, "kind") == {"guidance": 4, "framework": 1}
        assert counts(found, "topic") == {"race": 1}
        assert counts(found, "population") == {}
        assert found.is_narrowed

    def test_choices_within_a_facet_add_and_facets_narrow_each_other(self, lead: User):
        both = evidence(lead, "", {"topic": ["waits", "race"]}, 1)
        assert both.page.paginator.count == 3
        narrowed = evidence(lead, "", {"topic": ["waits", "race"], "population": ["children"]}, 1)
        assert [result.resource.code for result in narrowed.results] == ["poor-places"]

    def test_a_chosen_value_stays_to_be_taken_off_even_when_it_leaves_nothing(self, lead: User):
        found = evidence(lead, "AIDS", {"topic": ["race"]}, 1)
        assert found.results == ()
        assert counts(found, "topic") == {"race": 0}

    def test_a_person_without_a_post_sees_nothing(self, cast: Cast):
        assert evidence(cast.leaver, "", NOTHING, 1).results == ()


@pytest.mark.usefixtures("shelf")
class TestPage:
    def test_the_page_shows_results_and_how_the_question_was_read(self, lead: User, signed_in: SignIn):
        page = signed_in(lead).get("/evidence/", {"q": "povety"}).content.decode()
        assert "No publication has the word “povety”" in page
        assert "<mark>poverty</mark>" in page
        assert "Also looked for: deprivation, most deprived fifth." in page
        assert "Why it is here:" in page

    def test_nothing_found_says_what_to_do(self, lead: User, signed_in: SignIn):
        page = signed_in(lead).get("/evidence/", {"q": "zqxw", "topic": ["race"]}).content.decode()
        assert "No result for “zqxw”" in page
        assert "Nothing here answers that within what you chose." in page
        assert "Look through all publications" in page

    def test_what_was_typed_is_shown_as_text(self, lead: User, signed_in: SignIn):
        page = signed_in(lead).get("/evidence/", {"q": "<script>alert(1)</script> poverty"}).content.decode()
        assert "<script>alert" not in page

    def test_marks_in_curated_text_stay_text(self, lead: User, signed_in: SignIn):
        resource("odd", title="Odd", key_points=["Poverty <b>is</b> ⟦odd⟧"], summary="Odd.")
        page = signed_in(lead).get("/evidence/", {"q": "poverty odd"}).content.decode()
        assert "<b>is</b>" not in page

    def test_a_long_list_comes_in_pages_and_keeps_the_question(self, lead: User, signed_in: SignIn):
        for place in range(12):
            resource(f"poverty-{place}", title=f"Poverty {place}")
        client = signed_in(lead)
        first = client.get("/evidence/", {"q": "poverty"}).content.decode()
        assert "q=poverty&amp;page=2" in first
        assert client.get("/evidence/", {"q": "poverty", "page": "2"}).status_code == 200
        assert client.get("/evidence/", {"q": "poverty", "page": "nonsense"}).status_code == 200

    def test_the_number_of_queries_does_not_grow(
        self, lead: User, signed_in: SignIn, queries_of: Callable[[Client, str], int]
    ):
        client = signed_in(lead)
        few = queries_of(client, "/evidence/?q=poverty")
        for place in range(9):
            resource(f"poverty-{place}", title=f"Poverty {place}")
        assert queries_of(client, "/evidence/?q=poverty") == few

    def test_a_person_without_a_post_is_refused_with_the_reason(self, cast: Cast, signed_in: SignIn):
        answer = signed_in(cast.leaver).get("/evidence/")
        assert answer.status_code == 403
        assert "live appointment" in answer.content.decode()


def test_before_anything_is_published_the_page_says_what_else_there_is(lead: User, signed_in: SignIn):
    assert not Resource.objects.exists()
    page = signed_in(lead).get("/evidence/").content.decode()
    assert "No publication has been published here yet." in page
    assert "/evidence/policy/" in page
