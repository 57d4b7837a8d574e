"""Curated content to test with, published through the product's own action so that it stands at a version."""

from datetime import timedelta
from typing import Any

from hileads.clock import today
from hileads.curation.actions import publish
from hileads.leads.models import User
from induction.models import Activity, ActivityMeasure, ExampleMeasure, GuideSection, RoleGuide
from repository.models import PolicyItem, Resource, Topic


def resource(
    code: str = "fair-waits", *, topics: tuple[Topic, ...] = (), draft: bool = False, **said: Any
) -> Resource:
    """Return a resource, published unless it is to stay a draft."""
    thing = Resource(
        **{
            "code": code,
            "title": "Fair waits: a guide",
            "publisher": "Northfield Press",
            "published": "2024-03",
            "url": "https://northfield.example/fair-waits",
            "kind": "guidance",
            "level": "introductory",
            "strength": "One study in one town.",
            "summary": "How a hospital saw who waited longest.",
            "key_points": ["Split the list by deprivation."],
            "questions_for_board": ["Who waits longest here?"],
            "review_due_date": today() + timedelta(days=180),
            **said,
        }
    )
    thing.topics = list(topics)
    return kept(thing, draft)


def policy_item(code: str = "fair-waits-duty", *, draft: bool = False, **said: Any) -> PolicyItem:
    """Return a policy item, published unless it is to stay a draft."""
    thing = PolicyItem(
        **{
            "code": code,
            "title": "A duty about waits",
            "publisher": "Northfield Office",
            "date": "2024-04-01",
            "status": "in_force",
            "binds": ["trust"],
            "supports": ["R4"],
            "summary": "Waits are to be fair.",
            "asks": "Say who waits longest.",
            "url": "https://northfield.example/duty",
            "review_due_date": today() + timedelta(days=180),
            **said,
        }
    )
    return kept(thing, draft)


def example_measure(code: str = "F2-01", *, draft: bool = False, **said: Any) -> ExampleMeasure:
    """Return an example measure, published unless it is to stay a draft."""
    thing = ExampleMeasure(
        **{
            "code": code,
            "title": "Fairer access now",
            "horizon": "short",
            "measure_kind": "process",
            "group": "general",
            "description": "Gaps that people meet today.",
            "how_to_see_it": "The same figure, split by group.",
            "review_due_date": today() + timedelta(days=180),
            **said,
        }
    )
    return kept(thing, draft)


def activity(
    code: str = "F1-ACC-1", *, measures: tuple[ExampleMeasure, ...] = (), draft: bool = False, **said: Any
) -> Activity:
    """Return an activity, published unless it is to stay a draft. The first measure is the one suggested."""
    thing = Activity(
        **{
            "code": code,
            "title": "Show your board where the gaps are",
            "quadrant": "accountability",
            "focus": "external",
            "horizon": "short",
            "confidence": "high",
            "description": "Bring inequalities to the board.",
            "first_step": "Ask for the date of the next board meeting.",
            "review_due_date": today() + timedelta(days=180),
            **said,
        }
    )
    thing.suggested_measures = [
        ActivityMeasure(measure=measure, sort_order=place) for place, measure in enumerate(measures)
    ]
    return kept(thing, draft)


def role_guide(
    code: str = "trust-lead", kind: str = "trust", *, draft: bool = False, **said: Any
) -> RoleGuide:
    """Return a role guide of two sections, published unless it is to stay a draft."""
    thing = RoleGuide(
        **{
            "code": code,
            "title": f"A guide for the lead of a {kind}",
            "organisation_kind": kind,
            "summary": "What the role is.",
            "review_due_date": today() + timedelta(days=180),
            **said,
        }
    )
    thing.sections = [
        GuideSection(
            code="role", heading="What the role is", body="<p>You answer to the board.</p>", sort_order=0
        ),
        GuideSection(
            code="first-90-days", heading="Your first days", body="<p>Meet people.</p>", sort_order=1
        ),
    ]
    return kept(thing, draft)


def kept(thing: Any, draft: bool = False) -> Any:
    """Store a new thing as a draft or publish it, and return it as the database has it."""
    if draft:
        thing.save()
        thing.save_revision(clean=False)
    else:
        publish(by=User.objects.system(), thing=thing)
    return type(thing)._default_manager.get(pk=thing.pk)
