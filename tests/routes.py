"""The whole address plan as a list: what the sweeps walk, so that no page is forgotten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern
from django.utils.regex_helper import normalize

from hileads.frame.views import PermissionRequired

WORKSHOP, SIGN_IN = "curate/", "account/"
"""Behind these doors stand the pages of Wagtail and of allauth, with a few of ours among them."""

ANYTHING = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000", "slug": "anything", "str": "anything"}


@dataclass(frozen=True)
class Route:
    """One line of the address plan: how its address is written, what it is called, and what answers."""

    path: str
    name: str
    view: Any

    @property
    def is_ours(self) -> bool:
        """Say whether the page is ours rather than that of a package."""
        view = getattr(self.view, "view_class", None)
        ours = view is not None and issubclass(view, PermissionRequired)
        return ours or not self.path.startswith((WORKSHOP, SIGN_IN))

    @property
    def answers(self) -> frozenset[str]:
        """Return which of GET and POST the view knows at all."""
        view = getattr(self.view, "view_class", None)
        return frozenset(verb for verb in ("get", "post") if view is None or hasattr(view, verb))


def all_routes() -> list[Route]:
    """Return every route of the portal, whoever wrote its view."""
    return list(_routes(get_resolver().url_patterns, ""))


def our_routes() -> list[Route]:
    """Return the routes whose views are ours."""
    return [route for route in all_routes() if route.is_ours]


def others_routes() -> list[Route]:
    """Return the routes of packages that none of ours hides, with anything where their addresses vary."""
    ours = {route.path for route in our_routes()}
    others = [route for route in all_routes() if not route.is_ours and route.path not in ours]
    return [Route(filled(route.path), route.name, route.view) for route in others]


def filled(path: str) -> str:
    """Put something into every place of an address where something varies."""
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: ANYTHING.get(found[1] or "str", "1"), path)


def _routes(patterns: list[Any], before: str) -> Iterator[Route]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, before + _written(pattern))
        elif isinstance(pattern, URLPattern):
            yield Route(before + _written(pattern), str(pattern.name or ""), pattern.callback)


def _written(pattern: URLPattern | URLResolver) -> str:
    """Return how a part of an address is written; a regular expression as one address that it matches."""
    if not isinstance(pattern.pattern, RegexPattern):
        return str(pattern.pattern)
    one_choice = re.sub(r"\(\?:([^|()]*)\|[^()]*\)", r"\1", pattern.pattern.regex.pattern)
    template, parameters = normalize(one_choice)[0]
    return str(template % dict.fromkeys(parameters, "1"))
