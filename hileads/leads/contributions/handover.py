"""The hand-over on other pages: who is to prepare one, who finds one waiting, and whom the next person should know."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from hileads.clock import today
from hileads.contributions import (
    Consequence,
    HandoverItem,
    HandoverSection,
    Panel,
    Work,
    WorkLine,
    handover_sections,
    panels,
    work,
)
from hileads.leads.models import Appointment, User
from hileads.leads.queries import contacts, packs_taken_up_by, packs_to_prepare, provision_of
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.wording import long_date, lower_first


def handover_lines(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield what leavers have to hand over, and what successors find. Four queries."""
    for post in packs_to_prepare(people, day):
        yield (
            post.user,
            WorkLine(
                key=f"handover-prepare:{post.public_id}",
                consequence=Consequence.SOMEONE_WAITS,
                text=f"You leave as {lower_first(post.get_role_display())} on {long_date(post.to_date)}. "
                "Hand over what is open.",
                url=_address(post),
                verb="Prepare the hand-over",
                due_date=post.to_date,
                organisation_name=post.organisation.name if post.organisation else "",
            ),
        )
    for handover in packs_taken_up_by(people, day):
        post = handover.appointment
        if handover.taken_at is None and handover.successor:
            yield (
                handover.successor.user,
                WorkLine(
                    key=f"handover-take:{post.public_id}",
                    consequence=Consequence.SOMEONE_WAITS,
                    text=f"{post.user.name}, who was {lower_first(post.get_role_display())} before you, has left you "
                    "what you need to begin.",
                    url=_address(post),
                    verb="Read the hand-over",
                    organisation_name=post.organisation.name if post.organisation else "",
                    is_beginning=True,
                ),
            )


def left_to_you(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Begin with what the person before left."""
    packs = packs_taken_up_by([user], today())
    return {"posts": [pack.appointment for pack in packs]} if packs else None


def people_to_know(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return colleagues and those who lead the system and the region, with how to reach them."""
    return [
        HandoverItem(
            text=row.user.name,
            detail=f"{row.get_role_display()}, {row.organisation.name if row.organisation else 'national'}",
            url=f"mailto:{row.user.email}",
        )
        for row in contacts(reader, post, today())
    ]


def time_and_support(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return what the leaver had, so that whoever follows can ask for as much."""
    told = provision_of(post) if can(reader, P.PROVISION_VIEW, on=post) else None
    if told is None:
        return []
    answers = (
        ("Protected time", told.time_in_words),
        ("Budget for the work", told.budget_in_words),
        ("Who helps", told.support_in_words),
    )
    when = f"Told on {long_date(told.told_at)}"
    return [HandoverItem(text=f"{asked}: {answer}", detail=when) for asked, answer in answers if answer]


def _address(post: Appointment) -> str:
    return reverse("handover-show", kwargs={"public_id": post.public_id})


work.add("handovers", Work(handover_lines))
for slot in ("home.first_visit", "induction.role"):
    panels.add(f"leads.handover.{slot}", Panel(slot, "leads/_handover_panel.jinja", left_to_you, 5))
handover_sections.add(
    "provision",
    HandoverSection(
        key="provision",
        title="Time and support",
        hint="What you had for the work, what was too little, and whom to ask",
        empty="Nobody has told which time, budget and support came with this post. A note can.",
        items=time_and_support,
        order=65,
    ),
)
handover_sections.add(
    "contacts",
    HandoverSection(
        key="contacts",
        title="People to know",
        hint="Who helps, who decides, and whom outside the NHS you worked with",
        empty="Nobody else is recorded here. A note can name the people who matter.",
        items=people_to_know,
        order=70,
    ),
)
