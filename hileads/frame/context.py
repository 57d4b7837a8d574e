"""What stands around every page: navigation, account menu, for whom one acts, messages to show once."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.forms import BaseForm
from django.http import HttpRequest

from hileads.contributions import AccountItem, NavigationItem, account_menu, navigation
from hileads.frame.forms import ErrorLink, error_links
from hileads.leads.models import User
from hileads.leads.queries import acting_organisation, organisations_of
from hileads.organisations.models import Organisation

SERVICE_NAME = "Health inequalities portal"

DEMO_SENTENCE = (
    "Figures marked Real are published NHS figures. People, plans, decisions and trial results are invented "
    "and are not Bradford's."
)

FOOTER = (
    ("Directory", "organisation-list"),
    ("Policy timeline", "policy-list"),
    ("The five recommendations", "recommendation-list"),
    ("Accessibility statement", "accessibility-show"),
    ("Privacy", "privacy-show"),
    ("Cookies", "cookies-show"),
    ("Status", "status-show"),
)


@dataclass(frozen=True)
class Frame:
    """The parts of the frame, worked out only when a page shows them."""

    request: HttpRequest

    service_name = SERVICE_NAME
    footer = FOOTER

    @property
    def contact(self) -> str:
        return str(settings.SERVICE_CONTACT)

    @cached_property
    def user(self) -> User | None:
        user = getattr(self.request, "user", None)
        return user if isinstance(user, User) else None

    @cached_property
    def navigation(self) -> list[NavigationItem]:
        return navigation.all() if self.user else []

    @cached_property
    def account_items(self) -> list[AccountItem]:
        return [item for item in account_menu.all() if self.user and item.visible(self.user)]

    @cached_property
    def acting_for(self) -> Organisation | None:
        return acting_organisation(self.request) if self.user else None

    @cached_property
    def may_switch(self) -> bool:
        return len(organisations_of(self.user)) > 1

    @cached_property
    def messages(self) -> list[Any]:
        return list(get_messages(self.request))

    def error_links(self, page_forms: list[BaseForm]) -> list[ErrorLink]:
        """Return the lines of the error summary for the forms of a page."""
        return error_links(page_forms)

    @property
    def demo_sentence(self) -> str:
        return DEMO_SENTENCE if settings.DEMO else ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give every page its `frame`."""
    return {"frame": Frame(request)}
