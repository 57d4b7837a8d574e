"""What every test may ask for: the cast, people signed in, and a count of queries."""

from collections.abc import Callable, Iterator

import hypothesis
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from hileads.leads.models import User
from tests.actors import Cast, gather
from tests.twosteps import sign_in_with_one_step, sign_in_with_two_steps

# How long an example takes depends on what else the machine does.
hypothesis.settings.register_profile("portal", hypothesis.settings.default, deadline=None)
hypothesis.settings.load_profile("portal")

pytest_plugins = ["tests.database", "tests.rendered", "tests.left_out", "tests.walks"]


@pytest.fixture
def unwrapped(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database without a transaction around the test, which must leave nothing behind.

    A test that is marked as transactional empties every table at its end, of what migrations wrote too.
    """
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast of the tests, each person in their place."""
    return gather()


@pytest.fixture
def signed_in(db: None) -> Callable[[User], Client]:
    """Return a browser in which this person has signed in, and shown their second step."""
    return lambda user: sign_in_with_two_steps(Client(), user)


@pytest.fixture
def signed_in_by_code(db: None) -> Callable[[User], Client]:
    """Return a browser in which this person has signed in by one step, as most do."""
    return lambda user: sign_in_with_one_step(Client(), user)


@pytest.fixture
def queries_of(db: None) -> Callable[[Client, str], int]:
    """Return how many queries a page runs for this person, once its caches are warm."""

    def count(client: Client, address: str) -> int:
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    return count


@pytest.fixture(autouse=True)
def _media_in_a_folder_of_its_own(settings: object, tmp_path: object) -> None:
    """Keep files that tests make out of the project."""
    settings.MEDIA_ROOT = str(tmp_path)  # type: ignore[attr-defined]
    settings.MESSAGE_FOLDER = tmp_path  # type: ignore[attr-defined]
