"""Refusals as pages: what happened, what was kept, what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from hileads.frame.errors import not_now
from hileads.frame.refusals import NotNow


class RefusalMiddleware:
    """Turn a policy's "not now" into the 409 page. Django itself calls `hileads.frame.errors` for the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return not_now(request, exception.reason) if isinstance(exception, NotNow) else None
