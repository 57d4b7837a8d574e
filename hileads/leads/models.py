"""People who sign in, and the dated posts that give them their rights."""

from datetime import date
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from hileads.audit import audited
from hileads.clock import now
from hileads.dated import Dated, DatedQuerySet, ends_after_start, no_overlap
from hileads.identifiers import PublicId
from hileads.organisations.models import Organisation


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, email: str, name: str, password: str | None = None, **extra: Any) -> "User":
        """Create a person who can sign in. Without a password they sign in by a code sent to their address."""
        user = self.model(email=email.strip().lower(), name=name, **extra)
        user.set_password(password)
        user.save()
        return user

    def system(self) -> "User":
        """Return the portal itself, the named actor of work that nobody in particular does. It cannot sign in."""
        actor: User = self.get_or_create(
            email="portal@system.invalid",
            defaults={"name": "The portal", "is_active": False, "is_system": True},
        )[0]
        return actor


@audited(exclude=["password", "last_login"])
class User(PublicId, AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]
    """A person who can sign in. What they may do follows from their appointments alone."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(name="addresses_are_lower_case", condition=Q(email=Lower("email"))),
            models.CheckConstraint(name="nobody_is_above_the_permissions", condition=Q(is_superuser=False)),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class Role(models.TextChoices):
    EXECUTIVE_LEAD = "executive_lead", "Executive lead for health inequalities"
    DEPUTY = "deputy", "Deputy to the executive lead"
    TEAM_MEMBER = "team_member", "Health inequalities team member"
    EQUALITY_LEAD = "equality_lead", "Equality and diversity lead"
    BOARD_SECRETARY = "board_secretary", "Board secretary"
    NON_EXECUTIVE_CHAMPION = "non_executive_champion", "Non-executive champion"
    CHAIR = "chair", "Chair"
    FACILITATOR = "facilitator", "Learning set facilitator"
    REGIONAL_CONVENOR = "regional_convenor", "Regional convenor"
    CURATOR = "curator", "Curator"
    NATIONAL_ADMIN = "national_admin", "National administrator"


ROLES_IN_ORDER = {role.value: place for place, role in enumerate(Role)}
"""Where a role stands when people are listed: the executive lead first."""


class AppointmentQuerySet(DatedQuerySet):
    def in_role(self, *roles: Role) -> Self:
        return self.filter(role__in=roles)

    def live(self, day: date) -> Self:
        return self.on(day).filter(user__is_active=True)


@audited()
class Appointment(PublicId, Dated):
    """A person in a role at an organisation, a region or (with no organisation) nationally, from a day to a day."""

    user = models.ForeignKey(User, models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=30, choices=Role.choices)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    post_title = models.CharField("post", max_length=150, blank=True)
    is_interim = models.BooleanField(default=False)
    is_job_share = models.BooleanField(default=False)
    confirmed_date = models.DateField("last confirmed", null=True, blank=True)

    organisation_path = "organisation"

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("appointment_ends_after_start"),
            no_overlap(
                "one_sole_executive_lead",
                "organisation",
                condition=Q(role=Role.EXECUTIVE_LEAD, is_job_share=False),
            ),
            no_overlap("same_post_once_at_a_time", "user", "role", "organisation"),
        ]
        ordering = [F("organisation__name").asc(nulls_first=True), "role"]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"


class InvitationState(models.TextChoices):
    NOMINATED = "nominated", "Waiting to be confirmed"
    SENT = "sent", "Waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


OPEN_INVITATIONS = (InvitationState.NOMINATED, InvitationState.SENT)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> Self:
        return self.filter(state__in=OPEN_INVITATIONS)

    def to_confirm(self) -> Self:
        return self.filter(state=InvitationState.NOMINATED)


@audited(exclude=["code_digest"])
class Invitation(PublicId):
    """A person is asked to take up a post: nominated, confirmed and invited, and then they say yes or no.

    `revision` counts how often it was sent: the link and the code of an earlier sending are dead.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="invitations")
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
                name="accepted_invitations_lead_to_an_appointment",
                condition=Q(state="accepted", appointment__isnull=False)
                | (~Q(state="accepted") & Q(appointment__isnull=True)),
            ),
        ]
        ordering = ["-nominated_at"]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()}"
