"""Fill the register from files of the Organisation Data Service and the lists that go with them."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.organisations.actions.imports import import_files, undo_import
from hileads.organisations.models import Kind
from hileads.organisations.odsfiles.layouts import KNOWN, OdsFile, read_file
from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.odsfiles.register import open_count
from hileads.organisations.queries.register import plan_import
from hileads.wording import long_date, long_datetime

SHOWN_PROBLEMS = 50
NOTHING_CHANGED = "Nothing was changed."


class Command(BaseCommand):
    help = (
        "Import organisations: all the files together, or none of them. The layout is told from each file. "
        f"Known: {KNOWN}."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument(
            "--as-at",
            metavar="DATE",
            help=(
                "the day (YYYY-MM-DD) on which the trusts', networks' and regions' files were true. They do not say "
                "so themselves; without it, the newest date in the file that has come counts. The lists of ICBs and "
                "of successions, and the lookup of sub-ICB locations, carry their own dates."
            ),
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument(
            "--undo", action="store_true", help="bring back what the register said before the last import"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["undo"] == bool(options["files"]):
            raise CommandError(f"Name the files to import, or say --undo and nothing else. {NOTHING_CHANGED}")
        if options["undo"]:
            self._undo()
        else:
            self._import(options)

    def _undo(self) -> None:
        try:
            run = undo_import(by=User.objects.system(), run=None)
        except NotNow as refusal:
            raise CommandError(refusal.reason) from refusal
        self.stdout.write(f"Undone: the import of {run.file_names}, of {long_datetime(run.finished_at)}.")

    def _import(self, options: dict[str, Any]) -> None:
        as_at = _day(options["as_at"])
        try:
            files = [_read(path) for path in options["files"]]
            dated = [Dated(file, file.day_true(as_at, today())) for file in files]
            if options["dry_run"]:
                plan = plan_import(dated)
            else:
                plan = import_files(by=User.objects.system(), files=dated).plan
        except RefusedFileError as refusal:
            raise CommandError(_told(refusal)) from refusal
        self._report(plan)
        if options["dry_run"]:
            self.stdout.write(f"A dry run. {NOTHING_CHANGED}")

    def _report(self, plan: Plan) -> None:
        for outcome in plan.outcomes:
            self._report_file(outcome)
        self.stdout.write(f"In the register on {long_date(today())}:")
        for kind in (Kind.REGION, Kind.ICB, Kind.TRUST, Kind.PCN):
            known, still_open = open_count(plan.after.entries, kind, today())
            self.stdout.write(f"  {kind.label}: {known:,}, of which open {still_open:,}")

    def _report_file(self, outcome: Outcome) -> None:
        counts = outcome.counts()
        closed = counts.pop("closed")
        words = [f"{name} {count:,}" for name, count in counts.items()]
        if closed:
            words[1] += f" (of which closed {closed:,})"
        self.stdout.write(f"{outcome.file_name}: {outcome.title}, as at {long_date(outcome.as_at)}")
        self.stdout.write(f"  {', '.join(words)}")
        for change in outcome.changes:
            self.stdout.write(f"  {change}")
        for note in outcome.notes:
            self.stdout.write(f"  {note}")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            f"--as-at {text} is not a date of the form YYYY-MM-DD. {NOTHING_CHANGED}"
        ) from error
    if day > today():
        raise CommandError(f"--as-at {text} has not come yet. {NOTHING_CHANGED}")
    return day


def _read(path: Path) -> OdsFile:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}. {NOTHING_CHANGED}") from error
    return read_file(path.name, content)


def _told(refusal: RefusedFileError) -> str:
    shown = [str(problem) for problem in refusal.problems[:SHOWN_PROBLEMS]]
    more = len(refusal.problems) - len(shown)
    if more:
        shown.append(f"and {more:,} more.")
    return "\n  ".join([f"{refusal.file_name} is refused. {NOTHING_CHANGED}", *shown])
