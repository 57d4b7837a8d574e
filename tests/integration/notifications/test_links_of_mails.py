"""Opening a link of a mail changes nothing: mail scanners open every one, by GET and by HEAD, before its reader does."""

from collections import defaultdict
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from hileads.notifications.models import Message
from tests.mails import Postbag, mails_of_allauth, templates_of_mails

SESSIONS = "django_session"
WRITTEN = f"""
    SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
    WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 AND relname <> '{SESSIONS}'
"""  # noqa: S608 - a constant
FINGERPRINT = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {} t"


@pytest.fixture
def postbag(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Postbag:
    """A world in which every mail has been written."""
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"
    return Postbag(monkeypatch)


def rows_written() -> dict[str, int]:
    """Return how many rows of which tables this test has written so far, whatever became of them."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def everything() -> dict[str, str]:
    """Return a fingerprint of every table but that of sessions."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != SESSIONS:
                cursor.execute(FINGERPRINT.format(connection.ops.quote_name(table)))
                found[table] = cursor.fetchone()[0]
    return found


def test_every_mail_there_is_has_been_written(postbag: Postbag):
    assert templates_of_mails() - postbag.filled == set(), "let it come to pass in tests/mails.py"
    assert len(mails_of_allauth()) > 15
    assert Message.objects.count() > len(mails_of_allauth()) + len(templates_of_mails())
    holding = defaultdict(list)
    for link, subject in postbag.links.items():
        holding[subject].append(link)
    assert len(postbag.links) > 15
    assert any(link.startswith("/invitation/") for link in postbag.links)
    assert any("/account/confirm-email/" in link for link in postbag.links)
    assert any("/account/password/reset/key/" in link for link in postbag.links)


def test_opening_links_of_mails_changes_nothing_whoever_opens_them(postbag: Postbag):
    people = postbag.world.cast.people()
    visitors = {"nobody": Client(), "lead": Client(), "stranger": Client()}
    for who in ("lead", "stranger"):
        visitors[who].force_login(people[who], backend="allauth.account.auth_backends.AuthenticationBackend")
    links, before, written = postbag.links, everything(), rows_written()
    answers, changed = defaultdict(set), []
    for who, browser in visitors.items():
        for link in links:
            for ask in (browser.head, browser.get):
                answers[who].add(ask(link, follow=True).status_code)
                if (now_written := rows_written()) != written:
                    tables = {name for name, rows in now_written.items() if rows != written.get(name)}
                    changed.append(f"{link} ({links[link]}) as {who}: {sorted(tables)}")
                    written = now_written
    assert changed == []
    assert everything() == before
    assert answers["lead"] <= {200, 403, 404}
    assert 200 in answers["nobody"] & answers["lead"] & answers["stranger"]


def test_the_check_would_notice(postbag: Postbag):
    before, written = everything(), rows_written()
    Message.objects.filter(pk=Message.objects.first().pk).update(attempts=7)
    assert everything().keys() == before.keys()
    assert [table for table, print_ in everything().items() if print_ != before[table]] == [
        "notifications_message"
    ]
    assert rows_written() != written
