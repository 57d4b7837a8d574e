"""Refusals and faults as pages in plain words: what happened, what was kept, what to do."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

KEPT_LENGTH = 12
"""Typed text at least this long is shown again on a refusal, so that nobody has to write it twice."""


def refused(request: HttpRequest, template: str, status: int, reason: str = "") -> HttpResponse:
    """Return a refusal in the page frame, with the text that was typed, if any."""
    page = render_to_string(template, {"reason": reason, "kept": typed_text(request)}, request=request)
    return HttpResponse(page, status=status)


def typed_text(request: HttpRequest) -> list[str]:
    """Return the longer texts of a submitted form, never a password or a token."""
    if request.method != "POST":
        return []
    secret = ("csrfmiddlewaretoken", "password", "code", "credential")
    return [
        value
        for name, value in request.POST.items()
        if isinstance(value, str)
        and len(value.strip()) >= KEPT_LENGTH
        and not any(word in name for word in secret)
    ]


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request made no sense."""
    return refused(request, "_parts/refused_400.jinja", 400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: you may see it, but not do this. The reason comes from the permission catalogue."""
    return refused(request, "_parts/refused_403.jinja", 403, str(exception))


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page, or it is not yours to see."""
    return refused(request, "_parts/refused_404.jinja", 404)


def not_now(request: HttpRequest, reason: str) -> HttpResponse:
    """409: the thing is not in the right state for this."""
    return refused(request, "_parts/refused_409.jinja", 409, reason)


def post_ended(request: HttpRequest) -> HttpResponse:
    """403: an appointment of yours has ended, and so has your session."""
    return refused(request, "_parts/post_ended.jinja", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open too long, or cookies are off."""
    return refused(request, "_parts/refused_csrf.jinja", 403)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing of the database, so that it can always be shown."""
    return HttpResponse(
        render_to_string("_parts/refused_500.jinja", {"kept": typed_text(request)}), status=500
    )
