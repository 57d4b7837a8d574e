"""Do messages leave? Watched, held back and let go by administrators."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from hileads.clock import now
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.notifications.actions import lift_suppression, release_stream, stop_stream
from hileads.notifications.forms import StopForm
from hileads.notifications.models import Stream
from hileads.notifications.policies import refuse_security
from hileads.notifications.queries import is_held, waiting_in, watch_at
from hileads.permissions.catalogue import P


class SendingShow(PageView):
    """What was expected and what was sent, stream by stream and day by day, and what looks wrong."""

    permission = P.MESSAGE_WATCH
    template_name = "notifications/sending_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(watch=watch_at(now()), moment=now(), **kwargs)


class OfStream:
    """What the two pages about one stream share."""

    kwargs: dict[str, Any]

    @property
    def stream(self) -> Stream:
        if self.kwargs["stream"] not in Stream.values:
            raise Http404
        return Stream(self.kwargs["stream"])


class StreamHold(OfStream, FormPage):
    """Hold a stream back, with the reason that the other administrators read."""

    permission = P.MESSAGE_STOP
    template_name = "notifications/stream_hold.jinja"
    form_class = StopForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refuse_security(self.stream)
        waiting = waiting_in(self.stream, now())
        return super().get_context_data(stream=self.stream, waiting=waiting, **kwargs)

    def form_valid(self, form: StopForm) -> HttpResponse:
        stop_stream(by=self.person, stream=self.stream, **form.cleaned_data)
        return self.done(f"“{self.stream.label}” is held back. Nothing is lost: it waits.", "sending-show")


class StreamRelease(OfStream, PermissionRequired):
    """The button that lets a stream go."""

    permission = P.MESSAGE_STOP

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not is_held(self.stream):
            raise Http404
        release_stream(by=self.person, stream=self.stream)
        return self.done(f"“{self.stream.label}” leaves again.", "sending-show")


class AddressRelease(PermissionRequired):
    """The button that says: this address works."""

    permission = P.MESSAGE_STOP

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        address = request.POST.get("address", "")
        lift_suppression(by=self.person, address=address)
        return self.done("The portal writes to that address again.", "sending-show")


class MailResume(PermissionRequired):
    """A person's own button: my address works."""

    signed_in = True

    def post(self, request: HttpRequest) -> HttpResponse:
        lift_suppression(by=self.person, address=self.person.email)
        return self.done("The portal writes to you again.", "mail-choices")
