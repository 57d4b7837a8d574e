"""Work is queued once what it is about has been saved."""

import logging

import pytest
from celery import Celery, current_app
from django.conf import settings
from django.db import transaction

from hileads.jobs import enqueue
from tests.journeys.portal import free_port

SWEEP = "hileads.notifications.tasks.sweep"


@pytest.fixture
def _no_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing listens where the queue should be."""
    away = Celery("away", broker=f"redis://127.0.0.1:{free_port()}/0", set_as_current=False)
    away.conf.broker_transport_options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    monkeypatch.setattr(current_app._get_current_object(), "send_task", away.send_task)


@pytest.mark.usefixtures("_no_queue")
@pytest.mark.usefixtures("unwrapped")
def test_what_was_saved_stays_saved_when_the_queue_is_away(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.ERROR), transaction.atomic():
        enqueue(SWEEP)
    assert "Error calling" in caplog.text
    assert "Connection refused" in caplog.text
