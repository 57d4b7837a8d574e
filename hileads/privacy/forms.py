"""What is asked when something about a person is to be put right."""

from django import forms

from hileads.frame.forms import PageForm
from hileads.leads.models import User
from hileads.privacy.models import About, CorrectionState

ANSWERS = [state for state in CorrectionState if state != CorrectionState.OPEN]


class CorrectionForm(PageForm):
    """What is wrong about oneself, and what would be right."""

    about = forms.ChoiceField(label="What is wrong?", choices=About.choices, widget=forms.RadioSelect)
    wrong = forms.CharField(
        label="What does the portal say now?", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )
    right = forms.CharField(
        label="What would be right?", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


class CorrectionAnswerForm(PageForm):
    """What came of it."""

    state = forms.ChoiceField(
        label="What came of it?",
        choices=[(state.value, state.label) for state in ANSWERS],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label="What do you want to say to the person?",
        help_text="They read this word for word.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
    )
    choice_hints = {
        "state": {
            CorrectionState.DONE: "You or somebody else has changed it already.",
            CorrectionState.REFUSED: "Say why it stays as it is, and whom they can turn to.",
        }
    }


class AccountCloseForm(PageForm):
    """That one means it."""

    sure = forms.BooleanField(
        label="Close my account. I know that nobody can bring it back",
        error_messages={"required": "Tick the box if you want to close your account"},
    )


class AccountCloseForForm(PageForm):
    """Whose account, and that they asked."""

    email = forms.EmailField(
        label="Whose account?", help_text="The email address that they sign in with.", max_length=254
    )
    sure = forms.BooleanField(
        label="They asked me to close it, and I have made sure that it was they who asked",
        error_messages={"required": "Tick the box once you have made sure"},
    )

    def clean_email(self) -> User:
        found = User.objects.filter(email=self.cleaned_data["email"].lower()).first()
        if found is None:
            raise forms.ValidationError("Nobody signs in with this address")
        return found
