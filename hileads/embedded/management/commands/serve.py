"""Run the portal for its developers, with reload; `make run` runs this."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from hileads.embedded import portal, preparation
from hileads.embedded.places import Places
from hileads.embedded.preflight import reserve_port
from hileads.embedded.processes import ProcessGroup
from hileads.embedded.servers import release_and_wait
from hileads.embedded.templates import PACKAGES


class Command(BaseCommand):
    """Web server, worker and scheduler in one foreground command, each with the code as it is now."""

    help = "Run the portal for development: web server, worker and scheduler, with reload."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port to listen on."""
        parser.add_argument("--port", default="8000", help="the port to listen on (8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring the tables up to date, then run until Ctrl-C."""
        port: str = options["port"]
        if settings.PRODUCTION:
            raise CommandError(
                "This is for development. docs/how-to/deploy.md says how to run in production."
            )
        reserve_port(port, suggestion="run").close()
        places = Places(settings.LOCAL_DIR, "development")
        places.make_folders()
        status = 0
        try:
            with portal.stop_signals_interrupt():
                preparation.migrate_if_needed()
            connections.close_all()
            status = self._run(port, places.run)
        except KeyboardInterrupt:
            pass
        finally:
            connections.close_all()
            release_and_wait(settings.LOCAL_DIR)
        sys.exit(status)

    def _run(self, port: str, run: Path) -> int:
        servers = portal.EmbeddedServers(settings.LOCAL_DIR, os.environ)
        surroundings = portal.environment(BASE_URL=f"http://localhost:{port}")
        group = ProcessGroup(settings.BASE_DIR, surroundings, say=self._say)
        known = _code()

        def look_after() -> None:
            nonlocal known
            servers.keep_running()
            if (now := _code()) != known:
                known = now
                group.restart_changed()

        try:
            group.start([portal.development_server(port), *portal.background_parts(run)])
            group.run(look_after)
        finally:
            status = group.stop()
        return status

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def _code() -> str:
    """Return what changes when a file of our Python code does."""
    files = (path for package in PACKAGES for path in (settings.BASE_DIR / package).rglob("*.py"))
    return preparation.signature(files)
