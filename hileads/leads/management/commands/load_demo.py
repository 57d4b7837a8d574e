"""Load the demo's invented people and their story, made through the product's own actions."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from hileads.clock import today
from hileads.contributions import DemoStage, demo_chapters
from hileads.leads.actions import record_demo
from hileads.leads.models import User
from hileads.leads.queries import demo_told
from hileads.wording import counted, long_date

AFRESH = "To load it afresh: stop the portal, delete the folder .local, and run: make demo"


class Command(BaseCommand):
    help = "Load the demo: invented people and six months of their story at real organisations."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo's people are invented, so it is never loaded in production.")
        told = demo_told()
        if told:
            age = (today() - told).days
            self.stdout.write(f"The demo is already loaded, on {long_date(told)}: {counted(age, 'day')} old.")
            self.stdout.write(AFRESH)
            return
        stage = self._tell(today())
        self.stdout.write(
            f"The demo is loaded as of {long_date(stage.today)}: {counted(len(stage.people), 'person', 'people')}."
        )

    def _tell(self, day: date) -> DemoStage:
        stage = DemoStage(today=day)
        with transaction.atomic():
            for chapter in demo_chapters.all():
                chapter.tell(stage)
            record_demo(by=User.objects.system(), day=day)
        return stage
