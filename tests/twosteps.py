"""People of the tests and their second step: shown already, so that a test meets the page it is about."""

from types import SimpleNamespace

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import record_authentication
from django.test import Client

from hileads.leads.models import User

FOR_EVER = 2**33
"""A moment so late that every window of time holds it, whatever time a test plays at."""


def sign_in_with_one_step(client: Client, user: User) -> Client:
    """Let somebody sign in as by a code sent to their address."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def sign_in_with_two_steps(client: Client, user: User) -> Client:
    """Let somebody sign in who has shown their second step."""
    sign_in_with_one_step(client, user)
    session = client.session
    record_authentication(SimpleNamespace(session=session), user, "mfa", type="totp", reauthenticated=True)  # type: ignore[arg-type]
    session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["at"] = FOR_EVER
    session.save()
    return client
