"""Time and support: what a post has, and how many leads across the country have what."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch

from hileads.disclosure import Cell, Sum, Table, safe_to_show
from hileads.leads.models import Appointment, Provision, Role, Support
from hileads.leads.policies import HAVE_BOARDS
from hileads.organisations.models import Kind, LinkKind, Organisation, OrganisationLink

ENGLAND, TOLD, SOME_HELP = "England", "told", "support_some"
NO_REGION = "Not in a region"

TIME = {
    "time_none": "No protected time",
    "time_to_2": "Up to 2 days a month",
    "time_to_4": "More than 2, up to 4 days",
    "time_over_4": "More than 4 days",
    "time_untold": "Not told",
}
BUDGET = {"budget_yes": "A budget", "budget_no": "No budget", "budget_untold": "Not told"}
HELP = {SOME_HELP: "Somebody", "support_none": "Nobody", "support_untold": "Not told"}
KINDS_OF_HELP = {f"support_{kind.value}": kind.label for kind in Support}
QUESTIONS = {
    "Protected time": TIME,
    "Budget for the work": BUDGET,
    "Who helps": HELP | KINDS_OF_HELP,
}
"""What the counts answer, and under which headings."""
RESTS = tuple(f"without_{kind.value}" for kind in Support)
"""Who has somebody to help, but not of this kind: in no table, and easily subtracted."""
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (TOLD, tuple(TIME)),
    (TOLD, tuple(BUDGET)),
    (TOLD, tuple(HELP)),
    *((SOME_HELP, (f"support_{kind.value}", f"without_{kind.value}")) for kind in Support),
)
"""What adds up to what in each group."""
COLUMNS = {TOLD: "Leads with answers"} | TIME | BUDGET | HELP | KINDS_OF_HELP


@dataclass(frozen=True)
class Group:
    """How many leads in England, in a region or at a kind of organisation gave which answer; None is hidden."""

    label: str
    counts: Mapping[str, int | None]


@dataclass(frozen=True)
class ProvisionCounts:
    """The counts as they may be shown: England, then the regions and the kinds, each in alphabetical order."""

    groups: tuple[Group, ...]
    is_anything_told: bool

    @property
    def is_anything_hidden(self) -> bool:
        return any(count is None for group in self.groups for count in group.counts.values())


def provision_of(post: Appointment) -> Provision | None:
    """Return what was told of a post."""
    return Provision.objects.filter(appointment=post).select_related("told_by").first()


def provision_counts(day: date) -> ProvisionCounts:
    """Return how many executive leads in post on `day` have which time, budget and support, safe to be shown."""
    told = _told(day)
    regions, kinds = _by_region(told, day), _by_kind(told)
    posts_of = {ENGLAND: told, **regions, **kinds}
    answers = {post: _answers(post.provision) for post in told}
    counts = {
        (label, column): sum(column in answers[post] for post in posts)
        for label, posts in posts_of.items()
        for column in (*COLUMNS, *RESTS)
    }
    shown = safe_to_show(_table(counts, [tuple(regions), tuple(kinds)]))
    return ProvisionCounts(
        tuple(Group(label, {column: shown[label, column] for column in COLUMNS}) for label in posts_of),
        is_anything_told=bool(told),
    )


def _told(day: date) -> list[Appointment]:
    posts = Appointment.objects.live(day).in_role(Role.EXECUTIVE_LEAD).filter(provision__isnull=False)
    regions = OrganisationLink.objects.on(day).filter(kind=LinkKind.REGION).select_related("parent")
    return list(
        posts.select_related("provision", "organisation").prefetch_related(
            Prefetch("organisation__links", regions, to_attr="regions_now")
        )
    )


def _by_region(told: Iterable[Appointment], day: date) -> dict[str, list[Appointment]]:
    """Return the posts by region. Each post is in one."""
    open_now = Organisation.objects.open_on(day).of_kind(Kind.REGION)
    found: dict[str, list[Appointment]] = {name: [] for name in open_now.values_list("name", flat=True)}
    for post in told:
        links: list[OrganisationLink] = getattr(post.organisation, "regions_now", [])
        found.setdefault(links[0].parent.name if links else NO_REGION, []).append(post)
    return {name: found[name] for name in sorted(found, key=str.casefold)}


def _by_kind(told: Collection[Appointment]) -> dict[str, list[Appointment]]:
    """Return the posts by kind of organisation. Each post is in one."""
    kinds = sorted(HAVE_BOARDS, key=lambda kind: str(kind.label).casefold())
    at = {post: post.organisation.kind for post in told if post.organisation}
    return {str(kind.label): [post for post, held_at in at.items() if held_at == kind] for kind in kinds}


def _answers(told: Provision) -> set[str]:
    """Return the columns in which a post counts."""
    found = {TOLD, _time(told.days_a_month), _budget(told.has_budget)}
    if not told.support:
        return found | {"support_untold" if told.support is None else "support_none"}
    kinds = {kind.value: kind.value in told.support for kind in Support}
    return found | {SOME_HELP} | {f"{'support' if has else 'without'}_{kind}" for kind, has in kinds.items()}


def _time(days: Decimal | None) -> str:
    if days is None:
        return "time_untold"
    if days == 0:
        return "time_none"
    return "time_to_2" if days <= 2 else "time_to_4" if days <= 4 else "time_over_4"


def _budget(has_budget: bool | None) -> str:
    return "budget_untold" if has_budget is None else "budget_yes" if has_budget else "budget_no"


def _table(counts: Mapping[Cell, int], partitions: Iterable[tuple[str, ...]]) -> Table:
    """Return the counts with all that adds up: answers of a group, and groups of England.

    Beside answers about fewer than five leads, not even a zero is shown, unless it is one everywhere.
    """
    labels = dict.fromkeys(label for label, _ in counts)
    across = [
        Sum((label, total), tuple((label, part) for part in parts))
        for label in labels
        for total, parts in PARTS
    ]
    down = [
        Sum((ENGLAND, column), tuple((label, column) for label in partition))
        for partition in partitions
        for column in (*COLUMNS, *RESTS)
    ]
    rests = {(label, column) for label in labels for column in RESTS}
    beside = {
        (label, column): (label, TOLD)
        for label in labels
        for column in COLUMNS
        if column != TOLD and counts[ENGLAND, column]
    }
    return Table(counts, [*across, *down], rests, beside, kept={ENGLAND})
