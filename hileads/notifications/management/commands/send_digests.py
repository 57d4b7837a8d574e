"""manage.py send_digests: this week's digest now, by hand. Nobody gets a second one in the same week."""

from typing import Any

from django.core.management.base import BaseCommand

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.actions import post_digests
from hileads.notifications.queries import week_at
from hileads.wording import counted


class Command(BaseCommand):
    help = "Post this week's digest for everyone who has something in it. The workers send it."

    def handle(self, *args: Any, **options: Any) -> None:
        posted = post_digests(by=User.objects.system(), periods=[week_at(now())])
        self.stdout.write(f"{counted(posted, 'digest')} posted.")
