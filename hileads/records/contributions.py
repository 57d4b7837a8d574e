"""Where the history is led to: the account menu, and the page of each organisation."""

from collections.abc import Iterator, Mapping
from typing import Any

from hileads.contributions import AccountItem, Panel, account_menu, panels
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import (
    Erasure,
    Facts,
    Fate,
    PersonalData,
    RetentionRule,
    erasures,
    not_told,
    personal_data,
    retention_rules,
)
from hileads.records.queries.history import everything_about


def reads_history(user: User) -> bool:
    """Say whether the history stands in this person's account menu."""
    return can(user, P.HISTORY_VIEW)


def history_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Lead from an organisation's page to what changed there."""
    return {"organisation": subject} if reads_history(user) else None


def history_of(person: User) -> Iterator[Facts]:
    """What the history says of them. Words that stay with a plan's, report's or set's own people stay there."""
    for entry in everything_about(person):
        yield {
            "When": entry.moment,
            "What happened": f"{entry.verb}: {', '.join(filter(None, (entry.kind, entry.name)))}",
            "Who did it": entry.who,
            "Acting for": entry.acting_for,
            "What is different since": [
                change.field
                if entry.is_confidential
                else f"{change.field}: {change.before} became {change.after}"
                for change in entry.changes
            ],
        }


account_menu.add("history", AccountItem("History of changes", "history-list", reads_history, 40))
panels.add(
    "records.history", Panel("organisations.organisation", "records/_history_panel.jinja", history_panel, 90)
)
personal_data.add(
    "history",
    PersonalData(
        "What the history says of you",
        "National administrators, and you. It says what you did and what was done to your entries.",
        100,
        history_of,
    ),
)
not_told.add("pghistory.MiddlewareEvents.user", "another view of the same history, with no rows of its own")
retention_rules.add(
    "history",
    RetentionRule(
        "History of changes",
        "for good",
        "counted from the change",
        Fate.KEPT,
        "Who changed what must be provable. What is deleted under a rule above is deleted from the history too.",
        100,
    ),
)
erasures.add(
    "history",
    Erasure(
        "History of changes",
        Fate.ANONYMISED,
        "Your name and address are taken out of the history, and everything deleted here is deleted there too.",
        100,
    ),
)
