"""What runs when, and in which queue it waits: mail never waits behind an import or a report."""

from typing import Any

from celery.schedules import crontab
from kombu import Queue

UPKEEP = "upkeep"
QUEUES = [Queue(name) for name in ("mail", "imports", "reports", "search", UPKEEP)]
ROUTES = {
    "hileads.notifications.tasks.*": {"queue": "mail"},
    "hileads.leads.tasks.send_invitations": {"queue": "mail"},
    "hileads.organisations.tasks.*": {"queue": "imports"},
    "accountability.tasks.carry_out_figure_imports": {"queue": "imports"},
    "accountability.tasks.*": {"queue": "reports"},
    "repository.tasks.*": {"queue": "search"},
}


def timetable(sweep_seconds: float, invitation_seconds: float) -> dict[str, dict[str, Any]]:
    """Return what beat starts. Times of day are those of the clock in London; spans are seconds."""
    return {
        "check-against-ods": {
            "task": "hileads.organisations.tasks.check_against_ods",
            "schedule": crontab(hour="6", minute="30"),
        },
        "take-away-lost-steps": {
            "task": "hileads.access.tasks.take_away_lost_steps",
            "schedule": sweep_seconds,
        },
        "sweep-messages": {"task": "hileads.notifications.tasks.sweep", "schedule": sweep_seconds},
        "remind": {"task": "hileads.notifications.tasks.remind", "schedule": sweep_seconds},
        "pass-on-what-was-left": {
            "task": "hileads.leads.tasks.pass_on_what_was_left",
            "schedule": crontab(hour="0", minute="10"),
        },
        "carry-out-imports": {"task": "hileads.organisations.tasks.carry_out", "schedule": sweep_seconds},
        "carry-out-figure-imports": {
            "task": "accountability.tasks.carry_out_figure_imports",
            "schedule": sweep_seconds,
        },
        "send-invitations": {"task": "hileads.leads.tasks.send_invitations", "schedule": invitation_seconds},
        "start-digests": {
            "task": "hileads.notifications.tasks.start_digests_now",
            "schedule": crontab(minute="*/10"),
        },
        "watch-messages": {"task": "hileads.notifications.tasks.watch", "schedule": crontab(minute="25")},
        "apply-retention-rules": {
            "task": "hileads.privacy.tasks.apply_retention",
            "schedule": crontab(hour="3", minute="15"),
        },
    }
