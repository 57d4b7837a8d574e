"""What organisations told of measures that have no figure: on the measure's page, the board view and in the report."""

from datetime import date
from typing import Any

from django.db.models import Q

from accountability.models import MeasureVersion, Telling
from accountability.queries.places import Place
from hileads.clock import day_of
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope


def tellings_on(version: MeasureVersion, organisation: Place, user: User) -> list[Telling]:
    """Return what an organisation told of a measure, newest first, if this person may see its plan."""
    rows = Telling.objects.filter(measure=version.measure_id, organisation=organisation)
    return list(scope(rows, user, P.PLAN_VIEW).select_related("told_by"))


def newest_tellings(organisation: Organisation) -> dict[int, Telling]:
    """Return what was told last of each measure, by the measure's number. One query."""
    rows = Telling.objects.filter(organisation=organisation)
    newest = rows.order_by("measure_id", "-to_date", "-from_date").distinct("measure_id")
    return {telling.measure_id: telling for telling in newest}


def told_records(organisation: Organisation, *, since: date, until: date) -> list[dict[str, Any]]:
    """Return a report's measures that are told in words, with what was told of its period, newest first. Two queries.

    In: what the plan's actions are measured by, and what stands on the board's list.
    """
    on_the_plan = Q(measure__actions__plan__organisation=organisation)
    on_the_list = Q(
        measure__board_measures__organisation=organisation, measure__board_measures__is_watched=True
    )
    versions = (
        MeasureVersion.objects.meant_now()
        .used_at(organisation)
        .filter(on_the_plan | on_the_list, has_number=False)
        .select_related("measure")
        .order_by("measure__position", "measure__code")
        .distinct()
    )
    told: dict[int, list[dict[str, str]]] = {}
    for telling in Telling.objects.filter(
        organisation=organisation, from_date__lte=until, to_date__gte=since
    ):
        told.setdefault(telling.measure_id, []).append(_words(telling))
    return [
        {
            "code": version.measure.code,
            "version": version.number,
            "title": version.title,
            "family_label": version.measure.get_family_display(),
            "definition": version.definition,
            "words": told.get(version.measure_id, []),
        }
        for version in versions
    ]


def _words(telling: Telling) -> dict[str, str]:
    return {
        "from": telling.from_date.isoformat(),
        "to": telling.to_date.isoformat(),
        "seen": telling.seen,
        "known_by": telling.known_by,
        "told_date": day_of(telling.told_at).isoformat(),
    }
