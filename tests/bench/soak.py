"""Kill the worker while it sends messages, and count what arrived: `make soak`.

A worker and the scheduler run as they do in production, with a real queue, database and mail server. In the middle
the worker is killed without warning. Messages that it had begun to send are due again once they count as stuck; here
that waiting time is passed over by moving their clock back. Nothing may be lost; the few in hand may arrive twice.
"""

import os
import secrets
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta

from aiosmtpd.controller import Controller
from django.conf import settings
from django.db.models import F

from hileads.clock import now, today
from hileads.leads.actions import add_person
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Message, State, Stream
from hileads.notifications.policies import STUCK_AFTER
from tests.bench.ground import machine, own_database, say, table
from tests.journeys.portal import PLACE, Letterbox, environment_for, free_port, open_logs, start, stop

MESSAGES = 400
PEOPLE = 20
SPREAD_SECONDS = 20
KILL_AFTER = 107
PATIENCE_SECONDS = 180


def post_all() -> None:
    """Put the messages into the ledger, due one after the other within the next seconds."""
    portal = User.objects.system()
    people = [
        add_person(by=portal, email=f"reader.{number}@soak.example", name=f"Reader {number}")
        for number in range(PEOPLE)
    ]
    for number in range(MESSAGES):
        post_message(
            by=portal,
            kind="soak",
            stream=Stream.OBLIGATIONS,
            recipient=people[number % PEOPLE],
            meaning_key=f"soak:{number}",
            due_at=now() + timedelta(seconds=SPREAD_SECONDS * number / MESSAGES),
            subject=f"Message {number}",
            template="notifications/digest",
            context={"lines": [], "more": 0, "day": today(), "span": "week", "week_path": "/this-week/"},
            wake=False,
        )


def wait_for(done: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not done():
        if time.monotonic() > deadline:
            raise SystemExit(f"Waited {PATIENCE_SECONDS} seconds in vain for {what}.")
        time.sleep(0.05)


def kill(worker: subprocess.Popen[bytes]) -> None:
    """End the worker and its children at once, without a chance to tidy up."""
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def pass_waiting_time() -> int:
    """Let the time go by after which messages that were being sent count as stuck."""
    held = Message.objects.filter(state=State.SENDING)
    return held.update(claimed_at=F("claimed_at") - STUCK_AFTER)


def states() -> Counter[str]:
    return Counter(Message.objects.values_list("state", flat=True))


def run(database: str, letterbox: Letterbox) -> list[list[str]]:
    """Send everything across a killed worker, and return what was seen as rows of a table."""
    celery = ["celery", "-A", "hileads"]
    worker_command = [*celery, "worker", "--pool=prefork", "--concurrency=2", "--loglevel=warning"]
    schedule = PLACE / f"soak-{secrets.token_hex(4)}"
    with ExitStack() as stack:
        logs = stack.enter_context(open_logs())
        mail = Controller(letterbox, hostname="127.0.0.1", port=free_port())
        mail.start()
        stack.callback(mail.stop)
        redis = settings.REDIS_URL.rsplit("/", 1)[0] + "/11"
        environment = environment_for(database, redis, free_port(), mail.port)
        beat = [*celery, "beat", f"--schedule={schedule}", "--pidfile=", "--loglevel=warning"]
        stack.callback(stop, start(beat, environment, logs))
        worker = start(worker_command, environment, logs)
        wait_for(lambda: len(letterbox.letters) >= KILL_AFTER, f"{KILL_AFTER} messages")
        kill(worker)
        arrived, held = len(letterbox.letters), states()[State.SENDING]
        stack.callback(stop, start(worker_command, environment, logs))
        wait_for(lambda: states()[State.SENT] >= MESSAGES - held, "the messages that nobody held")
        pass_waiting_time()
        wait_for(lambda: states()[State.SENT] == MESSAGES, "the messages that the killed worker held")
    times = Counter(str(letter["Message-ID"]) for letter in letterbox.letters)
    lost = MESSAGES - len(times)
    return [
        ["Messages in the ledger", str(MESSAGES)],
        ["Arrived when the worker was killed", str(arrived)],
        ["In the killed worker's hands", str(held)],
        ["Marked as sent at the end", str(states()[State.SENT])],
        ["Arrived, each counted once", str(len(times))],
        ["Arrived twice", str(sum(count > 1 for count in times.values()))],
        ["Lost", str(lost)],
    ]


def main() -> int:
    letterbox = Letterbox()
    with own_database() as database:
        say(f"{today():%Y-%m-%d}. {machine()}.\n")
        post_all()
        start_time = time.monotonic()
        rows = run(database, letterbox)
        rows.append(["Seconds from start to end", f"{time.monotonic() - start_time:.0f}"])
        table(["Killed worker", "Count"], rows)
    return 0 if rows[-2][1] == "0" else 1


if __name__ == "__main__":
    raise SystemExit(main())
