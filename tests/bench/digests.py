"""What digests cost: queries for each recipient from 10 to 5,000 of them, and how many a worker builds and hands over.

Every recipient has an action that is late. The mail server is real and on this machine; beside it stands how many empty
tasks a Celery worker gets through, so that the figure can be read on any machine.
"""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from tempfile import TemporaryFile
from typing import Any

import redis
from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings

from accountability.models import Action, Plan
from hileads.clock import UK, at
from hileads.leads.models import Appointment, Role, User
from hileads.notifications.actions import post_digests, sweep_messages
from hileads.notifications.models import Message, State
from hileads.notifications.queries import week_at
from hileads.once import reading_once
from hileads.organisations.models import Kind, Organisation
from tests.bench.ground import seconds_of, table
from tests.empty import note, nothing
from tests.journeys.portal import environment_for, free_port, start, stop

SIZES = (10, 100, 1_000, 5_000)
HANDED_OVER = 500
EMPTY_TASKS = 2_000
MONDAY = datetime(2027, 1, 11, 9, 0, tzinfo=UK)
BEGAN = date(2021, 4, 1)
PATIENCE_SECONDS = 120


@transaction.atomic
def fill(count: int) -> list[int]:
    """Let there be so many leads, each of a trust of their own with one action that is late; return their numbers."""
    stamp = secrets.token_hex(2).upper()
    places = Organisation.objects.bulk_create(
        [
            Organisation(
                code=f"{stamp}{number}", kind=Kind.TRUST, name=f"Trust {stamp} {number}", opened_date=BEGAN
            )
            for number in range(count)
        ]
    )
    people = User.objects.bulk_create(
        [
            User(email=f"{stamp}.{number}@bench.example".lower(), name=f"Lead {number}", password="!")
            for number in range(count)
        ]
    )
    pairs = list(zip(people, places, strict=True))
    Appointment.objects.bulk_create(
        [
            Appointment(user=person, organisation=place, role=Role.EXECUTIVE_LEAD, from_date=BEGAN)
            for person, place in pairs
        ]
    )
    plans = Plan.objects.bulk_create([Plan(organisation=place, created_at=MONDAY) for place in places])
    due = MONDAY.date() - timedelta(days=30)
    Action.objects.bulk_create(
        [
            Action(
                plan=plan,
                title="Offer help to stop smoking",
                owner=person,
                due_date=due,
                baseline_due_date=due,
                created_at=MONDAY,
                created_by=person,
            )
            for plan, (person, _) in zip(plans, pairs, strict=True)
        ]
    )
    return [person.pk for person in people]


class Counted:
    """Counts the queries that run inside."""

    count = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.count += 1
        return execute(sql, params, many, context)


def queries_for(people: list[int], week: int) -> int:
    """Return how many queries the digests of one week take for these people."""
    counted = Counted()
    moment = MONDAY + timedelta(weeks=week)
    with at(moment), reading_once(), connection.execute_wrapper(counted):
        posted = post_digests(by=User.objects.system(), periods=[week_at(moment)], people=people)
    if posted != len(people):
        raise SystemExit(f"{posted} digests were posted to {len(people)} people.")
    return counted.count


class Taken:
    """A mail server's side that takes everything and counts it."""

    count = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the server's name
        self.count += 1
        return "250 Taken"


@contextmanager
def mail_server() -> Iterator[Taken]:
    """A mail server on this machine, and the portal set to use it."""
    taken = Taken()
    controller = Controller(taken, hostname="127.0.0.1", port=free_port())
    controller.start()
    way_out = {"MESSAGE_TRANSPORT": "smtp", "SMTP_HOST": "127.0.0.1", "SMTP_PORT": controller.port}
    try:
        with override_settings(**way_out, SMTP_TLS=False):
            yield taken
    finally:
        controller.stop()


def digests_a_second(people: list[int], week: int) -> float:
    """Return how many digests one process builds and hands to the mail server in a second."""
    moment = MONDAY + timedelta(weeks=week)

    def build_and_hand_over() -> None:
        with at(moment):
            with reading_once():
                post_digests(by=User.objects.system(), periods=[week_at(moment)], people=people)
            while sweep_messages(by=User.objects.system()):
                pass

    with mail_server() as taken:
        seconds = seconds_of(build_and_hand_over)
        if taken.count != len(people):
            raise SystemExit(f"{taken.count} of {len(people)} digests arrived.")
    return len(people) / seconds


def empty_tasks_a_second(database: str) -> float:
    """Return how many empty tasks one worker with one process gets through in a second."""
    queue = settings.REDIS_URL.rsplit("/", 1)[0] + "/12"
    store = redis.from_url(queue)
    store.flushdb()
    broker = note.app.connection(queue)
    first, last = secrets.token_hex(4), secrets.token_hex(4)
    note.apply_async((first,), connection=broker)
    for _ in range(EMPTY_TASKS):
        nothing.apply_async(connection=broker)
    note.apply_async((last,), connection=broker)
    worker = [
        "celery",
        "-A",
        "tests.empty",
        "worker",
        "--pool=solo",
        "-l",
        "warning",
    ]
    with TemporaryFile("w") as log:
        process = start(worker, environment_for(database, queue, free_port(), free_port()), log)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while store.get(last) is None and time.monotonic() < deadline:
            time.sleep(0.1)
        stop(process)
    began, ended = store.get(first), store.get(last)
    if began is None or ended is None:
        raise SystemExit(f"The worker did not come to an end within {PATIENCE_SECONDS} seconds.")
    return EMPTY_TASKS / (float(ended) - float(began))


def measure_digests(database: str) -> bool:
    """Print what digests cost, and say whether each recipient costs the same however many there are."""
    Message.objects.filter(state=State.DUE).delete()
    people = fill(max(SIZES))
    counts = {size: queries_for(people[:size], week) for week, size in enumerate(SIZES)}
    each = {size: count / size for size, count in counts.items()}
    table(
        ["Digests of one week, recipients", "Queries", "For each recipient"],
        [[f"{size:,}", f"{counts[size]:,}", f"{each[size]:.2f}"] for size in SIZES],
    )
    Message.objects.filter(state=State.DUE).delete()
    digests = digests_a_second(people[:HANDED_OVER], len(SIZES))
    empty = empty_tasks_a_second(database)
    table(
        ["One worker, in a second", "Count"],
        [
            [f"Digests built and handed to a mail server, of {HANDED_OVER}", f"{digests:.1f}"],
            [f"Empty Celery tasks, of {EMPTY_TASKS:,}", f"{empty:.0f}"],
            ["Empty tasks for each digest", f"{empty / digests:.1f}"],
        ],
    )
    smallest, largest = min(SIZES), max(SIZES)
    return each[largest] <= each[smallest]
