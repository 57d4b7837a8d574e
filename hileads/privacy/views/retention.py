"""How long what is kept, and what was disposed of."""

from typing import Any

from django.core.paginator import Paginator

from hileads.frame.views import PageView
from hileads.permissions.catalogue import P
from hileads.personal import retention_rules
from hileads.privacy.queries.disposals import disposals

DISPOSALS_A_PAGE = 50


class RetentionShow(PageView):
    """How long records of each class are kept, what happens then, and why."""

    signed_in = True
    template_name = "privacy/retention_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(rules=retention_rules.all(), **kwargs)


class DisposalList(PageView):
    """What was disposed of under these rules, and when."""

    permission = P.DISPOSAL_VIEW
    template_name = "privacy/disposal_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(disposals(), DISPOSALS_A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, **kwargs)
