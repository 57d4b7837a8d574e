"""The Celery application: workers run tasks, beat starts the minute sweep."""

import os
from typing import Any

from celery import Celery, Task
from django.db import OperationalError
from redis.exceptions import RedisError

from hileads.once import reading_once

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hileads.settings")


class ReadingOnce(Task):
    """A task that reads once what hardly changes. When the database or Redis is away it tries a few times more."""

    autoretry_for = (OperationalError, RedisError)
    retry_backoff = True
    retry_backoff_max = 60
    retry_jitter = True
    max_retries = 4

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with reading_once():
            return super().__call__(*args, **kwargs)


app = Celery("hileads", task_cls=ReadingOnce)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
