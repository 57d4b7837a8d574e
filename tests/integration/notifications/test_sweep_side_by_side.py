"""Several sweeps at once, each on its own connection to a real PostgreSQL: every message leaves exactly once."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.actions import post_message, sweep, sweep_messages
from hileads.notifications.models import Heartbeat, Message, State, Stream
from tests.factories.people import UserFactory
from tests.integration.notifications.conftest import MailServer

MESSAGES = 60
SWEEPS = 4


@pytest.fixture
def waiting(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Message]]:
    """Messages that every connection sees, taken away afterwards."""
    with django_db_blocker.unblock():
        recipients = [UserFactory(email=f"side{number}@nhs.example") for number in range(MESSAGES)]
        portal = User.objects.system()
        yield [
            post_message(
                by=portal,
                kind="note",
                stream=Stream.COMMUNITY,
                recipient=person,
                meaning_key=f"side-by-side:{person.pk}",
                due_at=now(),
                subject="A note",
                template="notifications/digest",
                context={
                    "lines": [],
                    "more": 0,
                    "day": now().date(),
                    "span": "week",
                    "week_path": "/this-week/",
                },
                wake=False,
            )
            for person in recipients
        ]
        Message.objects.filter(meaning_key__startswith="side-by-side:").delete()
        Heartbeat.objects.all().delete()
        User.objects.filter(pk__in=[person.pk for person in recipients] + [portal.pk]).delete()


def test_sweeps_that_run_at_once_send_each_message_exactly_once(
    waiting: list[Message], mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sweep, "BATCH", 3)
    monkeypatch.setattr(sweep, "BATCHES_A_SWEEP", MESSAGES)
    together = Barrier(SWEEPS)
    portal = User.objects.system()

    def run(_: int) -> Counter[State]:
        together.wait()
        try:
            return sweep_messages(by=portal)
        finally:
            connection.close()

    with ThreadPoolExecutor(SWEEPS) as threads:
        shares = list(threads.map(run, range(SWEEPS)))

    assert sum(share[State.SENT] for share in shares) == MESSAGES
    assert Counter(mail["Message-ID"] for mail in mail_server.received) == {
        f"<{message.public_id}@localhost>": 1 for message in waiting
    }
    assert set(
        Message.objects.filter(pk__in=[row.pk for row in waiting]).values_list("state", "attempts")
    ) == {(State.SENT, 1)}
