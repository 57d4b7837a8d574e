"""What has been kept long enough goes, and every disposal is logged without saying whose it was."""

from datetime import datetime, timedelta

import pghistory
from django.db import connection, transaction

from hileads.clock import now
from hileads.forgetting import FUNCTION
from hileads.leads.models import User
from hileads.personal import Fate, retention_rules
from hileads.privacy.models import Correction, Disposal

CORRECTIONS_KEPT = timedelta(days=730)


@transaction.atomic
def apply_retention_rules(*, by: User) -> int:
    """Apply every rule, then let the history forget what is gone. Returns how many records went."""
    moment, total = now(), 0
    for rule in retention_rules.all():
        count = rule.dispose(by=by, moment=moment) if rule.dispose else 0
        log_disposal(by=by, record_class=rule.record_class, rule=rule.in_words, fate=rule.fate, count=count)
        total += count
    forget_history(by=by)
    return total


@transaction.atomic
def log_disposal(*, by: User, record_class: str, rule: str, fate: Fate, count: int) -> Disposal | None:
    """Log that records went, if there were any."""
    if not count:
        return None
    return Disposal.objects.create(
        record_class=record_class, rule=rule, fate=fate.value, count=count, disposed_at=now()
    )


@transaction.atomic
def forget_history(*, by: User) -> int:
    """Let the history forget what the tables have forgotten; the database's own function does it, and logs it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {FUNCTION}()")
        return int(cursor.fetchone()[0])


@transaction.atomic
def dispose_corrections(*, by: User, moment: datetime) -> int:
    """Delete corrections that were answered long ago, and return how many."""
    old = Correction.objects.filter(answered_at__lt=moment - CORRECTIONS_KEPT)
    with pghistory.context(user=by.pk):
        return old.delete()[0]


@transaction.atomic
def erase_corrections(*, by: User, person: User) -> int:
    """Delete what a person asked to have put right, and return how many."""
    with pghistory.context(user=by.pk):
        return Correction.objects.filter(person=person).delete()[0]
