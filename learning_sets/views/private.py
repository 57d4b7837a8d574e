"""What one records for oneself after a session. These pages show nobody anything but their own words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import now
from hileads.frame.views import FormPage
from hileads.frame.visibility import Audience, only
from hileads.permissions.catalogue import P
from learning_sets.actions import change_commitment, record_commitment, record_reflection
from learning_sets.forms import CommitmentForm, CommitmentStateForm, ReflectionForm
from learning_sets.models import Commitment
from learning_sets.policies import ensure_recordable
from learning_sets.queries.private import own_reflection
from learning_sets.views.sessions import OneSession

NOT_EVEN = "not the facilitator, not the other members, not NHS England"


class ForMyEyes(FormPage):
    """A page that shows one person their own words."""

    def get_audience(self) -> Audience | None:
        return only(self.person, not_even=NOT_EVEN)


class Recording(OneSession, ForMyEyes):
    """A form about a session that has begun."""

    permission = P.SESSION_REFLECT

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ensure_recordable(self.subject, now())
        return super().get(request, *args, **kwargs)


class CommitmentRecord(Recording):
    """What I will do, and by when."""

    template_name = "learning_sets/commitment_record.jinja"
    form_class = CommitmentForm

    def form_valid(self, form: CommitmentForm) -> HttpResponse:
        record_commitment(by=self.person, session=self.subject, **form.cleaned_data)
        words = "Your commitment is recorded. Only you can see it."
        return self.done(words, "session-show", public_id=self.subject.public_id)


class ReflectionRecord(Recording):
    """What I think about the session: one page, which I may write anew."""

    template_name = "learning_sets/reflection_record.jinja"
    form_class = ReflectionForm

    def get_initial(self) -> dict[str, Any]:
        written = own_reflection(self.person, self.subject)
        return {"text": written.text} if written else {}

    def form_valid(self, form: ReflectionForm) -> HttpResponse:
        record_reflection(by=self.person, session=self.subject, **form.cleaned_data)
        words = "Your reflection is recorded. Only you can see it."
        return self.done(words, "session-show", public_id=self.subject.public_id)


class CommitmentChange(ForMyEyes):
    """What became of my commitment."""

    permission = P.COMMITMENT_EDIT
    section = "learning-sets"
    template_name = "learning_sets/commitment_change.jinja"
    form_class = CommitmentStateForm

    def get_subject(self) -> Commitment:
        commitments = Commitment.objects.select_related("session")
        return get_object_or_404(commitments, public_id=self.kwargs["public_id"])

    def get_initial(self) -> dict[str, Any]:
        return CommitmentStateForm.values_of(self.subject)

    def form_valid(self, form: CommitmentStateForm) -> HttpResponse:
        change_commitment(by=self.person, commitment=self.subject, state=form.cleaned_data["state"])
        return self.done("Thank you. That is kept, for your eyes only.", "set-list")
