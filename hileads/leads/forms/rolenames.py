"""What is asked when a role gets another name."""

from django import forms

from hileads.frame.forms import PageForm


class RoleNameForm(PageForm):
    """The name for one person, and for several."""

    singular = forms.CharField(
        label="What is somebody in this role called?",
        help_text="For example: executive lead for health inequalities. Begin with a capital letter.",
        max_length=60,
    )
    plural = forms.CharField(label="And what are several called?", max_length=60)
