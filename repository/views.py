"""The pages of the evidence and of the policy timeline."""

from typing import Any, ClassVar

from django.http import Http404
from django.shortcuts import get_object_or_404

from hileads.frame.panels import rendered_panels
from hileads.frame.views import PageView
from hileads.organisations.models import Kind
from hileads.permissions.catalogue import P
from repository.models import PolicyItem, Resource
from repository.queries.evidence import FACETS, evidence
from repository.queries.policy import BOUND, timeline
from repository.queries.resources import Reading, reading

LONGEST_QUESTION = 300


class ResourceList(PageView):
    """One search box; what answers, and why."""

    permission = P.CONTENT_VIEW
    section = "evidence"
    template_name = "repository/resource_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        sentence = asked.get("q", "")[:LONGEST_QUESTION]
        chosen = {name: asked.getlist(name) for name in FACETS}
        found = evidence(self.request.user, sentence, chosen, asked.get("page", 1))
        return super().get_context_data(sentence=sentence, found=found, **kwargs)


class ResourceShow(PageView):
    """One publication: what it says, how strong it is, for whom, how old, and what to do with it."""

    permission = P.CONTENT_VIEW
    section = "evidence"
    template_name = "repository/resource_show.jinja"
    subject: Resource

    def get_subject(self) -> Resource:
        return get_object_or_404(Resource.objects.published(), code=self.kwargs["code"])

    def get_reading(self) -> Reading:
        """Return the version asked for. A version that never was published is not there."""
        asked = self.request.GET.get("revision", "")
        if asked and not asked.isdecimal():
            raise Http404
        found = reading(self.subject, int(asked) if asked else None)
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.get_reading()
        panels = (
            rendered_panels(self.request.user, "repository.resource", self.subject)
            if found.is_current
            else []
        )
        return super().get_context_data(reading=found, resource=found.shown, panels=panels, **kwargs)


class PolicyList(PageView):
    """The policy timeline: an equal list by date, for everyone or for one kind of organisation."""

    permission = P.CONTENT_VIEW
    section = "evidence"
    template_name = "repository/policy_list.jinja"
    kinds: ClassVar[list[tuple[str, str]]] = [(kind.value, kind.label) for kind in BOUND]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("binds", "")
        binds = asked if asked in BOUND else ""
        return super().get_context_data(
            years=timeline(self.request.user, binds),
            binds=binds,
            binds_words=Kind(binds).label if binds else "",
            kinds=self.kinds,
            **kwargs,
        )


class PolicyShow(PageView):
    """One policy item: whom it binds, what it asks, and what came before and after."""

    permission = P.CONTENT_VIEW
    section = "evidence"
    template_name = "repository/policy_show.jinja"
    subject: PolicyItem

    def get_subject(self) -> PolicyItem:
        return get_object_or_404(PolicyItem.objects.published(), code=self.kwargs["code"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            item=self.subject,
            replaced_by=PolicyItem.objects.published().filter(supersedes=self.subject).first(),
            replaces=list(PolicyItem.objects.published().filter(superseded_by=self.subject).order_by("date")),
            **kwargs,
        )
