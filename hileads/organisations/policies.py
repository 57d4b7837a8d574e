"""May the register change in this way now? Each refusal says why, and what would help."""

from collections.abc import Sequence
from datetime import date

from hileads.frame.refusals import NotNow
from hileads.organisations.models import Import, ImportState, Organisation
from hileads.wording import counted, long_date, long_datetime, lower_first

NAMED_AT_MOST = 5

IMPORT_CHANGES: dict[ImportState, frozenset[ImportState]] = {
    ImportState.PROPOSED: frozenset({ImportState.UNDER_WAY, ImportState.DONE, ImportState.DISCARDED}),
    ImportState.UNDER_WAY: frozenset({ImportState.DONE, ImportState.PROPOSED}),
    ImportState.DONE: frozenset({ImportState.UNDONE}),
    ImportState.UNDONE: frozenset(),
    ImportState.DISCARDED: frozenset(),
}
"""A proposal is imported, at once or by the queue, or discarded. One that the queue could not import waits again."""


def refuse_import_step(run: Import, to: ImportState) -> None:
    """Refuse what an import has gone past."""
    if to not in IMPORT_CHANGES[ImportState(run.state)]:
        raise NotNow(f"This import is {lower_first(run.get_state_display())}. Nothing was changed.")


def refuse_unseen(digest: str, seen: str) -> None:
    """Refuse to confirm something else than the preview showed."""
    if digest != seen:
        raise NotNow(
            "The register has changed since you looked at this preview, so importing would do something else now. "
            "Nothing was changed. Go back, look at the preview again, and confirm that."
        )


def why_not_undo(run: Import, last: Import | None) -> str:
    """Return why this import cannot be undone, whatever the register holds; "" where it can."""
    if last is None:
        return "Nothing has been imported yet, so there is nothing to undo."
    if run.state == ImportState.UNDONE:
        return f"This import was undone on {long_datetime(run.undone_at)} already."
    if run.state != ImportState.DONE:
        return f"This import is {lower_first(run.get_state_display())}, so there is nothing to undo."
    if last.pk != run.pk:
        return (
            "Another import has come since, so this one cannot be undone any more. Import a file that is right "
            "instead: it counts from the day on which it was true."
        )
    return ""


def refuse_undo(run: Import, last: Import | None, in_use: Sequence[str]) -> None:
    """Refuse to undo an import that is not the last, or whose organisations others have begun to use."""
    reason = why_not_undo(run, last)
    if reason:
        raise NotNow(reason)
    if in_use:
        more = len(in_use) - NAMED_AT_MOST
        named = ", ".join(in_use[:NAMED_AT_MOST]) + (f" and {counted(more, 'other')}" if more > 0 else "")
        raise NotNow(
            f"Something has been recorded at organisations that this import brought: {named}. Undoing it would lose "
            "that. Nothing was changed. Import a file that is right instead."
        )


def why_read_only(organisation: Organisation, day: date) -> str:
    """Return why nothing can be changed at an organisation any more; "" while it is open, or has still to open."""
    if organisation.closed_date is None or organisation.closed_date >= day:
        return ""
    return (
        f"{organisation.name} closed on {long_date(organisation.closed_date)}. What it recorded stays as it was: it can "
        "be read, and not changed. Whoever took over from it plans and reports under its own name."
    )


def refuse_closed(organisation: Organisation, day: date) -> None:
    """Refuse to change what a closed organisation has recorded."""
    reason = why_read_only(organisation, day)
    if reason:
        raise NotNow(reason)
