"""What importing one row would do."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from hileads.leads.leadfiles.rows import Wanted
from hileads.leads.models import Appointment, Invitation, Role
from hileads.organisations.models import Organisation


class Outcome(StrEnum):
    """What becomes of a row; those that need somebody come first."""

    REJECTED = "rejected"
    CONFLICT = "conflict"
    NEW = "new"
    MOVE = "move"
    LEAVER = "leaver"
    UPDATE = "update"
    UNCHANGED = "unchanged"


WORDS: dict[Outcome, str] = {
    Outcome.REJECTED: "Cannot be read",
    Outcome.CONFLICT: "Needs your decision",
    Outcome.NEW: "To be invited",
    Outcome.MOVE: "Move to another organisation",
    Outcome.LEAVER: "Leave",
    Outcome.UPDATE: "Updated",
    Outcome.UNCHANGED: "Unchanged",
}
TO_MEND = frozenset({Outcome.REJECTED, Outcome.CONFLICT})
CHANGES = frozenset({Outcome.NEW, Outcome.MOVE, Outcome.LEAVER, Outcome.UPDATE})


@dataclass(frozen=True)
class Line:
    """One row and what it comes to. `says` tells what changes, or why nothing can.

    `values` are new values of the post, or else of the invitation, that the register holds; `leaving` is what ends
    elsewhere when somebody moves.
    """

    number: int
    name: str
    email: str
    place: str
    role: str
    outcome: Outcome
    says: tuple[str, ...] = ()
    wanted: Wanted | None = None
    organisation: Organisation | None = None
    post: Appointment | None = None
    invitation: Invitation | None = None
    leaving: Appointment | Invitation | None = None
    values: dict[str, Any] = field(default_factory=dict)

    def put_off(self, *reasons: str, outcome: Outcome = Outcome.CONFLICT) -> "Line":
        """Return the same row with nothing done, and why."""
        return replace(self, outcome=outcome, says=reasons, leaving=None, values={})

    @property
    def changes(self) -> bool:
        return self.outcome in CHANGES

    @property
    def start(self) -> date | None:
        """Return the first day of the post as it will be."""
        held = self.post or self.invitation or self.wanted
        begins: date | None = self.values.get("from_date", held.from_date if held else None)
        return begins

    @property
    def is_sole_lead(self) -> bool:
        """Say whether this row makes somebody an executive lead who shares the post with nobody."""
        if self.wanted is None or self.wanted.role != Role.EXECUTIVE_LEAD:
            return False
        held = self.post or self.invitation
        shared = held.is_job_share if held else bool(self.wanted.is_job_share)
        return not self.values.get("is_job_share", shared)
