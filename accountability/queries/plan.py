"""The plan as a page: what we do by state, how it moves, and which of the board's four jobs it serves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from accountability.models import Action, ActionState, MeasureVersion
from accountability.queries.figures import Figures, figures_at, most_local
from accountability.queries.places import nearest_places
from hileads.clock import today
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.organisations.queries.succession import Before, before
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.vocabulary import Quadrant
from hileads.wording import counted

ON_A_PAGE = 40
STATE_ORDER = (ActionState.UNDER_WAY, ActionState.PLANNED, ActionState.DONE, ActionState.STOPPED)


@dataclass(frozen=True)
class ActionLine:
    """One action of the plan, and how we will know: figures, an example measure, or nothing yet."""

    action: Action
    figures: Figures | None

    @property
    def measured_by(self) -> str:
        if self.figures:
            return self.figures.version.title
        example = self.action.example_measure
        return example.title if example else ""


@dataclass(frozen=True)
class JobCount:
    """How many open actions serve one of the board's four jobs."""

    label: str
    count: int


@dataclass(frozen=True)
class Balance:
    """What the open actions serve. `unplaced` are those of which nobody has said it yet."""

    jobs: Sequence[JobCount]
    unplaced: int

    @property
    def open_count(self) -> int:
        return sum(job.count for job in self.jobs) + self.unplaced

    @property
    def sentence(self) -> str:
        """Say what the open actions serve and what they leave out."""
        if not self.open_count:
            return "No action is open."
        parts = [f"{job.label.lower()} {job.count}" for job in self.jobs if job.count]
        parts += [f"not placed yet {self.unplaced}"] if self.unplaced else []
        empty = [job.label.lower() for job in self.jobs if not job.count]
        missing = f" Nothing serves {_either(empty)} yet." if empty else ""
        return f"{counted(self.open_count, 'open action')}: {', '.join(parts)}.{missing}"


@dataclass(frozen=True)
class PlanPage:
    """An organisation's plan. `groups` are the states that have actions on this page, in their order."""

    organisation: Organisation
    groups: Sequence[tuple[str, Sequence[ActionLine]]]
    balance: Balance
    page: Page[Action]
    may_edit: bool
    before: Before


def plan_page(organisation: Organisation, user: User, number: int | str, *, on: date) -> PlanPage:
    """Return a page of the plan. The same number of queries with 1 and with 40 actions on it."""
    page = Paginator(plan_actions(organisation), ON_A_PAGE).get_page(number)
    figures = figures_of(page.object_list, organisation, on=on)
    lines = [ActionLine(action, figures.get(action.measure_id or 0)) for action in page]
    grouped = ((state, [line for line in lines if line.action.state == state]) for state in STATE_ORDER)
    return PlanPage(
        organisation=organisation,
        groups=[(state.label, found) for state, found in grouped if found],
        balance=balance(organisation),
        page=page,
        may_edit=organisation.is_open_on(on) and can(user, P.PLAN_EDIT, on=organisation),
        before=before(organisation, on),
    )


def plan_actions(organisation: Organisation) -> QuerySet[Action]:
    """Return the plan's actions: under way, planned, done, stopped, and by date within each."""
    rank = Case(
        *(When(state=state, then=Value(place)) for place, state in enumerate(STATE_ORDER)),
        output_field=IntegerField(),
    )
    rows = Action.objects.filter(plan__organisation=organisation).with_owner_in_post(today())
    return rows.select_related("owner", "example_measure").order_by(rank, "due_date", "pk")


def figures_of(actions: Iterable[Action], organisation: Organisation, *, on: date) -> dict[int, Figures]:
    """Return the most local figures of the measures that these actions have, by measure."""
    wanted = {action.measure_id for action in actions if action.measure_id}
    versions = list(MeasureVersion.objects.meant_now().filter(measure__in=wanted).select_related("measure"))
    places = nearest_places(organisation, on)
    found = figures_at(versions, places)
    local = ((version.measure_id, most_local(found, version, places)) for version in versions)
    return {measure: figures for measure, figures in local if figures}


def balance(organisation: Organisation) -> Balance:
    """Return how many open actions serve each of the board's four jobs, in the jobs' own order. One query."""
    rows = Action.objects.open().filter(plan__organisation=organisation).order_by()
    found = dict(rows.values_list("quadrant").annotate(number=Count("pk")))
    jobs = [JobCount(str(job.label), found.get(job.value, 0)) for job in Quadrant]
    return Balance(jobs, unplaced=found.get("", 0))


def open_actions(organisation: Organisation) -> QuerySet[Action]:
    """Return the actions that evidence can still be used in, by title."""
    rows = Action.objects.open().filter(plan__organisation=organisation)
    return rows.select_related("owner").order_by("title", "pk")


def _either(words: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
