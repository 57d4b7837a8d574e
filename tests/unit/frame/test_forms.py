"""Every field is an NHS.UK component with label, hint and error, and nothing typed is lost."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.utils.http import urlencode

from hileads.frame.forms import PageForm, PageModelForm, error_links
from hileads.organisations.models import Organisation, OrganisationName

KINDS = [("", "---------"), ("a", "Alpha"), ("b", "Beta")]


class EveryKindForm(PageForm):
    words = forms.CharField(label="What happened?", help_text="In <b>plain</b> words.", widget=forms.Textarea)
    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}), max_length=200, required=False)
    email = forms.EmailField(label="Email", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    count = forms.IntegerField(label="How many", required=False)
    share = forms.FloatField(label="Share", required=False)
    site = forms.URLField(label="Address", required=False, assume_scheme="https")
    kind = forms.ChoiceField(choices=KINDS)
    one = forms.ChoiceField(widget=forms.RadioSelect, choices=KINDS)
    many = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, choices=[("Group", KINDS)])
    list_of = forms.MultipleChoiceField(choices=KINDS, required=False)
    agreed = forms.BooleanField(label="I have read it", help_text="All of it.")
    paper = forms.FileField(required=False)
    word = forms.CharField(label="Password", widget=forms.PasswordInput, required=False)
    when = forms.SplitDateTimeField(label="When", help_text="Day and time.", required=True)
    secret = forms.CharField(widget=forms.HiddenInput)

    component_options = {"count": {"width": 2}}
    choice_hints = {"one": {"a": "The first letter."}}


GIVEN = {
    "words": 'a "quoted" <b>',
    "email": "no address",
    "kind": "b",
    "one": "b",
    "many": ["a"],
    "list_of": ["b"],
    "agreed": "on",
    "count": "many",
}


def element(html: str, id_: str) -> str:
    """Return the opening tag of the element with this id."""
    found = re.search(rf"<[a-z]+ [^>]*\bid=\"{id_}\"[^>]*>", html)
    assert found, id_
    return found[0]


def test_each_kind_of_field_has_its_component():
    shown = EveryKindForm().render()
    for name in [
        "textarea",
        "character-count",
        "input",
        "select",
        "radios",
        "checkboxes",
        "file-upload",
        "password-input",
    ]:
        assert f"nhsuk-{name}" in shown
    assert 'inputmode="numeric"' in element(shown, "id_count")
    assert "width-2" in element(shown, "id_count")
    assert 'inputmode="decimal"' in element(shown, "id_share")
    assert 'autocomplete="email"' in element(shown, "id_email")
    assert 'rows="2"' in element(shown, "id_note")
    assert 'data-maxlength="200"' in shown
    assert '<input type="hidden" name="secret" id="id_secret">' in shown


def test_labels_hints_and_what_may_be_left_empty():
    shown = EveryKindForm().render()
    assert "In <b>plain</b> words." in shown
    assert 'aria-describedby="id_words-hint"' in element(shown, "id_words")
    assert "How many (optional)" in shown
    assert "Email (optional)" not in shown
    assert "The first letter." in shown
    assert "All of it." in shown
    assert "Choose one" in shown
    assert "---------" not in shown


def test_the_browser_never_stops_a_form_before_we_can_say_what_is_wrong():
    assert " required" not in EveryKindForm().render()
    assert " maxlength=" not in EveryKindForm().render()


def test_a_search_form_does_not_speak_of_optional_fields():
    class SearchForm(PageForm):
        mark_optional = False
        words = forms.CharField(required=False)

    assert "optional" not in SearchForm().render()


def test_what_was_typed_comes_back():
    shown = EveryKindForm(GIVEN).render()
    assert "a &#34;quoted&#34; &lt;b&gt;" in shown
    assert 'value="no address"' in element(shown, "id_email")
    assert 'value="many"' in element(shown, "id_count")
    assert '<option value="b" selected>' in shown
    assert " checked" in element(shown, "id_one-2")
    assert " checked" in element(shown, "id_many")
    assert " checked" in element(shown, "id_list_of-2")
    assert " checked" in element(shown, "id_agreed")


def test_each_error_stands_at_its_field_and_in_the_summary():
    form = EveryKindForm(GIVEN)
    shown = form.render()
    assert 'aria-describedby="id_email-error"' in element(shown, "id_email")
    assert "Enter a valid email address." in shown
    links = error_links([form, EveryKindForm()])
    assert {"text": "Enter a valid email address.", "href": "#id_email"} in links
    assert {"text": "Enter secret"} in links
    for link in links:
        assert "href" not in link or f'id="{link["href"].removeprefix("#")}"' in shown


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("words", "Answer “What happened?”"),
        ("email", "Enter email"),
        ("kind", "Choose kind"),
        ("agreed", "Tick I have read it"),
    ],
)
def test_what_is_missing_is_said_in_the_field_s_own_words(name: str, message: str):
    assert EveryKindForm({}).errors[name] == [message]


def test_abbreviations_keep_their_capitals():
    class CodeForm(PageForm):
        code = forms.CharField(label="ODS code")

    assert CodeForm({}).errors["code"] == ["Enter ODS code"]


class NameForm(PageModelForm):
    class Meta:
        model = OrganisationName
        fields = ["name", "from_date"]


def test_a_form_on_a_model_asks_for_its_dates_in_boxes_and_never_writes():
    form = NameForm({"name": "A", "from_date-day": "1", "from_date-month": "4", "from_date-year": "2027"})
    assert form.is_valid()
    with pytest.raises(TypeError, match="Pass cleaned_data to an action"):
        form.save()


def test_a_choice_among_things_shows_the_chosen_one():
    class PlaceForm(PageForm):
        place = forms.ModelChoiceField(Organisation.objects.none(), required=False)

    form = PlaceForm(initial={"place": Organisation(pk=7, name="Alder Vale")})
    form.fields["place"].choices = [("7", "Alder Vale")]
    assert '<option value="7" selected>' in form.render()


class StoryForm(PageForm):
    story = forms.CharField(widget=forms.Textarea, max_length=len("We began late.\n\nWe go on."))


def posted(**values: str) -> QueryDict:
    """Return what a browser sends."""
    return QueryDict(urlencode(values))


def test_paragraphs_typed_in_a_browser_are_kept_as_paragraphs_and_fill_the_space_that_is_named():
    form = StoryForm(posted(story="We began late.\r\n\r\nWe go on."))
    assert form.is_valid()
    assert form.cleaned_data["story"] == "We began late.\n\nWe go on."


def test_a_story_that_is_one_character_too_long_is_refused_and_stays_as_typed():
    form = StoryForm(posted(story="We began late.\r\n\r\nWe go on.!"))
    assert not form.is_valid()
    assert "We go on.!" in form.render()
