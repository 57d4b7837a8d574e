"""Queue work by name, once the transaction has committed, so that actions need not import tasks."""

from functools import partial
from typing import Any

from celery import current_app
from django.db import transaction


def enqueue(name: str, **ids: Any) -> None:
    """Send the task `name` (its full dotted name) with identifiers only, after the present commit."""
    transaction.on_commit(partial(current_app.send_task, name, kwargs=ids))
