"""My learning sets, and one of them."""

from typing import Any

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404

from hileads.clock import today
from hileads.frame.views import PageView
from hileads.permissions.catalogue import P
from learning_sets.models import LearningSet
from learning_sets.queries.people import members_of
from learning_sets.queries.sets import open_commitments_of, past_of, sets_of, upcoming_of

PAST_SESSIONS_A_PAGE = 10


class SetList(PageView):
    """My sets, the next session of each, and what I said I would do."""

    signed_in = True
    section = "learning-sets"
    template_name = "learning_sets/set_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            sets=sets_of(self.person),
            commitments=open_commitments_of(self.person),
            day=today(),
            **kwargs,
        )


class SetShow(PageView):
    """One set: what it is for, who is in it, when it meets and met."""

    permission = P.SET_VIEW
    section = "learning-sets"
    template_name = "learning_sets/set_show.jinja"

    def get_subject(self) -> LearningSet:
        return get_object_or_404(LearningSet, public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        past = Paginator(past_of(self.subject), PAST_SESSIONS_A_PAGE)
        return super().get_context_data(
            members=members_of(self.subject),
            upcoming=upcoming_of(self.person, [self.subject]),
            past=past.get_page(self.request.GET.get("page")),
            **kwargs,
        )
