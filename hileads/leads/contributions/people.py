"""What the register of people adds to other pages."""

from collections.abc import Iterator, Mapping, Sequence
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
from hileads.leads.models import Area, Invitation, Role, User
from hileads.leads.queries import alone, entries_to_look_at, given_by, invitations_to_confirm
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.permissions.rights import live_delegations
from hileads.wording import long_date, lower_first


def people_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Lead from an organisation's page to its people, for those who keep the entries."""
    return {"organisation": subject} if can(user, P.NOMINATION_ADD, on=subject) else None


def nominations_that_wait(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield nominations that somebody may confirm."""
    for person, invitation in invitations_to_confirm(people):
        yield (
            person,
            WorkLine(
                key=f"nomination:{invitation.public_id}",
                consequence=Consequence.SOMEONE_WAITS,
                text=f"{invitation.name} is nominated as {lower_first(invitation.get_role_display())}.",
                url=reverse(_page_of(invitation), kwargs={"public_id": invitation.public_id}),
                verb="Confirm it or take it back",
                organisation_name=invitation.organisation.name if invitation.organisation else "",
                area=Area.PEOPLE if invitation.organisation else "",
            ),
        )


def _page_of(invitation: Invitation) -> str:
    return "invitation-show" if invitation.organisation else "national-invitation-show"


def keeps_national_posts(user: User) -> bool:
    """Say whether the national team stands in this person's account menu."""
    return can(user, P.NATIONAL_APPOINTMENT_EDIT)


def acting_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Say for whom this person acts, and who acts for them, while somebody does."""
    acting, given = live_delegations(user), list(given_by(user, today()))
    return {"acting": acting, "given": given} if acting or given else None


def imports_leads(user: User) -> bool:
    """Say whether the import of leads stands in this person's account menu."""
    return can(user, P.LEAD_IMPORT)


panels.add("leads.acting", Panel("home.this_week", "leads/_acting_panel.jinja", acting_panel, 5))


def entries_that_may_be_old(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield organisations whose entries somebody should look at: nobody has for six months."""
    for person, organisation in entries_to_look_at(people, day):
        yield (
            person,
            WorkLine(
                key=f"entries:{organisation.code}",
                consequence=Consequence.DUE_SOON,
                text=_not_confirmed_since(organisation),
                url=reverse("organisation-people", kwargs={"code": organisation.code}),
                verb="Say whether it is still right",
                organisation_name=organisation.name,
                area=Area.PEOPLE,
            ),
        )


def _not_confirmed_since(organisation: Any) -> str:
    since = long_date(organisation.looked_at)
    return f"Who holds which post at {organisation.name} has not been confirmed since {since}."


def people_who_are_alone(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield organisations where nobody could act while somebody is away."""
    for person, one in alone(people, day):
        yield (
            person,
            WorkLine(
                key=f"alone:{one.organisation.code}",
                consequence=Consequence.CHANCE,
                text=f"{'Only one person' if one.people else 'Nobody'} can act for {one.organisation.name} at present.",
                url=f"{reverse('nomination-add', kwargs={'code': one.organisation.code})}?role={one.role_to_fill}",
                verb="Nominate a deputy"
                if one.role_to_fill == Role.DEPUTY
                else "Nominate the executive lead",
                organisation_name=one.organisation.name,
                area=Area.PEOPLE,
            ),
        )


panels.add("leads.people", Panel("organisations.organisation", "leads/_people_panel.jinja", people_panel, 10))
work.add("nominations", Work(nominations_that_wait))
work.add("entries", Work(entries_that_may_be_old))
work.add("alone", Work(people_who_are_alone))
account_menu.add("account", AccountItem("Your account", "account-show", lambda user: True, 10))
account_menu.add(
    "national-team", AccountItem("National team", "national-team-show", keeps_national_posts, 31)
)
account_menu.add("lead-imports", AccountItem("Import leads", "lead-import-add", imports_leads, 35))
