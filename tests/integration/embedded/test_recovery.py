"""Whatever is killed, and whenever: the next command finds the data and a working server."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from socket import create_server

import psycopg
import pytest
import redis

from hileads.embedded import leftovers, servers
from hileads.embedded.accounts import server_account
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.leftovers import processes_in
from hileads.embedded.places import Places
from hileads.embedded.servers import connection_urls, release_and_wait
from tests.integration.embedded.conftest import processes_of, wait_until


def database(home: Path) -> str:
    """Return the address of this home's database, started if need be."""
    url = connection_urls(home, want_redis=False).database
    assert url
    return url


def supervisor_of(home: Path, server: str) -> int:
    """Return the process number of the supervisor that has published an address."""
    state = Places(home, server).published()
    assert state
    return int(state["supervisor"])


def notes(url: str) -> list[str]:
    """Read the notes back."""
    with psycopg.connect(url) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM note")]


def test_a_killed_supervisor_takes_its_server_along_and_the_next_command_finds_everything(
    used_home: Path,
) -> None:
    url = database(used_home)
    os.kill(supervisor_of(used_home, "postgres"), signal.SIGKILL)
    assert wait_until(lambda: not Places(used_home, "postgres").is_supervised())
    assert database(used_home) == url
    assert notes(url) == ["kept"]
    assert len([line for line in processes_of(used_home) if "/postgres -D " in line]) == 1


def test_a_killed_server_is_started_again_at_the_same_address(used_home: Path) -> None:
    url = database(used_home)
    for process in processes_in(used_home / "postgres", "postgres"):
        os.kill(process, signal.SIGKILL)
    assert wait_until(lambda: not Places(used_home, "postgres").is_supervised())
    assert database(used_home) == url
    assert notes(url) == ["kept"]


def test_marks_of_a_run_that_a_power_cut_ended_do_not_stand_in_the_way(
    checkout: Path, used_home: Path
) -> None:
    account = server_account(checkout)
    stranger = subprocess.Popen(["sleep", "60"], user=account.uid if account else None)
    try:
        (used_home / "postgres" / "postmaster.pid").write_text(
            f"{stranger.pid}\n{used_home / 'postgres'}\n1\n5432\n"
        )
        (used_home / "run" / "postgres.json").write_text('{"supervisor": 1, "url": "postgresql://nowhere"}')
        (used_home / "postgres.password").unlink()
        assert notes(database(used_home)) == ["kept"]
    finally:
        stranger.kill()
        stranger.wait()


def test_data_of_another_version_is_refused_and_kept(used_home: Path) -> None:
    version = used_home / "postgres" / "PG_VERSION"
    version.write_text("9\n")
    with pytest.raises(EmbeddedServerError, match="was made by PostgreSQL 9"):
        database(used_home)
    assert version.read_text() == "9\n"


def test_data_that_no_server_can_read_says_so_with_the_log(used_home: Path) -> None:
    shutil.rmtree(used_home / "postgres" / "global")
    with pytest.raises(EmbeddedServerError, match=r"did not start[^¶]*postgres\.log says"):
        database(used_home)


def test_test_data_is_made_anew_after_the_machine_went_down(home: Path, stopped_database: Path) -> None:
    shutil.copytree(stopped_database, home / "test")
    assert notes(database(home / "test")) == ["kept"]
    release_and_wait(home / "test")
    (home / "test" / "postgres.boot").write_text("another start of the machine")
    with pytest.raises(psycopg.errors.UndefinedTable):
        notes(database(home / "test"))


def test_queued_work_outlives_a_stop(home: Path) -> None:
    for words in ("first", "second"):
        url = connection_urls(home, want_postgres=False).redis
        assert url
        with redis.Redis.from_url(url) as client:
            client.rpush("queue", words)
            waiting = client.lrange("queue", 0, -1)
        release_and_wait(home)
    assert waiting == [b"first", b"second"]


def test_a_port_that_somebody_took_meanwhile_is_left_to_them(home: Path) -> None:
    connection_urls(home, want_postgres=False)
    release_and_wait(home)
    remembered = Places(home, "redis").remembered_port()
    assert remembered
    with create_server(("127.0.0.1", remembered)):
        url = connection_urls(home, want_postgres=False).redis
        assert url
        assert str(remembered) not in url
        assert redis.Redis.from_url(url).ping()


def test_servers_stop_when_their_folder_is_deleted(checkout: Path, home: Path) -> None:
    connection_urls(home, want_postgres=False)
    shutil.rmtree(home)
    assert wait_until(lambda: not processes_of(checkout))
    assert connection_urls(home, want_postgres=False).redis


def test_leftovers_are_asked_to_stop_and_then_made_to(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftovers, "PATIENCE_SECONDS", 0.3)
    data, program = checkout / "data", checkout / "postgres"
    data.mkdir()
    shutil.copy("/bin/sh", program)
    with subprocess.Popen(
        [program, "-c", "trap '' INT QUIT; echo up; read ending"],
        cwd=data,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as stubborn:
        assert stubborn.stdout
        stubborn.stdout.readline()
        assert processes_in(data, "postgres") == [stubborn.pid]
        assert processes_in(data, "redis-server") == []
        leftovers.end_leftovers(data, "postgres")
        assert stubborn.wait() == -signal.SIGKILL
    leftovers.end_leftovers(data, "postgres")


def test_where_processes_cannot_be_seen_none_are_ended(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftovers, "PROCESSES", checkout / "no such folder")
    assert processes_in(checkout, "postgres") == []


def test_a_start_that_others_never_finish_is_given_up(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "START_SECONDS", 0.1)
    monkeypatch.setattr(servers, "STOP_SECONDS", 0.1)
    places = Places(home, "redis")
    places.make_folders()
    starting, stopping = places.start_lock(), places.lease()
    assert starting.exclude()
    with pytest.raises(EmbeddedServerError, match="Another command has been starting redis"):
        connection_urls(home, want_postgres=False)
    servers.release(home)
    assert stopping.exclude()
    with pytest.raises(EmbeddedServerError, match="redis has been stopping"):
        connection_urls(home, want_postgres=False)
    starting.release()
    stopping.release()


def test_a_supervisor_that_dies_at_once_is_reported_with_its_log(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers.sys, "executable", "/bin/false")
    with pytest.raises(EmbeddedServerError, match=r"redis stopped as soon as it started\. The end of"):
        connection_urls(home, want_postgres=False)
