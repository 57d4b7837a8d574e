"""How one signs in, and where one is signed in."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from hileads.access.actions import end_other_sessions, end_session
from hileads.access.queries import open_loss_of, sign_in_of
from hileads.frame.views import PageView, PermissionRequired
from hileads.wording import counted


class SignInShow(PageView):
    """Second steps, recovery codes, the password if there is one, and every browser in which one is signed in."""

    signed_in = True
    template_name = "access/sign_in_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sign_in = sign_in_of(self.person, self.request.session.session_key)
        return super().get_context_data(sign_in=sign_in, loss=open_loss_of(self.person), **kwargs)


class SecondSteps(PermissionRequired):
    """Where the sign-in library lists second steps: here they stand on "Your sign-in"."""

    signed_in = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("sign-in-show")


class PasskeyList(SecondSteps):
    """Where the sign-in library lists passkeys."""


class SessionEnd(PermissionRequired):
    """The button that signs one out of another browser."""

    signed_in = True

    def get_subject(self) -> UserSession:
        return get_object_or_404(UserSession, pk=self.kwargs["number"], user=self.person)

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        if self.subject.session_key == request.session.session_key:
            return redirect("account_logout")
        end_session(by=self.person, session=self.subject)
        return self.done("You are signed out there.", "sign-in-show")


class SessionsEnd(PermissionRequired):
    """The button that signs one out of every other browser."""

    signed_in = True

    def post(self, request: HttpRequest) -> HttpResponse:
        ended = end_other_sessions(by=self.person, here=request.session.session_key)
        said = (
            f"You are signed out of {counted(ended, 'other browser')}."
            if ended
            else "You were signed in nowhere else."
        )
        return self.done(said, "sign-in-show")
