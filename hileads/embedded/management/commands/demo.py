"""Start the portal with sample content; `make demo` runs this."""

import os
import sys
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from socket import socket
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from hileads.embedded import portal, preparation
from hileads.embedded.locks import FileLock
from hileads.embedded.places import Places
from hileads.embedded.preflight import refuse_second_demo, reserve_port, second_demo
from hileads.embedded.processes import ProcessGroup
from hileads.embedded.servers import release_and_wait

READY_SECONDS = 120.0


class Command(BaseCommand):
    """One foreground command: prepares the database, runs web server, worker and scheduler, stops them all."""

    help = "Start the portal with sample content and invented people, for looking around."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port to listen on."""
        parser.add_argument("--port", default="8000", help="the port to listen on (8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse what cannot work before changing anything, then prepare, run and stop."""
        port: str = options["port"]
        if settings.PRODUCTION:
            raise CommandError("The demo prints passwords and invents people: it does not run in production.")
        refuse_second_demo(settings.BASE_DIR)
        reserved = reserve_port(port)
        address = f"http://localhost:{port}"
        if not settings.DEMO or address != settings.BASE_URL:
            reserved.close()
            _start_again_as_demo(address)
        places = Places(settings.LOCAL_DIR, "demo")
        places.make_folders()
        lock = FileLock(places.run / "demo.lock")
        if not lock.exclude():
            raise second_demo(settings.BASE_DIR)
        places.publish(address)
        try:
            with reserved, portal.stop_signals_interrupt():
                self._prepare(places.run)
                status = self._run(reserved, port, places.run)
        except KeyboardInterrupt:
            status = 0
        finally:
            places.withdraw()
            self._leave()
            lock.release()
        sys.exit(status)

    def _prepare(self, run: Path) -> None:
        self._say("Preparing the database ...")
        preparation.migrate_if_needed()
        preparation.load_if_changed(settings.BASE_DIR, run)
        self._say("Collecting static files ...")
        requirements = settings.BASE_DIR / "requirements" / "base.txt"
        preparation.collect_static_if_changed(settings.STATIC_ROOT, requirements, run)

    def _run(self, reserved: socket, port: str, run: Path) -> int:
        """Run the parts until they are to stop; return the exit status."""
        self._say("Starting ...")
        servers = portal.EmbeddedServers(settings.LOCAL_DIR, os.environ)
        group = ProcessGroup(
            settings.BASE_DIR,
            portal.environment(),
            say=self._say,
            shared_descriptors=[reserved.fileno()],
        )
        try:
            group.start([portal.web_server(reserved.fileno())])
            reserved.close()
            sign_ins = _sign_ins()  # takes its time over the passwords, while the web server starts
            with portal.ReadyCheck(port) as ready:
                answered = group.wait_for(ready, within_seconds=READY_SECONDS)
            if answered:
                group.start(portal.background_parts(run))
                self._welcome(port, sign_ins)
                connections.close_all()
                group.run(servers.keep_running)
            elif not group.is_stopping:
                self._say("The portal did not become ready in time; the lines above may say why.")
                return group.stop() or 1
        finally:
            status = group.stop()
        return status

    def _welcome(self, port: str, sign_ins: str) -> None:
        self._say(f"\nThe portal is ready at http://localhost:{port}\n\n")
        self._say(sign_ins)
        self._say(f"\nMessages it sends are kept in {settings.MESSAGE_FOLDER}. Stop it with Ctrl-C.\n")

    def _leave(self) -> None:
        """Wait for the database and the queue to stop too, unless another command uses them."""
        connections.close_all()
        if release_and_wait(settings.LOCAL_DIR):
            self._say("Stopped. Everything you did is kept in .local for next time.")
        else:
            self._say("Stopped. PostgreSQL and Redis go on for another command and stop when it ends.")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def _sign_ins() -> str:
    """Return one sign-in per role, as a table for people."""
    table = StringIO()
    call_command("demo_people", stdout=table)
    return table.getvalue().rstrip()


def _start_again_as_demo(address: str) -> None:
    """Start this command once more with the settings of a demo at this address."""
    surroundings = os.environ | {
        "HILEADS_DEMO": "1",
        "BASE_URL": address,
        "HILEADS_ENVIRONMENT": "development",
    }
    os.execve(sys.executable, [sys.executable, *sys.argv], surroundings)  # noqa: S606  this very command, no shell
