"""The Jinja environment of our pages: strict about our own names, with the NHS.UK components at hand."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db.models import Model
from django.http import HttpRequest
from django.template.backends.jinja2 import Jinja2
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    TemplateNotFound,
    select_autoescape,
)
from jinja2.utils import missing
from markupsafe import Markup
from wagtail.rich_text import expand_db_html

from hileads import wording
from hileads.clock import UK, now
from hileads.frame.components import component_for
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


class PageTemplates(Jinja2):
    """Serve `*.jinja` only, so that Django's templates keep theirs."""

    app_dirname = "jinja"


class OnlyJinja(ChoiceLoader):
    """Look in several places, but only for names that end in `.jinja`."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        if not template.endswith(".jinja"):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)

    def load(self, environment: Environment, name: str, globals: Any = None) -> Any:  # noqa: A002 - Jinja's name
        if not name.endswith(".jinja"):
            raise TemplateNotFound(name)
        return super().load(environment, name, globals)


class StrictName(ChainableUndefined):
    """Let components ask for absent parts of what they were given, but fail on a name nobody gave.

    An absent part knows what it is missing from (`_undefined_obj`); a name that is unknown altogether, such as
    a misspelt variable or an unquoted key, does not, and raises when it is printed, walked through, compared or
    used as a key. `{% if name %}`, `name is defined` and `name | default("")` may still ask.
    """

    def _refuse_unknown_name(self) -> None:
        if self._undefined_obj is missing and self._undefined_name and not self._undefined_hint:
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        self._refuse_unknown_name()
        return super().__str__()

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[Any]:
        self._refuse_unknown_name()
        return super().__iter__()

    def __len__(self) -> int:
        self._refuse_unknown_name()
        return super().__len__()

    def __hash__(self) -> int:
        self._refuse_unknown_name()
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        self._refuse_unknown_name()
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other


def environment(**options: Any) -> Environment:
    """Return the environment of our pages, with what every template may call."""
    own_files: BaseLoader = options.pop("loader")
    del options["autoescape"]
    del options["undefined"]
    made = Environment(
        **options,
        loader=OnlyJinja([own_files, PackageLoader("nhsuk_frontend_jinja")]),
        undefined=StrictName,
        autoescape=select_autoescape(default=True, disabled_extensions=("txt.jinja",)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        url=url,
        static=staticfiles_storage.url,
        now_uk=now_uk,
        can=may,
        demo=settings.DEMO,
        counted=wording.counted,
        listed=wording.listed,
        page_address=page_address,
        component_for=component_for,
    )
    made.filters.update(
        long_date=wording.long_date,
        iso_date=wording.iso_date,
        day_and_month=wording.day_and_month,
        long_datetime=wording.long_datetime,
        clock_time=wording.clock_time,
        number=wording.number,
        plain_percent=wording.plain_percent,
        due_sentence=wording.due_sentence,
        lower_first=wording.lower_first,
        safe_rich_text=safe_rich_text,
    )
    return made


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a page: `url("plan-show", ods="RAE")`."""
    return reverse(name, args=args, kwargs=kwargs)


def now_uk() -> datetime:
    """Return the present moment in United Kingdom time."""
    return now().astimezone(UK)


def may(user: Any, permission: str, on: Model | None = None) -> bool:
    """Ask `can` by the permission's name: `can(request.user, "plan_edit", on=plan)`."""
    return can(user, P(permission), on=on)


def page_address(request: HttpRequest, name: str, page_number: int | str) -> str:
    """Return the address of another page of this list, with the other values of the query kept."""
    query = request.GET.copy()
    query[name] = str(page_number)
    return f"?{query.urlencode()}"


def safe_rich_text(html: str) -> Markup:
    """Return curated rich text with its links made real. The editor has already limited what it may hold."""
    return Markup(expand_db_html(html or ""))  # noqa: S704 - the curated editor's own whitelist made it
