"""May this measure change in this way now? Each refusal says why, and what would help."""

from collections.abc import Mapping
from typing import Any

from accountability.models import MeasureVersion
from hileads.frame.refusals import NotNow

DECIDES_WHAT_FIGURES_MEAN = ("has_number", "unit", "breakdown", "groups")


def refuse_former(version: MeasureVersion, *, seen: int) -> None:
    """Refuse to change another version than the person looked at. `seen` is the number that was shown."""
    if not version.is_live or version.number != seen:
        raise NotNow(
            "Somebody has published another version of this measure since you opened it. Nothing was changed. Open it "
            "again, look at what it says now, and change that."
        )


def refuse_other_meaning(version: MeasureVersion, meaning: Mapping[str, Any], *, has_figures: bool) -> None:
    """Refuse to correct what decides how figures are read, once there are any under this version."""
    changed = [name for name in DECIDES_WHAT_FIGURES_MEAN if getattr(version, name) != meaning[name]]
    if has_figures and changed:
        raise NotNow(
            "There are figures under this version, and its unit and groups say how to read them. Publish a new version "
            "to change those, or leave them as they were. Nothing was saved."
        )
