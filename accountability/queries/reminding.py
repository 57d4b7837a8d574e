"""Which reminders of actions and of the board's reports should exist, to whom, and whether they are still wanted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accountability.models import Action, ActionNote, NoteKind, Report, ReportState
from accountability.policies.report import draft_due, what_is_missing
from hileads.clock import day_of, today
from hileads.contributions import Occasion
from hileads.leads.models import Appointment, Area, Role, User
from hileads.leads.queries import acted_for
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.permissions.roles import ROLES
from hileads.references import parse
from hileads.sending_hours import opening

LONGEST_DRAFT = timedelta(days=60)
"""No draft is due so long before the papers are."""
GONE = "It no longer exists."
CLOSED = "The organisation has closed."
MOVED = "The date is another one now."
NOT_YOURS = "This is somebody else’s now."


def actions_due(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the open actions that are due between two moments, each for its owner. One query.

    The owner knows of an action since it was last changed. What waits for a new owner is left to the plan.
    """
    changes = ActionNote.objects.filter(action=OuterRef("pk"), kind=NoteKind.CHANGE).order_by("-written_at")
    rows = (
        Action.objects.open()
        .filter(due_date__range=(day_of(first), day_of(last)), plan__organisation__in=_open())
        .looked_after(today())
        .annotate(known_since=Coalesce(Subquery(changes.values("written_at")[:1]), "created_at"))
    )
    for action in rows.select_related("plan__organisation"):
        yield Occasion(
            key=f"{action.public_id}.{action.due_date}",
            at=opening(action.due_date),
            since=getattr(action, "known_since"),  # noqa: B009 - annotated
            reference=action.reference,
            people=[action.owner_id],
            about=action,
            area=Area.PLAN,
            organisation_id=action.plan.organisation_id,
        )


def why_not_remind_of_action(reference: str, person: User) -> str:
    """Return why a person needs no reminder of an action, or "" while they do."""
    asked = parse(reference)
    rows = Action.objects.select_related("owner", "plan__organisation")
    action = rows.filter(public_id=UUID(asked.public_id)).first()
    if action is None:
        return GONE
    if not action.is_open:
        return "The action is done or stopped."
    if action.due_date.isoformat() != asked.revision:
        return MOVED
    if action.plan.organisation not in _open():
        return CLOSED
    is_theirs = person == action.owner or action.owner in acted_for(person, Area.PLAN)
    return "" if is_theirs and can(person, P.PLAN_VIEW, on=action) else NOT_YOURS


def drafts_due(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the reports whose draft is due between two moments and is not written, each for who prepares it."""
    begin, end = day_of(first), day_of(last)
    reports = list(_reports(ReportState.OPEN).filter(paper_deadline_date__range=(begin, end + LONGEST_DRAFT)))
    people = _who(P.REPORT_FREEZE, P.REPORT_SIGN, reports)
    for report in reports:
        day = draft_due(report)
        if begin <= day <= end and what_is_missing(report, report.front_sheet):
            yield _of_report(report, day, str(day), people, area=Area.REPORT)


def papers_due(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the reports whose papers are due between two moments: to freeze for the secretary, to sign for the lead.

    SECURITY: nobody signs for another, so what waits for a signature goes to no deputy who acts for the lead.
    """
    waiting = _reports(ReportState.OPEN, ReportState.FROZEN).select_related("snapshot")
    reports = list(waiting.filter(paper_deadline_date__range=(day_of(first), day_of(last))))
    freezing = _who(P.REPORT_FREEZE, P.REPORT_SIGN, reports)
    signing = _who(P.REPORT_SIGN, P.REPORT_FREEZE, reports)
    for report in reports:
        day, version = report.paper_deadline_date, _version(report)
        if report.is_frozen:
            since = report.snapshot.frozen_at
            yield _of_report(report, day, version, signing, since=since)
        else:
            yield _of_report(report, day, version, freezing, area=Area.REPORT)


def meetings_near(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the reports that a board sees between two moments, each for the lead."""
    reports = list(_reports(*ReportState).filter(meeting_date__range=(day_of(first), day_of(last))))
    people = _who(P.REPORT_SIGN, P.REPORT_FREEZE, reports)
    for report in reports:
        yield _of_report(report, report.meeting_date, str(report.meeting_date), people)


def why_not_draft(reference: str, person: User) -> str:
    """Return why nobody needs to be reminded of a draft, or "" while they do."""
    report = _report(reference)
    reason = _why_not(report, person)
    if reason or report is None:
        return reason
    if report.state != ReportState.OPEN or not what_is_missing(report, report.front_sheet):
        return "Everything that is needed is written."
    return _why_moved(reference, str(draft_due(report)))


def why_not_paper(reference: str, person: User) -> str:
    """Return why a report needs no freezing or signing any more, or "" while it does."""
    report = _report(reference)
    reason = _why_not(report, person)
    if reason or report is None:
        return reason
    if parse(reference).revision.partition(".")[0] != report.state:
        return "The report is frozen." if report.is_frozen else "The report is signed."
    return _why_moved(reference, _version(report))


def why_not_meeting(reference: str, person: User) -> str:
    """Return why somebody needs no reminder of a board meeting, or "" while they do."""
    report = _report(reference)
    reason = _why_not(report, person)
    if reason or report is None:
        return reason
    return _why_moved(reference, str(report.meeting_date))


def why_not_sign(reference: str, person: User) -> str:
    """Return why nobody is asked to sign any more, or "" while they are."""
    report = _report(reference)
    reason = _why_not(report, person)
    if reason or report is None:
        return reason
    return "The report is signed." if report.is_signed else ""


def _open() -> QuerySet[Organisation]:
    return Organisation.objects.open_on(today())


def _reports(*states: ReportState) -> QuerySet[Report]:
    rows = Report.objects.filter(state__in=states, organisation__in=_open())
    return rows.select_related("organisation", "front_sheet")


def _report(reference: str) -> Report | None:
    rows = Report.objects.select_related("organisation", "front_sheet")
    return rows.filter(public_id=UUID(parse(reference).public_id)).first()


def _version(report: Report) -> str:
    return f"{report.state}.{report.paper_deadline_date}"


def _why_moved(reference: str, version: str) -> str:
    return "" if parse(reference).revision == version else MOVED


def _why_not(report: Report | None, person: User) -> str:
    if report is None:
        return GONE
    if report.organisation not in _open():
        return CLOSED
    return "" if can(person, P.REPORT_VIEW, on=report) else NOT_YOURS


def _who(permission: P, otherwise: P, reports: Iterable[Report]) -> Callable[[Report], list[int]]:
    """Return who has to act at a report's organisation; where nobody is in that post, who else may see to it."""
    places = {report.organisation_id for report in reports}
    posts = Appointment.objects.live(today()).filter(organisation__in=places).order_by("from_date", "pk")
    found: dict[tuple[int | None, P], list[int]] = defaultdict(list)
    for place, role, user in posts.values_list("organisation", "role", "user"):
        for right in ROLES[Role(role)] & {permission, otherwise}:
            found[place, right].append(user)
    return lambda report: (
        found[report.organisation_id, permission] or found[report.organisation_id, otherwise]
    )


def _of_report(
    report: Report,
    day: date,
    version: str,
    people: Callable[[Report], list[int]],
    *,
    since: datetime | None = None,
    area: str = "",
) -> Occasion:
    return Occasion(
        key=f"{report.public_id}.{version}",
        at=opening(day),
        since=since or report.created_at,
        reference=report.reference(version),
        people=dict.fromkeys(people(report)),
        about=report,
        area=area,
        organisation_id=report.organisation_id,
    )
