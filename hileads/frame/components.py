"""Which NHS.UK component shows which form field, and with what values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import BLANK_CHOICE_DASH
from django.forms.boundfield import BoundField

from hileads.frame.dateinput import Typed, UkDateInput

NO_CHOICE = BLANK_CHOICE_DASH[0][1]


@dataclass(frozen=True)
class Component:
    """The component's macro, and the values it is called with."""

    macro: str
    params: dict[str, Any]


def component_for(bound: BoundField) -> Component:
    """Return the component of a field, with its label, hint, error and what was typed."""
    widget = bound.field.widget
    for kinds, build in BUILDERS:
        if isinstance(widget, kinds):
            made: Component = build(bound)
            break
    else:
        made = Component("", _common(bound))
    options = getattr(bound.form, "component_options", {}).get(bound.name, {})
    return Component(made.macro, {**made.params, **options})


def _text_input(bound: BoundField) -> Component:
    widget = bound.field.widget
    params = _labelled(bound) | {"type": widget.input_type, "value": _text(bound.value())}
    if isinstance(widget, forms.NumberInput):
        whole = not isinstance(bound.field, forms.FloatField | forms.DecimalField)
        params |= {"type": "text", "inputmode": "numeric" if whole else "decimal", "width": 5}
    if isinstance(widget, forms.EmailInput | forms.URLInput):
        params["spellcheck"] = False
    return Component("input", params)


def _password(bound: BoundField) -> Component:
    return Component("passwordInput", _labelled(bound))


def _textarea(bound: BoundField) -> Component:
    params = _labelled(bound) | {
        "value": _text(bound.value()),
        "rows": bound.field.widget.attrs.get("rows", 5),
    }
    longest = getattr(bound.field, "max_length", None)
    return (
        Component("characterCount", params | {"maxlength": longest})
        if longest
        else Component("textarea", params)
    )


def _select(bound: BoundField) -> Component:
    chosen = _chosen(bound)
    items = [{"value": value, "text": text, "selected": value in chosen} for value, text in _choices(bound)]
    return Component("select", _labelled(bound) | {"items": items})


def _radios(bound: BoundField) -> Component:
    return Component(
        "radios", _grouped(bound) | {"items": _ticks(bound, leave_out_empty=bound.field.required)}
    )


def _checkboxes(bound: BoundField) -> Component:
    return Component("checkboxes", _grouped(bound) | {"items": _ticks(bound, leave_out_empty=True)})


def _single_checkbox(bound: BoundField) -> Component:
    item: dict[str, Any] = {"value": "on", "text": bound.label, "checked": bool(bound.value())}
    if bound.help_text:
        item["hint"] = {"html": bound.help_text}
    params = _common(bound) | {"idPrefix": bound.auto_id, "items": [item]}
    del params["hint"]
    return Component("checkboxes", params)


def _date(bound: BoundField) -> Component:
    typed = bound.value()
    typed = typed if isinstance(typed, Typed) else Typed()
    items = [
        {
            "id": f"{bound.auto_id}-{part}",
            "name": f"{bound.html_name}-{part}",
            "label": part.capitalize(),
            "value": text,
            "width": 4 if part == "year" else 2,
            "error": bool(bound.errors),
            "inputmode": "text" if part == "month" else "numeric",
        }
        for part, text in zip(Typed._fields, typed, strict=True)
    ]
    return Component("dateInput", _grouped(bound) | {"id": bound.auto_id, "items": items})


def _file(bound: BoundField) -> Component:
    return Component("fileUpload", _labelled(bound))


def _common(bound: BoundField) -> dict[str, Any]:
    attributes = dict(bound.field.widget.attrs)
    return {
        "name": bound.html_name,
        "hint": {"html": bound.help_text} if bound.help_text else None,
        "errorMessage": {"text": str(bound.errors[0])} if bound.errors else None,
        "autocomplete": attributes.get("autocomplete"),
        "classes": attributes.get("class", ""),
        "disabled": bound.field.disabled,
        "attributes": {
            name: value
            for name, value in attributes.items()
            if name
            not in {
                "autocomplete",
                "class",
                "cols",
                "max",
                "maxlength",
                "min",
                "minlength",
                "placeholder",
                "rows",
                "step",
            }
        },
    }


def _labelled(bound: BoundField) -> dict[str, Any]:
    return _common(bound) | {"id": bound.auto_id, "label": {"text": label_of(bound)}}


def _grouped(bound: BoundField) -> dict[str, Any]:
    return _common(bound) | {
        "idPrefix": bound.auto_id,
        "fieldset": {"legend": {"text": label_of(bound), "size": "s"}},
    }


def label_of(bound: BoundField) -> str:
    """Return the label, saying so where a field may be left empty."""
    optional = getattr(bound.form, "mark_optional", False) and not bound.field.required
    return f"{bound.label} (optional)" if optional else str(bound.label)


def _ticks(bound: BoundField, *, leave_out_empty: bool) -> list[dict[str, Any]]:
    chosen = _chosen(bound)
    hints = getattr(bound.form, "choice_hints", {}).get(bound.name, {})
    return [
        {
            "value": value,
            "text": text,
            "checked": value in chosen,
            "hint": {"text": hints[value]} if value in hints else None,
        }
        for value, text in _choices(bound)
        if value or not leave_out_empty
    ]


def _choices(bound: BoundField) -> Iterator[tuple[str, str]]:
    for value, text in bound.field.widget.choices:
        if isinstance(text, list | tuple):
            yield from ((_text(inner), str(words)) for inner, words in text)
        else:
            yield _text(value), "Choose one" if text == NO_CHOICE else str(text)


def _chosen(bound: BoundField) -> set[str]:
    value = bound.value()
    many = value if isinstance(value, list | tuple | set) else [value]
    return {_text(getattr(one, "pk", one)) for one in many}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


BUILDERS: tuple[tuple[tuple[type[forms.Widget], ...], Any], ...] = (
    ((UkDateInput,), _date),
    ((forms.CheckboxSelectMultiple,), _checkboxes),
    ((forms.RadioSelect,), _radios),
    ((forms.CheckboxInput,), _single_checkbox),
    ((forms.SelectMultiple,), _checkboxes),
    ((forms.Select,), _select),
    ((forms.Textarea,), _textarea),
    ((forms.FileInput,), _file),
    ((forms.PasswordInput,), _password),
    ((forms.widgets.Input,), _text_input),
)
"""The first kind that fits decides. A widget of any other kind keeps its own HTML under an NHS.UK label."""
