"""One action: read it, change it, note how it goes, give it evidence, close it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from accountability.actions.plan import cite_resource, close_action, edit_action, note_action, reopen_action
from accountability.forms.plan import ActionEditForm, CitationForm, CloseForm, NoteForm
from accountability.models import Action, ActionState
from accountability.queries.action import action_page, all_actions
from accountability.queries.measures import versions_to_choose
from accountability.queries.people import people_at
from accountability.queries.plan import open_actions
from hileads.clock import today
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.queries import acting_organisation
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from induction.public import example_measures
from repository.public import ResourceVersion, resource_at, resource_for_citation


class OfAction:
    """What all pages of one action share: the action, found once."""

    kwargs: dict[str, Any]
    section = "plan"

    def get_subject(self) -> Action:
        public_id: UUID = self.kwargs["public_id"]
        return get_object_or_404(all_actions(), public_id=public_id)


class ActionShow(OfAction, PageView):
    """Why, what, how we will know, evidence, trials, notes, history; and a place to write the next note."""

    permission = P.PLAN_VIEW
    template_name = "accountability/action_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = action_page(self.subject, self.person, on=today())
        return super().get_context_data(page=page, note_form=NoteForm(), **kwargs)


class ActionEdit(OfAction, FormPage):
    """Change what, who, by when, and the rest."""

    permission = P.PLAN_EDIT
    template_name = "accountability/action_edit.jinja"
    form_class = ActionEditForm

    def get_form_kwargs(self) -> dict[str, Any]:
        given = super().get_form_kwargs()
        del given["initial"]
        return {
            **given,
            "action": self.subject,
            "people": people_at(self.subject.plan.organisation, on=today()),
            "versions": versions_to_choose(self.subject),
            "examples": example_measures(),
        }

    def form_valid(self, form: ActionEditForm) -> HttpResponse:
        edit_action(by=self.person, action=self.subject, **form.cleaned_data)
        return self.done("The action was changed.", "action-show", public_id=self.subject.public_id)


class ActionNote(OfAction, FormPage):
    """Write down what happened."""

    permission = P.PLAN_EDIT
    template_name = "accountability/action_note.jinja"
    form_class = NoteForm

    def form_valid(self, form: NoteForm) -> HttpResponse:
        note_action(by=self.person, action=self.subject, **form.cleaned_data)
        return self.done("Your note was added.", "action-show", public_id=self.subject.public_id)


class ActionClose(OfAction, FormPage):
    """Done, or stopped and why."""

    permission = P.PLAN_EDIT
    template_name = "accountability/action_close.jinja"
    form_class = CloseForm

    def form_valid(self, form: CloseForm) -> HttpResponse:
        state = ActionState(form.cleaned_data["state"])
        close_action(by=self.person, action=self.subject, state=state, because=form.cleaned_data["because"])
        return self.done(
            f"The action is {state.label.lower()}.", "action-show", public_id=self.subject.public_id
        )


class ActionReopen(OfAction, PermissionRequired):
    """Open a closed action again: there was more to do."""

    permission = P.PLAN_EDIT

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reopen_action(by=self.person, action=self.subject)
        return self.done("The action is open again.", "action-show", public_id=self.subject.public_id)


class ActionCite(FormPage):
    """Use a resource in one of the plan's actions, at the version that was read."""

    permission = P.PLAN_EDIT
    section = "plan"
    template_name = "accountability/action_cite.jinja"
    form_class = CitationForm

    def get_subject(self) -> Organisation:
        organisation = acting_organisation(self.request)
        if organisation is None:
            raise Http404
        return organisation

    @cached_property
    def resource(self) -> ResourceVersion:
        """The version in the address or the form, else the one that is published now."""
        current = resource_for_citation(self.person, self.kwargs["code"])
        asked = self.request.POST.get("revision") or self.request.GET.get("revision") or ""
        if not asked.isdecimal() or int(asked) == current.revision_id:
            return current
        read = resource_at(int(asked))
        if read is None or read.code != current.code:
            raise Http404
        return read

    def get_initial(self) -> dict[str, Any]:
        return {"revision": self.resource.revision_id}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actions": open_actions(self.subject)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        has_actions = open_actions(self.subject).exists()
        return super().get_context_data(resource=self.resource, has_actions=has_actions, **kwargs)

    def form_valid(self, form: CitationForm) -> HttpResponse:
        action = form.cleaned_data["action"]
        cite_resource(
            by=self.person, action=action, resource=self.resource, reason=form.cleaned_data["reason"]
        )
        return self.done("The action now rests on this evidence.", "action-show", public_id=action.public_id)
