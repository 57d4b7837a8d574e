"""Write a frozen assurance report to a file, without a browser."""

import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accountability.actions.report import export_report
from accountability.models import Export, Report
from hileads.frame.refusals import NotNow
from hileads.leads.models import User


class Command(BaseCommand):
    help = "Export a frozen assurance report as pdf, docx or xlsx."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "report", help="the report's identifier, as in its address, or an organisation's ODS code"
        )
        parser.add_argument("--format", choices=Export.Format.values, required=True)
        parser.add_argument("--output", required=True, help="the file to write, or - for standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        report = self._find(options["report"])
        try:
            content = export_report(
                by=User.objects.system(), report=report, file_format=Export.Format(options["format"])
            )
        except NotNow as refusal:
            raise CommandError(refusal.reason) from refusal
        if options["output"] == "-":
            sys.stdout.buffer.write(content)
            return
        target = Path(options["output"])
        try:
            target.write_bytes(content)
        except OSError as error:
            raise CommandError(
                f"Could not write {target}: {error.strerror}. Nothing was exported."
            ) from error
        self.stdout.write(
            f"Wrote {target} ({len(content):,} bytes) from the snapshot {report.snapshot.sha256[:12]}."
        )

    def _find(self, name: str) -> Report:
        """Return the report of that identifier, or the newest frozen one of an organisation."""
        try:
            found = Report.objects.filter(public_id=UUID(name))
        except ValueError:
            found = Report.objects.filter(organisation__code=name.upper(), snapshot__isnull=False)
        report = found.select_related("organisation").order_by("-to_date").first()
        if report is None:
            raise CommandError(
                f"There is no report {name}. An organisation's code finds its newest frozen report."
            )
        return report
