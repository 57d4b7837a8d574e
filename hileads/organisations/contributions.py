"""What the register adds to other pages, and how the shipped files fill it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q
from django.urls import reverse

from hileads.clock import today
from hileads.contributions import (
    AccountItem,
    LoadCounts,
    Panel,
    ReferenceLoader,
    Resolved,
    SearchHit,
    SearchSource,
    account_menu,
    panels,
    reference_loaders,
    resolvers,
    search_sources,
)
from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads, record_kinds_of_care
from hileads.organisations.actions.imports import import_files
from hileads.organisations.models import Import, ImportRun, ImportState, Kind
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.policies import IMPORT_CHANGES
from hileads.organisations.queries.directory import Sought, by_code, find, lines_of, with_places
from hileads.organisations.queries.partners import partners_of
from hileads.organisations.queries.register import counts_of_last_import
from hileads.organisations.reference.kinds_of_care import KINDS_OF_CARE
from hileads.organisations.reference.shipped import dated_files
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import Facts, PersonalData, each, personal_data
from hileads.states import StateMachine, machines

MOST_HITS = 10


def imports_by(person: User) -> Iterator[Facts]:
    """Files that they imported."""
    rows = ImportRun.objects.filter(imported_by=person).order_by("pk")
    return each(rows, Kind="kind", Files="file_names", As_at="as_at_date", Imported="imported_at")


def load_register() -> Mapping[str, LoadCounts]:
    """Import the shipped files unless they have been, then say who is expected to name a lead."""
    by = User.objects.system()
    files = dated_files(today())
    known = counts_of_last_import(files)
    if known:
        loaded, expected = _unchanged(files, known), expect_leads(by=by)
    else:
        imported = import_files(by=by, files=files)
        loaded, expected = _counts(imported.plan), imported.expected
    return loaded | {
        "Organisations expected to name a lead": expected,
        "Trusts whose kind of care a source gives": record_kinds_of_care(by=by, rows=KINDS_OF_CARE),
    }


def _counts(plan: Plan) -> dict[str, LoadCounts]:
    return {
        f"{outcome.title} ({outcome.file_name})": LoadCounts(
            len(outcome.created), len(outcome.updated), len(outcome.unchanged), len(outcome.rejected)
        )
        for outcome in plan.outcomes
    }


def _unchanged(files: list[Dated], known: list[dict[str, int]]) -> dict[str, LoadCounts]:
    return {
        f"{dated.file.layout.title} ({dated.file.name})": LoadCounts(
            unchanged=counts["created"] + counts["updated"] + counts["unchanged"], rejected=counts["rejected"]
        )
        for dated, counts in zip(files, known, strict=True)
    }


def find_organisations(user: User, words: str) -> list[SearchHit]:
    """Return the open organisations that hold the words, or come near them, for the site search."""
    if not words.strip() or not can(user, P.ORGANISATION_VIEW):
        return []
    day = today()
    found = find(Sought(words=words), day).organisations
    return [
        SearchHit(
            title=line.name,
            url=_address(line.code),
            kind_label=line.kind_label,
            summary=", ".join(filter(None, (line.ods_code, line.town, line.icb, line.region))),
        )
        for line in lines_of(with_places(found, day)[:MOST_HITS], day)
    ]


def resolve_organisation(user: User, public_id: str, revision: str) -> Resolved | None:
    """Answer a stored reference to an organisation by its code."""
    organisation = by_code(public_id)
    if organisation is None or not can(user, P.ORGANISATION_VIEW, on=organisation):
        return None
    return Resolved(organisation.name, _address(organisation.code), organisation.get_kind_display())


def sees_coverage(user: User) -> bool:
    """Say whether coverage stands in this person's account menu."""
    return can(user, P.COVERAGE_VIEW)


def imports_touched_by(person: User) -> Iterator[Facts]:
    """Return the imports that this person proposed, decided or undid."""
    mine = Q(created_by=person) | Q(decided_by=person) | Q(undone_by=person)
    rows = Import.objects.filter(mine).newest_first().defer("told", "before")
    return each(
        rows, Files="file_names", State="get_state_display", Proposed="created_at", Undone="undone_at"
    )


def expectation_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Lead from an organisation's page to whether it is expected to name a lead, for those who record it."""
    return (
        {"organisation": subject} if can(user, P.EXPECTATION_EDIT) and subject.kind != Kind.PARTNER else None
    )


def partners_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """The partners that work in a board's area, on its page, and the way to register one for those who keep them."""
    if subject.kind != Kind.ICB or not subject.is_open_on(today()):
        return None
    return {
        "organisation": subject,
        "count": partners_of(subject, today()).count(),
        "may_register": can(user, P.PARTNER_EDIT, on=subject),
    }


def _address(code: str) -> str:
    return reverse("organisation-show", kwargs={"code": code})


def keeps_register(user: User) -> bool:
    """Say whether imports stand in this person's account menu."""
    return can(user, P.ORGANISATION_IMPORT)


panels.add(
    "organisations.expectation",
    Panel("organisations.organisation", "organisations/_expectation_panel.jinja", expectation_panel, 80),
)
panels.add(
    "organisations.partners",
    Panel("organisations.organisation", "organisations/_partners_panel.jinja", partners_panel, 25),
)
account_menu.add("imports", AccountItem("Imports of organisations", "import-list", keeps_register, 35))
account_menu.add("coverage", AccountItem("Coverage", "coverage-show", sees_coverage, 30))
resolvers.add("organisations:organisation", resolve_organisation)
search_sources.add("organisations", SearchSource("Organisations", 50, find_organisations))
reference_loaders.add("organisations", ReferenceLoader(10, load_register))
personal_data.add(
    "imports",
    PersonalData(
        "Files that you imported",
        "National administrators.",
        90,
        imports_by,
        ("organisations.ImportRun.imported_by",),
    ),
)
personal_data.add(
    "imports.decided",
    PersonalData(
        "Imports that you proposed, decided or undid",
        "National administrators.",
        91,
        imports_touched_by,
        (
            "organisations.Import.created_by",
            "organisations.Import.decided_by",
            "organisations.Import.undone_by",
        ),
    ),
)
machines.add(
    "imports",
    StateMachine(
        name="imports",
        title="An import of organisations",
        start=ImportState.PROPOSED,
        changes=IMPORT_CHANGES,
        words={state: state.label for state in ImportState},
    ),
)
