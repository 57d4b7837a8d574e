"""How a board treats its measures, and what a report says of it: inequality measures beside core ones."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from accountability.exports.footing import FOOTING_HEADING, footing_rows
from accountability.models import BoardFrequency, BoardMeasure, Family, MeasureVersion
from accountability.policies.board import Aspect, Share, Standing, footing, shares
from accountability.queries.measures import live_versions
from accountability.queries.people import people_at
from accountability.queries.tables import Table
from hileads.organisations.models import Organisation

OF_A_FIGURE = frozenset({Aspect.TARGET, Aspect.CHART})
"""What is not asked of a measure that is told in words."""
NO_LIST = (
    "The board has not settled yet which measures it watches, so there is no list on which to compare them."
)
MAKE_A_LIST = "The lead, the deputy or the board secretary makes one: on the board view, “Choose what the board watches”."
MISSING_KIND = (
    "Put measures of both kinds on the board’s list: on the board view, “Choose what the board watches”."
)
SETTLE = "Settle what is lacking on the board view: its equal-footing check names each measure."
KEEP = "Nothing needs to be done. Look again before the next report."


def standing_of(row: BoardMeasure, version: MeasureVersion, *, owner_has_left: bool) -> Standing:
    """Return how the board treats a measure. Somebody who has left answers for nothing."""
    held = {
        Aspect.OWNER: (row.owner_id or row.owner_title) and not owner_has_left,
        Aspect.TARGET: row.target is not None,
        Aspect.FREQUENCY: row.frequency,
        Aspect.CHART: row.has_chart,
        Aspect.NARRATIVE: row.narrative,
        Aspect.TIME: row.board_minutes,
    }
    return Standing(
        code=version.measure.code,
        title=version.title,
        has=frozenset(aspect for aspect, value in held.items() if value),
        frequency=BoardFrequency(row.frequency) if row.frequency else None,
        spared=frozenset() if version.has_number else OF_A_FIGURE,
    )


def footing_record(organisation: Organisation, *, on: date) -> dict[str, Any]:
    """Return what a report says of the equal footing: sentences, a row for each thing, and what to do. Three queries.

    Workforce equality counts with inequality, as on the board view.
    """
    rows = BoardMeasure.objects.watched().filter(organisation=organisation)
    versions = {one.measure_id: one for one in live_versions(organisation)}
    in_post = set(people_at(organisation, on=on).values_list("pk", flat=True))
    core: list[Standing] = []
    inequality: list[Standing] = []
    for row in rows:
        version = versions.get(row.measure_id)
        if version is not None:
            kind = core if version.measure.family == Family.CORE else inequality
            has_left = row.owner_id is not None and row.owner_id not in in_post
            kind.append(standing_of(row, version, owner_has_left=has_left))
    if not core and not inequality:
        return {"sentences": [NO_LIST], "next_step": MAKE_A_LIST, "rows": []}
    found, counted = footing(inequality, core), shares(inequality, core)
    return {
        "sentences": [found.sentence, *_in_words(counted)],
        "next_step": _next_step(found.lacks, core, inequality),
        "rows": [_row(share) for share in counted],
    }


def footing_table(inequality: Sequence[Standing], core: Sequence[Standing]) -> Table:
    """Return how many measures of either kind have each thing, as the report's table says it."""
    rows = [_row(share) for share in shares(inequality, core)]
    return Table(FOOTING_HEADING, footing_rows({"footing": {"rows": rows}}), ())


def _next_step(lacks: Sequence[object], core: Sequence[Standing], inequality: Sequence[Standing]) -> str:
    if not core or not inequality:
        return MISSING_KIND
    return SETTLE if lacks else KEEP


def _in_words(counted: Sequence[Share]) -> list[str]:
    """Return a sentence for each kind of which the list holds a measure."""
    of_inequality = [(one.inequality, one.inequality_of, one.called) for one in counted]
    of_core = [(one.core, one.core_of, one.called) for one in counted]
    kinds = {"Health inequality measures": of_inequality, "Core measures": of_core}
    return [
        f"{kind}: {', '.join(said)}."
        for kind, having in kinds.items()
        if (said := [f"{number} of {asked} with {called}" for number, asked, called in having if asked])
    ]


def _row(share: Share) -> dict[str, Any]:
    return {
        "label": share.called.capitalize(),
        "inequality": share.inequality,
        "inequality_of": share.inequality_of,
        "core": share.core,
        "core_of": share.core_of,
        "to_do": share.to_do,
    }
