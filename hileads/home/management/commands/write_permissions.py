"""manage.py write_permissions: write who may do what into docs/reference/permissions.md."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from hileads.permissions.page import page


class Command(BaseCommand):
    help = "Write the page of permissions in the reference docs from the tables in the code."

    def handle(self, *args: Any, **options: Any) -> None:
        file = settings.BASE_DIR / "docs" / "reference" / "permissions.md"
        file.write_text(page(), encoding="utf-8")
        self.stdout.write(f"Written: {file.relative_to(settings.BASE_DIR)}")
