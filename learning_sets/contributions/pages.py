"""The learning sets on other pages: navigation, what needs a person this week, reminders, references, docs."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from hileads.contributions import (
    DueMessage,
    NavigationItem,
    Panel,
    ReminderSource,
    Resolved,
    Work,
    navigation,
    panels,
    reminders,
    resolvers,
    work,
)
from hileads.leads.models import User
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.states import StateMachine, machines
from learning_sets.emails import messages
from learning_sets.models import CommitmentState, Session, SessionState
from learning_sets.policies import COMMITMENT_CHANGES, SESSION_CHANGES
from learning_sets.queries.sets import SessionLine, next_session_of
from learning_sets.queries.work import lines_of, reminders_due, why_not_invite, why_not_remind


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


def remind(moment: datetime) -> Iterator[DueMessage]:
    """Say which members should be reminded of which session."""
    for due in reminders_due(moment):
        mail = messages.reminder(due.session, due.person, due.days, has_answered=due.has_answered)
        yield DueMessage(
            meaning_key=mail.meaning_key,
            kind=mail.kind,
            stream=Stream.SESSIONS,
            recipient_id=due.person.pk,
            due_at=due.due_at,
            subject=mail.subject,
            template=mail.template,
            context=mail.context,
            reference=mail.reference,
        )


def no_reminder(moment: datetime) -> Iterator[DueMessage]:
    """Invitations come from planning a session, not from time."""
    return iter(())


navigation.add("learning_sets", NavigationItem("Learning sets", "set-list", "learning-sets", 30))
work.add("learning_sets", Work(lines_of))
panels.add(
    "learning_sets.this_week",
    Panel("home.this_week", "learning_sets/_next_session.jinja", next_session_panel, 10),
)
resolvers.add("learning_sets:session", find_session)
reminders.add(messages.REMINDER, ReminderSource(messages.REMINDER, remind, why_not_remind))
reminders.add(messages.INVITATION, ReminderSource(messages.INVITATION, no_reminder, why_not_invite))
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
