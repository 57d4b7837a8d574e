"""Help that was offered, on the page of the organisation and behind a message."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse

from hileads.contributions import Panel, Resolved, panels, resolvers
from hileads.leads.models import SupportNote, User
from hileads.leads.queries import support_seen_by
from hileads.organisations.models import Kind
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope, users_who_can
from hileads.personal import Facts, PersonalData, each, personal_data


def support_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """Show an organisation's people what help was offered, and let region and nation offer it."""
    may_offer = subject.kind != Kind.PARTNER and can(user, P.SUPPORT_OFFER, on=subject)
    notes = list(support_seen_by(user, subject))
    if not notes and not may_offer:
        return None
    readers = users_who_can(P.SUPPORT_VIEW, on=subject).order_by("name", "pk") if notes else []
    return {"organisation": subject, "notes": notes, "may_offer": may_offer, "readers": list(readers)}


def resolve_support(user: User, public_id: str, revision: str) -> Resolved | None:
    """Lead from a message to the organisation's page, where the note stands."""
    notes = SupportNote.objects.select_related("organisation").filter(public_id=public_id)
    support = scope(notes, user, P.SUPPORT_VIEW).first()
    if support is None:
        return None
    code = support.organisation.code
    return Resolved(
        support.organisation.name, reverse("organisation-show", kwargs={"code": code}), "Offer of help"
    )


def help_offered_by(person: User) -> Iterator[Facts]:
    """The help that they offered to organisations."""
    rows = SupportNote.objects.filter(offered_by=person).select_related("organisation")
    return each(
        rows.order_by("offered_at", "pk"),
        Organisation="organisation.name",
        Note="note",
        Subject_of_the_letter="subject",
        Letter="letter",
        Offered="offered_at",
    )


panels.add(
    "leads.support", Panel("organisations.organisation", "leads/_support_panel.jinja", support_panel, 20)
)
resolvers.add("leads:support", resolve_support)
personal_data.add(
    "help offered",
    PersonalData(
        "Help that you offered to organisations",
        "People appointed at that organisation, its region and national administrators.",
        23,
        help_offered_by,
        ("leads.SupportNote.offered_by",),
    ),
)
