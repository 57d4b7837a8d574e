"""manage.py migrate: bring the tables up to date as their owner, then give the portal's own role its rights."""

from typing import Any

from django.core.management.commands.migrate import Command as MigrateCommand

from hileads.database import as_owner, secure


class Command(MigrateCommand):
    help = "Bring the database's tables up to date, and give the portal's own role its rights."

    def execute(self, *args: Any, **options: Any) -> str | None:
        with as_owner():
            said: str | None = super().execute(*args, **options)
            secure()
        return said
