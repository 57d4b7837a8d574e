"""What each person was last told of a session, so that nobody hears of a change that was taken back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hileads.leads.models import User
from hileads.notifications.models import Message, State
from hileads.references import parse
from learning_sets.models import Session
from learning_sets.policies import ASKING, CHANGE, INVITATION, REMINDER

HAS_LEFT = (State.SENDING, State.SENT)


@dataclass(frozen=True)
class Told:
    """How a person knows a session. `waiting` is the kind of message about it that has not left yet, "" for none."""

    session: Session
    waiting: str
    has_heard: bool

    @property
    def waits_to_be_invited(self) -> bool:
        """Say whether the invitation has not left, so that they do not know of the session at all."""
        return self.waiting == INVITATION and not self.has_heard


@dataclass(frozen=True)
class _Sent:
    kind: str
    state: str
    version: int


def told_of(session: Session, people: Iterable[User], before: Session) -> dict[int, Told]:
    """Return how these people know a session, by their numbers. Two queries.

    Whoever no message has reached knows it as it was before the first change that they were to be told of.
    """
    messages = _messages_about(session, people)
    versions = _versions_of(session)
    return {person.pk: _told(messages[person.pk], versions, before) for person in people}


def knows_already(session: Session, person: User) -> bool:
    """Say whether a person has heard of a session what is so now, without the change that is asked about.

    A reminder of the present version does not count: it puts nothing right in their calendar.
    """
    others = [
        one
        for one in _messages_about(session, [person])[person.pk]
        if one.version != session.sequence or one.kind not in (CHANGE, REMINDER, ASKING)
    ]
    told = _told(others, _versions_of(session), session)
    return told.has_heard and told.session.details == session.details


def is_as_it_was(session: Session, version: int) -> bool:
    """Say whether a session is now as it was at an earlier version."""
    return _versions_of(session).get(version, session).details == session.details


def was_sent_on(day: date, reference: str, person: User, kind: str) -> bool:
    """Say whether a message of this kind about this version of a session has gone to a person on this day."""
    sent = Message.objects.filter(recipient=person, kind=kind, reference=reference, state=State.SENT)
    return sent.filter(sent_at__date=day).exists()


def _messages_about(session: Session, people: Iterable[User]) -> dict[int, list[_Sent]]:
    found: dict[int, list[_Sent]] = defaultdict(list)
    about = session.reference.partition("@")[0]
    rows = Message.objects.filter(recipient__in=people, reference__startswith=f"{about}@")
    for person, kind, state, reference in rows.values_list("recipient", "kind", "state", "reference"):
        found[person].append(_Sent(kind, state, int(parse(reference).revision)))
    return found


def _versions_of(session: Session) -> dict[int, Session]:
    """Return the session at each version, with what was corrected in silence since."""
    return {
        event.sequence: Session(
            public_id=session.public_id,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            place=event.place,
            join_url=event.join_url,
            sequence=event.sequence,
        )
        for event in session.events.order_by("pgh_id")  # type: ignore[attr-defined]
    }


def _told(messages: list[_Sent], versions: dict[int, Session], before: Session) -> Told:
    heard = [one.version for one in messages if one.state in HAS_LEFT]
    changes = [one.version - 1 for one in messages if one.kind == CHANGE]
    known = max(heard) if heard else min(changes, default=before.sequence)
    waiting = [one for one in messages if one.state == State.DUE and one.kind in (INVITATION, CHANGE)]
    return Told(
        session=versions.get(known, before),
        waiting=max(waiting, key=lambda one: one.version).kind if waiting else "",
        has_heard=bool(heard),
    )
