"""What cannot work is refused in plain words, before anything is changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from socket import create_server

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from hileads.embedded import accounts, preflight, programs
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.locks import FileLock
from hileads.embedded.places import Places
from hileads.embedded.servers import connection_urls
from tests.integration.embedded.conftest import PROJECT, wait_until

ORDINARY_USER = 65534


@pytest.fixture
def taken_port() -> Iterator[str]:
    """A port on which somebody else listens."""
    with create_server(("127.0.0.1", 0)) as somebody:
        yield str(somebody.getsockname()[1])


def refusal_as_ordinary_user(do: Callable[[], object]) -> str:
    """Return with what words an ordinary user is refused (root may write anywhere, so root becomes one)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        said = "nothing was refused"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(ORDINARY_USER)
                os.setuid(ORDINARY_USER)
            do()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writer, said.encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as answer:
        return answer.read()


def rights_of(*folders: Path) -> list[tuple[int, int, int]]:
    """Return owner, group and mode of folders."""
    return [(facts.st_uid, facts.st_gid, facts.st_mode) for facts in map(Path.stat, folders)]


def test_a_checkout_in_a_private_home_is_refused_to_root_and_no_right_is_changed(
    checkout: Path, home: Path, free_port: str
) -> None:
    private = checkout.parent
    private.chmod(0o700)
    before = rights_of(private, checkout, *private.parents, PROJECT / ".venv")
    if os.geteuid() == 0:
        with pytest.raises(EmbeddedServerError) as refused:
            connection_urls(home)
        said = str(refused.value)
        assert f"may not enter {private}," in said
        for way_out in (
            "Nothing was changed",
            "Move the checkout",
            "ordinary user",
            "DATABASE_URL and REDIS_URL",
        ):
            assert way_out in said
        with pytest.raises(EmbeddedServerError, match="may not enter"):
            preflight.check(checkout, free_port, demo=True)
        assert not home.exists()
    else:
        assert connection_urls(home, want_postgres=False).redis
    assert rights_of(private, checkout, *private.parents, PROJECT / ".venv") == before


def test_root_without_any_unprivileged_user_is_told_so(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(accounts, "_candidates", lambda owner: [])
    with pytest.raises(EmbeddedServerError, match="neither a user called postgres nor nobody"):
        accounts.server_account(checkout)


def test_an_ordinary_user_needs_no_other_account(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert accounts.server_account(checkout) is None


def test_a_read_only_folder_is_refused(checkout: Path, home: Path) -> None:
    checkout.chmod(0o555)
    for refusal in (
        refusal_as_ordinary_user(lambda: connection_urls(home)),
        refusal_as_ordinary_user(lambda: preflight.refuse_read_only(checkout)),
    ):
        assert refusal.startswith("EmbeddedServerError: The development servers cannot keep their files in")
        assert "DATABASE_URL and REDIS_URL" in refusal
    assert not home.exists()


def test_a_folder_that_cannot_be_written_to_says_why(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(home, "redis")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        with pytest.raises(EmbeddedServerError, match="read-only file system"):
            places.make_folders()
        patch.setattr(os, "open", refuse)
        with pytest.raises(EmbeddedServerError, match="read-only file system"):
            places.lease()


def test_servers_that_another_user_started_are_refused(home: Path) -> None:
    places = Places(home, "redis")
    places.make_folders()
    places.publish("redis://elsewhere")
    refusal = refusal_as_ordinary_user(lambda: connection_urls(home, want_postgres=False))
    assert "permission denied" in refusal or os.geteuid() != 0


@pytest.mark.parametrize(
    ("find", "words"),
    [(programs.postgres_programs, "PostgreSQL is not here"), (programs.redis_program, "Redis is not here")],
)
def test_missing_packages_are_named(
    find: Callable[[], Path], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "_package", lambda name: None)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EmbeddedServerError, match=words):
        find()


def test_the_machine_s_own_redis_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    bundled = programs.redis_program()
    monkeypatch.setattr(programs, "_package", lambda name: None)
    monkeypatch.setenv("PATH", str(bundled.parent))
    assert programs.redis_program() == bundled


def test_a_taken_port_is_refused_before_anything_is_done(checkout: Path, taken_port: str) -> None:
    program = checkout / "hileads" / "embedded"
    shutil.copytree(PROJECT / "hileads" / "embedded", program)
    done = subprocess.run(
        [sys.executable, str(program), "preflight", "--demo", "--port", taken_port],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"Port {taken_port} cannot be used: address already in use. Nothing was changed." in done.stderr
    assert "make demo PORT=" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "8000.5", ""])
def test_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(EmbeddedServerError, match="PORT must be a number"):
        preflight.reserve_port(port)


def test_a_free_port_is_held_from_then_on(free_port: str) -> None:
    with (
        preflight.reserve_port(free_port),
        pytest.raises(EmbeddedServerError, match="address already in use"),
    ):
        preflight.reserve_port(free_port)


def test_a_second_demo_is_sent_to_the_first(checkout: Path, home: Path, free_port: str) -> None:
    places = Places(home, "demo")
    places.make_folders()
    preflight.refuse_second_demo(checkout)
    lock = FileLock(places.run / "demo.lock")
    assert lock.exclude()
    with pytest.raises(EmbeddedServerError, match="at an address it will print soon"):
        preflight.refuse_second_demo(checkout)
    places.publish("http://localhost:8000")
    with pytest.raises(
        EmbeddedServerError, match="already running from this folder, at http://localhost:8000"
    ):
        preflight.refuse_second_demo(checkout)
    lock.release()
    preflight.check(checkout, free_port, demo=True)


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_neither_demo_nor_development_server_run_in_production(command: str, settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError):
        call_command(command)


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_the_commands_refuse_a_taken_port_too(
    command: str, taken_port: str, checkout: Path, settings: Settings
) -> None:
    settings.BASE_DIR = checkout
    with pytest.raises(EmbeddedServerError, match=f"Port {taken_port} cannot be used"):
        call_command(command, port=taken_port)


def test_a_lock_that_somebody_holds_is_waited_for_in_vain(checkout: Path) -> None:
    holder, waiter = FileLock(checkout / "lock"), FileLock(checkout / "lock")
    assert holder.share()
    assert waiter.share()
    assert not waiter.exclude(within_seconds=0.1)
    holder.release()
    assert wait_until(waiter.exclude)
