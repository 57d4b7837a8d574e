"""What people fill in about sessions. Forms check; actions write."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware

from hileads.clock import UK, now, today
from hileads.frame.forms import PageForm, UkDateField
from hileads.frame.refusals import NotNow
from learning_sets.models import Answer, Commitment, CommitmentState, Session
from learning_sets.policies import ensure_a_slip

CLOCK = ["%H:%M", "%H.%M", "%I%p", "%I:%M%p", "%I.%M%p", "%I %p", "%I:%M %p"]
WRONG_TIME = "Enter a time, such as 10:00 or 2:30pm"


class ClockField(forms.TimeField):
    """A time of day as people write it: 10:00, 10.00, 2pm, 2:30pm."""

    def __init__(self, **given: Any) -> None:
        super().__init__(input_formats=CLOCK, error_messages={"invalid": WRONG_TIME}, **given)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H:%M") if isinstance(value, time) else value


class AnswerForm(PageForm):
    """Whether one can come."""

    answer = forms.ChoiceField(label="Can you come?", choices=Answer.choices, widget=forms.RadioSelect)


class SessionForm(PageForm):
    """When and where a set meets."""

    day = UkDateField(label="On which day?")
    starts = ClockField(label="When does it start?", help_text="UK time, for example 10:00 or 2:30pm.")
    ends = ClockField(
        label="When does it end?", help_text="Most sessions last between 90 minutes and half a day."
    )
    place = forms.CharField(
        label="Where?",
        help_text="A room, or for example “Online”. It goes into people’s calendars, so do not name the topic.",
        max_length=200,
        required=False,
    )
    join_url = forms.URLField(
        label="Link to join",
        help_text="Shown to members on the day of the session only.",
        required=False,
        assume_scheme="https",
    )
    component_options = {"starts": {"width": 5}, "ends": {"width": 5}}

    @staticmethod
    def values_of(session: Session) -> dict[str, Any]:
        """Return what the form shows of a session that is planned already."""
        return {
            "day": session.local_date,
            "starts": session.starts_at.astimezone(UK).time(),
            "ends": session.ends_at.astimezone(UK).time(),
            "place": session.place,
            "join_url": session.join_url,
        }

    def clean(self) -> dict[str, Any]:
        """Put day and times together as moments, and refuse what no clock shows or what has passed."""
        given = super().clean() or {}
        day, starts, ends = given.get("day"), given.get("starts"), given.get("ends")
        if not (day and starts and ends):
            return given
        moments = {
            "starts_at": self._moment("starts", day, starts),
            "ends_at": self._moment("ends", day, ends),
        }
        if ends <= starts:
            self.add_error("ends", "Enter an end that is later than the start")
        elif moments["starts_at"] and moments["starts_at"] <= now():
            self.add_error("day", "Choose a day and time that are still to come")
        return given | moments

    def _moment(self, name: str, day: date, at: time) -> datetime | None:
        """Return the moment at which the wall clock shows this, unless the clocks change just then."""
        wall = datetime.combine(day, at)
        moment = make_aware(wall, UK)
        if moment.replace(fold=1).utcoffset() != moment.utcoffset():
            self.add_error(name, "The clocks change at this hour. Choose another time")
            return None
        return moment

    def fields_of_session(self) -> dict[str, Any]:
        """Return what an action is called with."""
        return {name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "place", "join_url")}


class SessionEditForm(SessionForm):
    """When and where a session is now; a slip may be corrected without telling anybody."""

    silently = forms.BooleanField(
        label="Correct a slip without telling anybody",
        help_text="Only the place and the link. A new day or time is always told.",
        required=False,
    )

    def __init__(self, *args: Any, session: Session, **given: Any) -> None:
        super().__init__(*args, **given)
        self.session = session

    def clean(self) -> dict[str, Any]:
        """Refuse to move a session in silence, where it was asked for."""
        given = super().clean()
        if given.get("silently") and given.get("starts_at") and given.get("ends_at"):
            try:
                ensure_a_slip(self.session, given["starts_at"], given["ends_at"])
            except NotNow as refusal:
                self.add_error("silently", refusal.reason)
        return given

    def fields_of_session(self) -> dict[str, Any]:
        """Return what an action is called with."""
        return super().fields_of_session() | {"silently": self.cleaned_data["silently"]}


class CancelForm(PageForm):
    """Nothing to fill in: the button is the answer."""


class CommitmentForm(PageForm):
    """What one means to do, and by when."""

    text = forms.CharField(
        label="What will you do?",
        help_text="One thing that is in your own hands, in a sentence or two.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
    )
    due_date = UkDateField(label="By when?", help_text="For example the day of your next session.")

    def clean_due_date(self) -> date:
        day: date = self.cleaned_data["due_date"]
        if day < today():
            raise forms.ValidationError("Choose a day that is still to come")
        return day


class CommitmentStateForm(PageForm):
    """What became of a commitment."""

    state = forms.ChoiceField(
        label="How did it go?",
        help_text="Each answer is as good as any other: what you learned is what counts.",
        choices=CommitmentState.choices,
        widget=forms.RadioSelect,
    )
    choice_hints = {
        "state": {
            CommitmentState.OPEN: "I am still on it.",
            CommitmentState.DONE: "I did what I said.",
            CommitmentState.CHANGED_MIND: "Something else turned out to matter more.",
            CommitmentState.STUCK: "I cannot get on with it alone. A question for the next session, perhaps.",
        }
    }

    @staticmethod
    def values_of(commitment: Commitment) -> dict[str, Any]:
        """Return what the form shows of a commitment."""
        return {"state": commitment.state}


class ReflectionForm(PageForm):
    """What one thinks about a session, for one's own eyes."""

    text = forms.CharField(
        label="What do you take from this session?",
        help_text="Which question stayed with you? What would you do differently?",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4000,
    )
