"""Messages sent to me: what the portal has sent a person, or means to send."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.frame.views import PageView, PermissionRequired
from hileads.notifications.models import Message
from hileads.notifications.policies import is_calendar_key
from hileads.notifications.queries import messages_of, subject_of
from hileads.permissions.catalogue import P

A_PAGE = 20


class MessageList(PageView):
    """Everything sent to this person, the newest first, with what became of it."""

    signed_in = True
    template_name = "notifications/message_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = Paginator(messages_of(self.person), A_PAGE)
        return super().get_context_data(page=pages.get_page(self.request.GET.get("page")), **kwargs)


class MessageShow(PageView):
    """One message as it was sent."""

    permission = P.MESSAGE_VIEW
    template_name = "notifications/message_show.jinja"

    def get_subject(self) -> Message:
        return get_object_or_404(Message, public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=subject_of(self.subject), **kwargs)


class MessageCalendar(PermissionRequired):
    """The calendar file of a message, for whoever has the link that stands in it. One tap puts it into a calendar.

    SECURITY: the key is made from the message and its address, and opens what an attachment would have brought.
    """

    public = True

    def get(self, request: HttpRequest, public_id: UUID, key: str) -> HttpResponse:
        message = get_object_or_404(Message.objects.exclude(calendar=""), public_id=public_id)
        if not is_calendar_key(message, key):
            raise Http404
        kind = f"text/calendar; charset=utf-8; method={message.calendar_method}"
        answer = HttpResponse(message.calendar, content_type=kind)
        answer["Content-Disposition"] = 'attachment; filename="invite.ics"'
        return answer
