"""The learning sets on other pages: navigation, what needs a person this week, reminders, references, docs."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from hileads.contributions import (
    NavigationItem,
    Occasion,
    Panel,
    ReminderSource,
    Resolved,
    Words,
    Work,
    navigation,
    panels,
    relevance,
    reminders,
    resolvers,
    work,
)
from hileads.leads.models import User
from hileads.notifications.models import Stream
from hileads.offsets import Offset
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.states import StateMachine, machines
from learning_sets.emails import messages
from learning_sets.models import CommitmentState, Session, SessionState
from learning_sets.policies import COMMITMENT_CHANGES, SESSION_CHANGES
from learning_sets.queries.sets import SessionLine, next_session_of
from learning_sets.queries.work import (
    Reminded,
    lines_of,
    sessions_to_remind_of,
    why_not_invite,
    why_not_remind,
)


def find_session(user: User, public_id: str, revision: str) -> Resolved | None:
    """Show a session to whoever may see it, in whichever state it is now."""
    session = scope(Session.objects.filter(public_id=UUID(public_id)), user, P.SESSION_VIEW).first()
    if session is None:
        return None
    return Resolved(
        title=str(session),
        url=reverse("session-show", kwargs={"public_id": session.public_id}),
        kind_label="Learning set session",
    )


def next_session_panel(user: User, subject: object) -> Mapping[str, SessionLine] | None:
    """Show a person their next session on "This week"."""
    line = next_session_of(user)
    return {"line": line} if line else None


def remind(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say what a member is reminded with."""
    reminded: Reminded = occasion.about
    has_answered = person.pk in reminded.answered
    mail = messages.reminder(reminded.session, person, offset, has_answered=has_answered)
    return Words(mail.subject, mail.template, mail.context)


BEFORE = (
    Offset("7-days", timedelta(days=7)),
    Offset("1-day", timedelta(days=1)),
    Offset("1-hour", timedelta(hours=1), never_moves=True),
)

navigation.add("learning_sets", NavigationItem("Learning sets", "set-list", "learning-sets", 30))
work.add("learning_sets", Work(lines_of))
panels.add(
    "learning_sets.this_week",
    Panel("home.this_week", "learning_sets/_next_session.jinja", next_session_panel, 10),
)
resolvers.add("learning_sets:session", find_session)
reminders.add(
    messages.REMINDER,
    ReminderSource(messages.REMINDER, Stream.SESSIONS, BEFORE, sessions_to_remind_of, remind, why_not_remind),
)
relevance.add(messages.INVITATION, why_not_invite)
machines.add(
    "sessions",
    StateMachine(
        name="sessions",
        title="A session of a learning set",
        start=SessionState.PLANNED,
        changes=SESSION_CHANGES,
        words={state: state.label for state in SessionState},
    ),
)
machines.add(
    "commitments",
    StateMachine(
        name="commitments",
        title="A commitment",
        start=CommitmentState.OPEN,
        changes=COMMITMENT_CHANGES,
        words={state: state.label for state in CommitmentState},
    ),
)
