"""Forms of our pages: every field an NHS.UK component, with label, hint, error and what was typed.

    class NoteForm(PageForm):
        text = forms.CharField(label="What happened?", help_text="…", widget=forms.Textarea, max_length=2000)
        due_date = UkDateField(label="When is it due?")

The template:

    <form method="post" novalidate>
      {{ csrf_input }}
      {{ form.render() }}
      {{ button({"text": "Save", "preventDoubleClick": true}) }}
    </form>

`form.render()` shows all fields; `form["due_date"].as_field_group()` shows one. The frame itself shows the error
summary above the heading, and "Error: " in the title, when the page's `form` has errors; a page with other forms
names them: `{% set error_forms = [first_form, second_form] %}`.

`PageModelForm` is the same on a model, for its fields and checks only: pass `cleaned_data` to an action, never
call `save()`. Its dates are UkDateFields by themselves.

On the class: `component_options = {"reason": {"rows": 3}}` adds values for a field's component;
`choice_hints = {"state": {"stopped": "We end this, because …"}}` puts a hint under a choice;
`mark_optional = False` leaves out "(optional)", for search and filter forms.
A date is submitted as `due_date-day`, `due_date-month`, `due_date-year`.
"""

from typing import Any, ClassVar, TypedDict

from django import forms
from django.forms.renderers import BaseRenderer, DjangoTemplates
from django.forms.utils import ErrorList
from django.http import QueryDict
from django.template.loader import get_template

from hileads.frame.components import component_for
from hileads.frame.dateinput import UkDateField, UkDateInput
from hileads.wording import lower_first

__all__ = ["PageForm", "PageModelForm", "UkDateField", "UkDateInput", "error_links"]

CHOSEN = (forms.ChoiceField, forms.ModelChoiceField)


class PageFormRenderer(DjangoTemplates):
    """Draw forms and fields with our templates; widgets that have no component draw themselves."""

    form_template_name = "_parts/form.jinja"
    field_template_name = "_parts/field.jinja"

    def get_template(self, template_name: str) -> Any:
        return (
            get_template(template_name)
            if template_name.endswith(".jinja")
            else super().get_template(template_name)
        )


class ErrorLink(TypedDict, total=False):
    """A line of the error summary: what is wrong, and where."""

    text: str
    href: str


class PageFormMixin:
    """What all forms of our pages have in common."""

    default_renderer: BaseRenderer | type[BaseRenderer] | None = PageFormRenderer
    use_required_attribute = False
    mark_optional: ClassVar[bool] = True
    component_options: ClassVar[dict[str, dict[str, Any]]] = {}
    choice_hints: ClassVar[dict[str, dict[str, str]]] = {}

    fields: dict[str, Any]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(with_line_feeds(data), *args, **kwargs)  # type: ignore[call-arg]
        self.fields = {name: in_boxes(field) for name, field in self.fields.items()}
        for name, field in self.fields.items():
            if field.label is None:
                field.label = name.replace("_", " ").capitalize()
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = required_message(field)


class PageForm(PageFormMixin, forms.Form):
    """A form of our pages. See the top of this file."""


class PageModelForm(PageFormMixin, forms.ModelForm):
    """A form on a model's fields, for checking only: an action writes."""

    def save(self, commit: bool = True) -> Any:
        raise TypeError("Forms do not write. Pass cleaned_data to an action.")


def with_line_feeds(data: Any) -> Any:
    """End lines as text does everywhere else: browsers post a carriage return before each line feed.

    Done before anything is checked, so that the end of a line counts as one character, as the page says.
    """
    if not isinstance(data, QueryDict):
        return data
    ended = data.copy()
    for name, values in data.lists():
        ended.setlist(name, [str(value).replace("\r\n", "\n") for value in values])
    return ended


def in_boxes(field: forms.Field) -> forms.Field:
    """Return a plain date field as one that asks in three boxes; any other field as it is."""
    if type(field) is not forms.DateField:
        return field
    return UkDateField(
        label=field.label, help_text=field.help_text, required=field.required, initial=field.initial
    )


def required_message(field: forms.Field) -> str:
    """Return what to say when a needed field is empty, in the field's own words."""
    label = str(field.label).strip()
    if label.endswith("?"):
        return f"Answer “{label}”"
    verb = (
        "Choose"
        if isinstance(field, CHOSEN)
        else "Tick"
        if isinstance(field, forms.BooleanField)
        else "Enter"
    )
    return f"{verb} {lower_first(label)}"


def error_links(page_forms: list[forms.BaseForm]) -> list[ErrorLink]:
    """Return the lines of the error summary for these forms, each with the field to go to."""
    links: list[ErrorLink] = []
    for form in page_forms:
        if not form.is_bound:
            continue
        for name, errors in form.errors.items():
            links.extend(_links_of(form, name, errors))
    return links


def _links_of(form: forms.BaseForm, name: str, errors: ErrorList) -> list[ErrorLink]:
    if name not in form.fields or form[name].is_hidden:
        return [{"text": str(error)} for error in errors]
    bound = form[name]
    target = bound.auto_id
    if isinstance(bound.field.widget, UkDateInput):
        target += "-day"
    elif not component_for(bound).macro:
        target += "-group"
    return [{"text": str(error), "href": f"#{target}"} for error in errors]
