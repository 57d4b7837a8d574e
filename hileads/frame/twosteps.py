"""The second step: asked for at the moment that matters, not when somebody comes to read.

Which permissions need it, and how long one showing lasts, stands in `hileads.permissions.catalogue.TWO_STEPS`.
"""

from datetime import timedelta
from typing import TypedDict
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import resolve

from hileads.clock import now
from hileads.permissions.catalogue import TWO_STEPS, P

WAITING = "two_steps_waiting"
ASKED_IN_THE_BACKGROUND = "Show your second step first: load the page again, and it asks you. What you have not saved yet, copy before."


class Waiting(TypedDict):
    """Where somebody wanted to go, and what they had sent there, if they had."""

    to: str
    posted: str | None


def lacks_two_steps(request: HttpRequest, permission: P) -> bool:
    """Say whether this permission needs a second step that was not shown lately in this session."""
    lasts = TWO_STEPS.get(permission)
    return lasts is not None and not has_shown_both(request, lasts)


def has_shown_both(request: HttpRequest, lasts: timedelta) -> bool:
    """Say whether a passkey, a code from an app or a recovery code was shown in this session lately enough."""
    since = (now() - lasts).timestamp()
    user = request.user if request.user.is_authenticated else None
    records = get_authentication_records(request, user)
    return any(record["method"] == "mfa" and record["at"] >= since for record in records)


def lead_to_two_steps(request: HttpRequest) -> HttpResponseRedirect:
    """Lead to the page that asks for the second step. What somebody had sent waits, and goes on after it."""
    if _in_the_background(request):
        raise PermissionDenied(ASKED_IN_THE_BACKGROUND)
    posted = request.POST.urlencode() if request.method == "POST" else None
    request.session[WAITING] = Waiting(to=request.get_full_path(), posted=posted)
    return redirect("two-steps")


def what_waits(request: HttpRequest) -> Waiting | None:
    """Return what somebody was about to do when the second step was asked for."""
    waiting: Waiting | None = request.session.get(WAITING)
    return waiting


def forget_what_waits(request: HttpRequest) -> None:
    request.session.pop(WAITING, None)


def go_on(request: HttpRequest, waiting: Waiting) -> HttpResponseBase:
    """Do what somebody had sent before the second step was asked for, as if they sent it now.

    SECURITY: the form's token was checked when it was first sent, and the view checks permission and steps again.
    """
    forget_what_waits(request)
    address = urlsplit(waiting["to"])
    request.path = request.path_info = address.path
    request.GET, request.POST = QueryDict(address.query), QueryDict(waiting["posted"])
    match = request.resolver_match = resolve(address.path)
    answer: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return answer


def _in_the_background(request: HttpRequest) -> bool:
    """Say whether a script asked, which could show nobody a page."""
    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return by_script or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
