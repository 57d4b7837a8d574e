"""Addresses of one's own account, of an organisation's people, and of invitations.

The account's come before allauth's of the same name.
"""

from django.urls import path

from hileads.leads.views import (
    account,
    delegations,
    handover,
    invitations,
    leadimports,
    national,
    people,
    provision,
    rolenames,
    support,
)

urlpatterns = [
    path("account/", account.AccountShow.as_view(), name="account-show"),
    path("account/edit/", account.AccountEdit.as_view(), name="account-edit"),
    path("account/email/", account.AccountEmail.as_view(), name="account_email"),
    path("directory/<slug:code>/people/", people.OrganisationPeople.as_view(), name="organisation-people"),
    path("directory/<slug:code>/people/nominate/", people.NominationAdd.as_view(), name="nomination-add"),
    path(
        "directory/<slug:code>/people/still-right/", people.EntriesConfirm.as_view(), name="entries-confirm"
    ),
    path("directory/<slug:code>/offer-help/", support.SupportOffer.as_view(), name="support-offer"),
    path("appointments/<uuid:public_id>/end/", people.AppointmentEnd.as_view(), name="appointment-end"),
    path("appointments/<uuid:public_id>/deputy/", delegations.DelegationAdd.as_view(), name="delegation-add"),
    path(
        "appointments/<uuid:public_id>/time-and-support/",
        provision.ProvisionEdit.as_view(),
        name="provision-edit",
    ),
    path("coverage/time-and-support/", provision.ProvisionList.as_view(), name="provision-list"),
    path("coverage/time-and-support/data.csv", provision.ProvisionCsv.as_view(), name="provision-csv"),
    path("delegations/<uuid:public_id>/", delegations.DelegationEnd.as_view(), name="delegation-end"),
    path("hand-overs/<uuid:public_id>/", handover.HandoverShow.as_view(), name="handover-show"),
    path(
        "hand-overs/<uuid:public_id>/sections/<slug:section>/",
        handover.HandoverSection.as_view(),
        name="handover-section",
    ),
    path("hand-overs/<uuid:public_id>/take/", handover.HandoverTake.as_view(), name="handover-take"),
    path("invitations/<uuid:public_id>/", people.InvitationShow.as_view(), name="invitation-show"),
    path(
        "invitations/<uuid:public_id>/confirm/", people.NominationConfirm.as_view(), name="nomination-confirm"
    ),
    path(
        "invitations/<uuid:public_id>/send-again/",
        people.InvitationSendAgain.as_view(),
        name="invitation-send-again",
    ),
    path(
        "invitations/<uuid:public_id>/withdraw/",
        people.InvitationWithdraw.as_view(),
        name="invitation-withdraw",
    ),
    path("lead-imports/", leadimports.LeadImportAdd.as_view(), name="lead-import-add"),
    path(
        "lead-imports/template/<slug:file_format>/",
        leadimports.LeadImportTemplate.as_view(),
        name="lead-import-template",
    ),
    path("lead-imports/invitations/", leadimports.InvitationRelease.as_view(), name="invitation-release"),
    path("lead-imports/<uuid:public_id>/", leadimports.LeadImportShow.as_view(), name="lead-import-show"),
    path(
        "lead-imports/<uuid:public_id>/apply/",
        leadimports.LeadImportApply.as_view(),
        name="lead-import-apply",
    ),
    path(
        "lead-imports/<uuid:public_id>/to-mend/",
        leadimports.LeadImportMend.as_view(),
        name="lead-import-mend",
    ),
    path("role-names/", rolenames.RoleNameList.as_view(), name="role-name-list"),
    path("role-names/<slug:role>/", rolenames.RoleNameEdit.as_view(), name="role-name-edit"),
    path("national-team/", national.NationalTeamShow.as_view(), name="national-team-show"),
    path("national-team/nominate/", national.NationalNominationAdd.as_view(), name="national-nomination-add"),
    path(
        "national-team/posts/<uuid:public_id>/end/",
        national.NationalAppointmentEnd.as_view(),
        name="national-appointment-end",
    ),
    path(
        "national-team/invitations/<uuid:public_id>/",
        national.NationalInvitationShow.as_view(),
        name="national-invitation-show",
    ),
    path(
        "national-team/invitations/<uuid:public_id>/confirm/",
        national.NationalNominationConfirm.as_view(),
        name="national-nomination-confirm",
    ),
    path(
        "national-team/invitations/<uuid:public_id>/send-again/",
        national.NationalInvitationSendAgain.as_view(),
        name="national-invitation-send-again",
    ),
    path(
        "national-team/invitations/<uuid:public_id>/withdraw/",
        national.NationalInvitationWithdraw.as_view(),
        name="national-invitation-withdraw",
    ),
    path("invitation/", invitations.InvitationCode.as_view(), name="invitation-code"),
    path(
        "invitation/<uuid:public_id>/<str:key>/",
        invitations.InvitationAnswer.as_view(),
        name="invitation-answer",
    ),
]
