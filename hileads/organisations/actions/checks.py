"""Keep what the check against the Organisation Data Service found: a proposal for people to look at, never a change."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.actions.proposals import propose_import
from hileads.organisations.models import (
    CheckOutcome,
    Import,
    ImportFile,
    ImportOrigin,
    ImportState,
    RegisterCheck,
)
from hileads.organisations.odsapi.records import FILE_NAME, notes_on, trusts_file
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.odsfiles.telling import LEFT_OUT, UNCHANGED, told
from hileads.organisations.queries.imports import regions_of_boards
from hileads.organisations.queries.register import plan_import
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

Records = Sequence[Mapping[str, Any]]


@transaction.atomic
def record_check(*, by: User, since: date, trusts: Records, boards: Sequence[str] = ()) -> RegisterCheck:
    """Propose an import of the trusts that have changed on `since` or later, if it would change anything.

    `boards` are the codes of ICBs that have changed: no file of trusts holds them, so they are named in the notes.
    """
    check(by, P.ORGANISATION_IMPORT)
    notes = notes_on(trusts)
    if boards:
        named = ", ".join(boards)
        notes.append(
            f"ODS has changed something about these boards: {named}. Import a list of boards to record it."
        )
    content = trusts_file(trusts, regions_of_boards(today()))
    try:
        proposal = _proposed(by, content, "\n".join(notes)) if trusts else None
    except RefusedFileError as refusal:
        problems = "\n".join(str(problem) for problem in refusal.problems)
        return record_failed_check(
            by=by, since=since, reason=f"What ODS says does not fit the register.\n{problems}"
        )
    return RegisterCheck.objects.create(
        checked_at=now(),
        since_date=since,
        outcome=CheckOutcome.PROPOSED if proposal else CheckOutcome.NOTHING_NEW,
        notes="\n".join(notes),
        proposal=proposal,
    )


@transaction.atomic
def record_failed_check(*, by: User, since: date, reason: str) -> RegisterCheck:
    """Record that the service could not be asked, or did not answer as it says it does. The next check asks again."""
    check(by, P.ORGANISATION_IMPORT)
    return RegisterCheck.objects.create(
        checked_at=now(), since_date=since, outcome=CheckOutcome.FAILED, notes=reason
    )


def _proposed(by: User, content: bytes, notes: str) -> Import | None:
    """Return a proposal, unless the same waits already or it would change nothing: then nothing is kept."""
    waiting = ImportFile.objects.filter(
        of_import__state=ImportState.PROPOSED, of_import__origin=ImportOrigin.CHECK
    )
    if any(bytes(file.content) == content for file in waiting):
        return None
    file = read_file(FILE_NAME, content)
    rows = told(plan_import([Dated(file, today())]))["rows"]
    if all(row["category"] in (UNCHANGED, LEFT_OUT) for row in rows):
        return None
    return propose_import(
        by=by, files=[(FILE_NAME, content)], as_at_date=today(), origin=ImportOrigin.CHECK, notes=notes
    )
