"""Processes that run together end together, and leave nobody behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hileads.embedded.processes import Part, ProcessGroup
from tests.integration.embedded.conftest import PROJECT, processes_of, wait_until

GROUP = """
import os, sys
from pathlib import Path
from hileads.embedded.processes import Part, ProcessGroup
group = ProcessGroup(Path(sys.argv[1]), os.environ, say=lambda line: print(line, flush=True))
group.start([Part(name, ["/bin/sh", "-c", script]) for name, script in zip(sys.argv[2::2], sys.argv[3::2])])
group.run(lambda: None)
sys.exit(group.stop())
"""
# A part that started somebody else, who pays no attention to being asked to stop.
STUBBORN = "trap '' TERM; (trap '' TERM INT; sleep 60) & echo up; exec sleep 60"


def run_group(folder: Path, **scripts: str) -> subprocess.Popen[str]:
    """Start a group of shell scripts in a process of its own."""
    named = [text for pair in scripts.items() for text in pair]
    return subprocess.Popen(
        [sys.executable, "-c", GROUP, str(folder), *named], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )


def first_line(group: subprocess.Popen[str]) -> str:
    """Return the first thing that a part says."""
    assert group.stdout
    return group.stdout.readline()


def nobody_is_left(folder: Path) -> bool:
    """Say whether all processes that work in this folder have ended."""
    return wait_until(lambda: not processes_of(folder))


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_signal_ends_all_parts_and_what_they_started(checkout: Path, name: signal.Signals) -> None:
    group = run_group(checkout, web="echo ready; (sleep 60) & exec sleep 60", beat="exec sleep 60")
    assert first_line(group) == "   web | ready\n"
    group.send_signal(name)
    group.communicate(timeout=20)
    assert group.returncode == 0
    assert nobody_is_left(checkout)


def test_the_end_of_one_part_ends_the_others_and_its_status_is_told(checkout: Path) -> None:
    group = run_group(checkout, worker="exec sleep 60", web="printf 'no line end'; sleep 0.3; exit 3")
    said, _ = group.communicate(timeout=20)
    assert said.splitlines() == [
        "   web | no line end",
        "   web | ended by itself (status 3), so the rest is stopped too",
    ]
    assert group.returncode == 3
    assert nobody_is_left(checkout)


def test_whoever_does_not_listen_is_ended_by_force_after_a_second_ctrl_c(checkout: Path) -> None:
    group = run_group(checkout, worker=STUBBORN)
    first_line(group)
    group.send_signal(signal.SIGINT)
    time.sleep(0.5)
    group.send_signal(signal.SIGINT)
    group.communicate(timeout=20)
    assert nobody_is_left(checkout)


def test_parts_end_when_their_supervisor_is_killed(checkout: Path) -> None:
    group = run_group(checkout, web="echo up; exec sleep 60")
    first_line(group)
    group.kill()
    group.communicate()
    assert nobody_is_left(checkout)


def test_parts_that_do_not_reload_are_restarted(checkout: Path) -> None:
    said: list[str] = []
    handlers = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    group = ProcessGroup(checkout, os.environ, say=said.append)
    try:
        group.start(
            [
                Part("web", ["/bin/sh", "-c", "echo web $$; exec sleep 60"]),
                Part("worker", ["/bin/sh", "-c", "echo worker $$; exec sleep 60"], restart_on_change=True),
            ]
        )
        assert group.wait_for(lambda: len(said) == 2, within_seconds=10)
        group.restart_changed()
        assert group.wait_for(lambda: len(said) == 4, within_seconds=10)
        assert not group.wait_for(lambda: False, within_seconds=0.1)
    finally:
        assert group.stop() == 0
        for name, handler in handlers.items():
            signal.signal(name, handler)
    assert said[2] == "worker | restarts, because the code has changed"
    assert len({line for line in said if line.startswith("worker | worker")}) == 2
    assert len([line for line in said if line.startswith("   web")]) == 1
