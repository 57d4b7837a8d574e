"""The catalogue as its keepers see it: every measure with how many actions rest on it."""

from django.db.models import Count, Q, QuerySet

from accountability.models import MeasureVersion
from accountability.queries.measures import in_order
from accountability.queries.places import Place


def kept_versions() -> QuerySet[MeasureVersion]:
    """Return everybody's measures as they are meant now, retired ones too, with how many actions each has."""
    rows = MeasureVersion.objects.meant_now().used_at(None)
    counted = rows.annotate(actions=Count("measure__actions"))
    return in_order(counted)


def is_title_taken(title: str, organisation: Place, *, but: MeasureVersion | None) -> bool:
    """Say whether another measure that people there see is called so already, so that no file could tell them apart."""
    rows = MeasureVersion.objects.meant_now().filter(Q(title__iexact=title) | Q(measure__code__iexact=title))
    seen = rows.used_at(organisation) if organisation else rows.used_at(None)
    return seen.exclude(measure=but.measure_id if but else None).exists()
