"""The nouns of the board's room: measures, the plan, and the assurance report."""

from accountability.models.measure import (
    Breakdown,
    DataSource,
    Direction,
    Family,
    Measure,
    MeasureVersion,
    Observation,
    ObservationState,
    Unit,
)
from accountability.models.plan import (
    Action,
    ActionNote,
    ActionState,
    Citation,
    Decision,
    NoteKind,
    Plan,
    TestOfChange,
)
from accountability.models.report import (
    BoardAsk,
    Export,
    FrontSheet,
    Report,
    ReportState,
    Signature,
    Snapshot,
)

__all__ = [
    "Action",
    "ActionNote",
    "ActionState",
    "BoardAsk",
    "Breakdown",
    "Citation",
    "DataSource",
    "Decision",
    "Direction",
    "Export",
    "Family",
    "FrontSheet",
    "Measure",
    "MeasureVersion",
    "NoteKind",
    "Observation",
    "ObservationState",
    "Plan",
    "Report",
    "ReportState",
    "Signature",
    "Snapshot",
    "TestOfChange",
    "Unit",
]
