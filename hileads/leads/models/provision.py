"""What a post has been given to do its work with."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from hileads.audit import audited
from hileads.leads.models.appointment import Appointment
from hileads.leads.models.person import User
from hileads.wording import listed, lower_first

MOST_DAYS = 23


class Support(models.TextChoices):
    ANALYST = "analyst", "An analyst"
    MANAGER = "manager", "A programme or project manager"
    ADMINISTRATOR = "administrator", "An administrator"
    PUBLIC_HEALTH = "public_health", "A public health specialist"
    ENGAGEMENT = "engagement", "Somebody who works with communities"


@audited(confidential=True)
class Provision(models.Model):
    """The time, the budget and the people that come with a post, as far as somebody has told.

    Each may be untold (null). No time is 0 days, no support an empty list.
    """

    appointment = models.OneToOneField(Appointment, models.CASCADE, related_name="provision")
    days_a_month = models.DecimalField(
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(MOST_DAYS)],
    )
    has_budget = models.BooleanField(null=True, blank=True)
    pounds_a_year = models.PositiveIntegerField(null=True, blank=True)
    support = ArrayField(models.CharField(max_length=20, choices=Support.choices), null=True, blank=True)
    told_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    told_at = models.DateTimeField("told")

    organisation_path = "appointment__organisation"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="protected_time_fits_into_a_month",
                condition=Q(days_a_month__isnull=True) | Q(days_a_month__gte=0, days_a_month__lte=MOST_DAYS),
            ),
            models.CheckConstraint(
                name="pounds_are_told_of_a_budget_only",
                condition=Q(pounds_a_year__isnull=True) | Q(has_budget=True),
            ),
            models.CheckConstraint(
                name="a_provision_tells_something",
                condition=Q(days_a_month__isnull=False)
                | Q(has_budget__isnull=False)
                | Q(support__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Time and support of {self.appointment}"

    @property
    def time_in_words(self) -> str:
        """Return "2.5 days a month", "none", or "" where nobody has told. So do the others."""
        if self.days_a_month is None:
            return ""
        days = self.days_a_month.normalize()
        return f"{days:f} {'day' if days == 1 else 'days'} a month" if days else "none"

    @property
    def budget_in_words(self) -> str:
        if self.pounds_a_year is not None:
            return f"£{self.pounds_a_year:,} a year"
        return {None: "", True: "yes, nobody has told how much", False: "none"}[self.has_budget]

    @property
    def support_in_words(self) -> str:
        if self.support is None:
            return ""
        return listed([lower_first(kind.label) for kind in Support if kind in self.support]) or "nobody"
