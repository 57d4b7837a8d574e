"""People come by invitation only: one nominates, another confirms, the person accepts."""

from datetime import date, timedelta

import pghistory
from django.db import transaction
from django.db.models import Model

from hileads.clock import now, today
from hileads.frame.refusals import NotNow
from hileads.leads.actions.people import add_person, appoint_person, end_appointment
from hileads.leads.emails import digest_of, invitation_mail, is_code_of, new_code
from hileads.leads.models import Invitation, InvitationState, Role, User
from hileads.leads.policies import (
    WRONG_CODES_AT_MOST,
    refuse_answered,
    refuse_closed_organisation,
    refuse_expired,
    refuse_known_post,
    refuse_one_pair_of_eyes,
    refuse_second_invitation,
    refuse_to_follow,
    refuse_unless,
    refuse_wrong_place,
)
from hileads.leads.queries import followed_by, other_administrators, outgoing_of
from hileads.notifications.actions import post_mail
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, check

VALID_FOR = timedelta(days=7)


@transaction.atomic
def nominate_person(
    *,
    by: User,
    organisation: Organisation | None,
    role: Role,
    email: str,
    name: str,
    from_date: date,
    post_title: str = "",
    is_interim: bool = False,
    is_job_share: bool = False,
) -> Invitation:
    """Propose that a person takes up a post. Whoever may confirm that invites them at once.

    A national post (no organisation) is always confirmed in a second step, by somebody else where there is anybody.
    """
    _check_may(by, P.NOMINATION_ADD, organisation, on=organisation)
    role, email = Role(role), email.strip().lower()
    refuse_wrong_place(role, organisation)
    refuse_closed_organisation(organisation, from_date)
    refuse_known_post(email, role, organisation, from_date)
    refuse_second_invitation(email, role, organisation)
    refuse_to_follow(followed_by(organisation, role, from_date, is_job_share=is_job_share), from_date)
    with pghistory.context(user=by.pk):
        invitation = Invitation.objects.create(
            organisation=organisation,
            role=role,
            email=email,
            name=name.strip(),
            post_title=post_title,
            from_date=from_date,
            is_interim=is_interim,
            is_job_share=is_job_share,
            state=InvitationState.NOMINATED,
            nominated_by=by,
            nominated_at=now(),
        )
    return confirm_nomination(by=by, invitation=invitation) if _may_confirm(by, organisation) else invitation


@transaction.atomic
def confirm_nomination(*, by: User, invitation: Invitation) -> Invitation:
    """Say that a nomination is right, and invite the person."""
    _check_may(by, P.NOMINATION_CONFIRM, invitation.organisation, on=invitation)
    invitation = _locked(invitation)
    refuse_unless(invitation, InvitationState.NOMINATED)
    refuse_one_pair_of_eyes(invitation, by, other_administrators(by))
    invitation.confirmed_by = by
    return send_mail_of(by=by, invitation=invitation)


@transaction.atomic
def send_invitation_again(*, by: User, invitation: Invitation) -> Invitation:
    """Send an invitation once more, with a new link and a new code. The earlier ones are dead from now on."""
    _check_may(by, P.NOMINATION_ADD, invitation.organisation, on=invitation)
    invitation = _locked(invitation)
    refuse_unless(invitation, InvitationState.READY, InvitationState.SENT)
    return send_mail_of(by=by, invitation=invitation)


@transaction.atomic
def withdraw_invitation(*, by: User, invitation: Invitation) -> Invitation:
    """Take a nomination or an invitation back. Its link and code are dead from now on."""
    _check_may(by, P.NOMINATION_ADD, invitation.organisation, on=invitation)
    return _end(by, invitation, InvitationState.WITHDRAWN)


@transaction.atomic
def decline_invitation(*, by: User, invitation: Invitation) -> Invitation:
    """Record that the invited person says no. SECURITY: for callers who have seen the link's key or the code."""
    return _end(by, invitation, InvitationState.DECLINED)


@transaction.atomic
def accept_invitation(*, by: User, invitation: Invitation) -> User:
    """Record that the invited person says yes, and return them: they hold the post, and their address is proven.

    A sole executive lead who is followed leaves on the day before. SECURITY: for callers who have seen the link's
    key or the code; `by` is the portal.
    """
    invitation = _locked(invitation)
    refuse_expired(invitation, now())
    person = add_person(by=by, email=invitation.email, name=invitation.name, address_verified=True)
    outgoing = outgoing_of(invitation)
    if outgoing:
        refuse_to_follow(outgoing, invitation.from_date)
        end_appointment(by=by, appointment=outgoing, last_day=invitation.from_date - timedelta(days=1))
    invitation.appointment = appoint_person(
        by=by,
        person=person,
        role=Role(invitation.role),
        organisation=invitation.organisation,
        from_date=invitation.from_date,
        post_title=invitation.post_title,
        is_interim=invitation.is_interim,
        is_job_share=invitation.is_job_share,
    )
    invitation.state = InvitationState.ACCEPTED
    _keep(by, invitation, "appointment", "state")
    return person


def enter_code(*, by: User, email: str, code: str) -> Invitation:
    """Return the invitation that this code opens. A wrong code counts, and too many of them end the code.

    The answer to a wrong code, a wrong address and a code that has ended is the same, so that nobody learns who is
    invited. The link of the mail goes on working.
    """
    with transaction.atomic():
        waiting = Invitation.objects.select_for_update().filter(
            email=email.strip().lower(),
            state=InvitationState.SENT,
            expires_at__gt=now(),
            wrong_codes__lt=WRONG_CODES_AT_MOST,
        )
        invitations = list(waiting)
        found = next((one for one in invitations if is_code_of(one, code)), None)
        for invitation in invitations if found is None else []:
            invitation.wrong_codes += 1
            _keep(by, invitation, "wrong_codes")
    if found is None:
        raise NotNow(
            "This address and code do not fit together, or the code has ended. "
            "Use the newest mail, or ask whoever invited you to send it again."
        )
    return found


def _check_may(by: User, permission: P, organisation: Organisation | None, *, on: Model | None) -> None:
    """Refuse unless this person may do this there; to a national post, unless they keep the national ones."""
    if organisation is None:
        check(by, P.NATIONAL_APPOINTMENT_EDIT)
    else:
        check(by, permission, on=on)


def _may_confirm(by: User, organisation: Organisation | None) -> bool:
    return organisation is not None and can(by, P.NOMINATION_CONFIRM, on=organisation)


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("organisation", "nominated_by")
    return rows.get(pk=invitation.pk)


def send_mail_of(*, by: User, invitation: Invitation) -> Invitation:
    """Write the mail of an invitation that this action has locked, with a new link and a new code."""
    if invitation.organisation is not None:
        refuse_closed(invitation.organisation, today())
    code = new_code()
    invitation.state = InvitationState.SENT
    invitation.revision += 1
    invitation.sent_at = now()
    invitation.expires_at = invitation.sent_at + VALID_FOR
    invitation.wrong_codes = 0
    invitation.code_digest = digest_of(invitation, code)
    _keep(
        by,
        invitation,
        *("confirmed_by", "state", "revision", "sent_at", "expires_at", "wrong_codes", "code_digest"),
    )
    post_mail(by=by, mail=invitation_mail(invitation, code))
    return invitation


def _end(by: User, invitation: Invitation, state: InvitationState) -> Invitation:
    invitation = _locked(invitation)
    refuse_answered(invitation)
    invitation.state = state
    _keep(by, invitation, "state")
    return invitation


def _keep(by: User, invitation: Invitation, *fields: str) -> None:
    with pghistory.context(user=by.pk):
        invitation.save(update_fields=fields)
