"""Organisations under their ODS codes, and their names and kinds over time."""

from datetime import date
from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, in_force, no_overlap


class Kind(models.TextChoices):
    REGION = "region", "NHS England region"
    ICB = "icb", "Integrated care board"
    TRUST = "trust", "NHS trust"
    PCN = "pcn", "Primary care network"
    NATIONAL = "national", "National body"
    PARTNER = "partner", "Partner"


IN_SENTENCES = {
    Kind.REGION: "NHS England regions",
    Kind.ICB: "integrated care boards",
    Kind.TRUST: "NHS trusts",
    Kind.PCN: "primary care networks",
    Kind.NATIONAL: "national bodies",
    Kind.PARTNER: "partners",
}
"""How a sentence calls many of a kind."""
NHS_KINDS = tuple((kind.value, kind.label) for kind in Kind if kind is not Kind.PARTNER)
"""The kinds that guides are written for and policy binds, to choose from."""
PARTNER_CODE = "PARTNER"
"""How the code of a partner begins, which has none in ODS: the portal numbers them, PARTNER00001 and so on."""


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def open_on(self, day: date) -> Self:
        return self.filter(
            Q(opened_date__isnull=True) | Q(opened_date__lte=day),
            Q(closed_date__isnull=True) | Q(closed_date__gte=day),
        )

    def of_kind(self, *kinds: Kind) -> Self:
        return self.filter(kind__in=kinds)

    def expected_to_have_a_lead(self, day: date) -> Self:
        return self.filter(in_force(day, "expectations__"))

    def within(self, parent: "Organisation", day: date) -> Self:
        """Return what is linked to `parent` on `day`: the trusts of an ICB, everything of a region."""
        return self.filter(in_force(day, "links__"), links__parent=parent)

    def working_in(self, icb: "Organisation", day: date) -> Self:
        """Return the partners that work in the area of an ICB on `day`."""
        return self.filter(in_force(day, "areas__"), areas__icb=icb)

    def by_name(self) -> Self:
        """Order alphabetically whatever the case: the directory's only order."""
        return self.order_by(Lower("name"), "code")


@audited()
class Organisation(models.Model):
    """One NHS organisation, or a partner of some. Its code is its own for ever; it is closed, never deleted.

    `name` is the newest known name as it reads on a page; OrganisationName keeps every one as ODS spells it.
    No date of opening means that nothing says when (the regions, partners).
    """

    code = models.CharField("ODS code", max_length=12, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=200)
    opened_date = models.DateField("opened", null=True, blank=True)
    closed_date = models.DateField("closed", null=True, blank=True)
    town = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    sub_location_code = models.CharField("sub-ICB location", max_length=12, blank=True)

    objects = OrganisationQuerySet.as_manager()

    organisation_path = "self"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="organisation_closes_after_opening",
                condition=Q(closed_date__isnull=True) | Q(closed_date__gte=F("opened_date")),
            ),
            models.CheckConstraint(
                name="organisation_code_is_upper_case", condition=Q(code__regex=r"^[A-Z0-9]+$")
            ),
            models.CheckConstraint(
                name="partners_alone_have_a_code_of_our_own",
                condition=Q(kind="partner", code__regex=rf"^{PARTNER_CODE}[0-9]{{5}}$")
                | (~Q(kind="partner") & ~Q(code__startswith=PARTNER_CODE)),
            ),
        ]
        indexes = [
            GinIndex(OpClass(Lower("name"), name="gin_trgm_ops"), name="organisation_name_trigram"),
            models.Index(Lower("name"), "code", name="organisation_by_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_open_on(self, day: date) -> bool:
        return (self.opened_date is None or self.opened_date <= day) and (
            self.closed_date is None or self.closed_date >= day
        )


@audited()
class OrganisationName(Dated):
    """What an organisation was called, and from when as far as the files say."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            no_overlap("one_name_at_a_time", "organisation"),
            ends_after_start("name_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.name


class ProviderType(models.TextChoices):
    ACUTE = "acute", "Acute"
    MENTAL_HEALTH = "mental_health", "Mental health"
    COMMUNITY = "community", "Community"
    AMBULANCE = "ambulance", "Ambulance"
    SPECIALIST = "specialist", "Specialist"
    NOT_KNOWN = "not_known", "Not known"


@audited()
class OrganisationType(Dated):
    """What kind of care a trust provides. Curated with its source, never guessed from a name."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="types")
    provider_type = models.CharField(max_length=20, choices=ProviderType.choices)
    source = models.CharField(max_length=300)

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            no_overlap("one_type_at_a_time", "organisation"),
            ends_after_start("type_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.get_provider_type_display()
