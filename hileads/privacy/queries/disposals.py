"""What was disposed of."""

from django.db.models import QuerySet

from hileads.privacy.models import Disposal


def disposals() -> QuerySet[Disposal]:
    """Return every disposal, the newest first."""
    return Disposal.objects.order_by("-disposed_at", "-pk")
