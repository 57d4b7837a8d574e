"""What of the plan, the measures and the reports a leaver hands over, as far as the reader may see it."""

from django.db.models import Q, QuerySet
from django.urls import reverse

from accountability.models import Action, Citation, Report, ReportState, TestOfChange
from accountability.queries.measures import live_versions
from hileads.contributions import HandoverItem
from hileads.leads.models import Appointment, User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.wording import long_date
from repository.public import resources_at


def open_actions(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the open actions that the post's holder does at its organisation, the next due first."""
    return [
        HandoverItem(
            text=action.title,
            detail=f"{action.get_state_display()}, due on {long_date(action.due_date)}.",
            url=_address(action),
        )
        for action in _held(reader, post).order_by("due_date", "pk")
    ]


def open_trials(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the trials of those actions that wait for a decision, the oldest first."""
    trials = TestOfChange.objects.filter(action__in=_held(reader, post), decided_at__isnull=True)
    return [
        HandoverItem(
            text=trial.change,
            detail=f"Since {long_date(trial.started_at)}. We expected: {trial.prediction}",
            url=_address(trial.action),
        )
        for trial in trials.select_related("action").order_by("started_at", "pk")
    ]


def measures_used(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the measures by which those actions are followed, in the catalogue's order."""
    wanted = _held(reader, post).filter(measure__isnull=False).values("measure")
    return [
        HandoverItem(
            text=version.title,
            detail=f"{version.definition} Published {version.frequency.lower()}.",
            url=reverse("measure-show", kwargs={"code": version.measure.code}),
        )
        for version in live_versions().filter(measure__in=wanted)
    ]


def reports_due(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the organisation's reports that are not signed yet, the next due first."""
    rows = Report.objects.filter(organisation=post.organisation).exclude(state=ReportState.SIGNED)
    return [
        HandoverItem(
            text=f"Assurance report for {long_date(report.from_date)} to {long_date(report.to_date)}",
            detail=f"{report.get_state_display()}. Papers by {long_date(report.paper_deadline_date)}, "
            f"board meeting on {long_date(report.meeting_date)}.",
            url=reverse("report-show", kwargs={"public_id": report.public_id}),
        )
        for report in scope(rows, reader, P.REPORT_VIEW).order_by("meeting_date", "pk")
    ]


def evidence_used(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the evidence that the holder cited there or that their open actions rest on, by title, each once."""
    rows = Citation.objects.filter(action__plan__organisation=post.organisation).filter(
        Q(cited_by=post.user) | Q(action__in=_held(reader, post))
    )
    cited = scope(rows, reader, P.PLAN_VIEW).values_list("revision", flat=True)
    found = {version.code: version for version in resources_at(cited).values()}
    return [
        HandoverItem(
            text=version.title,
            detail=f"{version.publisher}, {version.published}. {version.strength}",
            url=version.address,
        )
        for version in sorted(found.values(), key=lambda one: one.title.casefold())
    ]


def _held(reader: User, post: Appointment) -> QuerySet[Action]:
    rows = Action.objects.open().filter(owner=post.user, plan__organisation=post.organisation)
    return scope(rows, reader, P.PLAN_VIEW)


def _address(action: Action) -> str:
    return reverse("action-show", kwargs={"public_id": action.public_id})
