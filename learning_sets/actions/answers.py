"""Members say whether they will come."""

import pghistory
from django.db import transaction

from hileads.clock import now
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from learning_sets.actions.telling import tell
from learning_sets.emails import messages
from learning_sets.models import Answer, Rsvp, Session
from learning_sets.policies import ensure_open_to_answers


@transaction.atomic
def answer_session(*, by: User, session: Session, answer: Answer) -> Rsvp:
    """Answer a session. Accepting brings an invitation for one's calendar; declining after that takes it out again.

    The same answer twice is one answer and one message.
    """
    check(by, P.SESSION_ANSWER, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    ensure_open_to_answers(session, now())
    answer = Answer(answer)
    rsvp = Rsvp.objects.filter(session=session, user=by).first()
    if rsvp and rsvp.answer == answer:
        return rsvp
    was_accepted = rsvp is not None and rsvp.answer == Answer.ACCEPTED
    with pghistory.context(user=by.pk):
        rsvp = _keep(rsvp or Rsvp(session=session, user=by), answer)
    if answer == Answer.ACCEPTED:
        tell(by=by, mails=[(by, messages.accepted(session, rsvp))])
    elif was_accepted:
        tell(by=by, mails=[(by, messages.withdrawn(session, rsvp))])
    return rsvp


def _keep(rsvp: Rsvp, answer: Answer) -> Rsvp:
    """Write the answer; a changed one is the next version for the person's calendar."""
    rsvp.revision += rsvp.pk is not None
    rsvp.answer = answer
    rsvp.answered_at = now()
    rsvp.save()
    return rsvp
