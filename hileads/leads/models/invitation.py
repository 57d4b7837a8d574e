"""How people come: nominated, confirmed, invited."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from hileads.audit import audited
from hileads.identifiers import PublicId
from hileads.leads.models.appointment import Appointment
from hileads.leads.models.person import User
from hileads.leads.models.role import NATIONAL_ROLES, Role, role_name
from hileads.organisations.models import Organisation


class InvitationState(models.TextChoices):
    NOMINATED = "nominated", "Waiting to be confirmed"
    READY = "ready", "Waiting to be sent"
    SENT = "sent", "Waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


OPEN_INVITATIONS = (InvitationState.NOMINATED, InvitationState.READY, InvitationState.SENT)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        return self.filter(state__in=OPEN_INVITATIONS)

    def to_confirm(self) -> Self:
        return self.filter(state=InvitationState.NOMINATED)

    def national(self) -> Self:
        return self.filter(organisation__isnull=True)

    def released(self) -> Self:
        return self.filter(state=InvitationState.READY, released_at__isnull=False)


@audited(exclude=["code_digest"])
class Invitation(PublicId):
    """A person is asked to take up a post: nominated, confirmed and invited, and then they say yes or no.

    Without an organisation it is a national post.
    Those who come by a spreadsheet are confirmed with it, and ready until somebody lets the invitations go
    (`released_at`). `revision` counts how often it was sent: the link and the code of an earlier sending are dead.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    role = models.CharField(max_length=30, choices=Role.choices)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=150)
    post_title = models.CharField("post", max_length=150, blank=True)
    from_date = models.DateField("from")
    is_interim = models.BooleanField(default=False)
    is_job_share = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=InvitationState.choices)
    nominated_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    nominated_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveSmallIntegerField(default=0)
    code_digest = models.CharField(max_length=64, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    appointment = models.OneToOneField(
        Appointment, models.PROTECT, null=True, blank=True, related_name="invitation"
    )

    organisation_path = "organisation"

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_invitation_to_a_post",
                fields=["email", "role", "organisation"],
                condition=Q(state__in=OPEN_INVITATIONS),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="only_national_posts_have_no_organisation",
                condition=Q(organisation__isnull=False) | Q(role__in=NATIONAL_ROLES),
            ),
            models.CheckConstraint(
                name="invited_addresses_are_lower_case", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="sent_invitations_say_who_confirmed_them_and_until_when",
                condition=~Q(state="sent")
                | Q(confirmed_by__isnull=False, sent_at__isnull=False, expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="ready_invitations_say_who_confirmed_them",
                condition=~Q(state="ready") | Q(confirmed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="accepted_invitations_lead_to_an_appointment",
                condition=Q(state="accepted", appointment__isnull=False)
                | (~Q(state="accepted") & Q(appointment__isnull=True)),
            ),
        ]
        ordering = ["-nominated_at"]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()}"

    def get_role_display(self) -> str:  # type: ignore[no-redef]  # in place of the one that Django makes
        return role_name(self.role)

    @property
    def place_name(self) -> str:
        """Return where the post is held, in words."""
        return self.organisation.name if self.organisation else "Nationally, at no organisation"
