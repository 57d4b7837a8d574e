"""What the plan and the measures show on other rooms' pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from accountability.models import Action, Report
from accountability.queries.measures import one_thing_to_know, published_of, sentences
from hileads.leads.models import User
from hileads.leads.queries import board_secretary_of, organisations_of
from hileads.organisations.models import Kind, Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope

WITHOUT_A_BOARD = (Kind.PCN, Kind.PARTNER)
Context = Mapping[str, Any] | None


def activity_panel(user: User, activity: Any) -> Context:
    """Add to our plan; and which actions it has become already."""
    return _with_actions(user, Q(from_activity=activity.pk), code=activity.code)


def resource_panel(user: User, resource: Any) -> Context:
    """Use it in an action, at the version on the screen; and which actions rest on it already."""
    cited = Q(citations__resource=resource.pk)
    return _with_actions(user, cited, code=resource.code, revision=resource.live_revision_id)


def commitment_panel(user: User, commitment: Any) -> Context:
    """Turn one's own commitment into an action, or find the action it has become."""
    if commitment.author_id != user.pk:
        return None
    return _with_actions(user, Q(from_commitment=commitment.pk), public_id=commitment.public_id)


def first_visit_panel(user: User, subject: Any, today: date) -> Context:
    """One thing to know, from the most local real figure there is."""
    line = one_thing_to_know(_organisation(user, subject), on=today)
    return {"line": line} if line else None


def next_paper_panel(user: User, subject: Any, today: date) -> Context:
    """When the board sees its next report, and who drafts it. Networks and partners have no board here."""
    organisation = _organisation(user, subject)
    if organisation is None or organisation.kind in WITHOUT_A_BOARD:
        return None
    reports = Report.objects.filter(organisation=organisation, meeting_date__gte=today)
    return {
        "report": scope(reports, user, P.REPORT_VIEW).order_by("meeting_date").first(),
        "secretary": board_secretary_of(organisation, today),
    }


def this_week_panel(user: User, subject: Any, today: date) -> Context:
    """The measures in one sentence each, those of our actions first."""
    organisation = _organisation(user, subject)
    rows = Action.objects.open().filter(plan__organisation=organisation, measure__isnull=False)
    measures = set(scope(rows, user, P.PLAN_VIEW).values_list("measure", flat=True))
    found = sentences(organisation, measures, on=today)
    return {"measures": found} if found else None


def organisation_panel(user: User, organisation: Organisation) -> Context:
    """What figures say of this organisation, in one sentence each, and where to import its own."""
    found, may_import = published_of(organisation), can(user, P.FIGURE_IMPORT, on=organisation)
    if not found and not may_import:
        return None
    return {"measures": found, "code": organisation.code, "may_import": may_import}


def _with_actions(user: User, condition: Q, **context: Any) -> Context:
    actions = list(
        scope(Action.objects.filter(condition), user, P.PLAN_VIEW).distinct().order_by("title", "pk")
    )
    may_edit = can(user, P.PLAN_EDIT)
    return {**context, "actions": actions, "may_edit": may_edit} if may_edit or actions else None


def _organisation(user: User, subject: Any) -> Organisation | None:
    if isinstance(subject, Organisation):
        return subject
    return next(iter(organisations_of(user)), None)
