"""Search as people ask: any telling word counts, and nothing unpublished is ever found."""

from pathlib import Path

import pytest
import yaml

from hileads.leads.models import User
from repository.actions.reference import load_resources, load_vocabulary
from repository.models import Resource, SearchEntry, SearchWord, Synonym
from repository.queries.search import Asked, matching, understand
from tests.factories.content import kept, resource

QUESTIONS = Path(__file__).parents[3] / "repository" / "reference" / "search_questions.yaml"


def found(sentence: str) -> list[str]:
    return [row.code for row in matching(Resource.objects.published(), understand(sentence))]


@pytest.mark.django_db
def test_ten_questions_as_leads_type_them_find_their_answer_among_the_first_three():
    load_vocabulary(by=User.objects.system())
    load_resources(by=User.objects.system())
    asked = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    ranks = {
        row["question"]: ([*found(row["question"]), row["answer"]]).index(row["answer"]) + 1 for row in asked
    }
    assert len(ranks) == 10
    assert {question: rank for question, rank in ranks.items() if rank > 3} == {}


@pytest.mark.usefixtures("shelf")
class TestOnOneShelf:
    def test_any_word_will_do_and_rare_words_decide(self):
        assert found("what does poverty do to health in a hospital?")[0] == "poor-places"
        assert found("unheard-of poverty")[0] == "poor-places"

    def test_the_title_counts_more_than_the_summary(self):
        resource(
            "summary-only",
            title="Something else",
            summary="About SMI.",
            key_points=[],
            questions_for_board=[],
        )
        assert found("SMI")[:2] == ["smi-checks", "summary-only"]

    @pytest.mark.parametrize("typed", ["wres", "WRES", "the WRES indicators"])
    def test_an_acronym_finds_what_is_written_out(self, typed: str):
        assert found(typed)[0] == "race-standard"

    def test_an_acronym_is_no_stem(self):
        assert "aids" not in found("aid")
        assert found("aids")[0] == "aids"

    def test_a_name_with_an_acronym_in_it_is_found_by_its_words(self):
        Synonym.objects.create(words=["yearly look", "SMI checks"])
        assert found("yearly look")[0] == "smi-checks"

    def test_what_means_the_same_is_found_and_said(self):
        assert "poor-places" in found("deprivation")
        assert understand("deprivation").also == ("poverty", "most deprived fifth")

    def test_words_that_are_all_named_have_nothing_more_to_say(self):
        Synonym.objects.create(words=["waits"])
        assert understand("waits").also == ()

    def test_a_misspelt_word_is_understood_and_said(self):
        asked = understand("povety and helth")
        assert asked.corrected == {"povety": "poverty", "helth": "health"}
        assert asked.sentence == "povety and helth"
        assert found("povety")[0] == "poor-places"

    @pytest.mark.parametrize("typed", ["zqx", "zzzzzz", "h3alth", "what is it"])
    def test_a_word_like_no_other_finds_nothing(self, typed: str):
        assert found(typed) == []
        assert understand(typed).corrected == {}

    def test_words_that_stand_nearly_everywhere_find_nothing_beside_a_telling_one(self):
        for place in range(4):
            resource(f"more-{place}", title=f"Health again {place}", summary="Health.", key_points=[])
        assert not [code for code in found("health poverty") if code.startswith("more")]
        assert len(found("health")) > 4

    def test_nothing_asked_is_nothing_looked_for(self):
        assert Asked("").any_of is None
        assert Asked("").everything is None

    @pytest.mark.parametrize("typed", ["unicorn", "secret", "unicron"])
    def test_a_draft_is_never_found_not_even_by_a_spelling(self, typed: str):
        assert found(typed) == []
        assert "unicorn" not in understand(typed).corrected.values()

    def test_what_is_withdrawn_is_no_longer_found(self):
        Resource.objects.get(code="smi-checks").unpublish()
        assert found("SMI checks") == []
        assert not SearchEntry.objects.filter(resource__code="smi-checks").exists()
        assert not SearchWord.objects.filter(word="half").exists()
        assert SearchWord.objects.filter(word="poverty").exists()

    def test_a_changed_draft_is_found_by_its_published_words_only(self):
        thing = Resource.objects.get(code="smi-checks")
        thing.title = "Checks for dragons"
        thing.save_revision()
        assert found("dragons") == []
        assert found("SMI")[0] == "smi-checks"

    def test_a_new_version_is_found_by_its_new_words(self):
        thing = Resource.objects.get(code="smi-checks")
        thing.title, thing.key_points = "Checks for dragons", []
        kept(thing)
        assert found("dragons") == ["smi-checks"]
        assert not SearchWord.objects.filter(word="half").exists()
