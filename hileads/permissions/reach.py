"""Which organisations rights at a place reach: the place itself, all within a region, what closed and was taken over."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from hileads.once import once
from hileads.organisations.models import Kind, Organisation, OrganisationLink, PartnerArea, Succession

GENERATIONS = 3
"""How many successions one after the other a record is read back through."""

Numbers = Mapping[int, set[int]]


def within_regions(places: Iterable[Organisation], day: date) -> set[int]:
    """Return the organisations within those of these places that are regions. One query, if there is a region."""
    regions = [place.pk for place in places if place.kind == Kind.REGION]
    return _all_of(regions, lambda: once(f"within regions on {day}", lambda: _within_regions(day)))


def at_partners(boards: Iterable[Organisation], day: date) -> set[int]:
    """Return the partners that work in the area of one of these boards. One query, if there is a board."""
    numbers = [board.pk for board in boards]
    return _all_of(numbers, lambda: once(f"partners on {day}", lambda: _partners(day)))


def predecessors(organisations: Iterable[int], day: date) -> set[int]:
    """Return what closed before `day` and passed to one of these, as far back as GENERATIONS successions. One query."""
    passed = once(f"passed on by {day}", lambda: _passed_on(day))
    found: set[int] = set()
    later = set(organisations)
    for _ in range(GENERATIONS):
        later = _all_of(later, lambda: passed)
        found |= later
    return found


def successors(organisation: Organisation, day: date) -> list[int]:
    """Return who took over from a closed organisation, and from them if they have closed since, and so on."""
    found: list[int] = []
    closed = [organisation.pk] if organisation.closed_date and organisation.closed_date < day else []
    for _ in range(GENERATIONS):
        rows = Organisation.objects.filter(
            inheritances__predecessor__in=closed, inheritances__effective_date__lte=day
        )
        later = list(rows.values_list("pk", "closed_date"))
        found += [pk for pk, _ in later]
        closed = [pk for pk, ended in later if ended and ended < day]
    return found


def _all_of(keys: Iterable[int], read: Callable[[], Numbers]) -> set[int]:
    wanted = list(keys)
    known = read() if wanted else {}
    return {number for key in wanted for number in known.get(key, ())}


def _within_regions(day: date) -> Numbers:
    rows = OrganisationLink.objects.on(day).filter(parent__kind=Kind.REGION)
    return _gathered(rows.values_list("parent", "organisation"))


def _partners(day: date) -> Numbers:
    return _gathered(PartnerArea.objects.on(day).values_list("icb", "partner"))


def _passed_on(day: date) -> Numbers:
    rows = Succession.objects.filter(predecessor__closed_date__lt=day, effective_date__lte=day)
    return _gathered(rows.values_list("successor", "predecessor"))


def _gathered(pairs: Iterable[tuple[int, int]]) -> Numbers:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for key, number in pairs:
        found[key].add(number)
    return found
