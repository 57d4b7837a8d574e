"""A person's own account: who we take them for, and how they sign in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from hileads.frame.views import PageView
from hileads.leads.queries import appointments_of


class AccountShow(PageView):
    """Who you are to us, your posts, and how you sign in."""

    signed_in = True
    template_name = "leads/account_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(appointments=appointments_of(self.request.user), **kwargs)


def not_offered(request: HttpRequest) -> HttpResponse:
    """Answer as if a page of allauth were not there: an address is changed by whoever keeps the appointment."""
    raise Http404
