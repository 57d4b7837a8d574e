"""The messages of one part of the soak, and what became of them."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from django.db import InterfaceError, OperationalError, connection

from hileads.clock import now, today
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Message, State, Stream

PATIENCE_SECONDS = 600
COPIED = ("kind", "stream", "subject", "body_text", "body_html", "created_at", "posted_by")


def post(part: str, count: int, seconds: float) -> None:
    """Put messages to as many people into the ledger, due one after the other within so many seconds.

    One is posted as a room posts it; the others are its copies, since what is measured begins after that.
    """
    User.objects.bulk_create(
        [User(email=f"reader.{number}@soak.example", name=f"Reader {number}") for number in range(count)],
        ignore_conflicts=True,
    )
    people = User.objects.filter(email__endswith="@soak.example").order_by("pk")[:count]
    pattern = post_message(
        by=User.objects.system(),
        kind="soak",
        stream=Stream.OBLIGATIONS,
        recipient=people[0],
        meaning_key=f"soak:{part}",
        due_at=now() + timedelta(days=1),
        subject=f"A message of {part}",
        template="notifications/digest",
        context={"lines": [], "more": 0, "day": today(), "span": "week", "week_path": "/this-week/"},
        wake=False,
    )
    start = now()
    Message.objects.bulk_create(
        [
            Message(
                meaning_key=f"soak:{part}:{number}",
                recipient=person,
                address=person.email,
                due_at=start + timedelta(seconds=seconds * number / count),
                **{name: getattr(pattern, name) for name in COPIED},
            )
            for number, person in enumerate(people)
        ]
    )


def of_part(part: str) -> list[Message]:
    """Return the messages of a part in the order in which they are due."""
    return list(Message.objects.filter(meaning_key__startswith=f"soak:{part}:").order_by("pk"))


def states(part: str) -> Counter[str]:
    """Return how many messages are in which state; nothing while the database is away."""
    rows = Message.objects.filter(meaning_key__startswith=f"soak:{part}:")
    try:
        return Counter(rows.values_list("state", flat=True))
    except (OperationalError, InterfaceError):
        connection.close()
        return Counter()


def is_settled(part: str, count: int) -> bool:
    """Say whether no message of a part waits or is being sent."""
    found = states(part)
    return found.total() == count and not found[State.DUE] and not found[State.SENDING]


def wait_for(done: Callable[[], bool], tend: Callable[[], None], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not done():
        if time.monotonic() > deadline:
            raise SystemExit(f"Waited {PATIENCE_SECONDS} seconds in vain for {what}.")
        tend()
        time.sleep(0.25)
