"""What an import would change, or has changed, as its page tells it: kept as JSON with the import."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from hileads.organisations.odsfiles.outcome import Outcome
from hileads.organisations.odsfiles.planning import Plan

NEW, CHANGED, CLOSED, UNCHANGED, LEFT_OUT = "new", "changed", "closed", "unchanged", "left_out"
CATEGORIES = (NEW, CHANGED, CLOSED, UNCHANGED, LEFT_OUT)
Told = dict[str, Any]


def told(plan: Plan) -> Told:
    """Return each file with its counts and notes, and every row of every file with what becomes of it."""
    rows = [row for place, outcome in enumerate(plan.outcomes) for row in _rows(plan, outcome, place)]
    return {
        "files": [
            {
                "name": outcome.file_name,
                "title": outcome.title,
                "as_at": outcome.as_at.isoformat(),
                "counts": {
                    category: sum(row["file"] == place and row["category"] == category for row in rows)
                    for category in CATEGORIES
                },
                "notes": outcome.notes,
            }
            for place, outcome in enumerate(plan.outcomes)
        ],
        "rows": rows,
    }


def digest_of(told_of: Told) -> str:
    """Return what tells one preview from another, so that nobody confirms what they have not seen."""
    return hashlib.sha256(json.dumps(told_of, sort_keys=True).encode()).hexdigest()


def _rows(plan: Plan, outcome: Outcome, place: int) -> Iterator[Told]:
    changes: dict[str, list[list[str]]] = {}
    for change in outcome.changes:
        changes.setdefault(change.code, []).append([change.field, change.before, change.after])
    closed = set(outcome.closed)
    for codes, category in (
        (outcome.created, NEW),
        (outcome.updated, CHANGED),
        (outcome.unchanged, UNCHANGED),
        (outcome.rejected, LEFT_OUT),
    ):
        for code in codes:
            entry, left_out = plan.after.entries.get(code), outcome.left_out.get(code)
            yield {
                "file": place,
                "category": CLOSED if code in closed else category,
                "code": code,
                "name": entry.name if entry else "",
                "row": left_out.row if left_out else 0,
                "why": left_out.text if left_out else "",
                "changes": changes.get(code, []),
            }
