"""Which of the organisations that are expected to name a lead have one. Nothing here is ranked."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Lower

from hileads.leads.models import Appointment, AppointmentQuerySet, Role
from hileads.leads.queries import ACT, Leading, leading
from hileads.organisations.models import Expectation, Kind, LinkKind, Organisation, OrganisationLink
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope

NO_ICB = "Not in an integrated care board"
NO_REGION = "Not in a region"


@dataclass(frozen=True)
class Expected:
    """An organisation that is expected to name a lead, and who leads there, if anybody is recorded."""

    code: str
    name: str
    kind: str
    kind_label: str
    region: str
    region_code: str
    icb: str
    leading: Leading

    @property
    def has_lead(self) -> bool:
        return bool(self.leading.leads)


@dataclass(frozen=True)
class Count:
    """How many of those expected have a lead, a deputy, two people who can act, in one region, ICB or kind."""

    label: str
    expected: int
    with_lead: int
    with_deputy: int = 0
    with_enough: int = 0

    @property
    def without(self) -> int:
        return self.expected - self.with_lead


@dataclass(frozen=True)
class Coverage:
    """Coverage as far as a person's post reaches, every list in alphabetical order."""

    organisations: tuple[Expected, ...]
    total: Count
    by_region: tuple[Count, ...]
    by_icb: tuple[Count, ...]
    by_kind: tuple[Count, ...]
    networks: Count
    regions: tuple[tuple[str, str], ...]


def coverage(user: Any, day: date) -> Coverage:
    """Return coverage on `day` for what this person may see: everything nationally, else their region."""
    in_reach = scope(Organisation.objects.open_on(day), user, P.COVERAGE_VIEW)
    rows = _with_leads(in_reach.filter(_is_expected(day)).order_by(Lower("name"), "code"), day)
    found = tuple(_expected(row, day) for row in rows)
    networks = in_reach.filter(kind=Kind.PCN)
    led = networks.filter(pk__in=_leads().live(day).values("organisation"))
    regions = {(row.region_code, row.region) for row in found if row.region_code}
    return Coverage(
        organisations=found,
        total=_count("All", found),
        by_region=_counts(found, lambda row: row.region or NO_REGION),
        by_icb=_counts(found, lambda row: row.icb or NO_ICB),
        by_kind=_counts(found, lambda row: row.kind_label),
        networks=Count(Kind.PCN.label, networks.count(), led.count()),
        regions=tuple(sorted(regions, key=lambda pair: pair[1])),
    )


def _is_expected(day: date) -> Q:
    return Q(pk__in=Expectation.objects.on(day).values("organisation"))


def _leads() -> "AppointmentQuerySet[Appointment]":
    return Appointment.objects.in_role(Role.EXECUTIVE_LEAD)


def _with_leads(rows: QuerySet[Organisation], day: date) -> QuerySet[Organisation]:
    posts = Appointment.objects.in_role(*ACT).select_related("user").order_by("from_date", "pk")
    return rows.prefetch_related(
        Prefetch("appointments", posts, to_attr="acting_posts"),
        Prefetch("links", OrganisationLink.objects.on(day).select_related("parent"), to_attr="places"),
    )


def _expected(row: Organisation, day: date) -> Expected:
    posts: list[Appointment] = row.acting_posts  # type: ignore[attr-defined]  # _with_leads
    places: list[OrganisationLink] = row.places  # type: ignore[attr-defined]  # _with_leads
    parents = {place.kind: place.parent for place in places}
    region, icb = parents.get(LinkKind.REGION), parents.get(LinkKind.ICB)
    return Expected(
        code=row.code,
        name=row.name,
        kind=row.kind,
        kind_label=row.get_kind_display(),
        region=region.name if region else "",
        region_code=region.code if region else "",
        icb=row.name if row.kind == Kind.ICB else icb.name if icb else "",
        leading=leading(posts, day),
    )


def _counts(rows: Iterable[Expected], label_of: Callable[[Expected], str]) -> tuple[Count, ...]:
    groups: dict[str, list[Expected]] = {}
    for row in rows:
        groups.setdefault(label_of(row), []).append(row)
    return tuple(_count(label, groups[label]) for label in sorted(groups, key=str.casefold))


def _count(label: str, rows: Collection[Expected]) -> Count:
    return Count(
        label,
        expected=len(rows),
        with_lead=sum(row.has_lead for row in rows),
        with_deputy=sum(bool(row.leading.deputies) for row in rows),
        with_enough=sum(row.leading.has_enough for row in rows),
    )
