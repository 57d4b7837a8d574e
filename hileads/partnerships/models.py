"""Committees and partnerships of a system, their seats, and who sits there, from a day to a day."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, no_overlap
from hileads.identifiers import PublicId
from hileads.leads.models import User
from hileads.organisations.models import Organisation


class CommitteeKind(models.TextChoices):
    BOARD = "board", "Board of the integrated care board"
    PARTNERSHIP = "partnership", "Integrated care partnership"
    POPULATION_HEALTH = "population_health", "Committee for population health or inequalities"
    PLACE = "place", "Place partnership"
    QUALITY = "quality", "Quality committee"
    PEOPLE = "people", "People and equality committee"
    WELLBEING = "wellbeing", "Health and wellbeing board"
    COLLABORATIVE = "collaborative", "Provider collaborative"
    OTHER = "other", "Another committee or partnership"


EXPECTED = (
    CommitteeKind.BOARD,
    CommitteeKind.PARTNERSHIP,
    CommitteeKind.POPULATION_HEALTH,
    CommitteeKind.PLACE,
)
"""Where a system would look for somebody who speaks for health inequalities. Our own choice: no source prescribes it."""


class NotOverQuerySet(DatedQuerySet):
    def not_over(self, day: date) -> Self:
        """Keep what holds on `day` or will."""
        return self.exclude(to_date__lt=day)


@audited()
class Committee(PublicId, Dated):
    """A committee or partnership of an integrated care system, or of a place in it."""

    icb = models.ForeignKey(Organisation, models.PROTECT, related_name="committees")
    kind = models.CharField(max_length=20, choices=CommitteeKind.choices)
    name = models.CharField(max_length=150)
    place = models.CharField(max_length=100, blank=True)

    organisation_path = "icb"

    objects = NotOverQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("committee_ends_after_start"),
            no_overlap("one_committee_of_a_name_at_a_time", "icb", "name"),
        ]

    def __str__(self) -> str:
        return self.name


@audited()
class Seat(PublicId, Dated):
    """A place at the table. With `is_on_inequalities` whoever sits there speaks for health inequalities."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="seats")
    title = models.CharField(max_length=150)
    is_on_inequalities = models.BooleanField(default=True)

    organisation_path = "committee__icb"

    objects = NotOverQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("seat_ends_after_start"),
            no_overlap("one_seat_of_a_title_at_a_time", "committee", "title"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.committee}"


@audited()
class SeatHolder(PublicId, Dated):
    """Who sits there, or comes as the deputy, from a day to a day."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="holders")
    user = models.ForeignKey(User, models.CASCADE, related_name="seats")
    is_deputy = models.BooleanField(default=False)

    organisation_path = "seat__committee__icb"

    objects = NotOverQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("seat_holder_ends_after_start"),
            no_overlap("one_place_at_a_seat_at_a_time", "seat", "user"),
            no_overlap("one_person_on_a_seat_at_a_time", "seat", condition=Q(is_deputy=False)),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.seat}"

    @property
    def day_after(self) -> date | None:
        """The first day without them, once their last is known."""
        return self.to_date + timedelta(days=1) if self.to_date else None
