"""What a browser sends for a form that was shown: its hidden token, and dates in three boxes."""

from datetime import date
from typing import Any
from uuid import uuid4


def typed(**fields: Any) -> dict[str, str]:
    """Return the fields as posted, with a token unless one is given."""
    sent: dict[str, str] = {"token": str(uuid4())}
    for name, value in fields.items():
        if isinstance(value, date):
            sent |= {f"{name}-{part}": str(getattr(value, part)) for part in ("day", "month", "year")}
        else:
            sent[name] = str(value)
    return sent
