"""The database's two roles: the owner, who migrates, and the portal's own, which cannot touch what has happened.

`migrate` works as the owner and ends with `secure`. Everything else runs as `hileads_app`, which reads and writes rows
but owns nothing: it cannot alter, empty or drop a table, nor switch a trigger off. History is written by the triggers
alone, with the owner's rights; the role may only read it, and call the one function that forgets closed accounts
(`hileads.forgetting`). Rows of a model with `never_changes` are written once.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg import sql

from hileads.forgetting import function_that_forgets

APP_ROLE = "hileads_app"
LOG_OF_DISPOSALS = "privacy_disposal"
OWNERS_TABLES = ("django_migrations", "pghistory_context")

ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {name}) THEN CREATE ROLE {role} NOLOGIN; END IF;
    IF NOT pg_has_role(session_user, {name}, 'MEMBER') THEN EXECUTE format('GRANT {role} TO %I', session_user); END IF;
END $$
"""
SIGN_IN = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {name}) THEN
        CREATE ROLE {role} LOGIN PASSWORD {password};
    END IF;
    GRANT {app} TO {role};
END $$
"""
RIGHTS = """
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {app};
"""
HISTORY_BY_TRIGGERS_ALONE = """
DO $$
DECLARE writer regprocedure;
BEGIN
    FOR writer IN
        SELECT DISTINCT p.oid FROM pg_proc p JOIN pg_trigger t ON t.tgfoid = p.oid
        WHERE NOT t.tgisinternal AND p.prosrc LIKE '%\\_pgh\\_attach\\_context%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp', writer);
        EXECUTE format('ALTER FUNCTION %s SET pgtrigger.ignore = ''{{}}''', writer);
    END LOOP;
END $$
"""
"""SECURITY: no setting of a session makes these triggers look away, and nobody but them writes history."""


@contextmanager
def as_owner() -> Iterator[None]:
    """Work as the owner of the tables until the end of this block, on a connection of its own."""
    before = dict(connection.settings_dict)
    options = {name: value for name, value in before["OPTIONS"].items() if name != "assume_role"}
    connection.close()
    connection.settings_dict.update(settings.DATABASE_OWNER, OPTIONS=options)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


def secure() -> None:
    """Give the portal's role its rights, and take from it what it must not have. Said twice, it is the same."""
    tables = history_tables() + frozen_tables() + [*OWNERS_TABLES]
    with connection.cursor() as cursor:
        present = {*connection.introspection.table_names(cursor)}
        cursor.execute(_filled(ROLE, name=sql.Literal(APP_ROLE), role=sql.Identifier(APP_ROLE)))
        cursor.execute(_filled(RIGHTS, app=sql.Identifier(APP_ROLE)))
        for table in present.intersection(tables):
            taken = "UPDATE, DELETE" if table in frozen_tables() else "INSERT, UPDATE, DELETE"
            cursor.execute(f"REVOKE {taken} ON {connection.ops.quote_name(table)} FROM {APP_ROLE}")
        cursor.execute(_filled(HISTORY_BY_TRIGGERS_ALONE))
        if LOG_OF_DISPOSALS in present:
            cursor.execute(function_that_forgets(APP_ROLE))
        _let_sign_in()


def history_tables() -> list[str]:
    """Return the tables that hold what has happened to the rows of others."""
    return [model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


def frozen_tables() -> list[str]:
    """Return the tables whose rows are written once."""
    return [model._meta.db_table for model in apps.get_models() if getattr(model, "never_changes", False)]


def _let_sign_in() -> None:
    """Make the sign-in of `DATABASE_URL` where it is not the owner's, so that the portal never holds the owner's."""
    signs_in = settings.DATABASE_SIGN_IN
    if signs_in["USER"] == settings.DATABASE_OWNER["USER"]:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            _filled(
                SIGN_IN,
                name=sql.Literal(signs_in["USER"]),
                role=sql.Identifier(signs_in["USER"]),
                password=sql.Literal(signs_in["PASSWORD"]),
                app=sql.Identifier(APP_ROLE),
            )
        )


def _filled(statement: str, **values: sql.Composable) -> str:
    return sql.SQL(statement).format(**values).as_string(None)
