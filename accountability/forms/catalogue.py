"""A measure as its keepers write it: what it is, how it is counted, and where it belongs."""

from typing import Any, ClassVar

from django import forms

from accountability.forms.groups import groups_from, text_of
from accountability.models import Breakdown, DisclosureRule, Family, MeasureVersion
from accountability.queries.catalogue import is_title_taken
from accountability.queries.places import Place
from accountability.statistics.observations import VALUE_MARK
from hileads.frame.forms import PageForm, PageModelForm
from hileads.organisations.models import NHS_KINDS

WITHOUT_GROUPS = (Breakdown.NONE, Breakdown.DEPRIVATION_QUINTILE, Breakdown.DEPRIVATION_DECILE)
WITHOUT_A_FIGURE: dict[str, Any] = {
    "unit": "",
    "numerator": "",
    "denominator": "",
    "statement": "",
    "breakdown": Breakdown.NONE.value,
    "groups": [],
    "groups_source": "",
}
FEWEST_GROUPS = 2


class MeasureForm(PageModelForm):
    """All that the catalogue says of a measure. What is told in words has no unit and no groups."""

    has_number = forms.TypedChoiceField(
        label="Is it a figure, or told in words?",
        widget=forms.RadioSelect,
        choices=[("yes", "A figure"), ("no", "Told in words")],
        coerce=lambda answer: answer == "yes",
        initial="yes",
    )
    organisation_kinds = forms.MultipleChoiceField(
        label="Which organisations have a figure of it?",
        help_text="Only these are asked for one. Choose none if every kind of organisation could have one.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=NHS_KINDS,
    )
    groups = forms.CharField(
        label="Which groups?",
        help_text=(
            "One a line: what the group is called, and after a bar how a sentence calls it, such as “Black | the Black "
            "group”. End a line with “(not known)” for people whose group is not recorded. Not needed for deprivation."
        ),
        required=False,
        widget=forms.Textarea,
    )

    component_options = {
        "definition": {"rows": 4},
        "method": {"rows": 4},
        "groups": {"rows": 6},
        "caveats": {"rows": 3},
    }
    mark_optional = False
    choice_hints: ClassVar[dict[str, dict[str, str]]] = {
        "has_number": {
            "no": "What no number can say, such as more questions asked at board. It has no unit and no groups."
        }
    }
    field_order = [
        "family",
        "title",
        "definition",
        "owner",
        "organisation_kinds",
        "has_number",
        "unit",
        "numerator",
        "denominator",
        "statement",
        "direction",
        "breakdown",
        "groups",
        "groups_source",
    ]

    class Meta:
        model = MeasureVersion
        fields = (
            "title",
            "definition",
            "owner",
            "organisation_kinds",
            "unit",
            "numerator",
            "denominator",
            "statement",
            "direction",
            "breakdown",
            "groups_source",
            "horizon",
            "kind",
            "statement_domain",
            "core20plus5_area",
            "frequency",
            "method",
            "caveats",
            "disclosure_rule",
        )
        labels = {
            "title": "What is it called?",
            "definition": "What does it say?",
            "owner": "Who keeps the definition?",
            "unit": "Unit",
            "numerator": "What is counted?",
            "denominator": "Out of what?",
            "statement": "How does a sentence say the figure?",
            "direction": "Which way is better?",
            "breakdown": "By what are people divided?",
            "groups_source": "Where do the groups come from?",
            "horizon": "When would a change show?",
            "kind": "What kind of measure is it?",
            "statement_domain": "Domain of the Statement on information on health inequalities",
            "core20plus5_area": "Core20PLUS5 area",
            "frequency": "How often is there a new figure?",
            "method": "How is it worked out?",
            "caveats": "What should readers mind?",
            "disclosure_rule": "By which rule are small numbers hidden?",
        }
        help_texts = {
            "statement": "With {value} where the figure stands, such as “{value} of people were seen in time”.",
            "frequency": "For example: Every month.",
        }

    def __init__(
        self, *args: Any, organisation: Place, held: MeasureVersion | None = None, **kwargs: Any
    ) -> None:
        initial = {**kwargs.pop("initial", {})}
        if held:
            initial |= {"has_number": "yes" if held.has_number else "no", "groups": text_of(held.groups)}
            initial |= {name: getattr(held, name) for name in self.Meta.fields}
        super().__init__(*args, initial=_beginning(organisation) | initial, **kwargs)
        self.fields["statement"].required = False
        if organisation:
            del self.fields["organisation_kinds"]
        self.organisation, self.held = organisation, held

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if is_title_taken(title, self.organisation, but=self.held):
            raise forms.ValidationError(
                "Another measure is called so already. Give this one a name of its own"
            )
        return title

    def clean_groups(self) -> list[dict[str, Any]]:
        return groups_from(self.cleaned_data["groups"], self.held.groups if self.held else [])

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("has_number") is False:
            return values | WITHOUT_A_FIGURE
        for name, message in (("unit", "Choose the unit"), ("numerator", "Say what is counted")):
            if not values.get(name) and name not in self.errors:
                self.add_error(name, message)
        if (values.get("statement") or "").count(VALUE_MARK) != 1:
            self.add_error("statement", "Write {value} once, where the figure stands")
        self._check_groups(values)
        return values

    def _check_groups(self, values: dict[str, Any]) -> None:
        if values.get("breakdown") in WITHOUT_GROUPS:
            values["groups"] = []
        elif len(values.get("groups", [])) < FEWEST_GROUPS:
            self.add_error("groups", "Name two groups at least, one a line")

    def meaning(self) -> dict[str, Any]:
        """Return the fields of a version, as actions take them."""
        names = (*self.Meta.fields, "has_number", "groups")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


def _beginning(organisation: Place) -> dict[str, str]:
    """Return what a new measure begins with: an organisation's own counts are small, so few people are hidden."""
    rule = DisclosureRule.OURS if organisation else DisclosureRule.NATIONAL
    return {"breakdown": Breakdown.NONE, "disclosure_rule": rule}


class NewMeasureForm(MeasureForm):
    """A measure that the catalogue does not have yet."""

    family = forms.ChoiceField(
        label="Where in the list does it stand?", widget=forms.RadioSelect, choices=Family.choices
    )


class ChangedMeasureForm(MeasureForm):
    """A measure as it is meant now, to be corrected or to be given another meaning. `seen` is the version on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    change = forms.ChoiceField(
        label="What kind of change is this?",
        widget=forms.RadioSelect,
        choices=[("words", "I put words right"), ("meaning", "It means something else from now on")],
    )

    choice_hints = {
        **MeasureForm.choice_hints,
        "change": {
            "words": "It means what it meant. Its figures stay with it.",
            "meaning": "A new version. Figures so far stay with the one before, and are not compared with new ones.",
        },
    }


class RetireForm(PageForm):
    """Nothing to fill in: the button says it."""
