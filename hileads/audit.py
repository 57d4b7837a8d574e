"""History kept by the database itself: triggers record who changed what, bulk updates and raw SQL included."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def audited(*, exclude: Iterable[str] = ()) -> Callable[[M], M]:
    """Keep every insert, change and deletion of this model in an append-only event table.

    `exclude` names private fields that must never reach the history.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude) or None,
    )
