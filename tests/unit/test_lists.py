"""Lists in one field are edited as people would write them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from hileads.lists import LinesField, LinesFormField, TicksField


def lines(**options: object) -> LinesField:
    field = LinesField(verbose_name="key points", **options)
    field.set_attributes_from_name("key_points")
    return field


def ticks(**options: object) -> TicksField:
    field = TicksField("whom it binds", ticks=[("icb", "Board"), ("pcn", "Network")], **options)
    field.set_attributes_from_name("binds")
    return field


def test_a_list_is_edited_one_entry_a_line():
    field = lines(blank=True).formfield()
    assert field.label == "Key points"
    assert field.help_text == "One a line."
    assert field.prepare_value(["One", "Two"]) == "One\nTwo"
    assert field.prepare_value("typed") == "typed"
    assert field.clean(" One \n\n Two\r\nThree ") == ["One", "Two", "Three"]
    assert field.clean("") == []


def test_a_list_that_must_not_be_empty_says_so():
    with pytest.raises(ValidationError, match="required"):
        lines().formfield().clean(" \n ")


def test_only_a_changed_list_counts_as_changed():
    field = LinesFormField(required=False)
    assert not field.has_changed(["One", "Two"], "One\nTwo\n")
    assert field.has_changed(["One"], "Two")
    assert not field.has_changed(None, "")


@pytest.mark.parametrize("wrong", ["One", [1], {"a": 1}])
def test_a_list_holds_texts_and_nothing_else(wrong: object):
    with pytest.raises(ValidationError, match="one a line"):
        lines(blank=True).validate(wrong, None)


def test_boxes_are_ticked_from_what_there_is():
    field = ticks(blank=True, help_text="Tick all.").formfield()
    assert field.label == "Whom it binds"
    assert field.help_text == "Tick all."
    assert field.clean(["icb", "pcn"]) == ["icb", "pcn"]
    assert field.clean([]) == []
    with pytest.raises(ValidationError):
        field.clean(["moon"])


@pytest.mark.parametrize("wrong", [["moon"], "icb"])
def test_what_is_not_a_choice_is_refused_by_the_model_too(wrong: object):
    ticks(blank=True).validate(["icb"], None)
    with pytest.raises(ValidationError, match="Not one of the choices"):
        ticks(blank=True).validate(wrong, None)


def test_a_new_list_is_empty_and_its_own():
    assert isinstance(lines(), models.JSONField)
    assert lines().get_default() == []
    assert ticks().get_default() == []
