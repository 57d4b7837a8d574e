"""manage.py write_state_diagrams: draw what may become of each thing into docs/reference/states-<name>.md."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from hileads.states import machines, page


class Command(BaseCommand):
    help = "Write the state diagrams of the reference docs from the tables in the code."

    def handle(self, *args: Any, **options: Any) -> None:
        for machine in machines.all():
            file = settings.BASE_DIR / "docs" / "reference" / f"states-{machine.name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page(machine), encoding="utf-8")
            self.stdout.write(f"Written: {file.relative_to(settings.BASE_DIR)}")
