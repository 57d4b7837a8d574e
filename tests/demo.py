"""The demo's database: filled once for each state of the code, then copied for whoever needs one."""

import hashlib
import secrets

from django.conf import settings

from hileads.embedded.templates import TemplateDatabases, schema_hash
from tests.database import CHECKOUT, database_url, migrate
from tests.journeys.portal import Letterbox, Portal, environment_for


def story_hash() -> str:
    """Return a short name for what the demo's database would hold: schema, shipped data and the code that loads it."""
    digest = hashlib.sha256(schema_hash(CHECKOUT, settings.INSTALLED_APPS).encode())
    for package in ("hileads", "induction", "learning_sets", "repository", "accountability"):
        for path in sorted((CHECKOUT / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def copy_of_the_demo(databases: TemplateDatabases, name: str) -> str:
    """Return the name of a new database that holds the demo: `name` with a prefix."""
    schema = schema_hash(CHECKOUT, settings.INSTALLED_APPS)
    databases.drop(databases.copy(schema, secrets.token_hex(6), migrate))
    return databases.copy(f"demo_{story_hash()}", name, fill_demo, onto=schema)


def fill_demo(database: str) -> None:
    """Fill a migrated database as `make demo` does. What its people were sent in their past goes to the mail folder."""
    surroundings = environment_for(database_url(database), settings.REDIS_URL, 0, 0)
    loader = Portal("", Letterbox(), surroundings | {"MESSAGE_TRANSPORT": "folder"})
    loader.command("load_reference")
    loader.command("load_demo")
