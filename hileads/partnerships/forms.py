"""What is asked about committees and who sits there."""

from collections.abc import Iterable
from typing import Any

from django import forms

from hileads.frame.forms import PageForm, UkDateField
from hileads.leads.models import Appointment, User
from hileads.partnerships.models import CommitteeKind


class CommitteeForm(PageForm):
    """A committee or partnership of the system, or of a place in it."""

    name = forms.CharField(label="What is it called?", max_length=150)
    kind = forms.ChoiceField(label="What is it?", choices=[("", "Choose what it is"), *CommitteeKind.choices])
    place = forms.CharField(
        label="For which place?",
        help_text="If it is not for the whole system",
        required=False,
        max_length=100,
    )
    from_date = UkDateField(label="From which day?")


class SeatForm(PageForm):
    """A place at the table."""

    title = forms.CharField(
        label="What is the seat called?",
        help_text="For example: partner member for inequalities",
        max_length=150,
    )
    is_on_inequalities = forms.BooleanField(
        label="Whoever sits there speaks for health inequalities", required=False
    )
    from_date = UkDateField(label="From which day?")


class FillForm(PageForm):
    """Who takes a seat."""

    person = forms.ChoiceField(label="Who sits there?")
    is_deputy = forms.BooleanField(label="They come as the deputy", required=False)
    from_date = UkDateField(label="From which day?")

    def __init__(self, *args: Any, people: Iterable[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(post.user.public_id): post for post in people}
        named = [(key, f"{post.user.name}, {post.organisation}") for key, post in self.people.items()]
        self.fields["person"].choices = [("", "Choose a person"), *named]

    def clean_person(self) -> User:
        return self.people[self.cleaned_data["person"]].user


class LastDayForm(PageForm):
    """The last day of a committee, a seat, or somebody's place there."""

    last_day = UkDateField(label="What is the last day?")
