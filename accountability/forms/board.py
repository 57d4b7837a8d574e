"""What a board settles about a measure, which measures it watches, and asking somebody for a figure."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from accountability.forms.plan import NO_PATIENTS, OwnerField, TokenForm
from accountability.models import BoardFrequency, Breakdown, Direction, Family, MeasureVersion
from accountability.queries.board import Choice
from accountability.statistics.formats import LONG_STEPS, UNIT_NAMES
from accountability.statistics.observations import Unit
from hileads.frame.forms import PageForm, UkDateField
from hileads.leads.models import User
from hileads.wording import lower_first

LEVEL_ENDS = {Direction.HIGHER_IS_BETTER: "at least", Direction.LOWER_IS_BETTER: "at most"}
ABOUT_A_FIGURE = ("target", "target_date", "has_chart")
"""What is not asked of a measure that is told in words."""
WHOLE = 100


class BoardMeasureForm(PageForm):
    """The same questions for core and inequality measures. All may wait; what is empty shows in the equal-footing check."""

    owner = OwnerField(
        label="Who answers for it to the board?",
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody yet, or the holder of a job named below",
    )
    owner_title = forms.CharField(
        label="Or the job of whoever answers for it",
        help_text="For somebody without an account here, such as “Chief operating officer”.",
        required=False,
        max_length=150,
    )
    target = forms.FloatField(required=False)
    target_date = UkDateField(label="By when should the target be met?", required=False)
    frequency = forms.ChoiceField(
        label="How often does the board see it?",
        required=False,
        choices=[("", "Not agreed yet"), *BoardFrequency.choices],
    )
    has_chart = forms.BooleanField(label="A chart of it goes to the board", required=False)
    board_minutes = forms.IntegerField(
        label="How many minutes does the board give it when it sees it?",
        required=False,
        min_value=1,
        max_value=480,
    )
    narrative = forms.CharField(
        label="What does the board need to know about it?",
        help_text=f"What the figure means here, and what is being done. {NO_PATIENTS.replace('the plan', 'the board view')}",
        required=False,
        widget=forms.Textarea,
        max_length=2000,
    )

    def __init__(self, *args: Any, people: QuerySet[User], version: MeasureVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["owner"].queryset = people
        if version.has_number:
            self.fields["target"].label, self.fields["target"].help_text = target_question(version)
        else:
            for name in ABOUT_A_FIGURE:
                del self.fields[name]

    def clean_target(self) -> float | None:
        """Return the target, if a figure of this measure could ever reach it."""
        target: float | None = self.cleaned_data["target"]
        if target is not None and target < 0:
            raise forms.ValidationError("Enter a target of 0 or more")
        if target is not None and self.version.unit == Unit.PERCENT and target > WHOLE:
            raise forms.ValidationError("Enter a target of 100 or less")
        return target

    def clean(self) -> dict[str, Any]:
        """Return what was filled in. One owner, and no date without a target."""
        given = super().clean() or self.cleaned_data
        if given.get("owner") and given.get("owner_title"):
            self.add_error("owner_title", "Choose a person or name a job, not both: one owner can be asked")
        if given.get("target_date") and given.get("target") is None and "target" not in self.errors:
            self.add_error(
                "target", "Enter the target that should be met by that day, or leave the day empty"
            )
        return given


class BoardChooseForm(PageForm):
    """Which measures of the catalogue, and of the organisation's own, the board watches."""

    core = forms.MultipleChoiceField(
        label="Core performance", required=False, widget=forms.CheckboxSelectMultiple
    )
    inequality = forms.MultipleChoiceField(
        label="Health inequality", required=False, widget=forms.CheckboxSelectMultiple
    )
    workforce = forms.MultipleChoiceField(
        label="Workforce equality", required=False, widget=forms.CheckboxSelectMultiple
    )

    mark_optional: ClassVar[bool] = False

    def __init__(self, *args: Any, offered: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for family in Family:
            found = [one for one in offered if one.family == family]
            self.fields[family.value].choices = [(one.code, one.version.title) for one in found]
        hints = {one.code: one.hint for one in offered}
        self.choice_hints = {family.value: hints for family in Family}  # type: ignore[misc]

    def clean(self) -> dict[str, Any]:
        """Return what was chosen as one list of codes."""
        super().clean()
        return {"codes": [code for codes in self.cleaned_data.values() for code in codes]}


class FigureRequestForm(TokenForm):
    """Asking somebody at the organisation for a figure."""

    asked_of = OwnerField(
        label="Whom do you ask?", queryset=User.objects.none(), empty_label="Choose a person"
    )
    wanted = forms.CharField(
        label="What do you ask for?",
        help_text="Change these words so that they are right for your team. Ask for counts of people, never for names.",
        widget=forms.Textarea,
        max_length=2000,
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_of"].queryset = people


def target_question(version: MeasureVersion) -> tuple[str, str]:
    """Return how the target of this measure is asked for, and in what it is counted."""
    unit = Unit(version.unit)
    if version.breakdown != Breakdown.NONE:
        counted = LONG_STEPS[unit].strip() or lower_first(UNIT_NAMES[unit])
        hint = f"The largest gap between the groups that is still good enough, in {counted}."
        return "What gap is aimed at?", hint
    end = LEVEL_ENDS.get(Direction(version.direction), "")
    return "What figure is aimed at?", f"{UNIT_NAMES[unit]}: {f'{end} this much' if end else 'this much'}."
