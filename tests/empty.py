"""Tasks that do nothing, and one that notes when it ran: what a worker can do at most."""

import time

import redis
from django.conf import settings

from hileads.celery import app


@app.task
def nothing() -> None:
    """Do nothing."""


@app.task
def note(name: str) -> None:
    """Write down the present moment under a name."""
    redis.from_url(settings.REDIS_URL).set(name, time.time(), ex=600)
