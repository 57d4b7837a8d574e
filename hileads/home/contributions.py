"""What the ground floor's own pages add to the frame."""

from hileads.contributions import AccountItem, NavigationItem, account_menu, navigation
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


def looks_at_roles(user: User) -> bool:
    """Say whether "What each role sees" stands in this person's account menu."""
    return can(user, P.ROLE_LOOK)


navigation.add("home", NavigationItem("This week", "this-week", "this-week", 10))
account_menu.add("roles", AccountItem("What each role sees", "role-list", looks_at_roles, 46))
