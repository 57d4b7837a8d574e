"""Who holds a national post, and who is asked to. One administrator nominates, another confirms."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import now, today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView, PermissionRequired
from hileads.leads.actions import (
    confirm_nomination,
    end_appointment,
    nominate_person,
    send_invitation_again,
    withdraw_invitation,
)
from hileads.leads.forms import EndForm, NominationForm
from hileads.leads.models import Appointment, Invitation, Role, role_names
from hileads.leads.policies import has_expired
from hileads.leads.queries import national_invitations, national_posts, other_administrators
from hileads.organisations.models import Kind, Organisation
from hileads.permissions.catalogue import P


class NationalTeamShow(PageView):
    """Who holds which national post since when, and which invitations wait."""

    permission = P.NATIONAL_APPOINTMENT_EDIT
    template_name = "leads/national_team_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            posts=national_posts(today()),
            invitations=list(national_invitations()),
            others=other_administrators(self.person),
            convenors=role_names()[Role.REGIONAL_CONVENOR].plural,
            regions=list(Organisation.objects.open_on(today()).of_kind(Kind.REGION).by_name()),
            **kwargs,
        )


class NationalNominationAdd(FormPage):
    """Propose that a person takes up a national post."""

    permission = P.NATIONAL_APPOINTMENT_EDIT
    template_name = "leads/national_nomination_add.jinja"
    form_class = NominationForm
    refusal_field = WHOLE_FORM

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"organisation": None}

    def get_initial(self) -> dict[str, Any]:
        return {"from_date": today()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(others=other_administrators(self.person), **kwargs)

    def form_valid(self, form: NominationForm) -> HttpResponse:
        invitation = nominate_person(by=self.person, organisation=None, **form.cleaned_data)
        return self.done(
            f"{invitation.name} is nominated.", "national-invitation-show", public_id=invitation.public_id
        )


class OfNationalInvitation:
    """What the page and the buttons of one invitation to a national post share."""

    permission: ClassVar[P | None] = P.NATIONAL_APPOINTMENT_EDIT
    kwargs: dict[str, Any]

    def get_subject(self) -> Invitation:
        rows = Invitation.objects.national().select_related("organisation", "nominated_by", "confirmed_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])


class NationalInvitationShow(OfNationalInvitation, PageView):
    """A nomination or an invitation: who, for what, where it stands, and what may be done about it."""

    template_name = "leads/national_invitation_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invitation: Invitation = self.subject
        others = other_administrators(self.person)
        return super().get_context_data(
            invitation=invitation,
            has_expired=has_expired(invitation, now()),
            others=others,
            may_confirm=invitation.nominated_by != self.person or not others,
            **kwargs,
        )


class NationalNominationConfirm(OfNationalInvitation, PermissionRequired):
    """The button that confirms a nomination."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return _sent(self, confirm_nomination(by=self.person, invitation=self.subject))


class NationalInvitationSendAgain(OfNationalInvitation, PermissionRequired):
    """The button that sends an invitation once more."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return _sent(self, send_invitation_again(by=self.person, invitation=self.subject))


class NationalInvitationWithdraw(OfNationalInvitation, PermissionRequired):
    """The button that takes an invitation back."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        invitation = withdraw_invitation(by=self.person, invitation=self.subject)
        return self.done(
            f"{invitation.name} is not invited any more. The link and the code they may have do nothing.",
            "national-team-show",
        )


class NationalAppointmentEnd(FormPage):
    """Record the last day of a national post."""

    permission = P.NATIONAL_APPOINTMENT_EDIT
    template_name = "leads/national_appointment_end.jinja"
    form_class = EndForm
    refusal_field = "last_day"

    def get_subject(self) -> Appointment:
        posts = Appointment.objects.filter(organisation__isnull=True).select_related("user")
        return get_object_or_404(posts, public_id=self.kwargs["public_id"])

    def form_valid(self, form: EndForm) -> HttpResponse:
        ended = end_appointment(by=self.person, appointment=self.subject, **form.cleaned_data)
        return self.done(f"The last day of {ended.user.name} is recorded.", "national-team-show")


def _sent(view: PermissionRequired, invitation: Invitation) -> HttpResponse:
    message = f"An invitation is on its way to {invitation.email}. It is good for 7 days."
    return view.done(message, "national-invitation-show", public_id=invitation.public_id)
