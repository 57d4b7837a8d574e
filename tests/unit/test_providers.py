"""Which identity providers the environment names, and what it may not name."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from hileads.providers import Provider, providers_in

SECRET = "between the two of us"
NHSMAIL = {
    "name": "NHSmail",
    "issuer": "https://login.example.com/tenant/v2.0",
    "client_id": "portal",
    "client_secret": SECRET,
}
OTHER = NHSMAIL | {"name": "Vale Trust", "issuer": "https://id.vale.example"}


def read(*given: Any, only_https: bool = True) -> tuple[Provider, ...]:
    return providers_in(json.dumps(given), only_https=only_https)


def test_several_providers_are_read_in_their_order():
    assert [one.name for one in read(NHSMAIL, OTHER)] == ["NHSmail", "Vale Trust"]
    assert providers_in(" ", only_https=True) == ()
    assert providers_in("[]", only_https=True) == ()


def test_a_provider_is_known_by_its_issuer_alone():
    (nhsmail,) = read(NHSMAIL)
    renamed, moved = (
        read(NHSMAIL | {"name": "NHS mail", "client_id": "new"}),
        read(OTHER | {"name": "NHSmail"}),
    )
    assert renamed[0].key == nhsmail.key
    assert moved[0].key != nhsmail.key
    assert nhsmail.key.startswith("login-example-com-")
    neighbours = {read(NHSMAIL | {"issuer": f"https://login.example.com/{one}"})[0].key for one in "ab"}
    assert len(neighbours) == 2


def test_the_page_of_signing_in_and_the_configuration_are_found_from_the_issuer():
    (nhsmail,) = read(NHSMAIL)
    assert nhsmail.origin == "https://login.example.com"
    expected = "https://login.example.com/tenant/v2.0/.well-known/openid-configuration"
    assert nhsmail.configuration_url == expected
    (with_slash,) = read(NHSMAIL | {"issuer": f"{nhsmail.issuer}/"})
    assert with_slash.configuration_url == expected
    assert with_slash.key != nhsmail.key


WRONG = [
    ("{", "is not JSON"),
    ("{}", "must be a JSON list"),
    (json.dumps(["NHSmail"]), "provider 1 must have exactly these: name, issuer, client_id, client_secret"),
    (json.dumps([{**NHSMAIL, "tenant": "x"}]), "provider 1 must have exactly these"),
    (json.dumps([NHSMAIL, {"name": "Vale"}]), "provider 2 must have exactly these"),
    (json.dumps([NHSMAIL | {"client_id": ""}]), "client_id must be a text, and not empty"),
    (json.dumps([NHSMAIL | {"client_secret": 7}]), "client_secret must be a text"),
    (json.dumps([NHSMAIL | {"issuer": "http://login.example.com"}]), "begins with https://"),
    (json.dumps([NHSMAIL | {"issuer": "https:///tenant"}]), "begins with https://"),
    (json.dumps([NHSMAIL | {"issuer": "https://login.example.com/?x=1"}]), "an issuer has no ? and no #"),
    (json.dumps([NHSMAIL, NHSMAIL | {"issuer": OTHER["issuer"]}]), "the same name twice"),
    (json.dumps([NHSMAIL, NHSMAIL | {"name": "Again"}]), "the same issuer twice"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=[said for _, said in WRONG])
def test_what_could_not_work_is_refused_without_telling_a_secret(text: str, said: str):
    with pytest.raises(ImproperlyConfigured) as refused:
        providers_in(text, only_https=True)
    assert "OIDC_PROVIDERS" in str(refused.value)
    assert said in str(refused.value)
    assert SECRET not in str(refused.value)


def test_a_provider_on_one_s_own_machine_serves_for_development():
    (provider,) = read(NHSMAIL | {"issuer": "http://127.0.0.1:9400"}, only_https=False)
    assert provider.origin == "http://127.0.0.1:9400"


def settings_with(providers: str, asked: str) -> subprocess.CompletedProcess[str]:
    """Start the settings anew with these providers, and say something of them."""
    servers = {"DATABASE_URL": "postgres://unused/unused", "REDIS_URL": "redis://unused"}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", f"from hileads import settings; print({asked})"],
        env=os.environ | servers | {"OIDC_PROVIDERS": providers},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_portal_does_not_start_with_a_wrong_one_and_forms_may_lead_to_a_right_one():
    directives = "settings.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action']"
    started = settings_with(json.dumps([NHSMAIL]), directives)
    assert started.stdout.strip() == "[\"'self'\", 'https://login.example.com']"
    refused = settings_with("[{}]", directives)
    assert refused.returncode == 1
    assert "OIDC_PROVIDERS, provider 1 must have exactly these" in refused.stderr.splitlines()[-1]
