"""Imports as their pages show them: what waits, what it would change, how far it is, what was done and undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.core.cache import cache
from django.core.paginator import Page, Paginator
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from hileads.clock import day_of
from hileads.organisations.models import (
    CheckOutcome,
    Expectation,
    Import,
    ImportState,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    OrganisationType,
    RegisterCheck,
    SubLocation,
    Succession,
)
from hileads.organisations.odsapi.records import HeldBoard
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated
from hileads.organisations.odsfiles.reading import Problem, RefusedFileError
from hileads.organisations.odsfiles.telling import CATEGORIES, Told, digest_of, told
from hileads.organisations.policies import why_not_undo
from hileads.organisations.queries.register import plan_import

A_PAGE = 50
A_WEEK, LONGEST_BACK = timedelta(days=7), timedelta(days=185)
STEPS = (
    "organisations",
    "names",
    "places in boards and regions",
    "sub-ICB locations",
    "successions",
    "who is expected to name a lead",
)
REGISTER = {Expectation, OrganisationLink, OrganisationName, OrganisationType, SubLocation, Succession}
"""What belongs to an organisation's entry in the register and goes with it."""


@dataclass(frozen=True)
class Refusal:
    """A file that does not fit, with what is wrong and in which rows."""

    file_name: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Shown:
    """What an import would change or has changed: its files with counts, and one kind of rows, a page at a time."""

    files: Sequence[Told]
    totals: dict[str, int]
    category: str
    page: Page[Told]
    digest: str


def last_import() -> Import | None:
    """Return the import that was carried out last, also if it has been undone since."""
    return Import.objects.finished().order_by("-finished_at", "-pk").first()


def imports() -> QuerySet[Import]:
    """Return all imports and proposals with who decided them, the newest first."""
    return (
        Import.objects.newest_first()
        .select_related("created_by", "decided_by", "undone_by")
        .defer("told", "before")
    )


def can_be_undone(run: Import) -> bool:
    """Say whether this is the import that can be undone, if nothing has been recorded at what it brought."""
    return not why_not_undo(run, last_import())


def files_of(run: Import) -> list[Dated]:
    """Return the files that wait to be imported, read, with the day on which each was true."""
    on = day_of(run.created_at)
    files = [read_file(file.name, bytes(file.content)) for file in run.files.order_by("pk")]
    return [Dated(file, file.day_true(run.as_at_date, on)) for file in files]


def preview(run: Import) -> Told | Refusal:
    """Return what carrying out this proposal would change now, as a dry run tells it, or why it is refused."""
    try:
        return told(plan_import(files_of(run)))
    except RefusedFileError as refusal:
        return Refusal(refusal.file_name, tuple(refusal.problems))


def shown(told_of: Told, category: str, number: str) -> Shown:
    """Return a page of the rows of one category: the one asked for, or the first that has any."""
    files = told_of.get("files", [])
    totals = {name: sum(file["counts"][name] for file in files) for name in CATEGORIES}
    if not totals.get(category):
        category = next((name for name in CATEGORIES if totals[name]), CATEGORIES[0])
    rows = [row for row in told_of.get("rows", []) if row["category"] == category]
    return Shown(files, totals, category, Paginator(rows, A_PAGE).get_page(number), digest_of(told_of))


def progress(run: Import) -> tuple[int, str]:
    """Return the number of the step that an import under way is at (0 before the first), and what it is about."""
    step = int(cache.get(run.progress_key, 0)) if run.state == ImportState.UNDER_WAY else 0
    return step, STEPS[step - 1] if step else ""


def last_check() -> RegisterCheck | None:
    """Return the last check against the Organisation Data Service, if there has been one."""
    return RegisterCheck.objects.select_related("proposal").order_by("-checked_at").first()


def checked_since(day: date) -> date:
    """Return the day from which a check on `day` asks what has changed: the last check that worked, or a week back.

    The service answers for at most half a year back.
    """
    worked = RegisterCheck.objects.exclude(outcome=CheckOutcome.FAILED).order_by("-checked_at").first()
    since = day_of(worked.checked_at) if worked else day - A_WEEK
    return max(since, day - LONGEST_BACK)


def boards_held(day: date) -> dict[str, HeldBoard]:
    """Return the region on `day` ("" where none is known) and the opening of each ICB, by its code."""
    links = OrganisationLink.objects.on(day).filter(kind=LinkKind.REGION, organisation__kind=Kind.ICB)
    regions = dict(links.values_list("organisation__code", "parent__code"))
    opened = Organisation.objects.of_kind(Kind.ICB).values_list("code", "opened_date")
    return {code: HeldBoard(regions.get(code, ""), day.isoformat() if day else "") for code, day in opened}


def in_use(codes: Iterable[str]) -> list[str]:
    """Return the names of those of these organisations to which anything outside the register points."""
    pointing = [
        Q(Exists(model._base_manager.filter(**{column: OuterRef("pk")})))
        for model, column in _pointing_here()
    ]
    rows = Organisation.objects.filter(reduce(or_, pointing), code__in=list(codes))
    return list(rows.by_name().values_list("name", flat=True))


def _pointing_here() -> list[tuple[type[Model], str]]:
    """Return every foreign key to an organisation but the register's own and the history's."""
    found: list[tuple[type[Model], str]] = []
    relations: list[Any] = list(Organisation._meta.get_fields(include_hidden=True))
    for relation in relations:
        if relation.auto_created and (relation.one_to_many or relation.one_to_one):
            model = relation.related_model
            if model not in REGISTER and not hasattr(model, "pgh_tracked_model"):
                found.append((model, relation.field.name))
    return found
