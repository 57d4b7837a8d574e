"""The directory: organisations found by what people call them, always in alphabetical order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Prefetch, Q
from django.db.models.functions import Lower
from django.db.models.lookups import GreaterThanOrEqual

from hileads.leads.models import Appointment
from hileads.leads.queries import ACT, Leading, leading
from hileads.organisations.models import (
    Expectation,
    GroupingMember,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    OrganisationQuerySet,
    PartnerArea,
)
from hileads.organisations.odsfiles.spelling import readable
from hileads.organisations.queries.groupings import groupings_on
from hileads.wording import listed, lower_first

MOST_WORDS = 8
NEAR = 0.5
"""How alike spellings are from 0 to 1: two letters exchanged or one left out in a town's name stay above this."""


@dataclass(frozen=True)
class Sought:
    """What somebody looks for: words, and where to look. Regions and ICBs are given by code."""

    words: str = ""
    kind: str = ""
    region: str = ""
    icb: str = ""
    closed_too: bool = False
    as_at: date | None = None
    grouping: str = ""


@dataclass(frozen=True)
class Found:
    """What was found. `only_similar`: nothing holds the words, these names come near. `closed` are left out."""

    organisations: OrganisationQuerySet
    only_similar: bool
    closed: int


@dataclass(frozen=True)
class Line:
    """One organisation as a list shows it. A partner has no ODS code, and may be in the areas of several boards."""

    code: str
    ods_code: str
    name: str
    kind_label: str
    town: str
    icb: str
    region: str
    closed_date: date | None
    is_open: bool
    former_names: tuple[str, ...]
    leading: Leading
    is_expected: bool


@dataclass(frozen=True)
class Parents:
    """The regions and the open ICBs to choose from, by code and name, and the groupings by their identifiers."""

    regions: tuple[tuple[str, str], ...]
    icbs: tuple[tuple[str, str], ...]
    groupings: tuple[tuple[str, str], ...]


def parents(day: date) -> Parents:
    """Return the regions, ICBs and groupings that there are on `day`, alphabetically."""
    rows = Organisation.objects.of_kind(Kind.REGION, Kind.ICB).open_on(day).by_name()
    named = {kind: tuple((row.code, row.name) for row in rows if row.kind == kind) for kind in Kind}
    groupings = tuple((str(row.public_id), row.name) for row in groupings_on(day))
    return Parents(named[Kind.REGION], named[Kind.ICB], groupings)


def find(sought: Sought, day: date) -> Found:
    """Return what matches, or, where no name holds the words, the names that come near them."""
    everywhere = _within(Organisation.objects.all(), sought, day)
    matching = everywhere.filter(_holds(sought.words)) if sought.words else everywhere
    only_similar = bool(sought.words) and not matching.exists()
    if only_similar:
        matching = everywhere.filter(_near(sought.words))
    still_open = matching.open_on(day)
    closed = 0 if sought.closed_too else matching.exclude(pk__in=still_open.values("pk")).count()
    return Found((matching if sought.closed_too else still_open).by_name(), only_similar, closed)


def with_places(organisations: OrganisationQuerySet, day: date) -> OrganisationQuerySet:
    """Return the organisations with their places and leads on `day` and all their names, for `lines_of`."""
    places = OrganisationLink.objects.on(day).select_related("parent")
    posts = Appointment.objects.in_role(*ACT).select_related("user").order_by("from_date", "pk")
    areas = PartnerArea.objects.on(day).select_related("icb").order_by(Lower("icb__name"))
    return organisations.select_related("partner").prefetch_related(
        Prefetch("areas", areas, to_attr="works_in"),
        Prefetch("links", places, to_attr="places"),
        Prefetch("appointments", posts, to_attr="acting_posts"),
        Prefetch("expectations", Expectation.objects.on(day), to_attr="expected"),
        Prefetch("names", OrganisationName.objects.order_by("from_date"), to_attr="all_names"),
    )


def lines_of(organisations: Iterable[Organisation], day: date, as_at: date | None = None) -> list[Line]:
    """Return organisations that came `with_places` as a list shows them on `day`, under the names of `as_at`."""
    return [_line(organisation, day, as_at) for organisation in organisations]


def name_on(names: Iterable[OrganisationName], day: date, otherwise: str) -> str:
    """Return the name that was in use on `day`, as it reads on a page, or another where no file says."""
    return next((readable(name.name) for name in names if name.holds_on(day)), otherwise)


def by_code(code: str) -> Organisation | None:
    """Return the organisation with this ODS code, however it is typed."""
    return Organisation.objects.filter(code=code.upper()).first()


def _within(organisations: OrganisationQuerySet, sought: Sought, day: date) -> OrganisationQuerySet:
    if sought.kind:
        organisations = organisations.filter(kind=sought.kind)
    for code in filter(None, (sought.region, sought.icb)):
        inside = OrganisationLink.objects.on(day).filter(parent__code=code).values("organisation")
        partners = PartnerArea.objects.on(day).filter(Q(icb__code=code) | Q(icb__in=inside)).values("partner")
        organisations = organisations.filter(Q(code=code) | Q(pk__in=inside) | Q(pk__in=partners))
    if sought.grouping:
        members = GroupingMember.objects.on(day).filter(grouping__public_id=sought.grouping)
        organisations = organisations.filter(pk__in=members.values("organisation"))
    return organisations


def _holds(words: str) -> Q:
    """Every word stands in the name, an earlier name or the town, or is the code."""
    condition = Q()
    for word in words.split()[:MOST_WORDS]:
        earlier = OrganisationName.objects.filter(name__icontains=word).values("organisation")
        condition &= (
            Q(name__icontains=word) | Q(town__icontains=word) | Q(code__iexact=word) | Q(pk__in=earlier)
        )
    return condition


def _near(words: str) -> Q:
    """The words taken together are spelled nearly like a part of the name, an earlier name or the town."""
    earlier = OrganisationName.objects.filter(_alike(words, "name")).values("organisation")
    return _alike(words, "name") | _alike(words, "town") | Q(pk__in=earlier)


def _alike(words: str, field: str) -> Q:
    return Q(GreaterThanOrEqual(TrigramWordSimilarity(words, field), NEAR))


def _line(organisation: Organisation, day: date, as_at: date | None) -> Line:
    places: list[OrganisationLink] = organisation.places  # type: ignore[attr-defined]  # with_places
    names: list[OrganisationName] = organisation.all_names  # type: ignore[attr-defined]  # with_places
    posts: list[Appointment] = organisation.acting_posts  # type: ignore[attr-defined]  # with_places
    works_in: list[PartnerArea] = organisation.works_in  # type: ignore[attr-defined]  # with_places
    held = {place.kind: place.parent.name for place in places}
    is_partner = organisation.kind == Kind.PARTNER
    kind_label = organisation.get_kind_display()
    if is_partner:
        kind_label += f", {lower_first(organisation.partner.get_kind_display())}"
    shown = name_on(names, as_at, organisation.name) if as_at else organisation.name
    former = dict.fromkeys(readable(name.name) for name in names if not as_at or name.from_date <= as_at)
    former.pop(shown, None)
    return Line(
        code=organisation.code,
        ods_code="" if is_partner else organisation.code,
        name=shown,
        kind_label=kind_label,
        town=organisation.town,
        icb=listed([area.icb.name for area in works_in]) or held.get(LinkKind.ICB, ""),
        region=held.get(LinkKind.REGION, ""),
        closed_date=organisation.closed_date,
        is_open=organisation.is_open_on(day),
        former_names=tuple(former),
        leading=leading(posts, day),
        is_expected=bool(organisation.expected),  # type: ignore[attr-defined]  # with_places
    )
