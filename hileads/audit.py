"""History kept by the database itself: triggers record who changed what, bulk updates and raw SQL included."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def audited(*, exclude: Iterable[str] = (), confidential: bool = False) -> Callable[[M], M]:
    """Keep every insert, change and deletion of this model in an append-only event table.

    `exclude` names private fields that must never reach the history. Of what is `confidential` the page of the history
    says that it changed, not what it says, because those who read the history may not read the thing.
    """
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude) or None,
    )

    def audit(model: M) -> M:
        model.history_is_confidential = confidential  # type: ignore[attr-defined]
        return track(model)

    return audit
