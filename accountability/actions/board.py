"""Everything that is written about what an organisation's board watches."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Q

from accountability.models import BoardMeasure, Measure
from accountability.policies.board import ensure_something_watched
from accountability.policies.measure import ensure_measure_of
from accountability.policies.plan import ensure_holds_a_post
from accountability.queries.boardlist import beginnings, known_of
from accountability.queries.people import people_at
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def edit_board_measure(
    *, by: User, organisation: Organisation, measure: Measure, **fields: Any
) -> BoardMeasure:
    """Settle how the board treats a measure, and put it on the list if it is not there.

    `fields` are owner or owner_title, target, target_date, frequency, has_chart, board_minutes and narrative. New words
    are kept with who wrote them and when.
    """
    check(by, P.BOARD_EDIT, on=organisation)
    ensure_measure_of(measure, organisation)
    _begin(organisation)
    BoardMeasure.objects.get_or_create(organisation=organisation, measure=measure)
    row = BoardMeasure.objects.select_for_update(of=("self",)).get(organisation=organisation, measure=measure)
    owner = fields.get("owner")
    if owner is not None and owner.pk != row.owner_id:
        holds = people_at(organisation, on=today()).filter(pk=owner.pk).exists()
        ensure_holds_a_post(owner.name, organisation.name, holds=holds)
    if fields.get("narrative", row.narrative) != row.narrative:
        wrote = (by, now()) if fields["narrative"] else (None, None)
        row.narrated_by, row.narrated_at = wrote
    for name, value in {**fields, "is_watched": True}.items():
        setattr(row, name, value)
    row.save()
    return row


@transaction.atomic
def choose_board_measures(*, by: User, organisation: Organisation, codes: Collection[str]) -> None:
    """Let the board watch these measures of the catalogue and no others. What is taken off is kept for its return."""
    check(by, P.BOARD_EDIT, on=organisation)
    ensure_something_watched(codes)
    _begin(organisation)
    rows = BoardMeasure.objects.filter(organisation=organisation)
    rows.watched().exclude(measure__code__in=codes).update(is_watched=False)
    rows.filter(measure__code__in=codes, is_watched=False).update(is_watched=True)
    offered = Measure.objects.filter(Q(organisation__isnull=True) | Q(organisation=organisation))
    new = offered.filter(code__in=codes).exclude(board_measures__organisation=organisation)
    BoardMeasure.objects.bulk_create(
        [BoardMeasure(organisation=organisation, measure=measure) for measure in new], ignore_conflicts=True
    )


def _begin(organisation: Organisation) -> None:
    """Keep the list that a board begins with, at its first change. That of a closed organisation never changes."""
    refuse_closed(organisation, today())
    if not BoardMeasure.objects.filter(organisation=organisation).exists():
        BoardMeasure.objects.bulk_create(
            beginnings(known_of(organisation, on=today()), on=today()), ignore_conflicts=True
        )
