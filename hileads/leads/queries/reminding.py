"""Which reminders of posts should exist: those that end, and leads who are missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from hileads.clock import day_of, today
from hileads.contributions import Occasion
from hileads.leads.models import Appointment, Area, Invitation, Role, User
from hileads.organisations.models import Expectation, Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.references import Reference, parse
from hileads.sending_hours import opening

DAY = timedelta(days=1)
NOT_YOURS = "You do not keep the entries of this organisation any more."


@dataclass(frozen=True)
class Vacancy:
    """An organisation that is expected to have a lead and has none, since when."""

    organisation: Organisation
    since: date

    @property
    def reference(self) -> str:
        return str(Reference("leads", "vacancy", self.organisation.code, self.since.isoformat()))


def posts_ending(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the posts that end between two moments, for the holder, and for the secretary there. Two queries.

    A post that its holder goes on with ends for nobody. Its holder hears of it themselves, whoever acts for them.
    """
    rows = Appointment.objects.live(today()).filter(to_date__range=(day_of(first), day_of(last)))
    posts = list(rows.filter(~Exists(_continued())).select_related("user", "organisation"))
    keepers = _holders(posts, Role.BOARD_SECRETARY)
    for post in posts:
        yield _of_post(post, "holder", [post.user_id])
        others = [person for person in keepers[post.organisation_id] if person != post.user_id]
        if others:
            yield _of_post(post, "secretary", others, area=Area.PEOPLE, organisation_id=post.organisation_id)


def reference_of(post: Appointment) -> str:
    """Return the stored reference of a post with its last day."""
    return str(Reference("leads", "post", str(post.public_id), str(post.to_date)))


def why_not_remind_of_post(reference: str, person: User) -> str:
    """Return why nobody needs to hear that a post ends, or "" while they do."""
    asked = parse(reference)
    posts = Appointment.objects.annotate(goes_on=Exists(_continued()))
    post = posts.filter(public_id=UUID(asked.public_id)).first()
    if post is None or post.to_date is None or post.goes_on:
        return "The post goes on."
    if str(post.to_date) != asked.revision:
        return "The post ends on another day now."
    if post.to_date < today():
        return "The post has ended."
    is_theirs = person.pk == post.user_id or can(person, P.NOMINATION_ADD, on=post)
    return "" if is_theirs else NOT_YOURS


def vacancies_known(first: datetime, last: datetime) -> Iterator[Occasion]:
    """Return the posts of leads that fell vacant between two moments, for secretary and deputies. Two queries."""
    begin, end = day_of(first), day_of(last)
    vacant = [one for one in map(_vacancy, _without_lead()) if begin <= one.since <= end]
    posts = Appointment.objects.live(today()).in_role(Role.BOARD_SECRETARY, Role.DEPUTY)
    people: dict[int, list[int]] = defaultdict(list)
    rows = posts.filter(organisation__in=[one.organisation for one in vacant]).order_by("from_date", "pk")
    for place, user in rows.values_list("organisation", "user"):
        people[place].append(user)
    for one in vacant:
        yield Occasion(
            key=f"{one.organisation.code}.{one.since}",
            at=opening(one.since),
            since=opening(one.since),
            reference=one.reference,
            people=dict.fromkeys(people[one.organisation.pk]),
            about=one,
            area=Area.PEOPLE,
            organisation_id=one.organisation.pk,
        )


def why_not_remind_of_vacancy(reference: str, person: User) -> str:
    """Return why nobody needs to hear of a vacancy, or "" while they do."""
    row = _without_lead().filter(code=parse(reference).public_id).first()
    if row is None or _vacancy(row).reference != reference:
        return "Somebody leads there, is nominated, or is not expected any more."
    return "" if can(person, P.NOMINATION_ADD, on=row) else NOT_YOURS


def _continued() -> QuerySet[Appointment]:
    """Return the condition that the holder of a post has the same one afterwards."""
    same_place = Q(organisation=OuterRef("organisation")) | Q(organisation__isnull=True)
    return Appointment.objects.filter(
        same_place, user=OuterRef("user"), role=OuterRef("role"), from_date__gt=OuterRef("to_date")
    )


def _holders(posts: Iterable[Appointment], role: Role) -> dict[int | None, list[int]]:
    """Return who is in this role where these posts are, by the number of the organisation."""
    found: dict[int | None, list[int]] = defaultdict(list)
    places = {post.organisation_id for post in posts} - {None}
    live = Appointment.objects.live(today()).in_role(role).filter(organisation__in=places)
    for place, user in live.order_by("from_date", "pk").values_list("organisation", "user"):
        found[place].append(user)
    return found


def _of_post(
    post: Appointment,
    whom: str,
    people: Iterable[int],
    *,
    area: str = "",
    organisation_id: int | None = None,
) -> Occasion:
    to_date = post.to_date or today()
    return Occasion(
        key=f"{post.public_id}.{to_date}.{whom}",
        at=opening(to_date),
        since=opening(post.from_date),
        reference=reference_of(post),
        people=people,
        about=post,
        area=area,
        organisation_id=organisation_id,
    )


def _without_lead() -> QuerySet[Organisation]:
    """Return the organisations that are expected to have a lead and have none, nor anybody who is asked to be."""
    day = today()
    leads = Appointment.objects.filter(role=Role.EXECUTIVE_LEAD, organisation=OuterRef("pk"))
    coming = leads.filter(from_date__gt=day, user__is_active=True)
    invited = Invitation.objects.open().filter(role=Role.EXECUTIVE_LEAD, organisation=OuterRef("pk"))
    left = leads.filter(to_date__lt=day).order_by("-to_date").values("to_date")[:1]
    expected = Expectation.objects.on(day).filter(organisation=OuterRef("pk")).values("from_date")[:1]
    rows = Organisation.objects.open_on(day).expected_to_have_a_lead(day)
    vacant = rows.filter(~Exists(leads.live(day)), ~Exists(coming), ~Exists(invited))
    return vacant.annotate(last_led=Subquery(left), expected_since=Subquery(expected)).distinct()


def _vacancy(row: Organisation) -> Vacancy:
    last_led: date | None = getattr(row, "last_led")  # noqa: B009 - annotated
    expected: date = getattr(row, "expected_since")  # noqa: B009 - annotated
    return Vacancy(row, max(expected, last_led + DAY) if last_led else expected)
