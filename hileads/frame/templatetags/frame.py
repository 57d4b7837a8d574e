"""The bridge by which pages written as Django templates, such as allauth's, stand in our page frame."""

from typing import Any

from django import forms, template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

FORMS_OF_ALLAUTH = ("form", "verify_form", "change_form")


@register.simple_block_tag(takes_context=True)
def framed(context: Context, content: SafeString, title: str = "") -> SafeString:
    """Put the block's content into our page frame, with the errors of its forms in the summary."""
    shown = [context[name] for name in FORMS_OF_ALLAUTH if isinstance(context.get(name), forms.BaseForm)]
    values = {"framed_title": str(title).strip(), "framed_content": content, "error_forms": shown}
    return mark_safe(render_to_string("_parts/framed.jinja", values, request=context["request"]))  # noqa: S308 - two templates made it


@register.filter
def nhs_fields(form: forms.BaseForm) -> SafeString:
    """Show a form's fields as NHS.UK components, whatever form it is."""
    fields = [render_to_string("_parts/field.jinja", {"field": bound}) for bound in form.visible_fields()]
    return mark_safe("".join([*fields, *(str(bound) for bound in form.hidden_fields())]))  # noqa: S308 - the fields' own templates


@register.filter
def as_tags(given: Any) -> str:
    """Return allauth's tags of an element as words between spaces, to look for one in."""
    return f" {' '.join(given)} " if isinstance(given, list | set | tuple) else f" {given or ''} "
