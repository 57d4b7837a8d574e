"""Who reads what closed organisations recorded: whoever took over from them, as far back as GENERATIONS successions."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from hileads.organisations.models import Organisation

GENERATIONS = 3


def predecessors(organisations: Iterable[int], day: date) -> Q:
    """Return the condition on organisations that they closed before `day` and one of these took over from them."""
    condition, later = Q(pk__in=[]), Organisation.objects.filter(pk__in=list(organisations))
    for _ in range(GENERATIONS):
        later = Organisation.objects.filter(
            closed_date__lt=day, successions__successor__in=later, successions__effective_date__lte=day
        )
        condition |= Q(pk__in=later)
    return condition


def successors(organisation: Organisation, day: date) -> list[int]:
    """Return who took over from a closed organisation, and from them if they have closed since, and so on."""
    found: list[int] = []
    closed = [organisation.pk] if organisation.closed_date and organisation.closed_date < day else []
    for _ in range(GENERATIONS):
        rows = Organisation.objects.filter(
            inheritances__predecessor__in=closed, inheritances__effective_date__lte=day
        )
        later = list(rows.values_list("pk", "closed_date"))
        found += [pk for pk, _ in later]
        closed = [pk for pk, ended in later if ended and ended < day]
    return found
