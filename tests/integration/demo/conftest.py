"""The demo as it stands after loading: every organisation of the real register, and the invented people's story."""

import secrets
from collections.abc import Callable, Iterator

import pytest
from django.db import connections
from django.test import Client
from psycopg.conninfo import make_conninfo
from pytest_django.plugin import DjangoDbBlocker

from hileads.embedded.templates import TemplateDatabases
from hileads.leads.models import User
from hileads.leads.reference.cast import CAST
from tests.database import database_url
from tests.demo import copy_of_the_demo
from tests.twosteps import sign_in_with_two_steps

PEOPLE = {player.key: player.email for player in CAST if player.shows}
"""The demo's people who have a sign-in, by the name that its story calls them."""
Visitor = Callable[[str], Client]


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Work on a copy of the demo's database until the module ends."""
    settings_dict = connections["default"].settings_dict
    original = settings_dict["NAME"]
    with django_db_blocker.unblock():
        databases = TemplateDatabases(make_conninfo(database_url(original)))
        copy = copy_of_the_demo(databases, secrets.token_hex(6))
        connections.close_all()
        settings_dict["NAME"] = copy
        yield
        connections.close_all()
        settings_dict["NAME"] = original
        databases.drop(copy)
        databases.close()


@pytest.fixture
def visitor(demo: None) -> Visitor:
    """Return a browser in which one of the demo's people has signed in, or nobody."""

    def sign_in(who: str) -> Client:
        client = Client()
        if who in PEOPLE:
            sign_in_with_two_steps(client, User.objects.get(email=PEOPLE[who]))
        return client

    return sign_in
