"""Sessions are planned, moved and cancelled by the facilitator, and everyone concerned is told."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import transaction

from hileads.clock import now
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from learning_sets.actions.answers import answer_session
from learning_sets.actions.telling import tell
from learning_sets.emails import messages
from learning_sets.models import Answer, LearningSet, Session, SessionState
from learning_sets.policies import ensure_changeable, ensure_still_to_come
from learning_sets.queries.people import accepted_by, members_of, others_expecting, others_in


@transaction.atomic
def plan_session(
    *,
    by: User,
    learning_set: LearningSet,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    join_url: str = "",
) -> Session:
    """Plan a session and invite every member. A member who plans it will be there.

    A form sent twice plans one session: a set has no two that start at the same time.
    """
    check(by, P.SET_RUN, on=learning_set)
    learning_set = LearningSet.objects.select_for_update().get(pk=learning_set.pk)
    known = Session.objects.planned().filter(learning_set=learning_set, starts_at=starts_at).first()
    if known:
        return known
    ensure_still_to_come(starts_at, now())
    with pghistory.context(user=by.pk):
        session = Session.objects.create(
            learning_set=learning_set,
            starts_at=starts_at,
            ends_at=ends_at,
            place=place,
            join_url=join_url,
            uid=f"{uuid4()}@{urlsplit(settings.BASE_URL).hostname}",
            changed_at=now(),
        )
    if by in [member.user for member in members_of(learning_set)]:
        answer_session(by=by, session=session, answer=Answer.ACCEPTED)
    others = [member.user for member in others_in(learning_set, by)]
    tell(by=by, mails=[(person, messages.invitation(session, person)) for person in others])
    return session


@transaction.atomic
def change_session(
    *, by: User, session: Session, starts_at: datetime, ends_at: datetime, place: str = "", join_url: str = ""
) -> Session:
    """Move a session or change where it is, and tell every member. What stays as it was is told to nobody.

    Answers stay: the message says how to change them.
    """
    check(by, P.SESSION_RUN, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    ensure_changeable(session, SessionState.PLANNED, now())
    wanted = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "join_url": join_url}
    if all(getattr(session, name) == value for name, value in wanted.items()):
        return session
    ensure_still_to_come(starts_at, now())
    before = session.when
    for name, value in wanted.items():
        setattr(session, name, value)
    _keep_new_version(by, session)
    was = before if before != session.when else ""
    accepted = accepted_by(session)
    people = [member.user for member in others_in(session.learning_set, by)]
    people += [by] if by.pk in accepted else []
    tell(
        by=by,
        mails=[
            (person, messages.changed(session, person, was, accepted.get(person.pk))) for person in people
        ],
    )
    return session


@transaction.atomic
def cancel_session(*, by: User, session: Session) -> Session:
    """Cancel a session, take it out of calendars and tell everyone who did not decline. Said twice, it is told once."""
    check(by, P.SESSION_RUN, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    if session.is_cancelled:
        return session
    ensure_changeable(session, SessionState.CANCELLED, now())
    session.state = SessionState.CANCELLED
    _keep_new_version(by, session)
    accepted = accepted_by(session)
    people = [member.user for member in others_expecting(session, by)]
    people += [by] if by.pk in accepted else []
    tell(
        by=by,
        mails=[(person, messages.cancelled(session, person, accepted.get(person.pk))) for person in people],
    )
    return session


def _keep_new_version(by: User, session: Session) -> None:
    """Write the changed session as the next version that calendars are told of."""
    session.sequence += 1
    session.changed_at = now()
    with pghistory.context(user=by.pk):
        session.save()
