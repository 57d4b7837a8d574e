"""Queue work by name, once the transaction has committed, so that actions need not import tasks."""

from typing import Any

from celery import current_app
from django.db import transaction


def enqueue(name: str, **ids: Any) -> None:
    """Send the task `name` (its full dotted name) with identifiers only, after the present commit.

    What has been saved stays saved when the queue does not answer: that is logged, and the minute sweep finds the
    work that waits in the database.
    """

    def send() -> None:
        current_app.send_task(name, kwargs=ids, retry=False)

    transaction.on_commit(send, robust=True)
