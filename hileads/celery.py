"""The Celery application: workers run tasks, beat starts the minute sweep."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hileads.settings")

app = Celery("hileads")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
