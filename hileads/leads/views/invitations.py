"""How an invited person answers, by the link of the mail or by its code. Opening a page changes nothing."""

from typing import Any

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.utils import perform_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from hileads.clock import now
from hileads.frame.views import FormPage, PageView
from hileads.leads.actions import accept_invitation, decline_invitation, enter_code
from hileads.leads.emails import answer_path, is_key_of
from hileads.leads.forms import CodeForm
from hileads.leads.models import Invitation, User
from hileads.leads.policies import can_be_answered, is_for_somebody_else, refuse_somebody_else


class InvitationCode(FormPage):
    """The six digits instead of the link."""

    public = True
    template_name = "leads/invitation_code.jinja"
    form_class = CodeForm
    refusal_field = "code"

    def form_valid(self, form: CodeForm) -> HttpResponse:
        invitation = enter_code(by=User.objects.system(), **form.cleaned_data)
        return redirect(answer_path(invitation))


class InvitationAnswer(PageView):
    """What one is invited to, and two buttons: yes and no.

    SECURITY: the key in the address comes from one mail. It opens this invitation alone, until it is answered,
    withdrawn, sent again, or a week old.
    """

    public = True
    template_name = "leads/invitation_answer.jinja"

    def get_subject(self) -> Invitation:
        rows = Invitation.objects.select_related("organisation", "nominated_by")
        invitation = get_object_or_404(rows, public_id=self.kwargs["public_id"])
        if not is_key_of(invitation, self.kwargs["key"]):
            raise Http404
        return invitation

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invitation: Invitation = self.subject
        return super().get_context_data(
            invitation=invitation,
            can_answer=can_be_answered(invitation, now()),
            somebody_else=is_for_somebody_else(invitation, self.request.user),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "decline" in request.POST:
            decline_invitation(by=User.objects.system(), invitation=self.subject)
            return redirect(request.path)
        refuse_somebody_else(self.subject, request.user)
        person = accept_invitation(by=User.objects.system(), invitation=self.subject)
        if request.user.is_authenticated:
            return redirect("this-week")
        return perform_login(request, person, email_verification=EmailVerificationMethod.NONE)
