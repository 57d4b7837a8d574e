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
    ImportOrigin,
    ImportState,
    RegisterCheck,
)
from hileads.organisations.odsapi.records import (
    BOARDS_NAME,
    TRUSTS_NAME,
    HeldBoard,
    boards_file,
    code_of,
    notes_on,
    notes_on_boards,
    region_of,
    trusts_file,
)
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.odsfiles.telling import LEFT_OUT, UNCHANGED, told
from hileads.organisations.queries.imports import boards_held
from hileads.organisations.queries.register import plan_import
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

Records = Sequence[Mapping[str, Any]]


@transaction.atomic
def record_check(*, by: User, since: date, trusts: Records, boards: Records = ()) -> RegisterCheck:
    """Propose an import of the trusts and boards that have changed on `since` or later, if it would change anything."""
    check(by, P.ORGANISATION_IMPORT)
    held = boards_held(today())
    notes = [*notes_on(boards), *notes_on(trusts), *notes_on_boards(boards, held)]
    try:
        proposal = _proposed(by, _files_of(trusts, boards, held), "\n".join(notes))
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


def _files_of(trusts: Records, boards: Records, held: Mapping[str, HeldBoard]) -> list[tuple[str, bytes]]:
    """Return what has changed as files, by name and content: those that hold at least one row."""
    regions = {code: board.region for code, board in held.items()}
    regions |= {code_of(record): region_of(record, held) for record in boards}
    of_boards = boards_file(boards, held)
    files = [(BOARDS_NAME, of_boards)] if of_boards != boards_file([], held) else []
    return files + ([(TRUSTS_NAME, trusts_file(trusts, regions))] if trusts else [])


def _proposed(by: User, files: list[tuple[str, bytes]], notes: str) -> Import | None:
    """Return a proposal, unless the same waits already or it would change nothing: then nothing is kept."""
    waiting = Import.objects.filter(state=ImportState.PROPOSED, origin=ImportOrigin.CHECK)
    if not files or any(_is_of(run, files) for run in waiting.prefetch_related("files")):
        return None
    plan = plan_import([Dated(read_file(name, content), today()) for name, content in files])
    if all(row["category"] in (UNCHANGED, LEFT_OUT) for row in told(plan)["rows"]):
        return None
    return propose_import(by=by, files=files, as_at_date=today(), origin=ImportOrigin.CHECK, notes=notes)


def _is_of(run: Import, files: list[tuple[str, bytes]]) -> bool:
    return {(file.name, bytes(file.content)) for file in run.files.all()} == set(files)
