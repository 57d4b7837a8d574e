"""What the induction room adds to the pages of others."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.text import Truncator

from hileads.contributions import (
    Consequence,
    LoadCounts,
    NavigationItem,
    Panel,
    ReferenceLoader,
    Resolved,
    SearchHit,
    SearchSource,
    Work,
    WorkLine,
    navigation,
    one_by_one,
    panels,
    reference_loaders,
    resolvers,
    search_sources,
    work,
)
from hileads.leads.models import User
from hileads.leads.queries import organisations_of
from hileads.personal import not_told
from induction.actions import load_content
from induction.queries import (
    FIRST_DAYS,
    activities_answering,
    first_activities,
    lead_appointment,
    published_activities,
    sections_answering,
)

HITS = 10
SUMMARY_LENGTH = 200


def load_shipped() -> Mapping[str, LoadCounts]:
    """Load the shipped guides, activities, measures and topics, as the portal itself."""
    return load_content(by=User.objects.system())


def resolve_activity(user: User, public_id: str, revision: str) -> Resolved | None:
    """Say what a stored reference to an activity points to."""
    activity = published_activities(user).filter(code=public_id).first()
    return activity and Resolved(
        activity.title, reverse("activity-show", kwargs={"code": public_id}), "Activity"
    )


def find_activities(user: User, words: str) -> Iterable[SearchHit]:
    """Return the activities for the site search."""
    return [
        SearchHit(one.title, reverse("activity-show", kwargs={"code": one.code}), "Activity", one.description)
        for one in activities_answering(user, words)[:HITS]
    ]


def find_guidance(user: User, words: str) -> Iterable[SearchHit]:
    """Return the sections of role guides for the site search."""
    return [
        SearchHit(
            title=f"{section.heading} ({section.guide.title})",
            url=f"{reverse('guide-show', kwargs={'code': section.guide.code})}#{section.code}",
            kind_label="Role guide",
            summary=Truncator(strip_tags(section.body)).chars(SUMMARY_LENGTH),
        )
        for section in sections_answering(user, words)[:HITS]
    ]


def beginning_lines(user: User, today: date) -> Iterable[WorkLine]:
    """Offer a new lead the guide and three activities to choose from, for their first ninety days."""
    for organisation in organisations_of(user):
        appointment = lead_appointment(user, organisation)
        if appointment and (today - appointment.from_date).days < FIRST_DAYS:
            yield WorkLine(
                key=f"induction:begin:{appointment.public_id}",
                consequence=Consequence.CHANCE,
                text="New in the role? Read the guide, and choose one of three activities to begin with",
                url=reverse("role-show"),
                verb="Begin",
                organisation_name=organisation.name,
            )


def first_visit(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Offer three activities to choose from, each with its first step; nothing while none is published."""
    activities = first_activities(user)
    return {"activities": activities} if activities else None


navigation.add("induction", NavigationItem("My role", "role-show", "my-role", 20))
reference_loaders.add("induction", ReferenceLoader(30, load_shipped))
resolvers.add("induction:activity", resolve_activity)
search_sources.add("induction.activities", SearchSource("Activities", 10, find_activities))
search_sources.add("induction.guides", SearchSource("Role guides", 15, find_guidance))
work.add("induction", Work(one_by_one(beginning_lines), order=80))
panels.add(
    "induction.first_visit", Panel("home.first_visit", "induction/_first_visit.jinja", first_visit, 30)
)
for locked in ("RoleGuide", "ExampleMeasure", "Activity"):
    not_told.add(
        f"induction.{locked}.locked_by", "says who has a draft open just now, and falls away with that"
    )
