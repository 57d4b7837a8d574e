"""What importing a spreadsheet of leads would do, and how far the invitations have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from hileads.leads.leadfiles.facts import Facts, facts_from
from hileads.leads.leadfiles.planning import Plan, plan
from hileads.leads.models import (
    OPEN_INVITATIONS,
    Appointment,
    Invitation,
    InvitationState,
    LeadImport,
    Role,
    User,
    role_names,
)
from hileads.organisations.models import Organisation
from hileads.spreadsheets.layout import RawRow


@dataclass(frozen=True)
class Progress:
    """How many invitations stand where."""

    waiting: int
    on_their_way: int
    unanswered: int
    ended: int
    accepted: int
    declined: int

    @property
    def is_any(self) -> bool:
        return any(vars(self).values())


def plan_leads(rows: Sequence[RawRow], day: date) -> Plan:
    """Return what importing these rows would do on `day`: five questions, however many rows there are."""
    return plan(rows, _facts(rows, day))


def _facts(rows: Sequence[RawRow], day: date) -> Facts:
    codes = {row.text(key).upper() for row in rows for key in ("code", "leaves")}
    emails = {row.text("email").lower() for row in rows}
    leads = Q(role=Role.EXECUTIVE_LEAD, organisation__code__in=codes)
    posts = Appointment.objects.filter(leads | Q(user__email__in=emails), organisation__isnull=False)
    open_leads = leads & Q(state__in=OPEN_INVITATIONS)
    return facts_from(
        day=day,
        organisations=Organisation.objects.filter(code__in=codes),
        people=User.objects.filter(email__in=emails),
        posts=posts.select_related("user", "organisation"),
        invitations=Invitation.objects.filter(
            open_leads | Q(email__in=emails), organisation__isnull=False
        ).select_related("organisation"),
        names={role: name.singular for role, name in role_names().items()},
    )


def lead_imports() -> QuerySet[LeadImport]:
    """Return the spreadsheets that were handed in, the newest first, without their content."""
    return LeadImport.objects.defer("content").select_related("uploaded_by", "applied_by")


def invitations_ready() -> QuerySet[Invitation]:
    """Return the invitations that wait for somebody to let them go, by name."""
    ready = Invitation.objects.filter(state=InvitationState.READY, released_at__isnull=True)
    return ready.select_related("organisation").order_by("name", "pk")


def invitation_progress(moment: datetime) -> Progress:
    """Return how many invitations stand where, everywhere: one question."""
    sent = Q(state=InvitationState.SENT)
    ready = Q(state=InvitationState.READY)
    return Progress(
        **Invitation.objects.aggregate(
            waiting=Count("pk", filter=ready & Q(released_at__isnull=True)),
            on_their_way=Count("pk", filter=ready & Q(released_at__isnull=False)),
            unanswered=Count("pk", filter=sent & Q(expires_at__gt=moment)),
            ended=Count("pk", filter=sent & Q(expires_at__lte=moment)),
            accepted=Count("pk", filter=Q(state=InvitationState.ACCEPTED)),
            declined=Count("pk", filter=Q(state=InvitationState.DECLINED)),
        )
    )
