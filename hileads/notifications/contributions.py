"""What the message ledger adds to the frame and to the docs."""

from hileads.contributions import AccountItem, account_menu
from hileads.leads.models import User
from hileads.notifications.models import State
from hileads.notifications.policies import TRANSITIONS
from hileads.states import StateMachine, machines


def _everyone(user: User) -> bool:
    return True


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
