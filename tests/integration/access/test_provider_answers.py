"""What the portal believes of a provider's answers: of a wrong one nothing, whatever is wrong with it."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from structlog.testing import capture_logs

from hileads.leads.models import User
from tests.identity import ToldProvider, is_signed_in, named, to, told_provider

NUMBER = "7f0c-leila"
CONFIGURATION, TOKEN = "openid-configuration", "token"


@pytest.fixture
def told(settings: Any) -> Iterator[ToldProvider]:
    """A provider that answers what a test tells it to."""
    with told_provider() as provider:
        settings.OIDC_PROVIDERS = (named("Odd", provider.issuer),)
        yield provider


@pytest.mark.parametrize(
    "configuration", [[], {}, {"authorization_endpoint": "http://127.0.0.1/"}, None, "nonsense"]
)
def test_a_provider_that_does_not_say_how_to_speak_to_it_is_refused(
    lead: User, told: ToldProvider, configuration: Any
):
    told.answers[CONFIGURATION] = configuration
    client = Client()
    with capture_logs():
        answer = client.post(to(named("Odd", told.issuer), "sign-in"))
    assert answer.url.endswith("/refused/failed/")


def claims_for(client: Client, told: ToldProvider) -> tuple[dict[str, Any], str]:
    """Begin to sign in; return what a right ID token would say, and the address to come back to."""
    provider = named("Odd", told.issuer)
    asked = parse_qs(urlsplit(client.post(to(provider, "sign-in")).url).query)
    claims = {
        "iss": told.issuer,
        "aud": "portal",
        "sub": NUMBER,
        "nonce": asked["nonce"][0],
        "exp": int(time.time()) + 60,
        "iat": int(time.time()),
    }
    return claims, f"{to(provider, 'return')}?code=x&state={asked['state'][0]}"


def token_of(claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    signed = jwt.encode(claims, "k" * 32, algorithm="HS256")
    return {"access_token": "x", "id_token": signed, **more}


def linked_at(told: ToldProvider, person: User) -> None:
    SocialAccount.objects.create(user=person, provider=named("Odd", told.issuer).key, uid=NUMBER)


def test_a_right_answer_without_an_address_is_believed(lead: User, told: ToldProvider):
    linked_at(told, lead)
    client = Client()
    claims, back = claims_for(client, told)
    told.answers[TOKEN] = token_of(claims)
    assert client.get(back).url == "/this-week/"
    assert SocialAccount.objects.get().extra_data == {"issuer": told.issuer, "email": ""}
    (row,) = SocialAccount.objects.all()
    page = client.get(f"/account/sign-in/links/{row.pk}/remove/").content.decode()
    assert "What you linked on" in page


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another portal"},
        {"nonce": "of another sign-in"},
        {"exp": 1},
        {"sub": None},
        {"sub": ""},
        {"sub": "7" * 300},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_id_token_that_is_wrong_anywhere_lets_nobody_in(
    lead: User, told: ToldProvider, change: dict[str, Any]
):
    linked_at(told, lead)
    client = Client()
    claims, back = claims_for(client, told)
    told.answers[TOKEN] = token_of(
        {name: value for name, value in (claims | change).items() if value is not None}
    )
    with capture_logs():
        assert client.get(back).url.endswith("/refused/failed/")
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "answer",
    [
        {"access_token": "x"},
        {"access_token": "x", "id_token": "nonsense"},
        {"access_token": "x", "id_token": 7},
        {"access_token": "x", "id_token": "a.b.c", "expires_in": "soon"},
        {"error": "invalid_client"},
        ["nonsense"],
    ],
    ids=str,
)
def test_an_answer_without_an_id_token_lets_nobody_in(lead: User, told: ToldProvider, answer: Any):
    linked_at(told, lead)
    client = Client()
    _, back = claims_for(client, told)
    told.answers[TOKEN] = answer
    with capture_logs():
        assert client.get(back).url.endswith("/refused/failed/")
    assert not is_signed_in(client)
