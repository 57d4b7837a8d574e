"""What the register of people reminds of by mail: posts that end, and leads who are missing."""

from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from hileads.contributions import Occasion, ReminderSource, Resolved, Words, reminders, resolvers
from hileads.leads import emails
from hileads.leads.models import Appointment, User
from hileads.leads.queries.reminding import (
    posts_ending,
    vacancies_known,
    why_not_remind_of_post,
    why_not_remind_of_vacancy,
)
from hileads.notifications.models import Stream
from hileads.offsets import Offset
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

ENDING, VACANCY = "post-ending", "vacancy"
BEFORE_THE_END = (Offset("30-days", timedelta(days=30)), Offset("7-days", timedelta(days=7)))
WHILE_VACANT = (Offset("14-days", timedelta(days=-14)), Offset("60-days", timedelta(days=-60)))
"""A vacancy is named twice, and then no more."""


def ending_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say which post ends, and what is to be done."""
    return emails.post_ending(occasion.about, person)


def vacancy_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say where a lead is missing."""
    one = occasion.about
    return emails.vacancy(one.organisation, one.since, offset, is_last=offset == WHILE_VACANT[-1])


def resolve_post(user: User, public_id: str, revision: str) -> Resolved | None:
    """Lead the holder of a post to what needs them, and those who keep the entries to the organisation's people."""
    post = (
        Appointment.objects.select_related("organisation", "user").filter(public_id=UUID(public_id)).first()
    )
    if post is None:
        return None
    if post.user == user:
        return Resolved(str(post), reverse("this-week"), "Post")
    if post.organisation is None or not can(user, P.NOMINATION_ADD, on=post):
        return None
    return Resolved(
        str(post), reverse("organisation-people", kwargs={"code": post.organisation.code}), "Post"
    )


def resolve_vacancy(user: User, public_id: str, revision: str) -> Resolved | None:
    """Lead to the people of an organisation, for those who keep its entries."""
    organisation = Organisation.objects.filter(code=public_id).first()
    if organisation is None or not can(user, P.NOMINATION_ADD, on=organisation):
        return None
    return Resolved(
        organisation.name,
        reverse("organisation-people", kwargs={"code": organisation.code}),
        "Executive lead",
    )


reminders.add(
    ENDING,
    ReminderSource(
        ENDING, Stream.OBLIGATIONS, BEFORE_THE_END, posts_ending, ending_words, why_not_remind_of_post
    ),
)
reminders.add(
    VACANCY,
    ReminderSource(
        VACANCY,
        Stream.OBLIGATIONS,
        WHILE_VACANT,
        vacancies_known,
        vacancy_words,
        why_not_remind_of_vacancy,
    ),
)
resolvers.add("leads:post", resolve_post)
resolvers.add("leads:vacancy", resolve_vacancy)
