"""Who holds which post at an organisation: nominating, confirming, ending, and saying that the entries are right."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.clock import now, today
from hileads.frame.views import WHOLE_FORM, FormPage, PageView, PermissionRequired
from hileads.leads.actions import (
    confirm_entries,
    confirm_nomination,
    end_appointment,
    nominate_person,
    send_invitation_again,
    withdraw_invitation,
)
from hileads.leads.forms import EndForm, NominationForm
from hileads.leads.models import OPEN_INVITATIONS, Appointment, Invitation, InvitationState, Role, role_name
from hileads.leads.policies import PROVIDED_FOR, has_expired
from hileads.leads.queries import (
    delegations_at,
    is_time_to_look,
    leading,
    open_invitations_at,
    outgoing_of,
    packs_waiting,
    posts_at,
)
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.wording import lower_first


class OfOrganisation:
    """What pages about one organisation's people share."""

    permission: ClassVar[P | None] = P.NOMINATION_ADD
    kwargs: dict[str, Any]

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["code"])


class OrganisationPeople(OfOrganisation, PageView):
    """Who holds which post, who is nominated or invited, and when the entries were last confirmed."""

    template_name = "leads/organisation_people.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        posts, is_open = posts_at(self.subject, today()), self.subject.is_open_on(today())
        return super().get_context_data(
            posts=posts,
            acting={row.appointment_id: row for row in reversed(delegations_at(self.subject, today()))},
            invitations=list(open_invitations_at(self.subject)),
            may_end=can(self.person, P.APPOINTMENT_EDIT, on=self.subject),
            may_name=can(self.person, P.DELEGATION_EDIT, on=self.subject),
            may_provide=is_open and can(self.person, P.PROVISION_EDIT, on=self.subject),
            provided_for=PROVIDED_FOR,
            convenor=lower_first(role_name(Role.REGIONAL_CONVENOR)),
            may_hand_over=can(self.person, P.HANDOVER_VIEW, on=self.subject),
            packs=packs_waiting(self.subject, today()),
            last_confirmed=min((post.confirmed_date for post in posts if post.confirmed_date), default=None),
            is_open=is_open,
            leading=leading(posts, today()),
            is_time_to_look=is_time_to_look(posts, today()),
            **kwargs,
        )


class NominationAdd(OfOrganisation, FormPage):
    """Propose that a person takes up a post."""

    template_name = "leads/nomination_add.jinja"
    form_class = NominationForm
    refusal_field = WHOLE_FORM

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"organisation": self.subject}

    def get_initial(self) -> dict[str, Any]:
        return {"role": self.request.GET.get("role", ""), "from_date": today()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_confirm = can(self.person, P.NOMINATION_CONFIRM, on=self.subject)
        return super().get_context_data(may_confirm=may_confirm, **kwargs)

    def form_valid(self, form: NominationForm) -> HttpResponse:
        invitation = nominate_person(by=self.person, organisation=self.subject, **form.cleaned_data)
        return self.done(_what_happened(invitation), "organisation-people", code=self.subject.code)


class EntriesConfirm(OfOrganisation, PermissionRequired):
    """The button that says: all of this is still right."""

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        confirm_entries(by=self.person, organisation=self.subject)
        return self.done(
            "Thank you. The entries are confirmed as of today.", "organisation-people", code=code
        )


class OfInvitation:
    """What the pages and buttons of one invitation share."""

    permission: ClassVar[P | None] = P.NOMINATION_ADD
    kwargs: dict[str, Any]

    def get_subject(self) -> Invitation:
        rows = Invitation.objects.filter(organisation__isnull=False)
        rows = rows.select_related("organisation", "nominated_by", "confirmed_by")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])


class InvitationShow(OfInvitation, PageView):
    """A nomination or an invitation: who, for what, where it stands, and what may be done about it."""

    template_name = "leads/invitation_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invitation: Invitation = self.subject
        return super().get_context_data(
            invitation=invitation,
            has_expired=has_expired(invitation, now()),
            may_confirm=can(self.person, P.NOMINATION_CONFIRM, on=invitation),
            outgoing=outgoing_of(invitation) if invitation.state in OPEN_INVITATIONS else None,
            **kwargs,
        )


class NominationConfirm(OfInvitation, PermissionRequired):
    """The button that confirms a nomination."""

    permission = P.NOMINATION_CONFIRM

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        invitation = confirm_nomination(by=self.person, invitation=self.subject)
        return self.done(_what_happened(invitation), "invitation-show", public_id=invitation.public_id)


class InvitationSendAgain(OfInvitation, PermissionRequired):
    """The button that sends an invitation once more."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        invitation = send_invitation_again(by=self.person, invitation=self.subject)
        return self.done(_what_happened(invitation), "invitation-show", public_id=invitation.public_id)


class InvitationWithdraw(OfInvitation, PermissionRequired):
    """The button that takes an invitation back."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        invitation = withdraw_invitation(by=self.person, invitation=self.subject)
        return self.done(
            f"{invitation.name} is not invited any more. The link and the code they may have do nothing.",
            "invitation-show",
            public_id=invitation.public_id,
        )


class AppointmentEnd(FormPage):
    """Record the last day of a post."""

    permission = P.APPOINTMENT_EDIT
    template_name = "leads/appointment_end.jinja"
    form_class = EndForm
    refusal_field = "last_day"

    def get_subject(self) -> Appointment:
        rows = Appointment.objects.select_related("user", "organisation")
        appointment = get_object_or_404(rows, public_id=self.kwargs["public_id"])
        if appointment.organisation is None:
            raise Http404
        return appointment

    def form_valid(self, form: EndForm) -> HttpResponse:
        ended = end_appointment(by=self.person, appointment=self.subject, **form.cleaned_data)
        return self.done(
            f"The last day of {ended.user.name} is recorded.",
            "organisation-people",
            code=self.subject.organisation.code,
        )


def _what_happened(invitation: Invitation) -> str:
    if invitation.state == InvitationState.NOMINATED:
        return f"{invitation.name} is nominated. The executive lead or your region confirms it."
    return f"An invitation is on its way to {invitation.email}. It is good for 7 days."
