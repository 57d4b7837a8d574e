"""Words that only their author may read are kept so that the database alone cannot tell them."""

import pytest

from hileads.encryption import EncryptedTextField

WORDS = "Ask who is missing from our list."


def test_kept_words_cannot_be_read_without_the_key_and_come_back_with_it():
    kept = EncryptedTextField().get_prep_value(WORDS)
    assert kept is not None
    assert "missing" not in kept
    assert EncryptedTextField().from_db_value(kept, None, None) == WORDS


def test_the_same_words_are_never_kept_in_the_same_form_twice():
    field = EncryptedTextField()
    assert field.get_prep_value(WORDS) != field.get_prep_value(WORDS)


@pytest.mark.parametrize("nothing", [None, ""])
def test_where_nothing_was_written_nothing_is_hidden(nothing: str | None):
    field = EncryptedTextField()
    assert field.get_prep_value(nothing) == nothing
    assert field.from_db_value(nothing, None, None) == nothing


def test_they_cannot_be_searched_for():
    with pytest.raises(ValueError, match="cannot be searched"):
        EncryptedTextField().get_lookup("contains")
    assert EncryptedTextField().get_lookup("isnull")
