"""The portal's own database role writes what is, and cannot touch what was."""

import os
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from psycopg.conninfo import make_conninfo

from hileads.database import APP_ROLE, frozen_tables, history_tables
from hileads.leads.models import User
from tests.actors import Cast

Refused = Callable[[str], str]
SWITCH_OFF = "ALTER TABLE {table} DISABLE TRIGGER ALL"
DESTROY = (
    "TRUNCATE {table}",
    "TRUNCATE {table} CASCADE",
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME TO gone",
)


@pytest.fixture
def refused(db: None) -> Refused:
    """Return what the database answers to a statement that it refuses."""

    def answer(statement: str) -> str:
        with pytest.raises(ProgrammingError) as refusal, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        return str(refusal.value)

    return answer


def test_the_tests_themselves_run_as_the_portals_role(db: None):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (APP_ROLE, False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("table", history_tables())
def test_history_is_read_and_never_written(refused: Refused, table: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a table of ours
    for statement in (
        "INSERT INTO {table} DEFAULT VALUES",
        "UPDATE {table} SET pgh_label = 'never'",
        "DELETE FROM {table}",
        *DESTROY,
        SWITCH_OFF,
    ):
        assert "permission denied" in refused(statement.format(table=table)) or "must be owner" in refused(
            statement.format(table=table)
        )


def test_who_did_it_cannot_be_rewritten(refused: Refused):
    for statement in (
        "INSERT INTO pghistory_context DEFAULT VALUES",
        "UPDATE pghistory_context SET metadata = '{}'",
        "DELETE FROM pghistory_context",
        "TRUNCATE pghistory_context CASCADE",
    ):
        assert "permission denied" in refused(statement)


@pytest.mark.parametrize("table", frozen_tables())
def test_what_is_frozen_stays_as_it_is_whatever_the_session_is_told(refused: Refused, table: str):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL pgtrigger.ignore = '{snapshot_never_changes}'")
    for statement in ("UPDATE {table} SET id = id", "DELETE FROM {table}", *DESTROY, SWITCH_OFF):
        answer = refused(statement.format(table=table))
        assert "permission denied" in answer or "must be owner" in answer


def test_the_frozen_snapshot_is_one_of_them():
    assert frozen_tables() == ["privacy_disposal", "accountability_snapshot"]
    assert len(history_tables()) > 25


def test_no_table_is_altered_emptied_or_dropped(refused: Refused):
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.managed and model._meta.app_label != "pghistory"
    ]
    assert len(tables) > 60
    for table in tables:
        assert "permission denied" in refused(f"TRUNCATE {table} CASCADE")
        assert "must be owner" in refused(SWITCH_OFF.format(table=table))
    assert "permission denied" in refused("CREATE TABLE ours (id int)")
    assert "must be owner" in refused('DROP FUNCTION "_pgh_attach_context"() CASCADE')
    assert "permission denied" in refused("DELETE FROM django_migrations")
    assert "permission denied" in refused("SET session_replication_role = replica")


def test_no_setting_of_a_session_makes_the_history_look_away(cast: Cast):
    history = User.pgh_event_model.objects.filter(pgh_obj_id=cast.lead.pk)
    before = history.count()
    names = [trigger.get_pgid(User) for trigger in User._meta.triggers]  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [f"{{{','.join(names)}}}"])
        cursor.execute("UPDATE leads_user SET name = 'Quietly Renamed' WHERE id = %s", [cast.lead.pk])
    assert history.count() == before + 1


def test_the_portal_signs_in_by_a_name_of_its_own_where_the_settings_give_one(own_database: str):
    """With DATABASE_OWNER_URL, `migrate` lets the portal's name in; it never holds the owner's password."""
    name = f"portal_{urlsplit(own_database).path[-6:]}"
    its_own = make_conninfo(own_database, user=name, password="of its own")
    address = urlsplit(own_database)
    url = address._replace(netloc=f"{name}:of%20its%20own@{address.hostname}:{address.port}").geturl()
    surroundings = {"DATABASE_URL": url, "DATABASE_OWNER_URL": own_database, "HILEADS_ENVIRONMENT": "test"}
    for _twice in range(2):
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity=0"],
            cwd=settings.BASE_DIR,
            env=os.environ | surroundings | {"DJANGO_SETTINGS_MODULE": "hileads.settings"},
            check=True,
        )
    try:
        with psycopg.connect(its_own, autocommit=True) as portal:
            portal.execute(f"SET ROLE {APP_ROLE}")
            portal.execute("SELECT count(*) FROM leads_userevent")
            portal.execute("RESET ROLE")
            for statement in ("DELETE FROM leads_userevent", "TRUNCATE leads_userevent", "SET ROLE postgres"):
                with pytest.raises(psycopg.Error):
                    portal.execute(statement)
            for table in ("leads_userevent", "accountability_snapshot"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    portal.execute(SWITCH_OFF.format(table=table))
    finally:
        with psycopg.connect(own_database, autocommit=True) as owner:
            owner.execute(f"DROP ROLE {name}")
