"""The plan on other pages: its place in the navigation, what needs a person this week, buttons, search."""

from accountability.models import ActionState
from accountability.policies.plan import CHANGES
from accountability.queries.panels import activity_panel, commitment_panel, resource_panel
from accountability.queries.work import found_actions, resolve_action, work_lines
from hileads.contributions import (
    NavigationItem,
    Panel,
    SearchSource,
    Work,
    navigation,
    panels,
    resolvers,
    search_sources,
    work,
)
from hileads.states import StateMachine, machines

navigation.add("plan", NavigationItem("Our plan", "plan-own", "plan", 50))
work.add("actions", Work(work_lines))
search_sources.add("actions", SearchSource("Our actions", 40, found_actions))
resolvers.add("accountability:action", resolve_action)
panels.add(
    "plan.activity",
    Panel("induction.activity", "accountability/_activity_adopt.jinja", activity_panel),
)
panels.add(
    "plan.resource",
    Panel("repository.resource", "accountability/_resource_use.jinja", resource_panel),
)
panels.add(
    "plan.commitment",
    Panel("learning_sets.commitment", "accountability/_commitment_turn.jinja", commitment_panel),
)
machines.add(
    "action",
    StateMachine(
        name="action",
        title="An action",
        start=ActionState.PLANNED,
        changes=CHANGES,
        words={state: state.label for state in ActionState},
    ),
)
