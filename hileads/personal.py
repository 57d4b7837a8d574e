"""What is held about a person: each room registers its part here, as data from its `contributions.py`.

"Download everything about me" is made from these parts. A test walks every foreign key to a person and asks that it is
named in a part, or in `not_told` with the reason.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from hileads.registry import Registry

if TYPE_CHECKING:
    from hileads.leads.models import User

Facts = Mapping[str, Any]
"""One thing that is held, as label and value. Values are what JSON and a page can say: text, numbers, days, yes or no."""


@dataclass(frozen=True)
class PersonalData:
    """One part of what is held about a person: what it is, who sees it, and its things one by one.

    `links` names the foreign keys whose rows these are: "leads.Appointment.user".
    """

    heading: str
    seen_by: str
    order: int
    things: Callable[["User"], Iterable[Facts]]
    links: tuple[str, ...] = ()


CLOSED_DOMAIN = "closed.invalid"
"""What the addresses of closed accounts end with. Nobody can have such an address: the domain is reserved."""
CLOSED_NAME = "Somebody whose account is closed"

personal_data: Registry[PersonalData] = Registry("personal data")
not_told: Registry[str] = Registry("foreign keys to people whose rows are not told")
"""By the foreign key: why its rows are not among what a person is told."""


def each(rows: Iterable[Model], **labels: str) -> Iterator[Facts]:
    """Yield the facts of each row. A label's underscores are spaces; its path leads to a value or to what returns one.

    `each(posts, Role="get_role_display", Organisation="organisation.name")`
    """
    for row in rows:
        yield {label.replace("_", " "): _at_the_end_of(path, row) for label, path in labels.items()}


def _at_the_end_of(path: str, row: Any) -> Any:
    found = row
    for step in path.split("."):
        found = getattr(found, step, None)
        found = found() if callable(found) else found
    return found


class Fate(StrEnum):
    """What becomes of records."""

    DELETED = "Deleted"
    ANONYMISED = "Kept without the person"
    KEPT = "Kept"


@dataclass(frozen=True)
class RetentionRule:
    """How long records of one class are kept, from when, what happens then, and why.

    `dispose(by=, moment=)` is the action that does it and returns how many there were; None where nothing is disposed of.
    """

    record_class: str
    kept_for: str
    counted_from: str
    fate: Fate
    why: str
    order: int
    dispose: Callable[..., int] | None = None

    @property
    def in_words(self) -> str:
        """Return the rule as the disposal log keeps it."""
        return f"{self.fate}: {self.kept_for}, {self.counted_from}"


@dataclass(frozen=True)
class Erasure:
    """What becomes of one class of records when a person's account is closed.

    `erase(by=, person=)` is the action that does it and returns how many there were; None where they stay.
    """

    record_class: str
    fate: Fate
    in_words: str
    order: int
    erase: Callable[..., int] | None = None


@dataclass(frozen=True)
class Forgetting:
    """What the history of a table forgets: rows of things that are gone (`gone`), and in the history of closed accounts
    these `columns`, which take the words that the table itself has now. `when` recognises their rows `t`, as SQL."""

    gone: bool = False
    columns: tuple[str, ...] = ()
    when: str = f"t.email LIKE '%@{CLOSED_DOMAIN}'"


retention_rules: Registry[RetentionRule] = Registry("retention rules")
erasures: Registry[Erasure] = Registry("erasures")
forgettings: Registry[Forgetting] = Registry("what the history forgets")
"""By the table's model: "leads.User"."""
