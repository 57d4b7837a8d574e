"""Folders like a checkout, each with servers of its own, and a look at what is left running afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server

import psycopg
import pytest

from hileads.embedded.servers import connection_urls, release, release_and_wait

PROJECT = Path(__file__).resolve().parents[3]
CLIENT = """
import sys
from pathlib import Path
from socket import create_server
from hileads.embedded.servers import connection_urls
urls = connection_urls(Path(sys.argv[1]), want_postgres="postgres" in sys.argv, want_redis="redis" in sys.argv)
print(urls.database, urls.redis, flush=True)
sys.stdin.read()
"""
Start = Callable[..., subprocess.Popen[str]]


@contextmanager
def folder_like_a_checkout() -> Iterator[Path]:
    """Make a folder that every user may enter, with a blank in its name and too long a path for a socket file."""
    outer = Path(tempfile.mkdtemp(prefix="portal of "))
    outer.chmod(0o755)
    folder = outer / ("a long name " * 9).strip()
    folder.mkdir()
    try:
        yield folder
    finally:
        for home in (folder / ".local", folder / ".local" / "test"):
            release_and_wait(home)
        left = processes_of(folder)
        shutil.rmtree(outer)
    assert left == []


@pytest.fixture
def checkout() -> Iterator[Path]:
    """A checkout in which nothing was ever started."""
    with folder_like_a_checkout() as folder:
        yield folder


@pytest.fixture
def home(checkout: Path) -> Path:
    """Where this checkout's servers will keep their things."""
    return checkout / ".local"


@pytest.fixture(scope="session")
def stopped_database() -> Iterator[Path]:
    """The home of a database that was made, used and stopped."""
    with folder_like_a_checkout() as folder:
        url = connection_urls(folder / ".local", want_redis=False).database
        assert url
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE note (text text)")
            connection.execute("INSERT INTO note VALUES ('kept')")
        release_and_wait(folder / ".local")
        yield folder / ".local"


@pytest.fixture
def used_home(home: Path, stopped_database: Path) -> Path:
    """A copy of that home, with one note in its database: `kept`."""
    shutil.copytree(stopped_database, home)
    return home


@pytest.fixture
def start_client() -> Iterator[Start]:
    """Start commands that ask for servers, print their addresses, and live until their input ends."""
    started = []

    def start(home: Path, *servers: str) -> subprocess.Popen[str]:
        client = subprocess.Popen(
            [sys.executable, "-c", CLIENT, str(home), *servers],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(client)
        return client

    yield start
    for client in started:
        client.communicate()


@pytest.fixture
def free_port() -> str:
    """A port on which nobody listens."""
    with create_server(("127.0.0.1", 0)) as nobody:
        return str(nobody.getsockname()[1])


@pytest.fixture
def let_go(home: Path) -> Callable[[], None]:
    """Let go of the servers as the end of a command does, without waiting."""
    return lambda: release(home)


def processes_of(folder: Path) -> list[str]:
    """List the command lines of the processes, other than ours, that name this folder or work in it."""
    found = []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit() or int(process.name) == os.getpid():
            continue
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            place = str((process / "cwd").readlink())
        except OSError:
            continue
        if str(folder) in command or place.startswith(str(folder)):
            found.append(command)
    return found


def wait_until(condition: Callable[[], bool], seconds: float = 15.0) -> bool:
    """Say whether the condition comes to hold in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
