"""My learning sets, and one of them, as their pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse

from hileads.clock import now, today
from hileads.contributions import HandoverItem
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.permissions.rights import live_appointments
from learning_sets.models import Answer, Commitment, CommitmentState, LearningSet, Rsvp, Session


@dataclass(frozen=True)
class SessionLine:
    """A session with what this person answered ("" for not yet) and the link to join on the day."""

    session: Session
    answer: str
    join_url: str

    @property
    def waits_for_answer(self) -> bool:
        return not self.answer

    @property
    def is_accepted(self) -> bool:
        return self.answer == Answer.ACCEPTED


@dataclass(frozen=True)
class SetLine:
    """A set with its next session, if one is planned."""

    learning_set: LearningSet
    next_session: SessionLine | None


def sets_of(user: User) -> list[SetLine]:
    """Return a person's learning sets by name, each with its next session."""
    sets = list(scope(LearningSet.objects.all(), user, P.SET_VIEW).order_by(Lower("name"), "pk"))
    upcoming = upcoming_of(user, sets)
    first: dict[int, SessionLine] = {}
    for line in upcoming:
        first.setdefault(line.session.learning_set_id, line)
    return [SetLine(one, first.get(one.pk)) for one in sets]


def own_places(user: User) -> list[HandoverItem]:
    """Return the sets in which a person has a place, by name, as what they think of when they leave a post."""
    return [
        HandoverItem(
            text=one.name,
            detail="Your place is yours and does not pass on with the post. Tell the facilitator whether you stay.",
            url=reverse("set-show", kwargs={"public_id": one.public_id}),
        )
        for one in scope(LearningSet.objects.all(), user, P.SET_VIEW).order_by(Lower("name"), "pk")
    ]


def upcoming_of(user: User, sets: Iterable[LearningSet]) -> list[SessionLine]:
    """Return the sessions of these sets that are planned and not over, the next one first."""
    sessions = Session.objects.planned().not_over(now()).filter(learning_set__in=sets)
    return [session_line(session) for session in _with_answer_of(user, sessions).order_by("starts_at", "pk")]


def next_session_of(user: User) -> SessionLine | None:
    """Return the next session of any of a person's sets."""
    sessions = _with_answer_of(user, Session.objects.planned().not_over(now()).of_member(user, today()))
    session = sessions.order_by("starts_at", "pk").first()
    return session_line(session) if session else None


def past_of(learning_set: LearningSet) -> QuerySet[Session]:
    """Return the sessions of a set that took place, the last one first."""
    return (
        Session.objects.planned().over(now()).filter(learning_set=learning_set).order_by("-starts_at", "-pk")
    )


def session_for(user: User, session: Session) -> SessionLine:
    """Return one session with what this person answered."""
    return session_line(_with_answer_of(user, Session.objects.filter(pk=session.pk)).get())


def session_line(session: Session) -> SessionLine:
    """Return a session whose `own_rsvps` are at hand as a line."""
    rsvps: list[Rsvp] = getattr(session, "own_rsvps", [])
    is_the_day = session.local_date == today() and not session.is_over(now()) and not session.is_cancelled
    return SessionLine(
        session=session,
        answer=rsvps[0].answer if rsvps else "",
        join_url=session.join_url if is_the_day else "",
    )


def open_commitments_of(user: User) -> QuerySet[Commitment]:
    """Return a person's own open commitments, the next due first. They are shown to that person and nobody else."""
    own = scope(Commitment.objects.select_related("session"), user, P.COMMITMENT_VIEW)
    return own.filter(state=CommitmentState.OPEN)


def commitments_due_of_each(people: Sequence[User], due_by: date) -> list[tuple[User, Commitment]]:
    """Return with each of these people their own open commitments that are due by a day and became no action.

    Without the words, which are nobody's but theirs. One query.
    """
    authors = {person.pk: person for person in people if live_appointments(person)}
    due = Commitment.objects.filter(state=CommitmentState.OPEN, due_date__lte=due_by, shared_at__isnull=True)
    rows = due.filter(author__in=authors).select_related("session").defer("text")
    return [(authors[row.author_id], row) for row in rows]


def _with_answer_of(user: User, sessions: QuerySet[Session]) -> QuerySet[Session]:
    own = Rsvp.objects.filter(user=user)
    return sessions.select_related("learning_set").prefetch_related(
        Prefetch("rsvps", queryset=own, to_attr="own_rsvps")
    )
