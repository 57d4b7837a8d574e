"""People who curate, and what they send from the workshop's forms."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import TaskState

from hileads.leads.models import User
from repository.models import Resource
from tests.actors import Cast

ADD = "/curate/snippets/repository/resource/add/"
SAID = {
    "title": "Fair waits",
    "code": "fair-waits",
    "publisher": "Northfield Press",
    "published": "2024-03",
    "url": "https://northfield.example/fair-waits",
    "kind": "guidance",
    "level": "introductory",
    "licence": "",
    "summary": "Who waits longest.",
    "key_points": "First point\n\nSecond point\n",
    "questions_for_board": "Who waits longest here?",
    "strength": "One study.",
    "reviewed_date": "2026-11-01",
    "review_due_date": "2027-05-01",
}


class Workshop:
    """The workshop as one person uses it."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def add(self, action: str = "", **said: Any) -> Any:
        """Send the form for a new resource."""
        return self.client.post(ADD, SAID | said | ({f"action-{action}": "on"} if action else {}))

    def edit(self, thing: Resource, action: str = "", **said: Any) -> Any:
        """Send the form of a resource."""
        address = f"/curate/snippets/repository/resource/edit/{thing.pk}/"
        return self.client.post(address, SAID | said | ({f"action-{action}": "on"} if action else {}))

    def answer(self, thing: Resource, action: str, **said: Any) -> Any:
        """Answer the review of a resource: approve or reject."""
        state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
        return self.client.post(
            f"/curate/snippets/repository/resource/workflow/action/{thing.pk}/{action}/{state.pk}/", said
        )


@pytest.fixture(autouse=True)
def _mail_goes_to_the_ledger(settings: Any) -> None:
    """Let Wagtail's mail take the portal's one way out, where tests usually put mail aside."""
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"


@pytest.fixture
def workshop(signed_in: Callable[[User], Client]) -> Callable[[User], Workshop]:
    """Return the workshop as this person has it before them."""
    return lambda user: Workshop(signed_in(user))


@pytest.fixture
def submitted(cast: Cast, workshop: Callable[[User], Workshop]) -> Resource:
    """A resource that the curator has written and submitted."""
    workshop(cast.curator).add("submit")
    return Resource.objects.get()
