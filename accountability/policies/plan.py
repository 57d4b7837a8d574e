"""May an action or a trial change now? One dict of states, and one question each for what depends on them."""

from datetime import date

from accountability.models import Action, ActionState, TestOfChange
from hileads.frame.refusals import NotNow

CHANGES: dict[ActionState, frozenset[ActionState]] = {
    ActionState.PLANNED: frozenset({ActionState.UNDER_WAY, ActionState.DONE, ActionState.STOPPED}),
    ActionState.UNDER_WAY: frozenset({ActionState.PLANNED, ActionState.DONE, ActionState.STOPPED}),
    ActionState.DONE: frozenset({ActionState.UNDER_WAY}),
    ActionState.STOPPED: frozenset({ActionState.UNDER_WAY}),
}
"""What may become of an action. docs/reference/states-action.md is drawn from it."""

OPEN_STATES = (ActionState.PLANNED, ActionState.UNDER_WAY)
CLOSED_STATES = (ActionState.DONE, ActionState.STOPPED)


def ensure_may_become(action: Action, state: ActionState) -> None:
    """Refuse a state that does not follow the present one."""
    now = ActionState(action.state)
    if state not in CHANGES[now]:
        raise NotNow(f"This action is {now.label.lower()}, so it cannot become {state.label.lower()}.")


def ensure_open(action: Action) -> None:
    """Refuse to change what is done or stopped."""
    if not action.is_open:
        state = action.get_state_display().lower()
        raise NotNow(f"This action is {state}. Open it again first, if there is more to do.")


def ensure_reason(state: ActionState, because: str) -> None:
    """Refuse to stop without saying why: the reason is what others learn from."""
    if state == ActionState.STOPPED and not because.strip():
        raise NotNow("Say why the action is stopped. What was learned is a result.")


def ensure_no_open_trial(trials: list[TestOfChange]) -> None:
    """Refuse while a trial waits for its decision."""
    if any(trial.decided_at is None for trial in trials):
        raise NotNow("A trial of this action is under way. Decide it first: keep, change or stop.")


def ensure_undecided(trial: TestOfChange) -> None:
    """Refuse to decide twice: what was decided then stays as it was."""
    if trial.decided_at is not None:
        raise NotNow("This trial has been decided already. Start another one to try something else.")


def ensure_due_date(due_date: date, today: date) -> None:
    """Refuse to plan something for a day that has passed."""
    if due_date < today:
        raise NotNow("The day by which it is to be done has passed already. Choose today or a later day.")


def ensure_holds_a_post(owner: str, organisation: str, *, holds: bool) -> None:
    """Refuse to give an action to somebody who has left."""
    if not holds:
        raise NotNow(f"{owner} holds no post at {organisation} today. Choose someone who does.")


def ensure_first_use(title: str) -> None:
    """Refuse a second action from one commitment. `title` is the first one's, empty when there is none."""
    if title:
        raise NotNow(f"You have made an action of this commitment already: {title}.")


def ensure_same_plan(action: Action, plan_id: int) -> None:
    """Refuse a form that was filled in for one organisation and sent for another."""
    if action.plan_id != plan_id:
        raise NotNow("This form was sent before, for another organisation's plan. Open it again.")
