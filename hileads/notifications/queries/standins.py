"""Who is told instead of somebody: whoever acts for them, or the deputy while they are away."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hileads.contributions import Occasion
from hileads.leads.models import Appointment, Delegation, Role
from hileads.notifications.queries.choices import Choices, choices_of


@dataclass(frozen=True)
class StandIns:
    """Answers for a set of people on one day, read in a constant number of queries."""

    choices: dict[int, Choices]
    delegations: dict[tuple[int, int | None], tuple[Delegation, ...]]
    deputies: dict[int, tuple[int, ...]]

    def for_person(self, person: int, occasion: Occasion) -> int:
        """Return who is told of an occasion: the person, whoever acts for them, or the deputy if they have paused.

        Where there is no deputy, an obligation still reaches the person: it is lost to nobody.
        """
        place = occasion.organisation_id
        if place is None:
            return person
        for delegation in self.delegations.get((person, place), ()):
            if occasion.area in delegation.areas:
                return delegation.deputy_id
        if self.choices[person].is_paused:
            others = (one for one in self.deputies.get(place, ()) if one != person)
            return next(others, person)
        return person


def stand_ins(people: Iterable[int], places: Iterable[int], day: date) -> StandIns:
    """Return who stands in for these people at these organisations on a day."""
    numbers = list(people)
    acting: dict[tuple[int, int | None], tuple[Delegation, ...]] = defaultdict(tuple)
    for row in (
        Delegation.objects.live(day).filter(appointment__user__in=numbers).select_related("appointment")
    ):
        acting[row.appointment.user_id, row.appointment.organisation_id] += (row,)
    deputies: dict[int, tuple[int, ...]] = defaultdict(tuple)
    posts = Appointment.objects.live(day).in_role(Role.DEPUTY).filter(organisation__in=set(places))
    for place, user in posts.order_by("from_date", "pk").values_list("organisation", "user"):
        deputies[place] += (user,)
    everyone = {*numbers, *(user for users in deputies.values() for user in users)}
    choices = choices_of(everyone, day)
    awake = {
        place: tuple(one for one in users if not choices[one].is_paused) for place, users in deputies.items()
    }
    return StandIns(choices, acting, awake)
