"""The page about the rooms names every table of ours, in the room where it is, and no other."""

import re

from django.apps import apps

from tests.architecture.source import PACKAGES, ROOT


def tables_on_the_page() -> set[tuple[str, str]]:
    page = (ROOT / "docs" / "reference" / "rooms.md").read_text(encoding="utf-8")
    found, room = set(), ""
    for named, table in re.findall(r"^\| ([\w.]*) ?\| `(\w+)` \|", page, flags=re.MULTILINE):
        room = named or room
        found.add((room, table))
    return found


def tables_of_ours() -> set[tuple[str, str]]:
    return {
        (model._meta.app_config.name, model.__name__)
        for model in apps.get_models()
        if model.__module__.split(".")[0] in PACKAGES and not hasattr(model, "pgh_tracked_model")
    }


def test_the_page_and_the_code_name_the_same_tables():
    assert len(tables_of_ours()) > 30
    assert tables_on_the_page() == tables_of_ours()
