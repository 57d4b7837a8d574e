"""The database's shape is what the models say, and every migration has a name of its own."""

import re

import pytest
from django.core.management import call_command

from tests.architecture.source import PACKAGES, ROOT, name_of


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_are_named_by_people():
    files = [file for package in PACKAGES for file in (ROOT / package).rglob("migrations/0*.py")]
    assert files
    assert [name_of(file) for file in files if re.search(r"_(auto|alter|initial)(_|\.)", file.name)] == []
