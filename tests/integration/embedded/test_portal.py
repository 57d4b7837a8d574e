"""What the demo and the development server do before and while the portal runs."""

import os
import signal
from collections.abc import Iterator
from contextlib import nullcontext
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from hileads.embedded import portal, preparation
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.places import Places
from tests.integration.embedded.conftest import wait_until


class Health(BaseHTTPRequestHandler):
    """Answers that it is not ready, then that it is."""

    answers = iter(())

    def do_GET(self) -> None:
        """Answer with the next status."""
        assert self.path == "/health/ready"
        self.send_response(next(self.answers))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def health() -> Iterator[str]:
    """The port of a web server that is ready when it is asked for the second time."""
    Health.answers = iter([503, 200])
    server = HTTPServer(("127.0.0.1", 0), Health)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield str(server.server_port)
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_portal_is_ready_when_it_says_so(health: str) -> None:
    check = portal.ReadyCheck(health)
    assert not check()
    assert wait_until(check)


def test_nobody_at_the_port_is_not_ready() -> None:
    assert not portal.ReadyCheck("1")()


def test_a_server_that_was_killed_comes_back_at_its_address(home: Path) -> None:
    servers = portal.EmbeddedServers(home, {"DATABASE_URL": "postgres://elsewhere"})
    places = Places(home, "redis")
    state = places.published()
    assert state
    os.kill(int(state["supervisor"]), signal.SIGKILL)
    assert wait_until(lambda: not places.is_supervised())
    servers.keep_running()
    again = places.published()
    assert again
    assert again["url"] == state["url"]
    servers._urls = servers._urls.__class__(None, "redis://elsewhere")
    with pytest.raises(EmbeddedServerError, match="another port"):
        servers.keep_running()


def test_a_stop_signal_interrupts_the_preparations() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), portal.stop_signals_interrupt():
        os.kill(os.getpid(), signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before


def test_what_was_done_for_the_same_files_is_not_done_again(tmp_path: Path) -> None:
    source, stamp, done = tmp_path / "source", tmp_path / "stamp", []
    source.write_text("one")
    for content in ("one", "one", "another"):
        if source.read_text() != content:
            source.write_text(content)
        preparation.once(
            stamp, preparation.signature([source], "database"), lambda: done.append(source.read_text())
        )
    assert done == ["one", "another"]


def test_what_failed_is_done_again(tmp_path: Path) -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        preparation.once(tmp_path / "stamp", "wanted", fail)
    assert not (tmp_path / "stamp").exists()


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done as the owner of the tables, whose place the tests' own connection takes here."""
    done: list[str] = []
    monkeypatch.setattr(preparation, "as_owner", nullcontext)
    monkeypatch.setattr(preparation, "secure", lambda: done.append("secure"))
    monkeypatch.setattr(preparation, "call_command", lambda name, **_: done.append(name))
    return done


def test_a_migrated_database_keeps_its_tables(db: None, called: list[str]) -> None:
    preparation.migrate_if_needed()
    assert called == ["secure"]


def test_tables_that_are_behind_are_brought_up_to_date(
    db: None, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation.MigrationExecutor, "migration_plan", lambda *_: ["a migration"])
    preparation.migrate_if_needed()
    assert called == ["migrate"]


def test_content_is_loaded_once_into_each_database(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr(preparation, "call_command", lambda name, **_: called.append(name))
    preparation.load_if_changed(tmp_path, tmp_path)
    preparation.load_if_changed(tmp_path, tmp_path)
    assert called == ["load_reference", "load_demo"]
    monkeypatch.setattr(preparation, "_database_identity", lambda: "another")
    preparation.load_if_changed(tmp_path, tmp_path)
    assert called == ["load_reference", "load_demo"] * 2


def test_static_files_are_collected_once_and_again_when_they_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    requirements = tmp_path / "base.txt"
    requirements.write_text("versions")
    monkeypatch.setattr(preparation, "call_command", lambda name, **_: called.append(name))
    target, stamps = tmp_path / "collected", tmp_path / "stamps"
    stamps.mkdir()
    target.mkdir()
    for _ in range(2):
        preparation.collect_static_if_changed(target, requirements, stamps)
    assert called == ["collectstatic"]
    target.rmdir()
    preparation.collect_static_if_changed(target, requirements, stamps)
    assert called == ["collectstatic"] * 2
