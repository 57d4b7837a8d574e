"""What of the plan needs a person this week, and how they find it again."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from accountability.models import Action
from accountability.queries.asking import possessive
from accountability.queries.measures import versions_shown_to
from hileads.contributions import Consequence, Resolved, SearchHit, WorkLine
from hileads.leads.models import Area, User
from hileads.leads.queries import acted_for
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope, scope_each
from hileads.wording import counted

SOON = timedelta(days=7)
MOST_HITS = 10
WHOSE = ("plan__organisation", "owner")


def work_lines(people: Sequence[User], today: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield what is overdue or due in seven days, what waits for somebody to do it, and what has no measure yet.

    Four queries of its own, and who took over from whom.
    """
    near = Action.objects.open().filter(due_date__lte=today + SOON, owner__in=people)
    for person, action in scope_each(_in_order(near), people, P.PLAN_VIEW):
        if action.owner_id == person.pk:
            yield person, _own_line(action, today)
    yield from _left_behind(people, today)
    theirs = {person.pk: {person, *acted_for(person, Area.PLAN)} for person in people}
    late = Action.objects.overdue(today).looked_after(today)
    for person, action in scope_each(_in_order(late), people, P.PLAN_EDIT):
        if action.owner not in theirs[person.pk]:
            yield person, _late_line(action)
    yield from _without_measure(people)


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
    version = versions_shown_to(user).filter(measure__code=public_id, is_live=True).first()
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


def _left_behind(people: Sequence[User], today: date) -> Iterator[tuple[User, WorkLine]]:
    """One line for each plan: what those did who have left, and nobody has followed yet."""
    for person, actions in _by_plan(Action.objects.left_behind(today), people):
        organisation = actions[0].plan.organisation
        several = len(actions) > 1
        yield (
            person,
            WorkLine(
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
            ),
        )


def _in_order(rows: QuerySet[Action]) -> QuerySet[Action]:
    return rows.select_related(*WHOSE).order_by("due_date", "pk")


def _by_plan(rows: QuerySet[Action], people: Sequence[User]) -> Iterator[tuple[User, list[Action]]]:
    """Yield for whoever may change a plan which of these actions are in it, in order of their making."""
    plans: dict[tuple[User, int], list[Action]] = {}
    for person, action in scope_each(rows.select_related(*WHOSE).order_by("pk"), people, P.PLAN_EDIT):
        plans.setdefault((person, action.plan_id), []).append(action)
    for (person, _), actions in plans.items():
        yield person, actions


def _without_measure(people: Sequence[User]) -> Iterator[tuple[User, WorkLine]]:
    """One line for each plan, so that a new plan does not fill the page."""
    rows = Action.objects.open().filter(measure=None, example_measure=None)
    for person, actions in _by_plan(rows, people):
        organisation = actions[0].plan.organisation
        single = len(actions) == 1
        yield (
            person,
            WorkLine(
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
            ),
        )


def _address(action: Action) -> str:
    return reverse("action-show", kwargs={"public_id": action.public_id})
