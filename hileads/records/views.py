"""What is kept about what happened."""

from typing import Any

from hileads.frame.views import PageView
from hileads.permissions.catalogue import P
from hileads.records.forms import HistoryForm
from hileads.records.queries.history import history


class HistoryList(PageView):
    """Who changed what and when, the newest first."""

    permission = P.HISTORY_VIEW
    template_name = "records/history_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = HistoryForm(self.request.GET)
        found = history(form.wanted(self.request.GET.get("after", "")))
        return super().get_context_data(form=form, found=found, **kwargs)
