"""Bring the shipped vocabulary, resources and policy items into the portal."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.text import slugify

from hileads.contributions import LoadCounts
from hileads.curation.actions import Shipment, ship
from hileads.leads.models import User
from repository.models import PolicyItem, Population, Profession, Resource, Synonym, Topic

FOLDER = Path(__file__).resolve().parent.parent / "reference"
CHECKED_DATE = date(2026, 11, 22)
"""The day on which the shipped content was last read against its sources (`reference/README.md`)."""
POLICY_REVIEW_MONTHS = 6

TERMS: tuple[tuple[str, type[Any]], ...] = (
    ("topics", Topic),
    ("professions", Profession),
    ("populations", Population),
)


def load_vocabulary(*, by: User) -> Mapping[str, LoadCounts]:
    """Load the words that resources are filed under, and the words that mean the same."""
    shipped = _rows("vocabulary.yaml")
    counts = {
        name: ship(
            by=by,
            shipment=Shipment(model, "code", _write_term, lambda term: {"title": term.title}),
            rows=shipped[name],
        )
        for name, model in TERMS
    }
    synonyms = [{"shipped_key": slugify(words[0]), "words": words} for words in shipped["synonyms"]]
    return counts | {
        "synonyms": ship(
            by=by,
            shipment=Shipment(Synonym, "shipped_key", _write_synonym, lambda one: {"words": one.words}),
            rows=synonyms,
        )
    }


def load_resources(*, by: User) -> Mapping[str, LoadCounts]:
    """Load the publications, each published at a version so that it can be cited."""
    terms = {name: {term.code: term for term in model._default_manager.all()} for name, model in TERMS}
    shipment = Shipment(Resource, "code", partial(_write_resource, terms), _read_resource)
    return {"resources": ship(by=by, shipment=shipment, rows=_rows("resources.yaml"))}


@transaction.atomic
def load_policy_items(*, by: User) -> Mapping[str, LoadCounts]:
    """Load the dated policy, what replaces something before what it replaces."""
    shipment = Shipment(PolicyItem, "code", _write_policy_item, _read_policy_item)
    rows = _rows("policy_items.yaml")
    return {"policy items": ship(by=by, shipment=shipment, rows=_replacements_first(rows))}


def _rows(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _replacements_first(rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    by_code = {row["code"]: row for row in rows}

    def depth(row: dict[str, Any]) -> int:
        follower = by_code.get(row["superseded_by"])
        return 0 if follower is None else 1 + depth(follower)

    return sorted(rows, key=depth)


def _write_term(term: Any, row: Mapping[str, Any]) -> None:
    term.code, term.title = row["code"], row["title"]


def _write_synonym(synonym: Synonym, row: Mapping[str, Any]) -> None:
    synonym.shipped_key, synonym.words = row["shipped_key"], row["words"]


RESOURCE_TEXTS = ("code", "title", "publisher", "url", "kind", "level", "strength", "summary", "licence")
RESOURCE_LISTS = ("key_points", "questions_for_board")


def _write_resource(terms: Mapping[str, Any], resource: Resource, row: Mapping[str, Any]) -> None:
    for name in RESOURCE_TEXTS:
        setattr(resource, name, row[name])
    for name in RESOURCE_LISTS:
        setattr(resource, name, row[name])
    resource.published = row["published"] or ""
    resource.reviewed_date = CHECKED_DATE
    resource.review_due_date = CHECKED_DATE + relativedelta(months=row["review_months"])
    for name, known in terms.items():
        setattr(resource, name, [known[code] for code in row[name]])


def _read_resource(resource: Resource) -> Mapping[str, Any]:
    texts = {name: getattr(resource, name) for name in (*RESOURCE_TEXTS, *RESOURCE_LISTS, "published")}
    filed = {name: sorted(term.code for term in getattr(resource, name).all()) for name, _ in TERMS}
    return texts | filed | _review_dates(resource)


POLICY_TEXTS = ("code", "title", "publisher", "status", "binds", "supports", "summary", "asks", "url")


def _write_policy_item(item: PolicyItem, row: Mapping[str, Any]) -> None:
    for name in POLICY_TEXTS:
        setattr(item, name, row[name])
    item.date = row["date"] or ""
    item.reviewed_date = CHECKED_DATE
    item.review_due_date = CHECKED_DATE + relativedelta(months=POLICY_REVIEW_MONTHS)
    replaced_by = row["superseded_by"]
    item.superseded_by = PolicyItem.objects.get(code=replaced_by) if replaced_by else None


def _read_policy_item(item: PolicyItem) -> Mapping[str, Any]:
    texts = {name: getattr(item, name) for name in (*POLICY_TEXTS, "date")}
    replaced_by = item.superseded_by.code if item.superseded_by else None
    return texts | {"superseded_by": replaced_by} | _review_dates(item)


def _review_dates(thing: Resource | PolicyItem) -> dict[str, date | None]:
    return {"reviewed_date": thing.reviewed_date, "review_due_date": thing.review_due_date}
