"""What stands before and after every page: the end of a leaver's session, and refusals as pages."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from hileads.frame.errors import not_now, post_ended
from hileads.frame.refusals import NotNow
from hileads.leads.queries import appointments_of
from hileads.once import reading_once

IN_POST = "in_post"
"""The session's note of the live appointments that its person has held in it."""


class PostEndedMiddleware:
    """End the session of somebody of whose appointments one has ended since they signed in, with the next request.

    They may sign in again, and then find what is their own and what their other posts give them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            posts = [post.pk for post in appointments_of(request.user)]
            held = request.session.get(IN_POST, [])
            if not {*held} <= {*posts}:
                logout(request)
                return post_ended(request)
            if len(posts) > len(held):
                request.session[IN_POST] = posts
        return self.get_response(request)


class ReadingOnceMiddleware:
    """Read what hardly changes once for the page, and anew for the next one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with reading_once():
            return self.get_response(request)


class RefusalMiddleware:
    """Turn a policy's "not now" into the 409 page. Django itself calls `hileads.frame.errors` for the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return not_now(request, exception.reason) if isinstance(exception, NotNow) else None
