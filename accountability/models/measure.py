"""What is measured, how, and every published figure with where it came from."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.organisations.models import Organisation


class Direction(models.TextChoices):
    HIGHER_IS_BETTER = "higher_is_better", "Higher is better"
    LOWER_IS_BETTER = "lower_is_better", "Lower is better"
    NEUTRAL = "neutral", "Neither is better"


class Breakdown(models.TextChoices):
    NONE = "none", "No groups"
    DEPRIVATION_QUINTILE = "deprivation_quintile", "Fifths by deprivation, 1 is the most deprived"
    DEPRIVATION_DECILE = "deprivation_decile", "Tenths by deprivation, 1 is the most deprived"
    ETHNICITY = "ethnicity", "Ethnic groups"


class Family(models.TextChoices):
    INEQUALITY = "inequality", "Health inequality"
    CORE = "core", "Core performance"


@audited()
class Measure(models.Model):
    """Something a board can watch: an inequality or a core performance measure, in the same form."""

    code = models.SlugField(unique=True)
    family = models.CharField(max_length=12, choices=Family.choices)
    position = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.code


class Unit(models.TextChoices):
    PERCENT = "percent", "Percent"
    YEARS = "years", "Years"


@audited()
class MeasureVersion(models.Model):
    """What a measure meant while this version was live. Figures belong to a version.

    `statement` is the clause that a finding puts its figure into: "{value} of people smoked". `groups` lists
    groups that have no natural order, each with its key, label, name in a sentence and whether it is known.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    is_live = models.BooleanField(default=True)
    title = models.CharField(max_length=200)
    definition = models.TextField()
    numerator = models.CharField("what is counted", max_length=300)
    denominator = models.CharField("out of", max_length=300, blank=True)
    unit = models.CharField(max_length=40, choices=Unit.choices)
    statement = models.CharField(max_length=200, default="the figure was {value}")
    direction = models.CharField(max_length=20, choices=Direction.choices)
    breakdown = models.CharField(max_length=25, choices=Breakdown.choices)
    groups = models.JSONField(default=list, blank=True)
    method = models.TextField()
    frequency = models.CharField(max_length=40)
    core20plus5_area = models.CharField("Core20PLUS5 area", max_length=100, blank=True)
    caveats = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "number"], name="one_version_a_number"),
            models.UniqueConstraint(fields=["measure"], condition=Q(is_live=True), name="one_live_version"),
        ]

    def __str__(self) -> str:
        return self.title


@audited()
class DataSource(models.Model):
    """A file that figures were loaded from: publisher, licence, credit, and when it came out if that is known."""

    code = models.SlugField(unique=True)
    publisher = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    url = models.URLField("address", max_length=500, blank=True)
    licence = models.CharField(max_length=200)
    credit = models.CharField(max_length=500)
    is_derived = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    loaded_key = models.CharField("what it was last loaded with", max_length=64, blank=True)
    rejected_count = models.PositiveIntegerField("figures of organisations not in the register", default=0)

    def __str__(self) -> str:
        return self.title


class ObservationState(models.TextChoices):
    """Six states that are never mixed up. Zero is a value that happens to be nought."""

    VALUE = "value", "Value"
    ZERO = "zero", "Zero"
    SUPPRESSED = "suppressed", "Hidden to protect people"
    MISSING = "missing", "Missing"
    NOT_REPORTED = "not_reported", "Not reported"
    NOT_APPLICABLE = "not_applicable", "Does not apply"


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> Self:
        return self.filter(is_current=True)

    def held_on(self, day: date) -> Self:
        """Return what could be known on `day`: published by then, or of unknown date with its period over."""
        return self.filter(
            Q(published_date__lte=day) | Q(published_date__isnull=True, period_end_date__lt=day)
        )


class Observation(models.Model):
    """One figure: a measure at an organisation (none means England) in a period for a group.

    `figure_import` is the file that an organisation handed it in with; none means that the portal loaded it.
    `replaces` is what was said of the same before.
    """

    version = models.ForeignKey(MeasureVersion, models.PROTECT, related_name="observations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    period = models.CharField(max_length=20)
    period_start_date = models.DateField()
    period_end_date = models.DateField()
    group = models.CharField(max_length=40, default="all")
    state = models.CharField(max_length=15, choices=ObservationState.choices)
    reason = models.CharField("why there is no figure", max_length=300, blank=True)
    numerator = models.BigIntegerField(null=True, blank=True)
    denominator = models.BigIntegerField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    lower = models.FloatField(null=True, blank=True)
    upper = models.FloatField(null=True, blank=True)
    published_date = models.DateField(null=True, blank=True)
    source = models.ForeignKey(DataSource, models.PROTECT, related_name="observations")
    figure_import = models.ForeignKey(
        "accountability.FigureImport", models.PROTECT, null=True, blank=True, related_name="observations"
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    is_current = models.BooleanField(default=True)
    loaded_at = models.DateTimeField()

    objects = ObservationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "organisation", "period_end_date", "group"],
                condition=Q(is_current=True),
                nulls_distinct=False,
                name="one_current_figure_a_key",
            ),
            models.CheckConstraint(
                name="counted_no_more_than_out_of",
                condition=Q(numerator__isnull=True)
                | Q(denominator__isnull=True)
                | Q(numerator__lte=F("denominator")),
            ),
            models.CheckConstraint(
                name="only_figures_have_values",
                condition=Q(state__in=["value", "zero"], value__isnull=False)
                | Q(~Q(state__in=["value", "zero"]), value__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}, {self.group}: {self.get_state_display()}"
