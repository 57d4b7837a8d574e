"""Load what ships with the portal: organisations, content, measures and figures."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from hileads.contributions import LoadCounts, reference_loaders


class Command(BaseCommand):
    help = "Load the reference data and content that ship with the portal. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        total = LoadCounts()
        for loader in reference_loaders.all():
            with transaction.atomic():
                loaded = loader.load()
            for thing, counts in loaded.items():
                self.stdout.write(f"{thing}: {_told(counts)}")
                total.created += counts.created
                total.updated += counts.updated
                total.unchanged += counts.unchanged
                total.rejected += counts.rejected
        self.stdout.write(f"Reference data: {_told(total)}.")


def _told(counts: LoadCounts) -> str:
    return (
        f"created {counts.created:,}, updated {counts.updated:,}, "
        f"unchanged {counts.unchanged:,}, rejected {counts.rejected:,}"
    )
