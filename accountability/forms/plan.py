"""What people fill in for the plan: as little as an action needs, the rest under "More detail"."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.db.models import QuerySet

from accountability.models import Action, Measure, MeasureVersion
from accountability.policies.plan import OPEN_STATES
from hileads.clock import today
from hileads.frame.forms import PageForm, UkDateField
from hileads.leads.models import User
from hileads.vocabulary import Horizon, Quadrant
from induction.public import MeasureView

NO_PATIENTS = (
    "Everyone who can see the plan reads this. Do not name patients or anyone who could be recognised."
)
FIGURES = "measure"
EXAMPLE = "example"
CHOOSE = ("", "Not chosen yet")


class TokenForm(PageForm):
    """A form that is safe to send twice: its token becomes the address of the one thing it makes."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class OwnerField(forms.ModelChoiceField):
    """A person, by name."""

    def label_from_instance(self, obj: User) -> str:
        return obj.name


class ActionFields(PageForm):
    """The fields of an action. The first three are all that is needed."""

    title = forms.CharField(label="What will you do?", max_length=200)
    owner = OwnerField(label="Who does it?", queryset=User.objects.none(), empty_label="Choose a person")
    due_date = UkDateField(label="By when?")
    why = forms.CharField(
        label="Why do it?", help_text=NO_PATIENTS, required=False, widget=forms.Textarea, max_length=2000
    )
    first_step = forms.CharField(
        label="What is the first step?", required=False, widget=forms.Textarea, max_length=1000
    )
    measured_by = forms.ChoiceField(label="How will you know that something moved?", required=False)
    quadrant = forms.ChoiceField(
        label="Which of the board’s four jobs does it serve?",
        required=False,
        choices=[CHOOSE, *Quadrant.choices],
    )
    horizon = forms.ChoiceField(
        label="When do you expect to see it?", required=False, choices=[CHOOSE, *Horizon.choices]
    )

    NEEDED: ClassVar[tuple[str, ...]] = ("title", "owner", "due_date")
    DETAILS: ClassVar[tuple[str, ...]] = ("why", "first_step", "measured_by", "quadrant", "horizon")

    component_options = {"why": {"rows": 3}, "first_step": {"rows": 2}}

    def __init__(
        self,
        *args: Any,
        people: QuerySet[User],
        versions: Iterable[MeasureVersion],
        examples: Iterable[MeasureView],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people
        self.measures: dict[str, Measure] = {version.measure.code: version.measure for version in versions}
        self.examples: dict[str, int] = {example.code: example.id for example in examples}
        self.fields["measured_by"].choices = [
            CHOOSE,
            *((f"{FIGURES}:{version.measure.code}", f"Figures: {version.title}") for version in versions),
            *((f"{EXAMPLE}:{example.code}", f"Example: {example.title}") for example in examples),
        ]

    def details_have_errors(self) -> bool:
        return any(name in self.errors for name in self.DETAILS)

    def clean(self) -> dict[str, Any]:
        """Turn the one choice of a measure into the two kinds that an action knows."""
        values: dict[str, Any] = super().clean() or {}
        kind, _, code = values.pop("measured_by", "").partition(":")
        values["measure"] = self.measures.get(code) if kind == FIGURES else None
        values["example_measure_id"] = self.examples.get(code) if kind == EXAMPLE else None
        return values


class ActionForm(ActionFields, TokenForm):
    """A new action."""

    field_order = ["title", "owner", "due_date"]

    def clean_due_date(self) -> Any:
        day = self.cleaned_data["due_date"]
        if day < today():
            raise forms.ValidationError("Choose today or a later day")
        return day


class ActionEditForm(ActionFields):
    """An action as it stands, to be changed."""

    state = forms.ChoiceField(
        label="Where does it stand?",
        widget=forms.RadioSelect,
        choices=[(state.value, state.label) for state in OPEN_STATES],
    )

    NEEDED: ClassVar[tuple[str, ...]] = ("title", "owner", "due_date", "state")

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        """Keep an example measure that has been withdrawn since it was chosen."""
        super().__init__(*args, initial=initial_of(action), **kwargs)
        kept = action.example_measure
        if kept and kept.code not in self.examples:
            self.examples[kept.code] = kept.pk
            self.fields["measured_by"].choices = [
                *self.fields["measured_by"].choices,
                (f"{EXAMPLE}:{kept.code}", f"Example: {kept.title}"),
            ]

    def clean_due_date(self) -> Any:
        day = self.cleaned_data["due_date"]
        if day < today() and day != self.initial["due_date"]:
            raise forms.ValidationError("Choose today or a later day, or leave the day as it was")
        return day


def initial_of(action: Action) -> dict[str, Any]:
    """Return what the form of an action holds before anything is changed."""
    measured_by = ""
    if action.measure:
        measured_by = f"{FIGURES}:{action.measure.code}"
    elif action.example_measure:
        measured_by = f"{EXAMPLE}:{action.example_measure.code}"
    held = ("title", "owner", "due_date", "why", "first_step", "quadrant", "horizon", "state")
    return {**{name: getattr(action, name) for name in held}, "measured_by": measured_by}


class NoteForm(TokenForm):
    """A line or two on how it went."""

    text = forms.CharField(
        label="What happened?", help_text=NO_PATIENTS, widget=forms.Textarea, max_length=2000
    )

    component_options = {"text": {"rows": 3}}


class CloseForm(PageForm):
    """Done, or stopped and why."""

    state = forms.ChoiceField(
        label="How does it end?",
        widget=forms.RadioSelect,
        choices=[("done", "It is done"), ("stopped", "We stop it")],
    )
    because = forms.CharField(
        label="Why, and what was learned?",
        help_text="Needed when you stop it. Stopping for a good reason is a result that others can use.",
        required=False,
        widget=forms.Textarea,
        max_length=2000,
    )

    mark_optional = False
    component_options = {"because": {"rows": 3}}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("state") == "stopped" and not values.get("because", "").strip():
            self.add_error("because", "Say why you stop it")
        return values


class CitationForm(PageForm):
    """Which action a resource is used in, and what it tells us. `revision` is the version on the screen."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    action = forms.ModelChoiceField(
        label="Which action is it for?",
        queryset=Action.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        to_field_name="public_id",
    )
    reason = forms.CharField(
        label="What does it tell you for this action?",
        required=False,
        widget=forms.Textarea,
        max_length=1000,
    )

    component_options = {"reason": {"rows": 3}}

    def __init__(self, *args: Any, actions: QuerySet[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].queryset = actions


class TrialForm(TokenForm):
    """A trial, with what we expect written down before it begins."""

    change = forms.CharField(
        label="What will you try?",
        help_text="Small enough to start this week: one clinic, one ward, one month.",
        widget=forms.Textarea,
        max_length=1000,
    )
    prediction = forms.CharField(
        label="What do you expect to happen?",
        help_text="Write it down now, so that you can tell afterwards whether you were right.",
        widget=forms.Textarea,
        max_length=1000,
    )

    component_options = {"change": {"rows": 3}, "prediction": {"rows": 3}}


class DecisionForm(PageForm):
    """What becomes of a trial, and why."""

    decision = forms.ChoiceField(
        label="What do you decide?",
        widget=forms.RadioSelect,
        choices=[
            ("adopt", "Keep it"),
            ("adapt", "Change it and try again"),
            ("stop", "Stop it"),
        ],
    )
    because = forms.CharField(
        label="Because",
        help_text="What happened, against what you expected. Give a figure only if you counted it.",
        widget=forms.Textarea,
        max_length=2000,
    )

    component_options = {"because": {"rows": 4}}
