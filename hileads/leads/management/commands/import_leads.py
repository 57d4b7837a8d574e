"""Import a spreadsheet of leads from the command line."""

from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from hileads.clock import today
from hileads.leads.actions.leadimports import apply_lead_import, keep_lead_file
from hileads.leads.leadfiles.lines import WORDS, Outcome
from hileads.leads.leadfiles.planning import Plan
from hileads.leads.leadfiles.reading import read
from hileads.leads.models import User
from hileads.leads.queries.leadimports import plan_leads
from hileads.spreadsheets.cells import UnreadableError
from hileads.wording import counted


class Command(BaseCommand):
    help = "Import a list of leads (.xlsx or CSV). Nobody is written to; the invitations are sent from the portal."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the spreadsheet")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument(
            "--by",
            metavar="ADDRESS",
            help="the national administrator who imports it, named in the invitations",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            plan = self._plan(Path(options["file"]), self._importer(options["by"]), dry=options["dry_run"])
        except (OSError, UnreadableError, PermissionDenied) as refusal:
            raise CommandError(f"{refusal} Nothing was changed.") from refusal
        self._tell(plan, dry=options["dry_run"])

    def _plan(self, file: Path, by: User, *, dry: bool) -> Plan:
        content = file.read_bytes()
        if dry:
            return plan_leads(read(content), today())
        kept = keep_lead_file(by=by, file_name=file.name, content=content)
        return apply_lead_import(by=by, lead_import=kept)

    def _importer(self, address: str | None) -> User:
        if not address:
            return User.objects.system()
        found = User.objects.filter(email=address.lower()).first()
        if found is None:
            raise CommandError(f"Nobody has the address {address}. Nothing was changed.")
        return found

    def _tell(self, plan: Plan, *, dry: bool) -> None:
        if dry:
            self.stdout.write("This is what would happen. Nothing was changed.")
        for line in plan.lines:
            if line.outcome != Outcome.UNCHANGED:
                says = " ".join(line.says)
                self.stdout.write(
                    f"Row {line.number}, {line.name}, {line.place}: {WORDS[line.outcome]}. {says}"
                )
        for outcome, count in plan.counts().items():
            self.stdout.write(f"{WORDS[Outcome(outcome)]}: {counted(count, 'row')}")
