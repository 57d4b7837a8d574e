"""How a change reads: what the thing is called, and each field before and after, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, Field, Model

from hileads.leads.models import Role, User, role_name
from hileads.organisations.models import Organisation
from hileads.wording import long_date, long_datetime

NOTHING = "nothing"
NAMES = ("name", "title", "code", "email", "label")
UNTOLD = frozenset({"id", "public_id"})


@dataclass(frozen=True)
class Named:
    """The names of people and organisations by their numbers. Whoever is gone is called so."""

    people: Mapping[int, str]
    organisations: Mapping[int, str]

    def person(self, number: Any) -> str:
        return self.people.get(number, "Somebody whose account is gone")

    def organisation(self, number: Any) -> str:
        return self.organisations.get(number, "An organisation that is gone")


def kind_of(model: type[Model]) -> str:
    """Return what a kind of thing is called: "organisation link"."""
    return str(model._meta.verbose_name)


def name_of(values: Mapping[str, Any], named: Named) -> str:
    """Return what one thing is called: its name, or whose and where it is."""
    own = next((str(values[name]) for name in NAMES if values.get(name)), "")
    whose = named.person(values["user_id"]) if values.get("user_id") else ""
    where = named.organisation(values["organisation_id"]) if values.get("organisation_id") else ""
    return ", ".join(filter(None, (own, whose, where)))


def changes_between(
    model: type[Model], before: Mapping[str, Any], after: Mapping[str, Any], named: Named
) -> Iterator[tuple[str, str, str]]:
    """Yield each field that differs, with its words before and after."""
    for name, label, field in _told_of(model):
        old, new = before.get(name), after.get(name)
        if old != new and not (old in (None, "") and new in (None, "")):
            yield label, _words(field, old, named), _words(field, new, named)


@cache
def _told_of(model: type[Model]) -> "tuple[tuple[str, str, Field[Any, Any]], ...]":
    """Return the fields whose changes are told: the name in the history, what it is called, and the field."""
    fields = [field for field in model._meta.concrete_fields if field.attname not in UNTOLD]
    labels = [str(field.verbose_name) for field in fields]
    return tuple(
        (field.attname, label[:1].upper() + label[1:], field)
        for field, label in zip(fields, labels, strict=True)
    )


def _words(field: "Field[Any, Any]", value: Any, named: Named) -> str:
    if value in (None, "", [], {}):
        return NOTHING
    if field.related_model is User:
        return named.person(value)
    if field.related_model is Organisation:
        return named.organisation(value)
    if field.choices and list(field.flatchoices) == Role.choices and value in Role.values:
        return role_name(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return "yes" if value else "no"
    if isinstance(field, DateTimeField):
        return long_datetime(datetime.fromisoformat(value))
    if isinstance(field, DateField):
        return long_date(date.fromisoformat(value))
    return str(value)
