"""The frame around every page: where one is, for whom one acts, the account, the way out."""

import base64
import hashlib
import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from hileads.contributions import Panel, account_menu, navigation, panels
from hileads.frame.context import DEMO_SENTENCE, FOOTER
from hileads.frame.panels import rendered_panels
from hileads.frame.views import FormPage, PageView
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from tests.actors import Cast

SignIn = Callable[[User], Client]


def page(client: Client, address: str = "/account/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_navigation_has_seven_places_at_most_and_marks_where_one_is(cast: Cast, signed_in: SignIn):
    shown = page(signed_in(cast.lead), "/this-week/")
    assert len(navigation.all()) <= 7
    for item in navigation.all():
        assert f'href="{reverse(item.url_name)}"' in shown
    assert re.findall(r'aria-current="true"[^>]*>\s*<strong[^>]*>([^<]+)', shown) == ["This week"]


def test_people_who_have_not_signed_in_see_no_navigation_and_no_search():
    shown = page(Client(), "/recommendations/")
    assert "nhsuk-header__navigation" not in shown
    assert "Search the portal" not in shown
    assert f'href="{reverse("account_login")}"' in shown


def test_the_account_menu_names_the_person_and_signs_out_by_a_button(cast: Cast, signed_in: SignIn):
    shown = page(signed_in(cast.lead))
    assert "Leila Lead</summary>" in shown
    assert f'<form method="post" action="{reverse("account_logout")}">' in shown
    for item in account_menu.all():
        assert (f">{item.label}</a>" in shown) is item.visible(cast.lead)


def test_every_link_in_the_footer_leads_somewhere(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    shown = page(client)
    for label, name in FOOTER:
        assert f'href="{reverse(name)}">{label}</a>' in shown.replace("\n", "")
        assert client.get(reverse(name)).status_code == 200


def test_the_demo_says_what_is_invented_on_every_page(settings: object):
    assert DEMO_SENTENCE not in page(Client(), "/").replace("&#39;", "'")
    settings.DEMO = True  # type: ignore[attr-defined]
    assert DEMO_SENTENCE in page(Client(), "/").replace("&#39;", "'")


def test_a_page_is_in_british_english_and_loads_nothing_from_elsewhere(cast: Cast, signed_in: SignIn):
    shown = page(signed_in(cast.lead))
    assert '<html lang="en-GB">' in shown
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', shown)
    assert "Skip to main content" in shown


def test_the_one_inline_script_is_the_one_that_the_policy_allows(cast: Cast, signed_in: SignIn):
    response = signed_in(cast.lead).get("/account/")
    (script,) = re.findall(r"<script>(.*?)</script>", response.content.decode())
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]


def test_what_has_just_happened_is_said_once(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    client.post("/account/logout/")
    assert "You have signed out." in page(client, "/")
    assert "You have signed out." not in page(client, "/")


def test_a_view_that_does_not_say_who_may_see_it_never_starts():
    class Forgotten(PageView):
        template_name = "home/welcome.jinja"

    class Twice(PageView):
        permission = P.PLAN_VIEW
        public = True

    class Misnamed(PageView):
        signed_in = True

        def subject(self) -> None:
            return None

    for view in (Forgotten, Twice, Misnamed):
        with pytest.raises(ImproperlyConfigured, match=view.__name__):
            view.as_view()


def test_a_form_page_must_say_what_it_does():
    with pytest.raises(NotImplementedError):
        FormPage().form_valid(None)


def test_panels_come_in_order_and_some_stay_away(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(panels, "_entries", {})
    panels.add("b", Panel("slot", "b.jinja", lambda user, subject: {"subject": subject}, order=2))
    panels.add("a", Panel("slot", "a.jinja", lambda user, subject: {}, order=1))
    panels.add("away", Panel("slot", "away.jinja", lambda user, subject: None))
    panels.add("elsewhere", Panel("other", "other.jinja", lambda user, subject: {}))
    shown = rendered_panels(cast.lead, "slot", 7)
    assert [(one.template, one.context) for one in shown] == [("a.jinja", {}), ("b.jinja", {"subject": 7})]
    assert rendered_panels(None, "slot", 7) == []


def test_cookies_are_those_that_the_page_names(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    shown = page(client, "/cookies/")
    assert set(client.cookies) <= {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for name in client.cookies:
        assert name in shown
