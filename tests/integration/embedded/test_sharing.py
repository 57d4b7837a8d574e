"""Commands share the servers, and the last one to end stops them."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import psycopg
import redis

from hileads.embedded.places import Places
from hileads.embedded.servers import connection_urls, release_and_wait
from tests.integration.embedded.conftest import Start, processes_of, wait_until


def test_two_commands_at_once_share_servers_that_end_with_the_last(
    checkout: Path, home: Path, start_client: Start
) -> None:
    cut_short = home / "postgres.partial"  # a first start that never came to its end
    cut_short.mkdir(parents=True)
    (cut_short / "PG_VERSION").write_text("18")
    first, second = (start_client(home, "postgres", "redis") for _ in range(2))
    addresses = [client.stdout.readline().split() for client in (first, second) if client.stdout]
    assert addresses[0] == addresses[1]
    database, queue = addresses[0]
    first.communicate()
    with psycopg.connect(database) as connection:
        for extension in ("pg_trgm", "unaccent", "btree_gist"):
            connection.execute(f"CREATE EXTENSION {extension}")
        assert connection.execute("SELECT lower('ÉLAN'), unaccent('Élan')").fetchone() == ("élan", "Elan")
    with redis.Redis.from_url(queue) as client:
        assert client.ping()
    supervisors = [command for command in processes_of(checkout) if " supervise " in command]
    assert len(supervisors) == 2
    second.communicate()
    assert wait_until(lambda: not processes_of(checkout))


def test_only_what_is_asked_for_is_started(home: Path) -> None:
    urls = connection_urls(home, want_postgres=False)
    assert urls.database is None
    assert urls.redis
    assert not (home / "postgres").exists()


def test_asking_for_nothing_writes_nothing(home: Path) -> None:
    connection_urls(home, want_postgres=False, want_redis=False)
    assert not home.exists()


def test_passwords_and_data_are_for_their_owner_only(home: Path) -> None:
    connection_urls(home, want_postgres=False)
    for private in ("redis.password", "redis", "run"):
        assert (home / private).stat().st_mode & 0o077 == 0
    assert not any("requirepass" in command or "password" in command for command in processes_of(home))


def test_a_killed_command_keeps_nothing_running(checkout: Path, home: Path, start_client: Start) -> None:
    client = start_client(home, "redis")
    assert client.stdout
    client.stdout.readline()
    client.kill()
    client.wait()
    assert wait_until(lambda: not processes_of(checkout))
    assert Places(home, "redis").published() is None


def test_a_forked_child_keeps_the_servers_that_its_parent_asked_for(
    home: Path, let_go: Callable[[], None]
) -> None:
    connection_urls(home, want_postgres=False)
    child = os.fork()
    if child == 0:
        signal.pause()
        os._exit(0)
    try:
        assert not release_and_wait(home)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert release_and_wait(home)


def test_a_command_that_comes_while_the_server_stops_gets_a_new_one(
    home: Path, let_go: Callable[[], None]
) -> None:
    first = connection_urls(home, want_postgres=False)
    supervisor = Places(home, "redis").published()
    assert supervisor
    let_go()
    os.kill(int(supervisor["supervisor"]), signal.SIGTERM)
    assert wait_until(lambda: Places(home, "redis").published() is None)
    assert connection_urls(home, want_postgres=False) == first
    state = Places(home, "redis").published()
    assert state
    assert state["supervisor"] != supervisor["supervisor"]
    assert redis.Redis.from_url(str(state["url"])).ping()
