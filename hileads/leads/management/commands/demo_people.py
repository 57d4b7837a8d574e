"""Print one sign-in per role of the demo."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hileads.leads.actions import set_demo_passwords
from hileads.leads.models import User
from hileads.leads.reference.cast import CAST


class Command(BaseCommand):
    help = "Print the demo people who sign in, with their passwords and what each shows."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo people have passwords only where HILEADS_DEMO is set.")
        passwords = set_demo_passwords(by=User.objects.system())
        if not passwords:
            raise CommandError("The demo is not loaded yet. Run: manage.py load_demo")
        rows = [(player.shows, player.email, passwords[player.email]) for player in CAST if player.shows]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        for row in rows:
            self.stdout.write(
                "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
            )
