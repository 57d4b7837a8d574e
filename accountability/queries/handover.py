"""What of the plan, the measures and the reports a leaver hands over, as far as the reader may see it."""

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from accountability.models import (
    Action,
    BoardMeasure,
    Citation,
    MeasureVersion,
    Report,
    ReportState,
    TestOfChange,
)
from accountability.queries.board import target_words
from accountability.queries.measures import live_versions
from hileads.clock import today
from hileads.contributions import HandoverItem
from hileads.leads.models import Appointment, User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope
from hileads.wording import long_date, lower_first
from repository.public import resources_at


def open_actions(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the open actions that are or were the holder's at the post's organisation, the next due first.

    One that is still theirs can be given to somebody by those who may change the plan.
    """
    may_give = can(reader, P.PLAN_EDIT, on=post.organisation)
    return [
        HandoverItem(
            text=action.title,
            detail=_how_it_stands(action, post),
            url=_address(action),
            transfer=str(action.public_id) if may_give and action.owner_id == post.user_id else "",
        )
        for action in _work_of(reader, post).select_related("owner").order_by("due_date", "pk")
    ]


def actions_held(person: User, organisation: Organisation) -> list[str]:
    """Return the open actions that are this person's at an organisation, by public_id, the oldest first."""
    rows = Action.objects.open().filter(owner=person, plan__organisation=organisation).order_by("pk")
    return [str(public_id) for public_id in rows.values_list("public_id", flat=True)]


def actions_left_behind(day: date) -> list[tuple[int, int]]:
    """Return whose open actions wait, and at which organisation, as their numbers."""
    return list(Action.objects.left_behind(day).values_list("owner", "plan__organisation").distinct())


def open_trials(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the trials of those actions that wait for a decision, the oldest first."""
    trials = TestOfChange.objects.filter(action__in=_work_of(reader, post), decided_at__isnull=True)
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
    wanted = _work_of(reader, post).filter(measure__isnull=False).values("measure")
    return [
        HandoverItem(
            text=version.title,
            detail=f"{version.definition} Published {version.frequency.lower()}.",
            url=reverse("measure-show", kwargs={"code": version.measure.code}),
        )
        for version in live_versions(post.organisation).filter(measure__in=wanted)
    ]


def board_measures(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the measures on the board's list that the holder answers or answered for, in the catalogue's order.

    One that is still theirs can be given to somebody by those who may settle the list.
    """
    once = BoardMeasure.objects.filter(events__owner=post.user_id).values("pk")
    rows = BoardMeasure.objects.watched().filter(organisation=post.organisation)
    theirs = scope(rows.filter(Q(owner=post.user) | Q(pk__in=once)), reader, P.BOARD_VIEW)
    held = {row.measure_id: row for row in theirs.select_related("owner")}
    may_give = can(reader, P.BOARD_EDIT, on=post.organisation)
    return [
        HandoverItem(
            text=version.title,
            detail=_how_the_board_sees_it(held[version.measure_id], version, post),
            url=_place_on_the_board(post, version),
            transfer=str(held[version.measure_id].public_id)
            if may_give and held[version.measure_id].owner_id == post.user_id
            else "",
        )
        for version in live_versions(post.organisation).filter(measure__in=held)
    ]


def board_measures_held(person: User, organisation: Organisation) -> list[str]:
    """Return the measures on a board's list that this person answers for, by public_id, the oldest first."""
    rows = BoardMeasure.objects.watched().filter(owner=person, organisation=organisation).order_by("pk")
    return [str(public_id) for public_id in rows.values_list("public_id", flat=True)]


def board_measures_left_behind(day: date) -> list[tuple[int, int]]:
    """Return who answers for what at an organisation that they have left, as their numbers."""
    return list(BoardMeasure.objects.left_behind(day).values_list("owner", "organisation").distinct())


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
        Q(cited_by=post.user) | Q(action__in=_work_of(reader, post))
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


def _work_of(reader: User, post: Appointment) -> QuerySet[Action]:
    """What is open and the holder's, or was until it changed hands: the successor reads this after it has."""
    once = Action.objects.filter(events__owner=post.user_id).values("pk")
    rows = Action.objects.open().filter(plan__organisation=post.organisation)
    return scope(rows.filter(Q(owner=post.user) | Q(pk__in=once)), reader, P.PLAN_VIEW)


def _how_it_stands(action: Action, post: Appointment) -> str:
    stands = f"{action.get_state_display()}, due on {long_date(action.due_date)}."
    return stands if action.owner_id == post.user_id else f"{stands} {action.owner.name} does it now."


def _how_the_board_sees_it(row: BoardMeasure, version: MeasureVersion, post: Appointment) -> str:
    target = target_words(row, version, today())
    often = lower_first(row.get_frequency_display())
    told = [
        f"{target}." if target else "",
        f"The board sees it {often}." if often else "How often the board sees it is not agreed.",
    ]
    if row.owner_id != post.user_id:
        owner = row.owner.name if row.owner else row.owner_title or "Nobody"
        told.append(f"{owner} answers for it now.")
    return " ".join(filter(None, told))


def _place_on_the_board(post: Appointment, version: MeasureVersion) -> str:
    address = reverse("board-show", kwargs={"ods": post.organisation.code})  # type: ignore[union-attr]
    return f"{address}#{version.measure.code}"


def _address(action: Action) -> str:
    return reverse("action-show", kwargs={"public_id": action.public_id})
