"""The learning sets on other pages: navigation, what needs a person this week, reminders, references, docs."""

from collections.abc import Mapping
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
from hileads.offsets import ABOUT_A_DUE_DAY, Offset
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.states import StateMachine, machines
from learning_sets.emails import messages
from learning_sets.models import Commitment, CommitmentState, Session, SessionState
from learning_sets.policies import (
    ASKED_AGAIN,
    ASKING,
    CHANGE,
    COMMITMENT_CHANGES,
    COMMITMENT_DUE,
    INVITATION,
    REMINDED,
    REMINDER,
    SESSION_CHANGES,
)
from learning_sets.queries.reminding import (
    Reminded,
    commitments_due,
    sessions_to_answer,
    sessions_to_remind_of,
    why_not_ask,
    why_not_confirm,
    why_not_invite,
    why_not_remind,
    why_not_remind_of_commitment,
    why_not_tell_change,
)
from learning_sets.queries.sets import SessionLine, next_session_of
from learning_sets.queries.work import lines_of


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


def find_commitment(user: User, public_id: str, revision: str) -> Resolved | None:
    """Lead its author, and nobody else, from a message to a commitment. Its words stay on its page."""
    own = scope(Commitment.objects.select_related("session"), user, P.COMMITMENT_VIEW)
    commitment = own.filter(public_id=UUID(public_id)).first()
    if commitment is None:
        return None
    page = reverse("session-show", kwargs={"public_id": commitment.session.public_id})
    return Resolved(title=str(commitment), url=f"{page}#commitments", kind_label="Commitment")


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


def ask_again(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say what a member is asked with who has not answered."""
    mail = messages.asking(occasion.about, person, offset)
    return Words(mail.subject, mail.template, mail.context)


def remind_of_commitment(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say what the author of a commitment is reminded with."""
    mail = messages.commitment_due(occasion.about, person, offset)
    return Words(mail.subject, mail.template, mail.context)


navigation.add("learning_sets", NavigationItem("Learning sets", "set-list", "learning-sets", 30))
work.add("learning_sets", Work(lines_of))
panels.add(
    "learning_sets.this_week",
    Panel("home.this_week", "learning_sets/_next_session.jinja", next_session_panel, 10),
)
resolvers.add("learning_sets:session", find_session)
resolvers.add("learning_sets:commitment", find_commitment)
reminders.add(
    REMINDER,
    ReminderSource(REMINDER, Stream.SESSIONS, REMINDED, sessions_to_remind_of, remind, why_not_remind),
)
reminders.add(
    ASKING, ReminderSource(ASKING, Stream.SESSIONS, ASKED_AGAIN, sessions_to_answer, ask_again, why_not_ask)
)
reminders.add(
    COMMITMENT_DUE,
    ReminderSource(
        COMMITMENT_DUE,
        Stream.ACTIONS,
        ABOUT_A_DUE_DAY,
        commitments_due,
        remind_of_commitment,
        why_not_remind_of_commitment,
    ),
)
relevance.add(INVITATION, why_not_invite)
relevance.add(CHANGE, why_not_tell_change)
relevance.add(messages.ACCEPTED, why_not_confirm)
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
