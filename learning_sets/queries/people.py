"""Who is in a set, by name and organisation, and who is told of a change."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from hileads.clock import now, today
from hileads.leads.models import Appointment, User
from learning_sets.models import Answer, LearningSet, Membership, Rsvp, Session

BEFORE: dict[str, str] = {Answer.ACCEPTED: "will be there", Answer.DECLINED: "cannot make it"}
AFTER: dict[str, str] = {Answer.ACCEPTED: "was expected", Answer.DECLINED: "could not make it"}
"""An answer as the set sees it. Who came is not recorded, and not having answered is never read as not coming."""


@dataclass(frozen=True)
class Member:
    """A member as the others see them. `organisation_name` is empty where we know of none."""

    user: User
    name: str
    organisation_name: str
    is_facilitator: bool


@dataclass(frozen=True)
class Coming:
    """A member and, in words, whether they come to a session."""

    member: Member
    words: str


def members_of(learning_set: LearningSet, day: date | None = None) -> list[Member]:
    """Return the members of a set on a day, in the order of their names."""
    day = day or today()
    posts = Appointment.objects.live(day).filter(organisation__isnull=False).select_related("organisation")
    memberships = (
        Membership.objects.on(day)
        .filter(learning_set=learning_set, user__is_active=True)
        .select_related("user")
        .prefetch_related(Prefetch("user__appointments", queryset=posts, to_attr="live_posts"))
    )
    members = [_member(row) for row in memberships]
    return sorted(members, key=lambda member: member.name.casefold())


def _member(membership: Membership) -> Member:
    posts = getattr(membership.user, "live_posts", [])
    return Member(
        user=membership.user,
        name=membership.user.name,
        organisation_name=posts[0].organisation.name if posts else "",
        is_facilitator=membership.is_facilitator,
    )


def coming_to(session: Session) -> list[Coming]:
    """Return every member of the set with their answer to this session."""
    answers = dict(session.rsvps.values_list("user", "answer"))
    words, silence = (AFTER, "did not answer") if session.is_over(now()) else (BEFORE, "has not answered yet")
    return [
        Coming(member, words.get(answers.get(member.user.pk, ""), silence))
        for member in members_of(session.learning_set)
    ]


def others_in(learning_set: LearningSet, by: User) -> list[Member]:
    """Return whom a new session, or a change of one, is told to: every member but the person who makes it."""
    return [member for member in members_of(learning_set) if member.user != by]


def others_expecting(session: Session, by: User) -> list[Member]:
    """Return whom a cancellation is told to: every other member who has not declined."""
    declined = set(session.rsvps.filter(answer=Answer.DECLINED).values_list("user", flat=True))
    return [member for member in others_in(session.learning_set, by) if member.user.pk not in declined]


def accepted_by(session: Session) -> dict[int, Rsvp]:
    """Return the acceptances of a session, by person: those people have it in their calendar."""
    return {rsvp.user_id: rsvp for rsvp in session.rsvps.filter(answer=Answer.ACCEPTED)}
