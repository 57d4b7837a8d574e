"""What the message ledger adds to the frame and to the docs."""

from collections.abc import Iterator

from hileads.contributions import AccountItem, account_menu
from hileads.leads.models import User
from hileads.notifications.actions import dispose_messages, dispose_sign_in_messages, erase_messages
from hileads.notifications.models import Message, State
from hileads.notifications.policies import TRANSITIONS
from hileads.personal import (
    Erasure,
    Facts,
    Fate,
    PersonalData,
    RetentionRule,
    each,
    erasures,
    not_told,
    personal_data,
    retention_rules,
)
from hileads.states import StateMachine, machines


def _everyone(user: User) -> bool:
    return True


def messages_to(person: User) -> Iterator[Facts]:
    """Every message to them, with its words where these are kept."""
    return each(
        Message.objects.filter(recipient=person).order_by("due_at", "pk"),
        Subject="subject",
        Kind="get_stream_display",
        To_address="address",
        Due="due_at",
        State="get_state_display",
        Sent="sent_at",
        Why_not="reason",
        Words="body_text",
        Calendar_file="calendar",
    )


account_menu.add(
    "notifications.messages",
    AccountItem(label="Messages sent to me", url_name="message-list", visible=_everyone, order=30),
)
machines.add(
    "messages",
    StateMachine(
        name="messages",
        title="A message",
        start=State.DUE,
        changes=TRANSITIONS,
        words={state: state.label for state in State},
    ),
)
personal_data.add(
    "messages",
    PersonalData("Messages sent to you", "You alone.", 30, messages_to, ("notifications.Message.recipient",)),
)
not_told.add(
    "notifications.Message.posted_by",
    "a message is its recipient's: who caused it is in the history of changes",
)
retention_rules.add(
    "sign-in messages",
    RetentionRule(
        "Messages about signing in",
        "90 days",
        "counted from the day they were due",
        Fate.DELETED,
        "Long enough to find out why a code did not arrive.",
        30,
        dispose_sign_in_messages,
    ),
)
retention_rules.add(
    "messages",
    RetentionRule(
        "All other messages",
        "400 days",
        "counted from the day they were due",
        Fate.DELETED,
        "People look up what they were told about last year's sessions and reports; not longer.",
        31,
        dispose_messages,
    ),
)
erasures.add(
    "messages", Erasure("Messages", Fate.DELETED, "Every message to you is deleted.", 20, erase_messages)
)
