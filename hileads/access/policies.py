"""May this lost second step go on now?"""

from datetime import datetime, timedelta

from hileads.access.models import LOSS_STATES, LossState, StepLoss
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.wording import long_date, lower_first

WAITS_FOR = timedelta(hours=24)


def refuse_nothing_lost(has_step: bool) -> None:
    """Refuse to take away what is not there."""
    if not has_step:
        raise NotNow("You have no second step that could be lost. Set one up when the portal asks for it.")


def refuse_second_asking(known: StepLoss | None) -> None:
    """Refuse to ask twice at a time."""
    if known:
        raise NotNow(
            f"You asked on {long_date(known.asked_at)} already. Where that stands is on “Your sign-in”."
        )


def refuse_change(loss: StepLoss, state: LossState) -> None:
    """Refuse what cannot follow."""
    if state not in LOSS_STATES[LossState(loss.state)]:
        raise NotNow(
            f"This is settled or waits: {lower_first(loss.get_state_display())}. Nothing was changed."
        )


def refuse_own(loss: StepLoss, by: User) -> None:
    """Refuse an administrator who lost the second step themselves."""
    if loss.person_id == by.pk:
        raise NotNow("This is your own second step: two other administrators confirm it.")


def refuse_same_administrator(loss: StepLoss, by: User) -> None:
    """Refuse the second confirmation by whoever gave the first."""
    if loss.first_by_id == by.pk:
        raise NotNow("You have confirmed this already. A second administrator has to do it too.")


def is_due(loss: StepLoss, moment: datetime) -> bool:
    """Say whether the day has passed."""
    return loss.state == LossState.CONFIRMED and loss.due_at is not None and loss.due_at <= moment
