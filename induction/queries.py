"""What this room's pages read: the guide for my kind of organisation, and the board's four jobs."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from django.contrib.postgres.search import SearchRank, SearchVector
from django.db.models import Model, Prefetch, QuerySet

from hileads.leads.models import Appointment, Role
from hileads.leads.queries import appointments_of
from hileads.organisations.models import Kind, Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope
from hileads.sentences import any_word_query
from hileads.vocabulary import Quadrant
from induction.models import Activity, ActivityMeasure, ExampleMeasure, GuideSection, RoleGuide

M = TypeVar("M", bound=Model)

FIRST_DAYS = 90
FIRST_ACTIVITIES = ("F1-ACC-1", "F1-SUP-2", "F1-SUP-4")
"""Three that a new lead can begin with in a first week: the board's agenda, the figures, who does what."""

NEAREST = {
    Kind.PCN: Kind.ICB,
    Kind.REGION: Kind.ICB,
    Kind.NATIONAL: Kind.ICB,
    Kind.ICB: Kind.TRUST,
    Kind.TRUST: Kind.ICB,
    Kind.PARTNER: Kind.ICB,
}
"""Whose guide comes nearest for those who have none of their own."""

WHAT_A_JOB_IS = {
    Quadrant.ACCOUNTABILITY: "Looking outward, now: answering to others for what your organisation does.",
    Quadrant.POLICY_FORMULATION: "Looking outward, ahead: deciding with partners where you are going, and why.",
    Quadrant.STRATEGIC_THINKING: "Looking inward, ahead: shaping the organisation so that it can get there.",
    Quadrant.SUPERVISION: "Looking inward, now: seeing that the work is done, and learning from it.",
}


@dataclass(frozen=True)
class MyRole:
    """Where a person stands in their role: for whom, since when, and which guide is for them.

    `guide` is written for their kind of organisation; without one, `nearest` is the one that comes closest.
    """

    organisation: Organisation | None
    appointment: Appointment | None
    days: int | None
    guide: RoleGuide | None
    nearest: RoleGuide | None

    @property
    def is_new(self) -> bool:
        return self.days is not None and self.days <= FIRST_DAYS


@dataclass(frozen=True)
class Job:
    """One of the board's four jobs, and what leads do in it."""

    quadrant: str
    label: str
    meaning: str
    activities: tuple[Activity, ...]


def my_role(user: object, organisation: Organisation | None, today: date) -> MyRole:
    """Return what "My role" shows to this person, acting for this organisation, on this day."""
    appointment = lead_appointment(user, organisation)
    guides = {guide.organisation_kind: guide for guide in published_guides(user)}
    kind = Kind(organisation.kind) if organisation else Kind.NATIONAL
    guide = guides.get(kind)
    return MyRole(
        organisation=organisation,
        appointment=appointment,
        days=(today - appointment.from_date).days + 1 if appointment else None,
        guide=guide,
        nearest=None if guide else guides.get(NEAREST[kind]),
    )


def lead_appointment(user: object, organisation: Organisation | None) -> Appointment | None:
    """Return the appointment by which this person leads, or deputises for, health inequalities there."""
    leading = (Role.EXECUTIVE_LEAD, Role.DEPUTY)
    held = [row for row in appointments_of(user) if row.organisation == organisation and row.role in leading]
    return held[0] if held else None


def published_guides(user: object) -> QuerySet[RoleGuide]:
    """Return the role guides that this person may read, the one published last at the end."""
    return scope(RoleGuide.objects.published(), user, P.CONTENT_VIEW).order_by("last_published_at", "pk")


def published_activities(user: object) -> QuerySet[Activity]:
    """Return the activities that this person may read, each with its published measures, the suggested one first."""
    return scope(Activity.objects.published(), user, P.CONTENT_VIEW).prefetch_related(with_measures())


def with_measures() -> "Prefetch[str]":
    """Return the prefetch of an activity's published measures, as `published_measures`."""
    rows = (
        ActivityMeasure.objects.filter(measure__live=True)
        .select_related("measure")
        .order_by("sort_order", "pk")
    )
    return Prefetch("suggested_measures", queryset=rows, to_attr="published_measures")


def board_jobs(user: object) -> tuple[Job, ...]:
    """Return the board's four jobs with their activities. A job without any is left out."""
    activities = list(published_activities(user).order_by("code"))
    jobs = (
        Job(
            quadrant=quadrant.value,
            label=str(quadrant.label),
            meaning=WHAT_A_JOB_IS[quadrant],
            activities=tuple(one for one in activities if one.quadrant == quadrant),
        )
        for quadrant in Quadrant
    )
    return tuple(job for job in jobs if job.activities)


def first_activities(user: object) -> list[Activity]:
    """Return up to three activities to begin with, in a stated order."""
    found = {one.code: one for one in published_activities(user).filter(code__in=FIRST_ACTIVITIES)}
    return [found[code] for code in FIRST_ACTIVITIES if code in found]


def published_measures() -> QuerySet[ExampleMeasure]:
    """Return the example measures that may be chosen for an action."""
    return ExampleMeasure.objects.published().order_by("code")


def activities_answering(user: object, sentence: str) -> QuerySet[Activity]:
    """Return the activities in which a telling word of the sentence stands, best first."""
    found = scope(Activity.objects.published(), user, P.CONTENT_VIEW)
    return _answering(found, sentence, "title", ("description", "first_step"))


def sections_answering(user: object, sentence: str) -> QuerySet[GuideSection]:
    """Return the sections of published guides in which a telling word of the sentence stands, best first."""
    found = GuideSection.objects.filter(guide__in=published_guides(user)).select_related("guide")
    return _answering(found, sentence, "heading", ("body",))


def _answering(found: QuerySet[M], sentence: str, title: str, rest: tuple[str, ...]) -> QuerySet[M]:
    query = any_word_query(sentence)
    if query is None:
        return found.none()
    vector = SearchVector(title, weight="A", config="english") + SearchVector(
        *rest, weight="C", config="english"
    )
    ranked = found.annotate(vector=vector, score=SearchRank(vector, query)).filter(vector=query)
    return cast("QuerySet[M]", ranked.order_by("-score", "pk"))
