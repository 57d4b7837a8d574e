"""What the register of people adds to other pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from hileads.contributions import (
    AccountItem,
    Consequence,
    Panel,
    Work,
    WorkLine,
    account_menu,
    panels,
    work,
)
from hileads.leads.models import User
from hileads.leads.queries import invitations_to_confirm
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


def people_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Lead from an organisation's page to its people, for those who keep the entries."""
    return {"organisation": subject} if can(user, P.NOMINATION_ADD, on=subject) else None


def nominations_that_wait(user: User, day: date) -> list[WorkLine]:
    """Nominations that this person may confirm."""
    return [
        WorkLine(
            key=f"nomination:{invitation.public_id}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"{invitation.name} is nominated as {invitation.get_role_display().lower()}.",
            url=reverse("invitation-show", kwargs={"public_id": invitation.public_id}),
            verb="Confirm it or take it back",
            organisation_name=invitation.organisation.name,
        )
        for invitation in invitations_to_confirm(user)
    ]


panels.add("leads.people", Panel("organisations.organisation", "leads/_people_panel.jinja", people_panel, 10))
work.add("nominations", Work(nominations_that_wait))
account_menu.add("account", AccountItem("Your account", "account-show", lambda user: True, 10))
