"""A date in three boxes: what is typed is understood, or the message says what is missing."""

from datetime import date

import pytest
from django import forms

from hileads.frame.forms import PageForm, UkDateField


class WhenForm(PageForm):
    due = UkDateField(label="When is it due?")
    seen = forms.DateField(label="Last seen", required=False, initial=date(2027, 1, 2))


def typed(day: str, month: str, year: str) -> dict[str, str]:
    return {"due-day": day, "due-month": month, "due-year": year}


@pytest.mark.parametrize(
    "boxes", [("3", "4", "2027"), ("03", "04", "2027"), (" 3 ", "April", "2027"), ("3", "apr", "2027")]
)
def test_a_date_is_understood(boxes: tuple[str, str, str]):
    form = WhenForm(typed(*boxes))
    assert form.is_valid()
    assert form.cleaned_data == {"due": date(2027, 4, 3), "seen": None}


@pytest.mark.parametrize(
    ("boxes", "message"),
    [
        (("", "", ""), "Answer “When is it due?”"),
        (("3", "", "2027"), "The date must include a month."),
        (("3", "", ""), "The date must include a month and a year."),
        (("31", "2", "2027"), "The date must be a real date, for example 3 4 2027."),
        (("3", "4", "27"), "The date must be a real date, for example 3 4 2027."),
        (("3", "Smarch", "2027"), "The date must be a real date, for example 3 4 2027."),
        (("third", "4", "2027"), "The date must be a real date, for example 3 4 2027."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(boxes: tuple[str, str, str], message: str):
    form = WhenForm(typed(*boxes))
    assert form.errors["due"] == [message]
    shown = form.render()
    for text in filter(None, boxes):
        assert f'value="{text.strip()}"' in shown


def test_a_plain_date_field_asks_in_three_boxes_too_and_shows_what_it_begins_with():
    shown = WhenForm().render()
    assert 'name="seen-month"' in shown
    assert 'id="id_seen-year" name="seen-year" type="text" value="2027"' in shown


def test_whether_a_date_has_changed():
    unchanged = {"seen-day": "2", "seen-month": "1", "seen-year": "2027", **typed("3", "4", "2027")}
    assert WhenForm(unchanged).changed_data == ["due"]
    assert WhenForm(typed("3", "4", "2027")).fields["seen"].widget.value_omitted_from_data({}, {}, "seen")


def test_a_date_that_is_already_a_date_is_taken_as_it_is():
    assert UkDateField().clean(date(2027, 4, 3)) == date(2027, 4, 3)
