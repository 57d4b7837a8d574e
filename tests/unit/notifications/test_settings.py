"""The settings of a transport stop the start when they are missing or wrong, and say which."""

import os
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

KEY = "portal-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
PRODUCTION = {
    "HILEADS_ENVIRONMENT": "production",
    "SECRET_KEY": "x" * 50,
    "FIELD_ENCRYPTION_KEYS": "ZGV2ZWxvcG1lbnQtb25seS1rZXktMzItYnl0ZXMhISE=",
    "BASE_URL": "https://portal.example",
    "DATABASE_URL": "postgres://unused/unused",
    "REDIS_URL": "redis://unused",
    "DEFAULT_FROM_EMAIL": "portal@portal.example",
}
NOTIFY = {"MESSAGE_TRANSPORT": "notify", "NOTIFY_API_KEY": KEY, "NOTIFY_TEMPLATE": "a template"}


def start(**variables: str) -> str:
    """Return what the portal says when its settings are read with these variables: nothing if all is well."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    read = subprocess.run(
        [sys.executable, "-c", "import hileads.settings"],
        cwd=ROOT,
        env=kept | PRODUCTION | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return read.stderr


@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        ({}, "SMTP_HOST must be set."),
        (NOTIFY | {"NOTIFY_API_KEY": ""}, "NOTIFY_API_KEY must be set."),
        (NOTIFY | {"NOTIFY_TEMPLATE": ""}, "NOTIFY_TEMPLATE must be set."),
        (NOTIFY | {"NOTIFY_API_KEY": "half-a-key"}, "NOTIFY_API_KEY must be a whole key"),
        (NOTIFY | {"NOTIFY_PER_MINUTE": "0"}, "NOTIFY_PER_MINUTE"),
        (NOTIFY | {"MESSAGE_TRANSPORT": "pigeon"}, "MESSAGE_TRANSPORT"),
    ],
)
def test_what_a_transport_needs_is_asked_for_by_name(variables: dict[str, str], missing: str):
    assert missing in start(**variables)


@pytest.mark.parametrize("variables", [{"SMTP_HOST": "mail.portal.example"}, NOTIFY])
def test_what_the_other_transport_needs_is_not_asked_for(variables: dict[str, str]):
    assert start(**variables) == ""
