"""What the learning sets ask of a person now.

No line names a set, a topic or a word of a commitment: these lines leave the portal by mail.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Prefetch
from django.urls import reverse

from hileads.clock import now
from hileads.contributions import Consequence, WorkLine
from hileads.leads.models import User
from hileads.notifications.models import Stream
from learning_sets.models import Answer, Commitment, Membership, Rsvp, Session
from learning_sets.queries.sets import commitments_due_of_each

SOON = timedelta(days=7)


def lines_of(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield what needs these people: an answer, a session within a week, a commitment that is due. Four queries.

    A commitment that became an action is left out: the action asks for them now.
    """
    yield from _lines_about_sessions(people, day)
    for person, commitment in commitments_due_of_each(people, day + SOON):
        yield person, _commitment_line(commitment, day)


def _lines_about_sessions(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    members: defaultdict[int, list[User]] = defaultdict(list)
    for membership in Membership.objects.on(day).filter(user__in=people).select_related("user"):
        members[membership.learning_set_id].append(membership.user)
    sessions = Session.objects.planned().not_over(now()).filter(learning_set__in=members)
    given = Prefetch("rsvps", queryset=Rsvp.objects.filter(user__in=people), to_attr="given")
    for session in sessions.prefetch_related(given):
        answers = {rsvp.user_id: rsvp.answer for rsvp in getattr(session, "given", [])}
        for person in members[session.learning_set_id]:
            line = _session_line(session, answers.get(person.pk), day)
            if line is not None:
                yield person, line


def _session_line(session: Session, answer: str | None, day: date) -> WorkLine | None:
    if answer is None:
        return WorkLine(
            key=f"session-answer:{session.public_id}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"Your learning set asks whether you can come on {session.day}.",
            url=_address(session),
            verb="Answer",
            due_date=session.local_date,
            is_meeting=True,
            stream=Stream.SESSIONS,
        )
    if answer == Answer.ACCEPTED and session.local_date <= day + SOON:
        return WorkLine(
            key=f"session:{session.public_id}",
            consequence=Consequence.DUE_SOON,
            text=f"Your learning set meets on {session.when}.",
            url=_address(session),
            verb="See the session",
            due_date=session.local_date,
            is_meeting=True,
            stream=Stream.SESSIONS,
        )
    return None


def _commitment_line(commitment: Commitment, day: date) -> WorkLine:
    return WorkLine(
        key=f"commitment:{commitment.public_id}",
        consequence=Consequence.OVERDUE if commitment.due_date < day else Consequence.DUE_SOON,
        text="A commitment of yours is due.",
        url=f"{_address(commitment.session)}#commitments",
        verb="Say how it went",
        due_date=commitment.due_date,
        stream=Stream.ACTIONS,
    )


def _address(session: Session) -> str:
    return reverse("session-show", kwargs={"public_id": session.public_id})
