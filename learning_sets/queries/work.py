"""What the learning sets ask of a person now.

No line names a set, a topic or a word of a commitment: these lines leave the portal by mail.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Prefetch
from django.urls import reverse

from hileads.clock import now
from hileads.contributions import Consequence, WorkLine
from hileads.leads.models import User
from hileads.notifications.models import Stream
from learning_sets.models import Answer, Commitment, Rsvp, Session
from learning_sets.queries.sets import open_commitments_of

SOON = timedelta(days=7)


def lines_of(user: User, day: date) -> Iterator[WorkLine]:
    """Return what needs this person: an answer, a session within a week, a commitment that is due.

    A commitment that became an action is left out: the action asks for them now.
    """
    own = Rsvp.objects.filter(user=user)
    sessions = Session.objects.planned().not_over(now()).of_member(user, day)
    for session in sessions.prefetch_related(Prefetch("rsvps", queryset=own, to_attr="own_rsvps")):
        yield from _session_lines(session, day)
    for commitment in open_commitments_of(user).filter(due_date__lte=day + SOON, shared_at__isnull=True):
        yield _commitment_line(commitment, day)


def _session_lines(session: Session, day: date) -> Iterator[WorkLine]:
    rsvps: list[Rsvp] = getattr(session, "own_rsvps", [])
    if not rsvps:
        yield WorkLine(
            key=f"session-answer:{session.public_id}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"Your learning set asks whether you can come on {session.day}.",
            url=_address(session),
            verb="Answer",
            due_date=session.local_date,
            is_meeting=True,
            stream=Stream.SESSIONS,
        )
    elif rsvps[0].answer == Answer.ACCEPTED and session.local_date <= day + SOON:
        yield WorkLine(
            key=f"session:{session.public_id}",
            consequence=Consequence.DUE_SOON,
            text=f"Your learning set meets on {session.when}.",
            url=_address(session),
            verb="See the session",
            due_date=session.local_date,
            is_meeting=True,
            stream=Stream.SESSIONS,
        )


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
