"""May this post be handed over now?"""

from hileads.frame.refusals import NotNow
from hileads.leads.models import Handover


def ensure_not_taken(handover: Handover) -> None:
    """Refuse to change a pack that has been taken: what the successor read stays as it was."""
    if handover.taken_at is not None and handover.successor is not None:
        raise NotNow(
            f"{handover.successor.user.name} has taken this hand-over already, so it stays as it was. "
            "Tell them directly, or add a note to the action it is about."
        )


def ensure_has_a_section(key: str, known: frozenset[str]) -> None:
    """Refuse a note on a section that no pack has."""
    if key not in known:
        raise NotNow("There is no such section in a hand-over. Open the hand-over again.")
