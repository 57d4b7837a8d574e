"""Stored references: how one room remembers a thing of another without knowing its tables.

The form is `app:kind:public_id@revision`, for example `repository:resource:wres-2023@41`.
"""

from dataclasses import dataclass

from hileads.contributions import Resolved, resolvers
from hileads.leads.models import User


@dataclass(frozen=True)
class Reference:
    """One stored reference, taken apart. `revision` is empty where no version was meant."""

    app: str
    kind: str
    public_id: str
    revision: str = ""

    def __str__(self) -> str:
        tail = f"@{self.revision}" if self.revision else ""
        return f"{self.app}:{self.kind}:{self.public_id}{tail}"


def parse(text: str) -> Reference:
    """Take a stored reference apart. Raises ValueError when it is not one."""
    head, _, revision = text.partition("@")
    parts = head.split(":", 2)
    if len(parts) != 3 or not all(parts):
        raise ValueError(f"Not a stored reference: {text!r}")
    app, kind, public_id = parts
    return Reference(app, kind, public_id, revision)


def resolve(user: User, text: str) -> Resolved | None:
    """Return what the reference points to, if it exists and this person may see it."""
    reference = parse(text)
    resolver = resolvers.get(f"{reference.app}:{reference.kind}")
    return resolver(user, reference.public_id, reference.revision) if resolver else None
