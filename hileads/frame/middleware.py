"""What stands before and after every page: the end of a leaver's session, and refusals as pages."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from hileads.frame.errors import not_now, post_ended
from hileads.frame.refusals import NotNow
from hileads.leads.queries import appointments_of

IN_POST = "in_post"
"""The session's note that its person has held a live appointment in it."""


class PostEndedMiddleware:
    """End the session of somebody whose last appointment has ended since they signed in, with the next request.

    They may sign in again, and then find what is their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if appointments_of(request.user):
                if IN_POST not in request.session:
                    request.session[IN_POST] = True
            elif IN_POST in request.session:
                logout(request)
                return post_ended(request)
        return self.get_response(request)


class RefusalMiddleware:
    """Turn a policy's "not now" into the 409 page. Django itself calls `hileads.frame.errors` for the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return not_now(request, exception.reason) if isinstance(exception, NotNow) else None
