"""Sessions are planned, moved and cancelled by the facilitator, and everyone concerned is told."""

from copy import copy
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import transaction

from hileads.clock import now, today
from hileads.leads.models import User
from hileads.notifications.policies import HELD
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from learning_sets.actions.answers import answer_session
from learning_sets.actions.telling import tell
from learning_sets.emails import messages
from learning_sets.emails.messages import NOT_HELD
from learning_sets.models import Answer, LearningSet, Session, SessionState
from learning_sets.policies import ensure_a_slip, ensure_changeable, ensure_still_to_come, is_soon
from learning_sets.queries.people import accepted_by, members_of, others_expecting, others_in
from learning_sets.queries.told import told_of


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
    *,
    by: User,
    session: Session,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    join_url: str = "",
    silently: bool = False,
) -> Session:
    """Move a session or change where it is, and tell every member. What stays as it was is told to nobody.

    Answers stay: the message says how to change them. A slip in the place or the link may be corrected `silently`: then
    only what waits to be sent is put right.
    """
    check(by, P.SESSION_RUN, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    ensure_changeable(session, SessionState.PLANNED, now())
    before = copy(session)
    if before.details == (starts_at, ends_at, place, join_url):
        return session
    ensure_still_to_come(starts_at, now())
    if silently:
        ensure_a_slip(session, starts_at, ends_at)
    session.starts_at, session.ends_at = starts_at, ends_at
    session.place, session.join_url = place, join_url
    if silently:
        _keep(by, session)
    else:
        _keep_new_version(by, session)
    _tell_change(by, session, before, silently=silently)
    return session


@transaction.atomic
def cancel_session(*, by: User, session: Session) -> Session:
    """Cancel a session, take it out of calendars and tell everyone who did not decline. Said twice, it is told once.

    Whoever has not been invited yet is neither invited nor told. On the day itself it is told at any hour.
    """
    check(by, P.SESSION_RUN, on=session)
    session = Session.objects.select_for_update().get(pk=session.pk)
    if session.is_cancelled:
        return session
    ensure_changeable(session, SessionState.CANCELLED, now())
    before = copy(session)
    session.state = SessionState.CANCELLED
    _keep_new_version(by, session)
    accepted = accepted_by(session)
    people = [member.user for member in others_expecting(session, by)]
    people += [by] if by.pk in accepted else []
    told, mails = told_of(session, people, before), []
    for person in people:
        known, rsvp = told[person.pk], accepted.get(person.pk)
        if rsvp is None and known.waits_to_be_invited:
            continue
        is_today = today() in (known.session.local_date, session.local_date)
        mails.append((person, messages.cancelled(session, person, known.session, rsvp, at_once=is_today)))
    tell(by=by, mails=mails)
    return session


def _tell_change(by: User, session: Session, before: Session, *, silently: bool) -> None:
    """Tell each person what is different from what they know; whoever waits to be invited is invited to what is so now.

    In silence, only whoever would be told anyway is told: the message that waits gives way to one without the slip.
    """
    accepted = accepted_by(session)
    people = [member.user for member in others_in(session.learning_set, by)]
    people += [by] if by.pk in accepted else []
    told, mails = told_of(session, people, before), []
    held = NOT_HELD if is_soon(before, session, now()) else HELD
    answered = set(session.rsvps.values_list("user", flat=True))
    correction = f"c{_corrections(session)}" if silently else ""
    for person in people:
        known, rsvp = told[person.pk], accepted.get(person.pk)
        if silently and not known.waiting:
            continue
        if person.pk not in answered and known.waits_to_be_invited:
            mail = messages.invitation(session, person, correction)
        else:
            mail = messages.changed(session, person, known.session, rsvp, held=held, correction=correction)
        mails.append((person, mail))
    tell(by=by, mails=mails)


def _corrections(session: Session) -> int:
    """Return how often the session was corrected in silence since members were last told."""
    versions: Any = Session.pgh_event_model.objects  # type: ignore[attr-defined]  # given by pghistory
    return int(versions.filter(pgh_obj=session, sequence=session.sequence).count()) - 1


def _keep(by: User, session: Session) -> None:
    with pghistory.context(user=by.pk):
        session.save()


def _keep_new_version(by: User, session: Session) -> None:
    """Write the changed session as the next version that calendars are told of."""
    session.sequence += 1
    session.changed_at = now()
    _keep(by, session)
