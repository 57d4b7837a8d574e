"""What of the plan needs a person this week, and how they find it again."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from accountability.models import Action
from accountability.queries.measures import live_versions, possessive
from hileads.contributions import Consequence, Resolved, SearchHit, WorkLine
from hileads.leads.models import Area, User
from hileads.leads.queries import acted_for
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope
from hileads.wording import counted

SOON = timedelta(days=7)
MOST_HITS = 10
WHOSE = ("plan__organisation", "owner")


def work_lines(user: User, today: date) -> Iterator[WorkLine]:
    """Yield what is overdue or due in seven days, what waits for somebody to do it, and what has no measure yet.

    Four queries of its own.
    """
    near = Action.objects.open().filter(due_date__lte=today + SOON)
    for action in (
        scope(near.filter(owner=user), user, P.PLAN_VIEW).select_related(*WHOSE).order_by("due_date", "pk")
    ):
        yield _own_line(action, today)
    yield from _left_behind(user, today)
    late = Action.objects.overdue(today).looked_after(today)
    late = late.exclude(owner__in=[user, *acted_for(user, Area.PLAN)])
    for action in scope(late, user, P.PLAN_EDIT).select_related(*WHOSE).order_by("due_date", "pk"):
        yield _late_line(action)
    yield from _without_measure(user)


def found_actions(user: User, words: str) -> list[SearchHit]:
    """Return the person's own organisations' actions in which every word stands, the next due first."""
    condition = Q()
    for word in words.split():
        condition &= Q(title__icontains=word) | Q(why__icontains=word)
    rows = (
        scope(Action.objects.filter(condition), user, P.PLAN_VIEW) if words.split() else Action.objects.none()
    )
    return [
        SearchHit(
            title=action.title,
            url=_address(action),
            kind_label=f"Action, {action.get_state_display().lower()}",
            summary=f"{action.plan.organisation.name}. {action.owner.name}.",
        )
        for action in rows.select_related(*WHOSE).order_by("due_date", "pk")[:MOST_HITS]
    ]


def resolve_action(user: User, public_id: str, revision: str) -> Resolved | None:
    """Say what a stored reference to an action points to, for people who may see its plan."""
    try:
        rows = Action.objects.filter(public_id=UUID(public_id))
    except ValueError:
        return None
    action = scope(rows, user, P.PLAN_VIEW).first()
    return Resolved(action.title, _address(action), "Action") if action else None


def resolve_measure(user: User, public_id: str, revision: str) -> Resolved | None:
    """Say what a stored reference to a measure points to."""
    version = live_versions().filter(measure__code=public_id).first()
    if version is None or not can(user, P.MEASURE_VIEW):
        return None
    return Resolved(version.title, reverse("measure-show", kwargs={"code": public_id}), "Measure")


def _own_line(action: Action, today: date) -> WorkLine:
    late = action.due_date < today
    return WorkLine(
        key=f"action:{action.public_id}",
        consequence=Consequence.OVERDUE if late else Consequence.DUE_SOON,
        text=action.title,
        url=_address(action),
        verb="Say how it stands",
        due_date=action.due_date,
        organisation_name=action.plan.organisation.name,
        area=Area.PLAN,
        stream=Stream.ACTIONS,
    )


def _late_line(action: Action) -> WorkLine:
    return WorkLine(
        key=f"action:{action.public_id}",
        consequence=Consequence.OVERDUE,
        text=f"{possessive(action.owner.name)} action: {action.title}",
        url=_address(action),
        verb="Offer help",
        due_date=action.due_date,
        organisation_name=action.plan.organisation.name,
        area=Area.PLAN,
        stream=Stream.ACTIONS,
    )


def _left_behind(user: User, today: date) -> Iterator[WorkLine]:
    """One line for each plan: what those did who have left, and nobody has followed yet."""
    rows = scope(Action.objects.left_behind(today), user, P.PLAN_EDIT).select_related(*WHOSE)
    for actions in _by_plan(rows.order_by("pk")):
        organisation = actions[0].plan.organisation
        several = len(actions) > 1
        yield WorkLine(
            key=f"left-behind:{organisation.code}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"{counted(len(actions), 'action')} of people who have left {'wait' if several else 'waits'} "
            f"for somebody to do {'them' if several else 'it'}.",
            url=(
                reverse("plan-show", kwargs={"ods": organisation.code})
                if several
                else reverse("action-edit", kwargs={"public_id": actions[0].public_id})
            ),
            verb="Choose who does it",
            area=Area.PLAN,
            organisation_name=organisation.name,
        )


def _by_plan(rows: Iterable[Action]) -> Iterable[list[Action]]:
    plans: dict[int, list[Action]] = {}
    for action in rows:
        plans.setdefault(action.plan_id, []).append(action)
    return plans.values()


def _without_measure(user: User) -> Iterator[WorkLine]:
    """One line for each plan, so that a new plan does not fill the page."""
    rows = Action.objects.open().filter(measure=None, example_measure=None)
    waiting = scope(rows, user, P.PLAN_EDIT).select_related("plan__organisation")
    for actions in _by_plan(waiting.order_by("pk")):
        organisation = actions[0].plan.organisation
        single = len(actions) == 1
        yield WorkLine(
            key=f"measures-of-plan:{organisation.code}",
            consequence=Consequence.CHANCE,
            text=f"{counted(len(actions), 'action')} in the plan cannot show a change yet: no measure is chosen.",
            url=(
                reverse("action-edit", kwargs={"public_id": actions[0].public_id})
                if single
                else reverse("plan-show", kwargs={"ods": organisation.code})
            ),
            verb="Choose a measure",
            organisation_name=organisation.name,
            area=Area.PLAN,
        )


def _address(action: Action) -> str:
    return reverse("action-show", kwargs={"public_id": action.public_id})
