"""What is asked when people come and go."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from hileads.contributions import HandoverItem
from hileads.frame.forms import PageForm, UkDateField
from hileads.leads.leadfiles.reading import MOST_BYTES, read
from hileads.leads.models import Appointment, Area, User, role_names
from hileads.leads.policies import PLACES
from hileads.organisations.models import Kind, Organisation
from hileads.spreadsheets.cells import UnreadableError
from hileads.wording import lower_first

GIVE = "give-"


class NominationForm(PageForm):
    """Who takes up which post, from when."""

    name = forms.CharField(label="What is their name?", max_length=150)
    email = forms.EmailField(
        label="What is their work email address?",
        help_text="The invitation goes there, and only that address can accept it.",
        max_length=254,
    )
    role = forms.ChoiceField(label="What will they be?")
    post_title = forms.CharField(
        label="What is their post?", help_text="For example: medical director", required=False, max_length=150
    )
    from_date = UkDateField(label="From which day?")
    is_interim = forms.BooleanField(label="They hold the post for the time being (interim)", required=False)
    is_job_share = forms.BooleanField(label="They share the post with somebody", required=False)

    def __init__(self, *args: Any, organisation: Organisation | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = Kind(organisation.kind) if organisation else None
        roles = [(role.value, name.singular) for role, name in role_names().items() if kind in PLACES[role]]
        self.fields["role"].choices = [("", "Choose what they will be"), *roles]
        if kind == Kind.PARTNER:
            self.fields["post_title"].help_text = "For example: director of public health"
            del self.fields["is_interim"], self.fields["is_job_share"]
        if organisation is None:
            del self.fields["is_job_share"]


class CodeForm(PageForm):
    """The code instead of the link."""

    email = forms.EmailField(
        label="Your work email address", help_text="The one that the invitation came to.", max_length=254
    )
    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$",
        label="The code",
        help_text="Six digits, at the end of the mail.",
        error_messages={"invalid": "The code has six digits, for example 204 816"},
    )

    component_options = {
        "code": {"inputmode": "numeric", "autocomplete": "one-time-code", "classes": "nhsuk-input--width-10"},
        "email": {"autocomplete": "email"},
    }

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())


class SupportForm(PageForm):
    """A letter to the organisation's contacts, and a short note that stays on its page."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    subject = forms.CharField(label="Subject of the letter", required=False, max_length=150)
    letter = forms.CharField(
        label="The letter",
        help_text="Change the words as you like. Leave it empty to leave the note alone. It begins with the person’s name and ends with yours.",
        required=False,
        widget=forms.Textarea,
        max_length=4000,
    )
    note = forms.CharField(
        label="What should the organisation’s page say?",
        help_text="One or two sentences that its people see there, with today’s date and your name.",
        max_length=300,
    )

    component_options = {"letter": {"rows": 14}}

    def __init__(self, *args: Any, has_contacts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_contacts:
            del self.fields["subject"], self.fields["letter"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("letter") and not given.get("subject"):
            self.add_error("subject", "Enter a subject for the letter")
        if not given.get("letter"):
            given["subject"] = ""
        return given


class EndForm(PageForm):
    """The last day of a post."""

    last_day = UkDateField(
        label="What is the last day?", help_text="From the next day on the post gives no rights here."
    )


class DelegationForm(PageForm):
    """Who acts for somebody, in what, on which days."""

    deputy = forms.ChoiceField(label="Who will act?")
    from_date = UkDateField(label="From which day?")
    to_date = UkDateField(label="Until which day?", help_text="Both days count. Six months at most.")
    areas = forms.MultipleChoiceField(label="In what?", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, colleagues: list[User], areas: list[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(one.public_id): one for one in colleagues}
        names = [(key, one.name) for key, one in self.colleagues.items()]
        self.fields["deputy"].choices = [("", "Choose a colleague"), *names]
        self.fields["areas"].choices = [(area.value, area.label) for area in areas]

    def clean_deputy(self) -> User:
        return self.colleagues[self.cleaned_data["deputy"]]


class HandoverNoteForm(PageForm):
    """What the leaver tells about one section of the pack, and who takes which of its things from now on."""

    text = forms.CharField(
        label="What should the next person know?",
        help_text="Whoever follows you, and your organisation’s lead, deputy and board secretary, will read this.",
        widget=forms.Textarea,
        max_length=2000,
        required=False,
    )
    is_ready = forms.BooleanField(label="This section is ready to hand over", required=False)

    mark_optional = False

    def __init__(
        self, *args: Any, items: Iterable[HandoverItem], people: Sequence[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        stays = "Whoever follows in the post, after the last day"
        self.people = {str(one.public_id): one for one in people}
        choices = [(key, f"{one.name}, from today") for key, one in self.people.items()]
        for item in items:
            self.fields[f"{GIVE}{item.transfer}"] = forms.ChoiceField(
                label=f"Who takes “{item.text}”?", choices=[("", stays), *choices], required=False
            )
        self.order_fields([*(name for name in self.fields if name.startswith(GIVE)), "text", "is_ready"])

    def note(self) -> dict[str, Any]:
        """Return what is to be kept: the words, whether the section is ready, and who takes what."""
        given = {
            name.removeprefix(GIVE): self.cleaned_data[name] for name in self.fields if name.startswith(GIVE)
        }
        return {
            "text": self.cleaned_data["text"],
            "is_ready": self.cleaned_data["is_ready"],
            "gives": {thing: self.people[who] for thing, who in given.items() if who},
        }


class AccountForm(PageForm):
    """One's own name, and what each of one's posts is called."""

    name = forms.CharField(label="Your name", max_length=150)
    component_options = {"name": {"autocomplete": "name"}}

    def __init__(self, *args: Any, posts: list[Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.posts = {f"post-{post.public_id}": post for post in posts}
        for name, post in self.posts.items():
            where = post.organisation.name if post.organisation else "nationally"
            self.fields[name] = forms.CharField(
                label=f"What your post is called: {lower_first(post.get_role_display())}, {where}",
                help_text="For example: medical director",
                initial=post.post_title,
                required=False,
                max_length=150,
            )

    @property
    def post_titles(self) -> dict[int, str]:
        """Return what each post is called, by appointment."""
        return {post.pk: self.cleaned_data[name] for name, post in self.posts.items()}


class LeadFileForm(PageForm):
    """A list of leads."""

    file = forms.FileField(
        label="Choose the list", help_text="An Excel workbook (.xlsx) or a CSV file in UTF-8, up to 5 MB."
    )

    def clean_file(self) -> dict[str, Any]:
        """Return the file's name and content, once it can be read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError("The file is larger than 5 MB. A list of leads has some hundred rows.")
        content = file.read()
        try:
            read(content)
        except UnreadableError as refusal:
            raise ValidationError(refusal.reason) from refusal
        return {"file_name": file.name, "content": content}
