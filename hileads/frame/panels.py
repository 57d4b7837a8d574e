"""Pieces of a page that other rooms contribute."""

from dataclasses import dataclass
from typing import Any

from hileads.contributions import panels_for
from hileads.leads.models import User


@dataclass(frozen=True)
class ShownPanel:
    """One contributed piece: the template to include, and the values it reads as `panel.context`."""

    template: str
    context: dict[str, Any]


def rendered_panels(user: Any, slot: str, subject: Any = None) -> list[ShownPanel]:
    """Return the pieces other rooms contribute to this slot for this person, in order; those who stay away left out.

    Pass them as `panels` and write `{% include "_parts/panels.jinja" %}` where they belong.
    """
    if not isinstance(user, User):
        return []
    offered = ((panel, panel.context(user, subject)) for panel in panels_for(slot))
    return [ShownPanel(panel.template, dict(context)) for panel, context in offered if context is not None]
