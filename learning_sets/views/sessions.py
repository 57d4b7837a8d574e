"""A session: its page, the answer to it, its calendar file, and planning, moving and cancelling it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from hileads.clock import now
from hileads.frame.panels import rendered_panels
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.permissions.catalogue import P
from learning_sets.actions import answer_session, cancel_session, change_session, plan_session
from learning_sets.emails.calendar import published
from learning_sets.forms import AnswerForm, CancelForm, SessionEditForm, SessionForm
from learning_sets.models import Answer, LearningSet, Session, SessionState
from learning_sets.policies import ensure_changeable, ensure_open_to_answers
from learning_sets.queries.people import coming_to, others_expecting, others_in
from learning_sets.queries.private import own_commitments, own_reflection
from learning_sets.queries.run_sheet import run_sheet
from learning_sets.queries.sets import session_for

SLOT = "learning_sets.commitment"


class OneSession:
    """What the pages about one session have in common."""

    section = "learning-sets"
    kwargs: dict[str, Any]

    def get_subject(self) -> Session:
        sessions = Session.objects.select_related("learning_set")
        return get_object_or_404(sessions, public_id=self.kwargs["public_id"])


class SessionShow(OneSession, PageView):
    """When, where and who; the run-sheet before; after it what one takes away, for one's own eyes."""

    permission = P.SESSION_VIEW
    template_name = "learning_sets/session_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        session, user, moment = self.subject, self.person, now()
        commitments = own_commitments(user, session)
        return super().get_context_data(
            line=session_for(user, session),
            coming=coming_to(session),
            steps=run_sheet(session),
            has_begun=session.has_begun(moment),
            is_over=session.is_over(moment),
            commitments=[(row, rendered_panels(user, SLOT, row)) for row in commitments],
            reflection=own_reflection(user, session),
            day=session.local_date,
            **kwargs,
        )


class SessionAnswer(OneSession, FormPage):
    """Say whether one can come: by the buttons of the session's page, or here."""

    permission = P.SESSION_ANSWER
    template_name = "learning_sets/session_answer.jinja"
    form_class = AnswerForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ensure_open_to_answers(self.subject, now())
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"answer": session_for(self.person, self.subject).answer}

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        answer = Answer(form.cleaned_data["answer"])
        answer_session(by=self.person, session=self.subject, answer=answer)
        words = {
            Answer.ACCEPTED: "You will be there. The invitation for your calendar is on its way to you.",
            Answer.DECLINED: "You cannot make it. The others can see that on this page.",
        }
        return self.done(words[answer], "session-show", public_id=self.subject.public_id)


class SessionCalendar(OneSession, PermissionRequired):
    """The session as a file for one's calendar."""

    permission = P.SESSION_VIEW

    def get(self, request: HttpRequest, public_id: Any) -> HttpResponse:
        if self.subject.is_cancelled:
            return redirect("session-show", public_id=public_id)
        file = HttpResponse(published(self.subject), content_type="text/calendar; charset=utf-8")
        file["Content-Disposition"] = 'attachment; filename="learning-set.ics"'
        return file


class SessionAdd(FormPage):
    """The facilitator plans a session, and sees how many people will be told."""

    permission = P.SET_RUN
    section = "learning-sets"
    template_name = "learning_sets/session_add.jinja"
    form_class = SessionForm

    def get_subject(self) -> LearningSet:
        return get_object_or_404(LearningSet, public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(told=others_in(self.subject, self.person), **kwargs)

    def form_valid(self, form: SessionForm) -> HttpResponse:
        session = plan_session(by=self.person, learning_set=self.subject, **form.fields_of_session())
        return self.done(
            "The session is planned and the members are invited.", "session-show", public_id=session.public_id
        )


class SessionEdit(OneSession, FormPage):
    """The facilitator moves a session or changes where it is."""

    permission = P.SESSION_RUN
    template_name = "learning_sets/session_edit.jinja"
    form_class = SessionEditForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ensure_changeable(self.subject, SessionState.PLANNED, now())
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return SessionForm.values_of(self.subject)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"session": self.subject}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(told=others_in(self.subject.learning_set, self.person), **kwargs)

    def form_valid(self, form: SessionEditForm) -> HttpResponse:
        session = change_session(by=self.person, session=self.subject, **form.fields_of_session())
        words = "The session was changed and the members are told. What you change in the next 10 minutes goes with it."
        if session.details == self.subject.details:
            words = "Nothing was different, so nobody is told."
        elif form.cleaned_data["silently"]:
            words = "The slip is corrected. Nobody gets a message about it."
        return self.done(words, "session-show", public_id=session.public_id)


class SessionCancel(OneSession, FormPage):
    """The facilitator cancels a session."""

    permission = P.SESSION_RUN
    template_name = "learning_sets/session_cancel.jinja"
    form_class = CancelForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ensure_changeable(self.subject, SessionState.CANCELLED, now())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(told=others_expecting(self.subject, self.person), **kwargs)

    def form_valid(self, form: CancelForm) -> HttpResponse:
        session = cancel_session(by=self.person, session=self.subject)
        words = "The session is cancelled. Everyone who expected it is told."
        return self.done(words, "session-show", public_id=session.public_id)
