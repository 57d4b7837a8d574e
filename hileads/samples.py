"""Sample content for "What a role sees": each room tells a little of an invented organisation with its own actions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hileads.registry import Registry

if TYPE_CHECKING:
    from hileads.leads.models import Role, User
    from hileads.organisations.models import Organisation


@dataclass(frozen=True)
class SampleStage:
    """An invented trust, and an invented person in each role."""

    organisation: "Organisation"
    people: dict["Role", "User"]


@dataclass(frozen=True)
class Sample:
    """A room's part: something that waits for somebody. It is undone as soon as it has been looked at."""

    order: int
    tell: Callable[[SampleStage], None]


samples: Registry[Sample] = Registry("samples")
