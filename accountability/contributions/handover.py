"""What of the boardroom is handed over with a post."""

from accountability.actions.handover import hand_on_action, hand_on_board_measure
from accountability.queries.handover import (
    actions_held,
    actions_left_behind,
    board_measures,
    board_measures_held,
    board_measures_left_behind,
    evidence_used,
    measures_used,
    open_actions,
    open_trials,
    reports_due,
)
from hileads.contributions import HandoverSection, Transfer, handover_sections, transfers

SECTIONS = (
    HandoverSection(
        key="actions",
        title="Open actions",
        hint="Where each one stands, who helps with it, and what would get it going again",
        empty="No open action at this organisation is or was theirs.",
        items=open_actions,
        order=10,
    ),
    HandoverSection(
        key="trials",
        title="Trials under way",
        hint="What has been seen so far, and when the decision could be made",
        empty="No trial of these actions is under way.",
        items=open_trials,
        order=20,
    ),
    HandoverSection(
        key="reports",
        title="Report calendar",
        hint="What the board asked last time, and what has been promised for the next paper",
        empty="No assurance report is being prepared. The board secretary opens the next one.",
        items=reports_due,
        order=30,
    ),
    HandoverSection(
        key="measures",
        title="Measures in use",
        hint="What the figures can and cannot say here, and who supplies them",
        empty="No measure is chosen for these actions. A measure can be chosen on each action’s page.",
        items=measures_used,
        order=40,
    ),
    HandoverSection(
        key="board",
        title="Measures answered for to the board",
        hint="What the board asks about each one, and who helps to answer",
        empty="No measure on the board’s list is or was theirs to answer for. Who does is settled on the board view.",
        items=board_measures,
        order=45,
    ),
    HandoverSection(
        key="reading",
        title="Reading list",
        hint="What was worth reading, and what to leave aside",
        empty="No evidence is cited in this work. The evidence library has introductions to the subject.",
        items=evidence_used,
        order=50,
    ),
)

for section in SECTIONS:
    handover_sections.add(section.key, section)
transfers.add("actions", Transfer("actions", actions_held, actions_left_behind, hand_on_action))
transfers.add(
    "board",
    Transfer("board", board_measures_held, board_measures_left_behind, hand_on_board_measure),
)
