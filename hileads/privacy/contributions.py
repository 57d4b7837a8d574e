"""What waits for those who put things right, and what this room itself holds about people."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from hileads.contributions import AccountItem, Consequence, Work, WorkLine, account_menu, one_by_one, work
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import (
    Erasure,
    Facts,
    Fate,
    Forgetting,
    PersonalData,
    RetentionRule,
    each,
    erasures,
    forgettings,
    personal_data,
    retention_rules,
)
from hileads.privacy.actions import dispose_corrections, erase_corrections
from hileads.privacy.models import Correction
from hileads.privacy.queries.corrections import corrections_waiting_for


def answers_corrections(user: User) -> bool:
    """Say whether the queue stands in this person's account menu."""
    return can(user, P.CORRECTION_ANSWER)


def reads_disposals(user: User) -> bool:
    """Say whether the disposal log stands in this person's account menu."""
    return can(user, P.DISPOSAL_VIEW)


def corrections_that_wait(user: User, day: date) -> Iterator[WorkLine]:
    """What this person may put right."""
    if not answers_corrections(user):
        return
    for correction in corrections_waiting_for(user):
        yield WorkLine(
            key=f"correction:{correction.public_id}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"{correction.person.name} asks to have something put right",
            url=reverse("correction-answer", kwargs={"public_id": correction.public_id}),
            verb="Read it and answer",
        )


def corrections_with(person: User) -> Iterator[Facts]:
    """What they asked to have put right, and what they answered."""
    rows = Correction.objects.filter(Q(person=person) | Q(answered_by=person)).select_related("answered_by")
    return each(
        rows,
        About="get_about_display",
        What_is_wrong="wrong",
        What_would_be_right="right",
        Asked="asked_at",
        State="get_state_display",
        Answer="answer",
        Answered="answered_at",
        Answered_by="answered_by.name",
    )


work.add("corrections", Work(one_by_one(corrections_that_wait), order=5))
account_menu.add(
    "corrections", AccountItem("Corrections asked for", "correction-list", answers_corrections, 42)
)
personal_data.add(
    "corrections",
    PersonalData(
        "Corrections you asked for or answered",
        "The person who asked, and national administrators.",
        31,
        corrections_with,
        ("privacy.Correction.person", "privacy.Correction.answered_by"),
    ),
)

account_menu.add("disposals", AccountItem("Disposal log", "disposal-list", reads_disposals, 44))
forgettings.add("privacy.Correction", Forgetting(gone=True))
retention_rules.add(
    "corrections",
    RetentionRule(
        "Corrections asked for",
        "two years",
        "counted from the answer",
        Fate.DELETED,
        "Long enough to see that something was put right, and stayed so.",
        32,
        dispose_corrections,
    ),
)
retention_rules.add(
    "disposals",
    RetentionRule(
        "Disposal log",
        "for good",
        "counted from the disposal",
        Fate.KEPT,
        "It proves that these rules are kept. It holds classes, numbers and days, and nobody's name.",
        110,
    ),
)
erasures.add(
    "corrections",
    Erasure(
        "Corrections asked for",
        Fate.DELETED,
        "What you asked to have put right, and the answers, are deleted.",
        21,
        erase_corrections,
    ),
)
