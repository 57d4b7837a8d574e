"""Who is expected to name a lead, and what kind of care a trust provides."""

from collections.abc import Sequence
from datetime import date

import pghistory
from django.db import transaction
from django.db.models import F, Q

from hileads.clock import today
from hileads.contributions import LoadCounts
from hileads.leads.models import User
from hileads.organisations.models import Expectation, Kind, Organisation, OrganisationType
from hileads.organisations.policies import refuse_to_end, refuse_to_expect
from hileads.organisations.reference.kinds_of_care import KindOfCare
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

ASKED_BY = date(2020, 10, 1)
REASON = (
    "Every trust and integrated care board was asked to name a board-level executive lead by October 2020."
)


@transaction.atomic
def expect_leads(*, by: User) -> LoadCounts:
    """Expect a lead of every open trust and ICB, from October 2020 or its opening, until it closes.

    An expectation that somebody has ended stays ended. Primary care networks name a lead by choice.
    """
    check(by, P.ORGANISATION_IMPORT)
    asked = Organisation.objects.of_kind(Kind.TRUST, Kind.ICB)
    new = [
        Expectation(
            organisation=organisation,
            reason=REASON,
            from_date=max(organisation.opened_date or ASKED_BY, ASKED_BY),
            to_date=organisation.closed_date,
        )
        for organisation in asked.open_on(today()).filter(expectations__isnull=True)
    ]
    Expectation.objects.bulk_create(new)
    held = Expectation.objects.filter(organisation__in=asked)
    ended = list(
        Expectation.objects.filter(Q(to_date__isnull=True) | Q(to_date__gt=F("organisation__closed_date")))
        .filter(organisation__closed_date__isnull=False)
        .select_related("organisation")
    )
    for expectation in ended:
        closed = expectation.organisation.closed_date or today()
        expectation.to_date = max(closed, expectation.from_date)
    Expectation.objects.bulk_update(ended, ["to_date"])
    return LoadCounts(created=len(new), updated=len(ended), unchanged=held.on(today()).count() - len(new))


@transaction.atomic
def add_expectation(
    *, by: User, organisation: Organisation, reason: str, from_date: date, to_date: date | None = None
) -> Expectation:
    """Expect an organisation to name a lead from a day on: a network that joins, a national body."""
    check(by, P.EXPECTATION_EDIT, on=organisation)
    refuse_to_expect(organisation, from_date, to_date)
    with pghistory.context(user=by.pk):
        return Expectation.objects.create(
            organisation=organisation, reason=reason.strip(), from_date=from_date, to_date=to_date
        )


@transaction.atomic
def end_expectation(*, by: User, expectation: Expectation, last_day: date, ended_because: str) -> Expectation:
    """Record the last day on which an organisation is expected to have a lead, and why no longer."""
    check(by, P.EXPECTATION_EDIT, on=expectation.organisation)
    refuse_to_end(expectation, last_day)
    expectation.to_date, expectation.ended_because = last_day, ended_because.strip()
    with pghistory.context(user=by.pk):
        expectation.save(update_fields=["to_date", "ended_because"])
    return expectation


@transaction.atomic
def record_kinds_of_care(*, by: User, rows: Sequence[KindOfCare]) -> LoadCounts:
    """Record the kind of care of trusts, each with its source. What is known already stays as it is."""
    check(by, P.ORGANISATION_IMPORT)
    counts = LoadCounts()
    for row in rows:
        organisation = Organisation.objects.filter(code=row.code, kind=Kind.TRUST).first()
        if organisation is None:
            counts.rejected += 1
        elif organisation.types.exists():
            counts.unchanged += 1
        else:
            OrganisationType.objects.create(
                organisation=organisation,
                provider_type=row.kind,
                from_date=row.from_date,
                source=row.source,
            )
            counts.created += 1
    return counts
