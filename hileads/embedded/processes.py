"""Several processes run together in the foreground: one stops, all stop, and nothing is left behind."""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from hileads.embedded.lifeline import end_with_parent

POLL_SECONDS = 0.2
TICK_SECONDS = 2.0
STOP_SECONDS = 20.0
STRAGGLER_SECONDS = 2.0
CHUNK_BYTES = 65536


@dataclass(frozen=True)
class Part:
    """One process of a group: its name in the output, its command, and whether a change of code restarts it."""

    name: str
    command: Sequence[str]
    restart_on_change: bool = False


@dataclass
class _Running:
    part: Part
    process: subprocess.Popen[bytes]
    unfinished: bytes = b""

    @property
    def status(self) -> int | None:
        return self.process.poll()


@dataclass
class ProcessGroup:
    """Runs its parts until Ctrl-C, a stop signal, or the end of one of them.

    Each part leads a process group of its own, so that Ctrl-C reaches this process alone, which then stops the parts
    in order. A part is told to stop by the kernel when this process is killed.
    """

    folder: Path
    environment: Mapping[str, str]
    say: Callable[[str], None] = print
    shared_descriptors: Sequence[int] = ()
    _running: list[_Running] = field(default_factory=list, init=False)
    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector, init=False)
    _stop_signals: int = field(default=0, init=False)

    def start(self, parts: Sequence[Part]) -> None:
        """Start parts, and from now on take Ctrl-C and stop signals as a wish to stop them."""
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, self._note_stop_signal)
        for part in parts:
            self._start(part)

    @property
    def is_stopping(self) -> bool:
        """Say whether somebody asked for an end, or one of the parts came to one."""
        return self._stop_signals > 0 or any(running.status is not None for running in self._running)

    def wait_for(self, condition: Callable[[], bool], *, within_seconds: float) -> bool:
        """Pass output on until the condition holds; say whether it came to hold in time."""
        deadline = time.monotonic() + within_seconds
        while not self.is_stopping and time.monotonic() < deadline:
            if condition():
                return True
            self._pass_on(POLL_SECONDS)
        return False

    def run(self, tick: Callable[[], None]) -> None:
        """Pass output on until it is time to stop, calling `tick` now and then."""
        ticked_at = time.monotonic()
        while not self.is_stopping:
            self._pass_on(POLL_SECONDS)
            if time.monotonic() - ticked_at >= TICK_SECONDS:
                tick()
                ticked_at = time.monotonic()

    def restart_changed(self) -> None:
        """Restart the parts that do not notice changed code themselves."""
        for running in [running for running in self._running if running.part.restart_on_change]:
            self._say(running.part.name, "restarts, because the code has changed")
            self._stop([running])
            self._start(running.part)

    def stop(self) -> int:
        """Stop everything that was started; return the status of the first part that ended by itself, else 0."""
        ended = [running for running in self._running if running.status is not None]
        for running in ended:
            self._say(
                running.part.name, f"ended by itself (status {running.status}), so the rest is stopped too"
            )
        self._stop(list(self._running))
        return next((running.process.returncode or 1 for running in ended), 0)

    def _start(self, part: Part) -> None:
        process = subprocess.Popen(
            part.command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=self.shared_descriptors,
            preexec_fn=end_with_parent(signal.SIGTERM),  # noqa: PLW1509  this process has no threads
        )
        running = _Running(part, process)
        self._running.append(running)
        if process.stdout is not None:
            os.set_blocking(process.stdout.fileno(), False)
            self._selector.register(process.stdout, selectors.EVENT_READ, running)

    def _stop(self, stopping: list[_Running]) -> None:
        """Ask each process to end, then its process group; end by force what does not listen."""
        for running in stopping:
            if running.status is None:
                running.process.terminate()
        self._wait_until(lambda: all(running.status is not None for running in stopping), STOP_SECONDS)
        groups = {running.process.pid for running in stopping}
        for name in (signal.SIGTERM, signal.SIGKILL):
            left = [group for group in groups if _signal_group(group, name)]
            if left:
                self._wait_until(
                    lambda: not any(_signal_group(group, 0) for group in groups), STRAGGLER_SECONDS
                )
        for running in stopping:
            running.process.wait()
            self._forget(running)

    def _wait_until(self, condition: Callable[[], bool], seconds: float) -> None:
        """Pass output on until the condition holds, the time is up, or Ctrl-C is pressed once more."""
        deadline = time.monotonic() + seconds
        pressed = max(self._stop_signals, 1)
        while not condition() and time.monotonic() < deadline and self._stop_signals <= pressed:
            self._pass_on(POLL_SECONDS / 4)

    def _pass_on(self, seconds: float) -> None:
        """Print what the parts say, each line under its part's name."""
        if not self._selector.get_map():
            time.sleep(seconds)
            return
        for key, _ in self._selector.select(seconds):
            self._read(key.data)

    def _read(self, running: _Running) -> None:
        pipe = running.process.stdout
        if pipe is None or pipe.closed:
            return
        try:
            said = os.read(pipe.fileno(), CHUNK_BYTES)
        except BlockingIOError:
            return
        if not said:
            self._selector.unregister(pipe)
            pipe.close()
        *lines, running.unfinished = (running.unfinished + said).split(b"\n")
        for line in lines if said else [*lines, running.unfinished]:
            if line.strip():
                self._say(running.part.name, line.decode(errors="replace").rstrip())

    def _forget(self, running: _Running) -> None:
        self._read(running)
        pipe = running.process.stdout
        if pipe is not None and not pipe.closed:
            self._selector.unregister(pipe)
            pipe.close()
        self._running.remove(running)

    def _say(self, name: str, line: str) -> None:
        # The terminal may be gone; that must not keep us from stopping what we started.
        with suppress(OSError, ValueError):
            self.say(f"{name:>6} | {line}")

    def _note_stop_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stop_signals += 1


def _signal_group(group: int, name: int) -> bool:
    """Signal a process group (0 only asks); say whether there was anybody in it."""
    try:
        os.killpg(group, name)
    except ProcessLookupError:
        return False
    return True
