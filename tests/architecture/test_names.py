"""One name in four places: address, view, template and test."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.source import PACKAGES, ROOT


def our_routes() -> list[URLPattern]:
    """Return every route whose view is ours. Wagtail's routes have a namespace, also where we refine its views."""
    found: list[URLPattern] = []

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk([] if pattern.namespace else pattern.url_patterns)
            elif pattern.callback.__module__.split(".")[0] in PACKAGES:
                found.append(pattern)

    walk(get_resolver().url_patterns)
    return found


def view_of(route: URLPattern) -> type:
    view: type = getattr(route.callback, "view_class", None) or getattr(route.callback, "cls", route.callback)
    return view


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in re.split("[-_]", name))


def test_we_find_our_routes():
    assert len(our_routes()) > 30


def test_routes_and_views_share_a_name():
    wrong = [
        f"{route.name} is answered by {view_of(route).__name__}"
        for route in our_routes()
        if route.name is None or view_of(route).__name__ != camel(route.name)
    ]
    assert wrong == []


def test_views_and_templates_share_a_name():
    wrong = []
    for route in our_routes():
        view = getattr(route.callback, "view_class", None)
        template = getattr(view, "template_name", None)
        if template and not template.endswith(f"/{route.name.replace('-', '_')}.jinja"):
            wrong.append(f"{route.name} shows {template}")
    assert wrong == []


@pytest.mark.parametrize("route", our_routes(), ids=lambda route: str(route.name))
def test_every_view_declares_its_permission_or_that_it_is_public(route: URLPattern):
    view = getattr(route.callback, "view_class", None) or getattr(route.callback, "cls", None)
    assert view is not None, "views are classes"
    assert (
        getattr(view, "permission", None) is not None
        or getattr(view, "public", False)
        or getattr(view, "signed_in", False)
        or getattr(view, "opened_by", "")
    )


def test_templates_lie_in_the_room_that_shows_them():
    rooms = {
        *PACKAGES[1:],
        "organisations",
        "leads",
        "notifications",
        "curation",
        "home",
        "records",
        "privacy",
        "access",
        "partnerships",
    }
    others = {
        "_parts",
        "emails",
        "reports",
        "allauth",
        "account",
        "mfa",
        "socialaccount",
        "wagtailadmin",
        "errors",
    }
    folders = {folder.name for folder in (ROOT / "templates").iterdir() if folder.is_dir()}
    assert folders <= rooms | others
