"""A sentence in a search box is read for its telling words."""

import pytest

from hileads.sentences import (
    acronym,
    acronyms_in,
    any_word_query,
    position_of,
    telling_words,
    without_acronyms,
    words_in,
)

TELLING = [
    ("what should our board ask about race equality?", ["board", "ask", "race", "equality"]),
    ("Board, board and BOARD", ["BOARD"]),
    ("how do we use IT in an ICB?", ["IT", "ICB"]),
    ("NHS England's anti-racism co-production", ["NHS", "England", "anti", "racism", "co", "production"]),
    ("it is a", []),
    ("18 weeks", ["18", "weeks"]),
    ("", []),
    ("?!…", []),
]


@pytest.mark.parametrize(("sentence", "words"), TELLING)
def test_only_words_that_tell_something_are_looked_for(sentence: str, words: list[str]):
    assert [word.lower() for word in telling_words(sentence)] == [word.lower() for word in words]


ACRONYMS = [
    ("ICB", "icb"),
    ("A&E", "ae"),
    ("LGBTQ+", "lgbtq"),
    ("Core20PLUS5", "core20plus5"),
    ("NHS", "nhs"),
    ("Board", ""),
    ("I", ""),
    ("waits", ""),
]


@pytest.mark.parametrize(("word", "plain"), ACRONYMS)
def test_acronyms_are_kept_whole(word: str, plain: str):
    assert acronym(word) == plain


def test_a_text_tells_its_acronyms_once():
    assert acronyms_in("The WRES and the ICB. WRES again, A&E too.") == ["wres", "icb", "ae"]


def test_a_text_reads_on_without_its_acronyms():
    assert without_acronyms("The WRES, and the board's A&E.") == "The , and the board's ."


def test_possessives_and_hyphens_fall_away():
    assert words_in("the board’s co-production, NHS England's") == [
        "the",
        "board",
        "co",
        "production",
        "NHS",
        "England",
    ]


PLACES = [
    (["race", "equality"], "about Race Equality here", 1),
    (["board", "report"], "our board reports", 1),
    (["equality", "race"], "race equality", None),
    (["process"], "the process", 1),
    (["a", "long", "phrase"], "short", None),
]


@pytest.mark.parametrize(("phrase", "sentence", "place"), PLACES)
def test_a_phrase_is_recognised_whatever_its_case_or_plural(
    phrase: list[str], sentence: str, place: int | None
):
    assert position_of(phrase, words_in(sentence)) == place


def test_a_question_without_telling_words_looks_for_nothing():
    assert any_word_query("what is it about?") is None
    assert any_word_query("what is poverty?") is not None
