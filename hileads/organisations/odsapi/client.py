"""Ask the Organisation Data Service which organisations have changed, and what it holds of each.

Written against its guidance for developers: a search gives at most 1,000 summaries at a time from an offset on, and a
record is asked for by its code. Nobody signs in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import requests

A_PAGE = 1000
PAGES_AT_MOST = 20
SECONDS_AT_MOST = 20.0


class OdsUnavailableError(Exception):
    """The service did not answer, or answered something else than its guidance says. The text says what happened."""


@dataclass(frozen=True)
class OdsClient:
    """The service at an address, "https://directory.spineservices.nhs.uk/ORD/2-0-0" where it is the real one."""

    address: str
    seconds: float = SECONDS_AT_MOST

    def changed_since(self, day: date, *, role: str) -> list[str]:
        """Return the codes of the organisations with this primary role that have changed on `day` or since."""
        codes: list[str] = []
        for page in range(PAGES_AT_MOST):
            asked = {"PrimaryRoleId": role, "LastChangeDate": day.isoformat(), "Limit": str(A_PAGE)}
            if page:
                asked["Offset"] = str(page * A_PAGE)
            found = list(_codes_in(self._answer("organisations", asked)))
            codes += found
            if len(found) < A_PAGE:
                return codes
        raise OdsUnavailableError(f"The search went on after {PAGES_AT_MOST} pages of {A_PAGE:,}.")

    def record(self, code: str) -> dict[str, Any]:
        """Return everything that the service holds of one organisation."""
        answer = self._answer(f"organisations/{code}", {})
        record = answer.get("Organisation")
        if not isinstance(record, dict):
            raise OdsUnavailableError(f"The answer about {code} holds no organisation.")
        return record

    def _answer(self, path: str, asked: dict[str, str]) -> dict[str, Any]:
        try:
            answer = requests.get(
                f"{self.address.rstrip('/')}/{path}",
                params=asked,
                headers={"Accept": "application/json"},
                timeout=self.seconds,
            )
            answer.raise_for_status()
            found = answer.json()
        except requests.Timeout as fault:
            raise OdsUnavailableError(f"No answer about {path} within {self.seconds:g} seconds.") from fault
        except requests.HTTPError as fault:
            status = fault.response.status_code if fault.response is not None else "of no kind"
            raise OdsUnavailableError(f"The answer about {path} was an error ({status}).") from fault
        except requests.JSONDecodeError as fault:
            raise OdsUnavailableError(f"The answer about {path} is not JSON.") from fault
        except requests.RequestException as fault:
            raise OdsUnavailableError(f"The service cannot be reached for {path}.") from fault
        if not isinstance(found, dict):
            raise OdsUnavailableError(f"The answer about {path} is of another shape than the guidance says.")
        return found


def _codes_in(answer: dict[str, Any]) -> Iterator[str]:
    rows = answer.get("Organisations")
    if not isinstance(rows, list):
        raise OdsUnavailableError("The answer to a search holds no list of organisations.")
    for row in rows:
        code = row.get("OrgId") if isinstance(row, dict) else None
        if not isinstance(code, str):
            raise OdsUnavailableError("A row of the answer to a search holds no code.")
        yield code
