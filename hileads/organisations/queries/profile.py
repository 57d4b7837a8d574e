"""One organisation: what it is and was, where it belongs, and who leads there."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from hileads.leads.models import ROLES_IN_ORDER, Appointment, Role
from hileads.organisations.models import (
    Expectation,
    Grouping,
    ImportRun,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    OrganisationType,
    ProviderType,
    Succession,
)
from hileads.organisations.odsfiles import boards, networks, regions, trusts
from hileads.organisations.policies import why_read_only
from hileads.organisations.queries.directory import name_on
from hileads.organisations.queries.groupings import groupings_of

FILE_OF = {Kind.REGION: regions.KEY, Kind.ICB: boards.KEY, Kind.TRUST: trusts.KEY, Kind.PCN: networks.KEY}
CONTACTS = (Role.EXECUTIVE_LEAD, Role.DEPUTY, Role.REGIONAL_CONVENOR)


@dataclass(frozen=True)
class Post:
    """Who holds a post, since when. The address is given for those whom others are meant to contact."""

    role: str
    role_label: str
    person: str
    post_title: str
    since: date
    is_interim: bool
    is_job_share: bool
    email: str
    confirmed_date: date | None


@dataclass(frozen=True)
class Profile:
    """Everything the page of an organisation says about it."""

    posts: tuple[Post, ...]
    convenors: tuple[Post, ...]
    expected_because: str
    last_lead_left: date | None
    days_vacant: int | None
    care: OrganisationType | None
    names: tuple[OrganisationName, ...]
    places: tuple[OrganisationLink, ...]
    icb: Organisation | None
    region: Organisation | None
    left_icb: OrganisationLink | None
    predecessors: tuple[Succession, ...]
    successors: tuple[Succession, ...]
    file_day: date | None
    why_read_only: str
    name: str
    groupings: tuple[Grouping, ...]

    @property
    def has_lead(self) -> bool:
        return any(post.role == Role.EXECUTIVE_LEAD for post in self.posts)


def profile(organisation: Organisation, day: date) -> Profile:
    """Return what the register and the appointments say of an organisation on `day`."""
    places = tuple(organisation.links.select_related("parent").order_by("kind", "-from_date"))
    now = {place.kind: place.parent for place in places if place.holds_on(day)}
    region = now.get(LinkKind.REGION)
    posts = _posts(organisation, region, day)
    last = (
        organisation.appointments.filter(role=Role.EXECUTIVE_LEAD, to_date__lt=day)
        .order_by("-to_date")
        .first()
    )
    names = tuple(organisation.names.order_by("-from_date"))
    icbs = [place for place in places if place.kind == LinkKind.ICB]
    return Profile(
        posts=tuple(post for place, post in posts if place == organisation.pk),
        convenors=tuple(
            post for place, post in posts if place != organisation.pk and post.role == Role.REGIONAL_CONVENOR
        ),
        expected_because=_expected_because(organisation, day),
        last_lead_left=last.to_date if last else None,
        days_vacant=(day - last.to_date).days if last and last.to_date else None,
        care=_known(OrganisationType.objects.on(day).filter(organisation=organisation).first()),
        names=names,
        places=places,
        icb=now.get(LinkKind.ICB),
        region=region,
        left_icb=icbs[0] if icbs and LinkKind.ICB not in now else None,
        predecessors=_passings(organisation.inheritances.select_related("predecessor")),
        successors=_passings(organisation.successions.select_related("successor")),
        file_day=_file_day(organisation),
        why_read_only=why_read_only(organisation, day),
        name=name_on(names, day, organisation.name),
        groupings=tuple(groupings_of(organisation, day)),
    )


def _posts(
    organisation: Organisation, region: Organisation | None, day: date
) -> list[tuple[int | None, Post]]:
    places = Q(organisation=organisation)
    if region:
        places |= Q(organisation=region, role=Role.REGIONAL_CONVENOR)
    rows = Appointment.objects.live(day).filter(places).select_related("user")
    ordered = sorted(rows, key=lambda row: (ROLES_IN_ORDER[row.role], row.user.name.casefold(), row.pk))
    return [(row.organisation_id, _post(row)) for row in ordered]


def _post(row: Appointment) -> Post:
    return Post(
        role=row.role,
        role_label=row.get_role_display(),
        person=row.user.name,
        post_title=row.post_title,
        since=row.from_date,
        is_interim=row.is_interim,
        is_job_share=row.is_job_share,
        email=row.user.email if row.role in CONTACTS else "",
        confirmed_date=row.confirmed_date,
    )


def _expected_because(organisation: Organisation, day: date) -> str:
    """Return why it is expected to name a lead on `day`; "" where it is not."""
    held = Expectation.objects.on(day).filter(organisation=organisation)
    return held.values_list("reason", flat=True).first() or ""


def _file_day(organisation: Organisation) -> date | None:
    """Return the day on which the newest file that lists organisations of its kind was true."""
    runs = ImportRun.objects.standing().filter(kind=FILE_OF.get(Kind(organisation.kind), ""))
    return runs.order_by("-as_at_date").values_list("as_at_date", flat=True).first()


def _known(care: OrganisationType | None) -> OrganisationType | None:
    return care if care and care.provider_type != ProviderType.NOT_KNOWN else None


def _passings(rows: QuerySet[Succession]) -> tuple[Succession, ...]:
    return tuple(sorted(rows, key=lambda row: (row.effective_date, row.pk)))
