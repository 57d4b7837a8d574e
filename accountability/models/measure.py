"""What is measured, how, and every published figure with where it came from."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accountability.models.vocabulary import (
    Breakdown,
    Direction,
    DisclosureRule,
    Family,
    MeasureKind,
    StatementDomain,
    Unit,
)
from hileads.audit import audited
from hileads.organisations.models import IN_SENTENCES, NHS_KINDS, Kind, Organisation
from hileads.vocabulary import Horizon
from hileads.wording import listed


@audited()
class Measure(models.Model):
    """Something a board can watch: an inequality or a core performance measure, in the same form.

    `organisation` is whose own it is, for nobody else to see; none means that it is everybody's. What is `retired_at`
    is offered no more, and its figures stay.
    """

    code = models.SlugField(unique=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="own_measures"
    )
    family = models.CharField(max_length=12, choices=Family.choices)
    position = models.PositiveSmallIntegerField("place in the list", default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    organisation_path = "organisation"

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.code


class MeasureVersionQuerySet(models.QuerySet["MeasureVersion"]):
    def meant_now(self) -> Self:
        return self.filter(is_live=True)

    def in_use(self) -> Self:
        """Keep the versions that new figures and actions may be of."""
        return self.meant_now().filter(measure__retired_at__isnull=True)

    def asked_of(self, organisation: Organisation | None) -> Self:
        """Keep what an organisation of this kind has figures of. Of England there may be figures of anything."""
        if organisation is None:
            return self
        return self.filter(Q(organisation_kinds=[]) | Q(organisation_kinds__contains=[organisation.kind]))

    def used_at(self, organisation: Organisation | None) -> Self:
        """Keep what is everybody's, and what is this organisation's own."""
        everybodys = Q(measure__organisation__isnull=True)
        return self.filter(everybodys | Q(measure__organisation=organisation) if organisation else everybodys)


@audited()
class MeasureVersion(models.Model):
    """What a measure meant while this version was live. Figures belong to a version.

    `statement` is the clause that a finding puts its figure into: "{value} of people smoked". `groups` lists
    groups that have no natural order, each with its key, label, name in a sentence and whether it is known.
    `has_number` is untrue of what is told in words alone, such as more questions asked at board; it has no unit.
    `organisation_kinds` are those that have figures of it, and so are asked for them; none means every kind.
    `is_curated` is true of what was written or corrected in the browser, which the shipped catalogue leaves alone.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    is_live = models.BooleanField(default=True)
    is_curated = models.BooleanField("written in the browser", default=False)
    title = models.CharField(max_length=200)
    definition = models.TextField()
    owner = models.CharField("who keeps the definition", max_length=200, blank=True)
    has_number = models.BooleanField("is a figure", default=True)
    numerator = models.CharField("what is counted", max_length=300, blank=True)
    denominator = models.CharField("out of", max_length=300, blank=True)
    organisation_kinds = ArrayField(
        models.CharField(max_length=10, choices=NHS_KINDS),
        verbose_name="for which kinds of organisation",
        default=list,
        blank=True,
    )
    unit = models.CharField(max_length=40, choices=Unit.choices, blank=True)
    statement = models.CharField(max_length=200, default="the figure was {value}")
    direction = models.CharField(max_length=20, choices=Direction.choices)
    breakdown = models.CharField(max_length=25, choices=Breakdown.choices)
    groups = models.JSONField(default=list, blank=True)
    groups_source = models.CharField(
        "where the groups come from",
        max_length=300,
        blank=True,
        help_text="For ethnicity which census groups, for deprivation which index and which end its source calls 1.",
    )
    method = models.TextField()
    frequency = models.CharField(max_length=40)
    horizon = models.CharField("when we expect to see it", max_length=6, choices=Horizon.choices, blank=True)
    kind = models.CharField(max_length=12, choices=MeasureKind.choices, blank=True)
    statement_domain = models.CharField(
        "domain of the Statement on information", max_length=20, choices=StatementDomain.choices, blank=True
    )
    disclosure_rule = models.CharField(
        "rule on small numbers",
        max_length=10,
        choices=DisclosureRule.choices,
        default=DisclosureRule.NATIONAL,
    )
    core20plus5_area = models.CharField("Core20PLUS5 area", max_length=100, blank=True)
    caveats = models.TextField(blank=True)

    objects = MeasureVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "number"], name="one_version_a_number"),
            models.UniqueConstraint(fields=["measure"], condition=Q(is_live=True), name="one_live_version"),
            models.CheckConstraint(
                name="figures_have_a_unit_and_words_none",
                condition=Q(has_number=True) & ~Q(unit="") | Q(has_number=False, unit=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def measured_for(self) -> str:
        """Return the kinds of organisation that have figures of it, as a sentence calls them; "" for every kind."""
        return listed([IN_SENTENCES[Kind(kind)] for kind in self.organisation_kinds])

    def is_asked_of(self, organisation: Organisation | None) -> bool:
        """Say whether an organisation of this kind has figures of it; of England there may be figures of anything."""
        return (
            organisation is None
            or not self.organisation_kinds
            or organisation.kind in self.organisation_kinds
        )


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
    `replaces` is what was said of the same before. `completeness` is the share of those who should be counted that is
    in the figure, `unknown_share` the share of the people counted whose group is not known, both in percent.
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
    completeness = models.FloatField(null=True, blank=True)
    unknown_share = models.FloatField("share whose group is not known", null=True, blank=True)
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
                name="quality_is_in_percent",
                condition=(Q(completeness__isnull=True) | Q(completeness__range=(0, 100)))
                & (Q(unknown_share__isnull=True) | Q(unknown_share__range=(0, 100))),
            ),
            models.CheckConstraint(
                name="only_figures_have_values",
                condition=Q(state__in=["value", "zero"], value__isnull=False)
                | Q(~Q(state__in=["value", "zero"]), value__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}, {self.group}: {self.get_state_display()}"
