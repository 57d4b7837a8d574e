"""May this file of figures be imported or undone now? Each refusal says why, and what would help."""

from accountability.models import FigureImport, FigureImportState
from hileads.frame.refusals import NotNow
from hileads.wording import counted, long_datetime, lower_first

State = FigureImportState
FIGURE_IMPORT_CHANGES: dict[FigureImportState, frozenset[FigureImportState]] = {
    State.CHECKING: frozenset({State.ASKING, State.CHECKED, State.REFUSED}),
    State.ASKING: frozenset({State.CHECKING, State.DISCARDED}),
    State.REFUSED: frozenset(),
    State.CHECKED: frozenset({State.CHECKING, State.APPLYING, State.APPLIED, State.DISCARDED}),
    State.APPLYING: frozenset({State.APPLIED, State.CHECKED}),
    State.APPLIED: frozenset({State.UNDOING, State.UNDONE}),
    State.UNDOING: frozenset({State.UNDONE, State.APPLIED}),
    State.UNDONE: frozenset(),
    State.DISCARDED: frozenset(),
}
"""A file is checked by the queue, then decided on. Long ones are imported and undone by the queue too; what it cannot
do is as it was before."""

ROW_FAULTS = {
    "repeated": "Row {row} is of the same measure, period and group. Keep one of the two.",
    "called_otherwise": (
        "These days are called “{period}” already, here or in an earlier row. Write “{period}” under “Period”."
    ),
    "loaded": (
        "The portal loads this figure itself, from “{source}”, and a file does not change it. Take the row out. If the "
        "figure is wrong, tell its publisher."
    ),
}
"""Why a row that can be read cannot stand beside the other rows, or beside the figures that are held."""

CHANGED_SINCE = (
    "The figures or measures that the portal holds have changed since this file was checked, so importing it would now "
    "do something else. Nothing was changed. Check the file again, look at what it would do, and decide then."
)


def refuse_figure_step(run: FigureImport, to: FigureImportState) -> None:
    """Refuse what an import has gone past, or has not come to."""
    if to not in FIGURE_IMPORT_CHANGES[FigureImportState(run.state)]:
        raise NotNow(f"This file is {lower_first(run.get_state_display())}. Nothing was changed.")


def refuse_other_than_seen(run: FigureImport, seen: str) -> None:
    """Refuse to import something else than what was looked at. `seen` is the moment of the check that was shown."""
    if run.checked_at is None or seen != run.checked_at.isoformat():
        raise NotNow(
            "The file has been checked again since you looked at it. Nothing was changed. Look at what it would do "
            "now, and decide then."
        )


def refuse_rejected_rows(run: FigureImport, *, only_good_rows: bool) -> None:
    """Refuse to leave rows out unless that was asked for, and to import nothing at all."""
    rejected, good = run.counts["rejected"], run.counts["new"] + run.counts["changed"]
    if rejected and not only_good_rows:
        raise NotNow(
            f"{counted(rejected, 'row is', 'rows are')} rejected, and a file is imported whole or not at all. Nothing "
            "was changed. Mend those rows and hand the file in again, or ask for the good rows only."
        )
    if not good:
        raise NotNow(
            "No row of this file would change anything: there is nothing to import. Nothing was changed."
        )


def refuse_changed_since(*, is_changed: bool) -> None:
    """Refuse to import against other figures than the file was checked against."""
    if is_changed:
        raise NotNow(CHANGED_SINCE)


def why_not_undo(run: FigureImport, *, has_later: bool) -> str:
    """Return why this import cannot be undone; "" where it can. `has_later`: another import has brought the same measures."""
    if run.state == FigureImportState.UNDONE:
        return f"This import was undone on {long_datetime(run.undone_at)} already. Nothing was changed."
    if run.state != FigureImportState.APPLIED:
        return f"This file is {lower_first(run.get_state_display())}, so there is nothing to undo. Nothing was changed."
    if has_later:
        return (
            "Another file has brought figures of the same measures since, so this one cannot be undone any more. "
            "Nothing was changed. Undo that one first, or import a file with the right figures."
        )
    return ""


def refuse_undo(run: FigureImport, *, has_later: bool) -> None:
    """Refuse to undo what is not the last import of its measures."""
    reason = why_not_undo(run, has_later=has_later)
    if reason:
        raise NotNow(reason)
