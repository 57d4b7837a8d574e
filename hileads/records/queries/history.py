"""The history of changes across every audited thing, a page at a time, in one question to the database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db.models import F, IntegerField, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject

from hileads.clock import UK
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.records.queries.wording import Named, changes_between, kind_of, name_of

A_PAGE = 50
A_STRETCH = 10_000
"""How much is read at a time where all of it is wanted: asking every table is what takes long, however much comes back."""
VERBS = {"insert": "Added", "update": "Changed", "delete": "Removed"}


@dataclass(frozen=True)
class Key:
    """Where a page of the history begins: after the event at this moment, of this kind, with this number."""

    moment: datetime
    kind: int
    number: int

    def __str__(self) -> str:
        return f"{self.moment.isoformat()}|{self.kind}|{self.number}"


@dataclass(frozen=True)
class Wanted:
    """What one looks for: a kind of thing, an organisation, a person who acted or is concerned, a time."""

    kind: str = ""
    organisation: Organisation | None = None
    person: User | None = None
    from_date: date | None = None
    to_date: date | None = None
    after: Key | None = None
    size: int | None = None


@dataclass(frozen=True)
class Change:
    """One field of a thing, before and after. Confidential words are not told."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """Something happened: when, who did it (acting as whom), to what, and what is different since."""

    moment: datetime
    who: str
    acting_for: str
    verb: str
    kind: str
    name: str
    is_confidential: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class History:
    """A page of entries, the newest first, and where the next page begins, if there is one."""

    entries: tuple[Entry, ...]
    next_key: str


def event_models() -> list[type[Model]]:
    """Return the history's tables, always in the same order."""
    found = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    return sorted(found, key=lambda model: tracked(model)._meta.label)


def tracked(event_model: type[Model]) -> type[Model]:
    """Return the model whose history a table holds."""
    return event_model.pgh_tracked_model  # type: ignore[attr-defined, no-any-return]


def history(wanted: Wanted) -> History:
    """Return the page that begins after `wanted.after`: four questions, however much there is."""
    rows, following = _rows(wanted)
    return History(tuple(_entries(rows)), str(following or ""))


def everything_about(person: User) -> Iterator[Entry]:
    """Yield all that the history says of a person, the newest first. Many are read at a time, and none is kept."""
    rows, following = _rows(Wanted(person=person, size=A_STRETCH))
    yield from _entries(rows)
    while following:
        rows, following = _rows(Wanted(person=person, after=following, size=A_STRETCH))
        yield from _entries(rows)


def key_from(text: str) -> Key | None:
    """Return where a page begins as its address says it, or None for the first page."""
    try:
        moment, kind, number = text.split("|")
        return Key(datetime.fromisoformat(moment), int(kind), int(number))
    except ValueError:
        return None


def _rows(wanted: Wanted) -> tuple[Sequence[dict[str, Any]], Key | None]:
    """Return the events of a page as the database tells them, and where the next page begins, if there is one."""
    branches = [
        _branch(model, place, wanted)
        for place, model in enumerate(event_models())
        if wanted.kind in ("", tracked(model)._meta.label)
    ]
    size = wanted.size or A_PAGE
    rows = list(_together(branches, size) if branches[1:] else branches[0])
    last = rows[size - 1] if len(rows) > size else None
    return rows[:size], Key(last["pgh_created_at"], last["told_place"], last["pgh_id"]) if last else None


def _together(branches: Sequence[Any], size: int) -> Any:
    rows = branches[0].union(*branches[1:], all=True)
    return rows.order_by("-pgh_created_at", "-told_place", "-pgh_id")[: size + 1]


def _branch(event_model: type[Model], place: int, wanted: Wanted) -> Any:
    events: QuerySet[Any] = QuerySet(event_model)
    shown = JSONObject(**{field.attname: F(field.attname) for field in fields_of(event_model)})
    # Its number first: else the database writes out every earlier event to keep the last of them.
    earlier = events.filter(
        pgh_obj_id=OuterRef(OuterRef("pgh_obj_id")), pgh_id__lt=OuterRef(OuterRef("pgh_id"))
    )
    before = events.filter(pgh_id=Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1]))
    rows = events.filter(_when(place, wanted), _whom(event_model, wanted)).annotate(
        told_place=Value(place, IntegerField()),
        told_now=shown,
        told_before=Subquery(before.values(found=shown)),
        told_context=F("pgh_context__metadata"),
    )
    return rows.order_by("-pgh_created_at", "-pgh_id").values(
        "pgh_created_at", "told_place", "pgh_id", "pgh_label", "told_context", "told_now", "told_before"
    )[: (wanted.size or A_PAGE) + 1]


def fields_of(event_model: type[Model]) -> list[Any]:
    """Return what an event keeps of its thing."""
    return [field for field in event_model._meta.concrete_fields if not field.name.startswith("pgh_")]


def _when(place: int, wanted: Wanted) -> Q:
    condition = Q()
    if wanted.from_date:
        condition &= Q(pgh_created_at__gte=datetime.combine(wanted.from_date, time(), UK))
    if wanted.to_date:
        following = wanted.to_date + timedelta(days=1)
        condition &= Q(pgh_created_at__lt=datetime.combine(following, time(), UK))
    if wanted.after is None:
        return condition
    at_once = Q(pgh_created_at=wanted.after.moment)
    if place == wanted.after.kind:
        at_once &= Q(pgh_id__lt=wanted.after.number)
    elif place > wanted.after.kind:
        at_once = Q(pk__in=[])
    return condition & (Q(pgh_created_at__lt=wanted.after.moment) | at_once)


def _whom(event_model: type[Model], wanted: Wanted) -> Q:
    condition = Q()
    if wanted.organisation:
        condition &= _names(event_model, Organisation, wanted.organisation.pk)
    if wanted.person:
        did_it = Q(pgh_context__metadata__user=wanted.person.pk)
        condition &= did_it | _names(event_model, User, wanted.person.pk)
    return condition


def _names(event_model: type[Model], other: type[Model], pk: int) -> Q:
    """Return the condition that an event is about this person or organisation, or names them."""
    condition = Q(pgh_obj_id=pk) if tracked(event_model) is other else Q(pk__in=[])
    for field in fields_of(event_model):
        if field.related_model is other:
            condition |= Q(**{field.attname: pk})
    return condition


def _entries(rows: Sequence[dict[str, Any]]) -> Iterable[Entry]:
    models = event_models()
    named = _named(rows)
    for row in rows:
        model = tracked(models[row["told_place"]])
        told = row["told_context"] or {}
        before, after = row["told_before"] or {}, row["told_now"]
        if row["pgh_label"] == "delete":
            before, after = after, {}
        confidential = bool(getattr(model, "history_is_confidential", False))
        yield Entry(
            moment=row["pgh_created_at"],
            who=named.person(told.get("user")) if told.get("user") else _nobody_known(row["told_context"]),
            acting_for=named.person(told.get("acting_for")) if told.get("acting_for") else "",
            verb=VERBS[row["pgh_label"]],
            kind=kind_of(model),
            name="" if confidential else name_of(row["told_now"], named),
            is_confidential=confidential,
            changes=tuple(
                Change(field, *(("", "") if confidential else (old, new)))
                for field, old, new in changes_between(model, before, after, named)
            ),
        )


def _nobody_known(context: dict[str, Any] | None) -> str:
    return "Nobody signed in" if context else "Directly in the database"


def _named(rows: Sequence[dict[str, Any]]) -> Named:
    """Return the names of the people and organisations on a page: a question each."""
    people: set[int] = set()
    organisations: set[int] = set()
    kept_in = {User: people, Organisation: organisations}
    naming = [
        [
            (field.attname, kept_in[field.related_model])
            for field in fields_of(model)
            if field.related_model in kept_in
        ]
        for model in event_models()
    ]
    for row in rows:
        told = row["told_context"] or {}
        people |= {told[name] for name in ("user", "acting_for") if told.get(name)}
        for values in (row["told_now"], row["told_before"] or {}):
            for name, found in naming[row["told_place"]]:
                if values.get(name):
                    found.add(values[name])
    return Named(
        dict(User.objects.filter(pk__in=people).values_list("pk", "name")),
        dict(Organisation.objects.filter(pk__in=organisations).values_list("pk", "name")),
    )
