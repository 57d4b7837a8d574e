"""manage.py write_worked_example: work the shipped figures out again into docs/reference/worked-example.md."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from accountability.reference.worked_example.page import page


class Command(BaseCommand):
    help = "Write the worked example of the reference docs from the shipped figures."

    def handle(self, *args: Any, **options: Any) -> None:
        file = settings.BASE_DIR / "docs" / "reference" / "worked-example.md"
        file.write_text(page(), encoding="utf-8")
        self.stdout.write(f"Written: {file.relative_to(settings.BASE_DIR)}")
