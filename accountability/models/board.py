"""What an organisation's board watches: what it adds to a measure of the catalogue, and the figures it has asked for."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from accountability.models.measure import Measure
from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.leads.models import Appointment
from hileads.organisations.models import Organisation
from hileads.references import Reference


@audited()
class MeasureSplit(models.Model):
    """An inequality measure that is a core one seen through a second lens: the same figure, by group."""

    measure = models.OneToOneField(Measure, models.CASCADE, related_name="split_of")
    core = models.ForeignKey(Measure, models.CASCADE, related_name="splits")

    class Meta:
        constraints = [
            models.CheckConstraint(name="no_measure_splits_itself", condition=~Q(measure=models.F("core")))
        ]

    def __str__(self) -> str:
        return f"{self.measure} splits {self.core}"


class BoardFrequency(models.TextChoices):
    """How often the board sees a measure."""

    MONTHLY = "monthly", "Every month"
    EVERY_TWO_MONTHS = "two_monthly", "Every two months"
    QUARTERLY = "quarterly", "Every three months"
    HALF_YEARLY = "half_yearly", "Every six months"
    YEARLY = "yearly", "Every year"

    @property
    def months(self) -> int:
        """How many months lie between two looks."""
        return {"monthly": 1, "two_monthly": 2, "quarterly": 3, "half_yearly": 6, "yearly": 12}[self.value]


class BoardMeasureQuerySet(models.QuerySet["BoardMeasure"]):
    def watched(self) -> Self:
        return self.filter(is_watched=True)

    def left_behind(self, day: date) -> Self:
        """Return what is on a list and was answered for by people who hold no post at its organisation: it waits."""
        posts = Appointment.objects.live(day).filter(
            user=OuterRef("owner"), organisation=OuterRef("organisation")
        )
        return self.watched().filter(~Exists(posts), owner__isnull=False)


@audited(confidential=True)
class BoardMeasure(PublicId):
    """A measure on the board's list: who answers for it, what is aimed at, how often it is seen, and what is said of it.

    The target is in the measure's unit; of a measure with groups it is for the size of the gap. `owner_title` names a job
    instead of a person. What was taken off the list is kept (`is_watched`), and comes back as it was.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="board_measures")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="board_measures")
    is_watched = models.BooleanField("on the board's list", default=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="board_measures"
    )
    owner_title = models.CharField("job of the owner", max_length=150, blank=True)
    target = models.FloatField(null=True, blank=True)
    target_date = models.DateField("target to be met by", null=True, blank=True)
    frequency = models.CharField(
        "how often the board sees it", max_length=12, choices=BoardFrequency.choices, blank=True
    )
    has_chart = models.BooleanField("a chart goes to the board", default=False)
    board_minutes = models.PositiveSmallIntegerField("minutes of board time", null=True, blank=True)
    narrative = models.TextField("what we say about it", blank=True)
    narrated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    narrated_at = models.DateTimeField(null=True, blank=True)

    objects = BoardMeasureQuerySet.as_manager()

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "measure"], name="one_place_on_a_boards_list"),
            models.CheckConstraint(
                name="one_owner_at_most", condition=Q(owner__isnull=True) | Q(owner_title="")
            ),
            models.CheckConstraint(
                name="a_date_belongs_to_a_target",
                condition=Q(target_date__isnull=True) | Q(target__isnull=False),
            ),
            models.CheckConstraint(
                name="narratives_say_who_and_when",
                condition=Q(narrative="", narrated_by__isnull=True, narrated_at__isnull=True)
                | (~Q(narrative="") & Q(narrated_by__isnull=False, narrated_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} on the list of {self.organisation}"


class FigureRequestState(models.TextChoices):
    OPEN = "open", "Waiting for an answer"
    ANSWERED = "answered", "Answered"
    WITHDRAWN = "withdrawn", "Withdrawn"


class FigureRequestQuerySet(models.QuerySet["FigureRequest"]):
    def open(self) -> Self:
        return self.filter(state=FigureRequestState.OPEN)


@audited(confidential=True)
class FigureRequest(PublicId):
    """A figure that the portal does not hold was asked of somebody at the organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="figure_requests")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="figure_requests")
    wanted = models.TextField("what is wanted")
    asked_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="figure_requests", verbose_name="who is asked"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(
        max_length=9, choices=FigureRequestState.choices, default=FigureRequestState.OPEN
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FigureRequestQuerySet.as_manager()

    organisation_path = "organisation"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "measure"],
                condition=Q(state="open"),
                name="one_open_request_a_figure",
            ),
            models.CheckConstraint(
                name="closed_requests_say_when",
                condition=Q(state="open", closed_at__isnull=True, closed_by__isnull=True)
                | (~Q(state="open") & Q(closed_at__isnull=False, closed_by__isnull=False)),
            ),
        ]
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"Request for {self.measure} at {self.organisation}"

    @property
    def reference(self) -> str:
        """The stored reference of this request."""
        return str(Reference("accountability", "figure-request", str(self.public_id), ""))

    @property
    def is_open(self) -> bool:
        return self.state == FigureRequestState.OPEN
