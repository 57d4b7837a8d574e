"""The Jinja environment of our pages: strict about our own names, with the NHS.UK components at hand."""

from typing import Any

from django.template.backends.jinja2 import Jinja2
from jinja2 import Environment


class PageTemplates(Jinja2):
    """Serve `*.jinja` only, so that Django's templates keep theirs."""

    app_dirname = "jinja"


def environment(**options: Any) -> Environment:
    """Return the environment of our pages."""
    return Environment(**options)
