"""Who acts for somebody who is away."""

from datetime import date
from typing import Self

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q

from hileads.audit import audited
from hileads.dated import Dated, DatedQuerySet, ends_after_start, in_force, no_overlap
from hileads.identifiers import PublicId
from hileads.leads.models.appointment import Appointment
from hileads.leads.models.person import User

INSIDE_ITS_APPOINTMENT = """
    IF EXISTS (
        SELECT FROM leads_appointment
        WHERE id = NEW.appointment_id
            AND daterange(from_date, to_date, '[]') @> daterange(NEW.from_date, NEW.to_date, '[]')
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A delegation cannot begin before its appointment or outlast it'
        USING ERRCODE = 'check_violation';
"""


class Area(models.TextChoices):
    PLAN = "plan", "The plan and its actions"
    REPORT = "report", "The board’s report, but not signing it"
    PEOPLE = "people", "Nominating and confirming people"


class DelegationQuerySet(DatedQuerySet):
    def live(self, day: date) -> Self:
        """Delegations that give rights on `day`: both are in post at that organisation, and have an account."""
        in_post = Appointment.objects.filter(
            in_force(day), user=OuterRef("deputy"), organisation=OuterRef("appointment__organisation")
        )
        return (
            self.on(day)
            .filter(in_force(day, "appointment__"))
            .filter(Exists(in_post), deputy__is_active=True, appointment__user__is_active=True)
        )


@audited()
class Delegation(PublicId, Dated):
    """A colleague acts for the holder of a post, in named areas, from a day to a day. The post stays whose it is.

    What is private never goes along: commitments, reflections and the signature are not areas.
    """

    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="delegations")
    deputy = models.ForeignKey(User, models.PROTECT, related_name="delegations_held")
    areas = ArrayField(models.CharField(max_length=10, choices=Area.choices))
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    organisation_path = "appointment__organisation"

    objects = DelegationQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("delegation_ends_after_start"),
            models.CheckConstraint(name="delegations_end", condition=Q(to_date__isnull=False)),
            models.CheckConstraint(name="delegations_name_an_area", condition=Q(areas__len__gt=0)),
            no_overlap("one_deputy_of_a_post_at_a_time", "appointment"),
        ]
        ordering = ["from_date", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="inside_its_appointment",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=INSIDE_ITS_APPOINTMENT,
            )
        ]

    def __str__(self) -> str:
        return f"{self.deputy} for {self.appointment.user}"

    @property
    def area_labels(self) -> list[str]:
        """Return the areas in words, in their order."""
        return [area.label for area in Area if area in self.areas]

    @classmethod
    def related_to(cls, relation: str, user: object, day: date) -> Q:
        if relation == "holder":
            return Q(appointment__user=user) & in_force(day, "appointment__")
        return Q(deputy=user) if relation == "stand_in" else Q(pk__in=[])
