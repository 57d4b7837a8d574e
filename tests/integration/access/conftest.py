"""People who sign in, and the apps and passkeys they hold."""

import json
import re
import time
from collections.abc import Callable
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth
from bs4 import BeautifulSoup
from django.test import Client

from hileads.access import queries
from hileads.leads.models import User
from tests.actors import Cast

Browser = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _mail_goes_to_the_ledger_and_nobody_is_too_fast(settings: Any) -> None:
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture(autouse=True)
def _the_half_minute_of_a_code_does_not_end_while_a_test_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = time.time()
    for module in (auth, queries):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: moment))


@pytest.fixture
def lead(cast: Cast) -> User:
    """The lead, who signs in by a code sent to their address and never had a password."""
    cast.lead.set_unusable_password()
    cast.lead.save()
    EmailAddress.objects.create(user=cast.lead, email=cast.lead.email, primary=True, verified=True)
    return cast.lead


def code_for(secret: str) -> str:
    """Return what an app that knows this key shows now."""
    return str(auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time()))))


def set_up_an_app(client: Client) -> str:
    """Set up an app as a person does, and return its key."""
    secret = key_on(client.get("/account/2fa/totp/activate/").content.decode())
    answer = client.post("/account/2fa/totp/activate/", {"code": code_for(secret)})
    assert answer.url == "/account/2fa/recovery-codes/"
    return secret


def key_on(page: str) -> str:
    found = re.search(r'id="app-key">([A-Z2-7]+)<', page)
    assert found
    return found[1]


def recovery_codes_of(client: Client) -> list[str]:
    soup = BeautifulSoup(client.get("/account/2fa/recovery-codes/").content, "html.parser")
    return [code.get_text() for code in soup.select("#recovery-codes code")]


def options_on(page: str) -> Any:
    """Return what a page asks of the device."""
    found = re.search(r'<script id="js_data" type="application/json">(.*?)</script>', page)
    assert found
    options = json.loads(unescape(found[1]))
    return next(iter(options.values()))
