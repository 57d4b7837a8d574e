"""The dated posts that give people their rights."""

from datetime import date
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, in_force, no_overlap
from hileads.identifiers import PublicId
from hileads.leads.models.person import User
from hileads.leads.models.role import Role, role_name
from hileads.organisations.models import Organisation

OUTLASTS_ITS_DELEGATIONS = """
    IF EXISTS (
        SELECT FROM leads_delegation
        WHERE appointment_id = NEW.id
            AND NOT daterange(NEW.from_date, NEW.to_date, '[]') @> daterange(from_date, to_date, '[]')
    ) THEN
        RAISE EXCEPTION 'A delegation cannot begin before its appointment or outlast it'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


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
        triggers = [
            pgtrigger.Trigger(
                name="outlasts_its_delegations",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("from_date", "to_date"),
                func=OUTLASTS_ITS_DELEGATIONS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"

    def get_role_display(self) -> str:  # type: ignore[no-redef]  # in place of the one that Django makes
        return role_name(self.role)

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        if relation == "holder":
            return in_force(day) & Q(user=user)
        if relation == "successor":
            return in_force(day, "handover__successor__") & Q(handover__successor__user=user)
        return Q(pk__in=[])
