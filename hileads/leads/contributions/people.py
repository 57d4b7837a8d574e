"""What the register of people adds to other pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from hileads.clock import today
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
from hileads.leads.models import Area, User
from hileads.leads.queries import given_by, invitations_to_confirm
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, live_delegations


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
            area=Area.PEOPLE,
        )
        for invitation in invitations_to_confirm(user)
    ]


def acting_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Say for whom this person acts, and who acts for them, while somebody does."""
    acting, given = live_delegations(user), list(given_by(user, today()))
    return {"acting": acting, "given": given} if acting or given else None


panels.add("leads.acting", Panel("home.this_week", "leads/_acting_panel.jinja", acting_panel, 5))
panels.add("leads.people", Panel("organisations.organisation", "leads/_people_panel.jinja", people_panel, 10))
work.add("nominations", Work(nominations_that_wait))
account_menu.add("account", AccountItem("Your account", "account-show", lambda user: True, 10))
