"""What is held about oneself: what there is, and all of it as a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from hileads.clock import today
from hileads.frame.views import PageView, PermissionRequired
from hileads.personal import personal_data
from hileads.privacy.queries.corrections import corrections_of
from hileads.privacy.queries.held import everything_about


class InformationShow(PageView):
    """What is held about oneself, who sees it, and what one may do about it."""

    signed_in = True
    template_name = "privacy/information_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            parts=personal_data.all(), corrections=corrections_of(self.person), **kwargs
        )


class InformationDownload(PermissionRequired):
    """Everything about oneself as one file, made at the moment it is asked for and kept nowhere.

    SECURITY: whose it is comes from the sign-in alone; there is no address of another person's.
    """

    signed_in = True

    def get(self, request: HttpRequest) -> HttpResponse:
        answer = HttpResponse(everything_about(self.person), content_type="application/zip")
        answer["Content-Disposition"] = (
            f'attachment; filename="everything-about-me-{today().isoformat()}.zip"'
        )
        answer["Cache-Control"] = "no-store"
        return answer
