"""The demo and the development server as commands, from their start to Ctrl-C."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import TextIO
from urllib.request import urlopen

import pytest
from django.core.management import call_command
from pytest_django import Settings

from hileads.embedded import portal, preflight, preparation
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.management.commands import demo, serve
from hileads.embedded.processes import Part
from tests.integration.embedded.conftest import PROJECT, processes_of, wait_until

READY_AT_ONCE = """
import socket, sys, time
listening = socket.socket(fileno=int(sys.argv[1]))
asking, _ = listening.accept()
asking.recv(65536)
asking.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n")
time.sleep(60)
"""
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".local", "__pycache__", ".*_cache")


@pytest.fixture
def handlers() -> Iterator[None]:
    """Put back the signal handlers that a foreground command replaces."""
    before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


@pytest.fixture
def stage(
    checkout: Path,
    home: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    handlers: None,
    free_port: str,
) -> list[str]:
    """A demo in a folder of its own, with nothing to prepare and servers elsewhere; returns what was prepared."""
    settings.BASE_DIR, settings.LOCAL_DIR = checkout, home
    settings.DEMO, settings.BASE_URL = True, f"http://localhost:{free_port}"
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.setenv(name, "elsewhere://")
    done: list[str] = []
    for step in ("migrate_if_needed", "load_if_changed", "collect_static_if_changed"):
        monkeypatch.setattr(preparation, step, lambda *_, step=step: done.append(step))
    monkeypatch.setattr(demo, "_sign_ins", lambda: "Dr Nadia Karim, executive lead")
    monkeypatch.setattr(portal, "background_parts", lambda _: [Part("worker", ["sleep", "60"])])
    return done


def when_said(output: StringIO, words: str, do: Callable[[], object]) -> Thread:
    """Do something once the command has said these words."""

    def watch() -> None:
        wait_until(lambda: words in output.getvalue())
        do()

    thread = Thread(target=watch)
    thread.start()
    return thread


def ctrl_c() -> None:
    """Press Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)


def test_the_demo_prepares_starts_greets_and_stops(
    stage: list[str], checkout: Path, free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-c", READY_AT_ONCE]
    monkeypatch.setattr(portal, "web_server", lambda descriptor: Part("web", [*command, str(descriptor)]))
    said, second = StringIO(), []

    def start_a_second_one() -> None:
        with pytest.raises(EmbeddedServerError) as refused:
            preflight.refuse_second_demo(checkout)
        second.append(str(refused.value))
        ctrl_c()

    thread = when_said(said, "Stop it with Ctrl-C", start_a_second_one)
    with pytest.raises(SystemExit) as ended:
        call_command("demo", port=free_port, stdout=said)
    thread.join()
    assert ended.value.code == 0
    assert stage == ["migrate_if_needed", "load_if_changed", "collect_static_if_changed"]
    assert f"ready at http://localhost:{free_port}\n" in said.getvalue()
    assert "Dr Nadia Karim" in said.getvalue()
    assert said.getvalue().endswith("is kept in .local for next time.\n")
    assert f"already running from this folder, at http://localhost:{free_port}" in second[0]
    assert not processes_of(checkout)


def test_a_portal_that_cannot_start_ends_the_demo_with_its_reason(
    stage: list[str], free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portal, "web_server", lambda _: Part("web", ["sh", "-c", "echo the reason; exit 3"]))
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("demo", port=free_port, stdout=said)
    assert ended.value.code == 3
    assert "web | the reason" in said.getvalue()


def test_a_portal_that_is_not_ready_in_time_ends_the_demo(
    stage: list[str], free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "READY_SECONDS", 0.3)
    monkeypatch.setattr(portal, "web_server", lambda _: Part("web", ["sleep", "60"]))
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("demo", port=free_port, stdout=said)
    assert ended.value.code == 1
    assert "did not become ready in time" in said.getvalue()


def test_ctrl_c_while_preparing_ends_the_demo(
    stage: list[str], free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "load_if_changed", lambda *_: ctrl_c())
    with pytest.raises(SystemExit) as ended:
        call_command("demo", port=free_port, stdout=StringIO())
    assert ended.value.code == 0


def test_servers_that_others_use_go_on(
    stage: list[str], free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "load_if_changed", lambda *_: ctrl_c())
    monkeypatch.setattr(demo, "release_and_wait", lambda _: False)
    said = StringIO()
    with pytest.raises(SystemExit):
        call_command("demo", port=free_port, stdout=said)
    assert "go on for another command" in said.getvalue()


def test_the_demo_starts_again_with_its_own_settings(
    stage: list[str], free_port: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEMO = False
    started: dict[str, str] = {}

    def start(program: str, arguments: list[str], surroundings: dict[str, str]) -> None:
        started.update(surroundings)
        raise SystemExit

    monkeypatch.setattr(os, "execve", start)
    with pytest.raises(SystemExit):
        call_command("demo", port=free_port)
    assert started["HILEADS_DEMO"] == "1"
    assert started["BASE_URL"] == f"http://localhost:{free_port}"
    assert stage == []


def test_the_development_server_restarts_the_worker_when_code_changes(
    stage: list[str], checkout: Path, free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = checkout / "hileads" / "clock.py"
    code.parent.mkdir()
    code.write_text("one")
    monkeypatch.setattr("hileads.embedded.processes.TICK_SECONDS", 0.1)
    monkeypatch.setattr(portal, "development_server", lambda _: Part("web", ["sleep", "60"]))
    worker = Part("worker", ["sh", "-c", "echo at work; exec sleep 60"], restart_on_change=True)
    monkeypatch.setattr(portal, "background_parts", lambda _: [worker])
    said = StringIO()
    threads = [
        when_said(said, "at work", lambda: code.write_text("another")),
        when_said(said, "restarts, because the code has changed", ctrl_c),
    ]
    with pytest.raises(SystemExit) as ended:
        call_command("serve", port=free_port, stdout=said)
    for thread in threads:
        thread.join()
    assert ended.value.code == 0
    assert stage == ["migrate_if_needed"]
    assert not processes_of(checkout)


def test_ctrl_c_before_the_development_server_runs(
    stage: list[str], free_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "migrate_if_needed", ctrl_c)
    monkeypatch.setattr(serve, "release_and_wait", lambda _: True)
    with pytest.raises(SystemExit) as ended:
        call_command("serve", port=free_port)
    assert ended.value.code == 0


def test_the_parts_are_the_commands_of_this_environment(tmp_path: Path) -> None:
    web, development = portal.web_server(5), portal.development_server("8000")
    worker, beat = portal.background_parts(tmp_path)
    assert "--bind=fd://5" in web.command
    assert "127.0.0.1:8000" in development.command
    assert [worker.restart_on_change, beat.restart_on_change, web.restart_on_change] == [True, True, False]
    assert {part.command[0] for part in (web, development, worker, beat)} == {sys.executable}
    assert portal.environment(BASE_URL="http://localhost:1")["BASE_URL"] == "http://localhost:1"


def test_the_whole_demo_from_a_fresh_checkout_to_ctrl_c(
    checkout: Path, own_database: str, free_port: str
) -> None:
    """The real thing, in a copy of this checkout: real data, web server, worker, scheduler, Redis."""
    shutil.copytree(PROJECT, checkout, ignore=LEFT_OUT, dirs_exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", free_port],
        cwd=checkout,
        env=kept | {"DATABASE_URL": own_database},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        assert running.stdout
        try:
            said = until_ready(running.stdout)
            with urlopen(f"http://localhost:{free_port}/", timeout=30) as page:
                assert page.status == 200
                assert "<h1" in page.read().decode()
        finally:
            running.send_signal(signal.SIGINT)
            rest, _ = running.communicate(timeout=60)
    assert re.search(r"ready at http://localhost:\d+\n\n.+@", said), said
    assert running.returncode == 0, rest
    assert "Traceback" not in said + rest
    assert processes_of(checkout) == []


def until_ready(output: TextIO) -> str:
    """Return what the demo says until it has said how to stop it, or ended."""
    said = ""
    for line in output:
        said += line
        if "Stop it with Ctrl-C" in line:
            break
    return said
