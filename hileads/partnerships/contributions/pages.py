"""Committees on a system's page, one's own seats on one's account and in a hand-over, and what is held about a person."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse

from hileads.clock import today
from hileads.contributions import (
    AccountItem,
    HandoverItem,
    HandoverSection,
    Panel,
    account_menu,
    handover_sections,
    panels,
)
from hileads.leads.models import Appointment, User
from hileads.organisations.models import Kind
from hileads.partnerships.models import SeatHolder
from hileads.partnerships.queries import seats_of, system_of
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import Facts, PersonalData, each, personal_data
from hileads.wording import long_date


def sees_gaps(user: User) -> bool:
    """Say whether the systems' gaps stand in this person's account menu."""
    return can(user, P.COVERAGE_VIEW)


def board_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """The committees of a system on the page of its integrated care board."""
    return {"system": system_of(subject, today())} if subject.kind == Kind.ICB else None


def own_seats_panel(user: User, subject: Any) -> Mapping[str, Any] | None:
    """A person's own seats on their account."""
    seats = list(seats_of(user, today()))
    return {"seats": seats} if seats else None


def seats_handed_over(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the seats of the post's holder: the committee says who has them next."""
    return [
        HandoverItem(
            text=f"{row.seat.title}, {row.seat.committee.name}",
            detail=f"{row.seat.committee.icb.name}. Since {long_date(row.from_date)}"
            f"{', as the deputy' if row.is_deputy else ''}.",
            url=reverse("committee-list", kwargs={"code": row.seat.committee.icb.code}),
        )
        for row in seats_of(post.user, today())
    ]


def places_of(person: User) -> Iterator[Facts]:
    """Every place in a committee that they have or had."""
    rows = SeatHolder.objects.filter(user=person).select_related("seat__committee__icb")
    return each(
        rows.order_by("from_date", "pk"),
        Seat="seat.title",
        Committee="seat.committee.name",
        System="seat.committee.icb.name",
        Deputy="is_deputy",
        From="from_date",
        To="to_date",
    )


account_menu.add("committees", AccountItem("Committees of systems", "committee-gaps", sees_gaps, 31))
panels.add(
    "partnerships.board",
    Panel("organisations.organisation", "partnerships/_board_panel.jinja", board_panel, 20),
)
panels.add("partnerships.own", Panel("leads.account", "partnerships/_own_seats.jinja", own_seats_panel, 10))
handover_sections.add(
    "seats",
    HandoverSection(
        key="seats",
        title="Seats in committees and partnerships",
        hint="What is coming up there, who listens, and whom to tell that somebody else will come",
        empty="No seat in a committee or partnership of a system is recorded.",
        items=seats_handed_over,
        order=55,
    ),
)
personal_data.add(
    "seats",
    PersonalData(
        "Your seats in committees and partnerships",
        "Everyone with an appointment.",
        23,
        places_of,
        ("partnerships.SeatHolder.user",),
    ),
)
