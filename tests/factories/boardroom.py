"""Plans, actions, measures and reports to test with."""

from datetime import date
from typing import Any
from uuid import uuid4

from accountability.actions.tellings import tell_in_words
from accountability.models import (
    Action,
    DataSource,
    FrontSheet,
    Measure,
    MeasureVersion,
    Observation,
    Plan,
    Report,
    Telling,
)
from hileads.clock import now
from hileads.leads.models import User
from hileads.organisations.models import Organisation

SOURCE = {
    "publisher": "A publisher",
    "title": "A table of figures",
    "licence": "Open Government Licence v3.0",
    "credit": "Contains public sector information licensed under the Open Government Licence v3.0.",
    "sha256": "0" * 64,
}


def plan_of(organisation: Organisation) -> Plan:
    return Plan.objects.get_or_create(organisation=organisation, defaults={"created_at": now()})[0]


def action_of(
    owner: User, organisation: Organisation, title: str = "Offer help to stop smoking", **fields: Any
) -> Action:
    """Return an action in the organisation's plan."""
    due_date = fields.pop("due_date", date(2026, 12, 1))
    return Action.objects.create(
        plan=plan_of(organisation),
        title=title,
        owner=owner,
        due_date=due_date,
        baseline_due_date=fields.pop("baseline_due_date", due_date),
        created_at=now(),
        created_by=owner,
        **fields,
    )


def meaning_of(**fields: Any) -> dict[str, Any]:
    """Return what an organisation's own measure says, without groups."""
    return {
        "title": "Asked on the first day",
        "definition": "People who were asked on the day they came in.",
        "numerator": "People who were asked",
        "denominator": "People admitted",
        "unit": "percent",
        "statement": "{value} of people were asked",
        "direction": "higher_is_better",
        "breakdown": "none",
        "method": "Counted.",
        "frequency": "Every month",
    } | fields


def measure_of(code: str = "a-measure", **fields: Any) -> MeasureVersion:
    """Return the live version of a measure without groups."""
    measure = Measure.objects.create(code=code, family=fields.pop("family", "core"))
    values = {
        "title": "Seen within four hours",
        "definition": "Share of people seen within four hours.",
        "numerator": "People seen within four hours",
        "denominator": "People who came",
        "unit": "percent",
        "statement": "{value} of people were seen within four hours",
        "direction": "higher_is_better",
        "breakdown": "none",
        "method": "Counted.",
        "frequency": "monthly",
    }
    return MeasureVersion.objects.create(measure=measure, **{**values, **fields})


def figure_of(
    version: MeasureVersion, organisation: Organisation | None, month: date, numerator: int, **fields: Any
) -> Observation:
    """Return one month's figure out of a thousand people."""
    source, _ = DataSource.objects.get_or_create(code="a-source", defaults=SOURCE)
    values: dict[str, Any] = {
        "period": f"{month:%B %Y}",
        "period_start_date": month,
        "period_end_date": date(month.year, month.month, 28),
        "state": "value",
        "numerator": numerator,
        "denominator": 1000,
        "value": numerator / 10,
        "source": source,
        "loaded_at": now(),
    }
    return Observation.objects.create(version=version, organisation=organisation, **{**values, **fields})


def telling_of(by: User, organisation: Organisation, version: MeasureVersion, **fields: Any) -> Telling:
    """Return what was seen of a measure that is told in words, in the quarter to June 2026."""
    values: dict[str, Any] = {
        "from_date": date(2026, 4, 1),
        "to_date": date(2026, 6, 30),
        "seen": "The chair asked who was missing.",
        "known_by": "Minutes of the board",
    }
    return tell_in_words(
        by=by, organisation=organisation, version=version, token=uuid4(), **{**values, **fields}
    )


def report_of(organisation: Organisation, **fields: Any) -> Report:
    """Return a report that has just been opened, for the half year to September 2026."""
    values = {
        "from_date": date(2026, 4, 1),
        "to_date": date(2026, 9, 30),
        "paper_deadline_date": date(2026, 11, 16),
        "meeting_date": date(2026, 11, 26),
        "created_at": now(),
    }
    report = Report.objects.create(organisation=organisation, **{**values, **fields})
    FrontSheet.objects.create(report=report)
    return report
