"""This week: the most consequential first, at most seven lines, and never an empty page for a new lead."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from hileads.clock import today
from hileads.contributions import Consequence, WorkLine, panels, work
from hileads.home.queries import week_of
from hileads.leads.models import Appointment, Role, User
from hileads.leads.queries import board_secretary_of
from tests.actors import Cast
from tests.factories.people import appointed
from tests.lines import room_with

SignIn = Callable[[User], Client]


def line(number: int, consequence: Consequence = Consequence.DUE_SOON, due: date | None = None) -> WorkLine:
    return WorkLine(
        key=f"line:{number}",
        consequence=consequence,
        text=f"Thing {number}",
        url=f"/there/{number}/",
        verb="Open it",
        due_date=due,
        organisation_name="Alder Vale NHS Foundation Trust",
    )


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[WorkLine]:
    """What the rooms say needs a person; tests put lines in."""
    given: list[WorkLine] = []
    monkeypatch.setattr(work, "_entries", {"one": room_with(lambda person: given)})
    monkeypatch.setattr(panels, "_entries", {})
    return given


@pytest.fixture
def new_lead(cast: Cast) -> User:
    person = appointed("Nell New", Role.EXECUTIVE_LEAD, cast.icb)
    Appointment.objects.filter(user=person).update(
        from_date=today() - timedelta(days=3), post_title="Director"
    )
    return person


def page(client: Client, address: str = "/this-week/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_first_line_is_the_button_and_the_others_are_links(
    cast: Cast, signed_in: SignIn, lines: list[WorkLine]
):
    lines += [line(1), line(2, Consequence.SOMEONE_WAITS)]
    shown = page(signed_in(cast.lead))
    assert re.findall(r"Thing (\d)</p>", shown) == ["2", "1"]
    assert len(re.findall(r'class="nhsuk-button[^>]*href="/there/2/"', shown)) == 1
    assert re.search(
        r'<a href="/there/1/">Open it<span class="nhsuk-u-visually-hidden">: Thing 1</span></a>', shown
    )


def test_a_late_thing_is_said_calmly(cast: Cast, signed_in: SignIn, lines: list[WorkLine]):
    lines.append(line(1, Consequence.OVERDUE, today() - timedelta(days=6)))
    assert "Late by 6 days." in page(signed_in(cast.lead))


def test_at_most_seven_lines_stand_there_and_the_others_can_be_seen(
    cast: Cast, signed_in: SignIn, lines: list[WorkLine]
):
    lines += [line(number) for number in range(9)]
    shown = page(signed_in(cast.lead))
    assert shown.count("Thing") == 14
    assert "2 more things can wait until these are done." in " ".join(shown.split())
    assert page(signed_in(cast.lead), "/this-week/?all").count("Thing") == 18


def test_the_organisation_is_named_only_for_people_with_several(
    cast: Cast, signed_in: SignIn, lines: list[WorkLine]
):
    lines.append(line(1))
    assert "Alder Vale NHS Foundation Trust." not in page(signed_in(cast.lead))
    Appointment.objects.create(
        user=cast.lead, role=Role.CHAIR, organisation=cast.trust_elsewhere, from_date=date(2024, 4, 1)
    )
    assert "Alder Vale NHS Foundation Trust." in page(signed_in(cast.lead))


def test_when_nothing_needs_them_the_page_says_what_they_could_do(
    cast: Cast, signed_in: SignIn, lines: list[WorkLine]
):
    assert "Open our plan" in page(signed_in(cast.lead))
    assert "Open the evidence" in page(signed_in(cast.national_admin))
    assert "Open the evidence" in page(signed_in(cast.leaver))


def test_a_new_lead_with_only_chances_gets_the_first_visit(
    cast: Cast, new_lead: User, signed_in: SignIn, lines: list[WorkLine]
):
    lines.append(line(1, Consequence.CHANCE))
    secretary = appointed("Ines Secretary", Role.BOARD_SECRETARY, cast.icb)
    shown = " ".join(page(signed_in(new_lead)).split())
    assert "Welcome, Nell New" in shown
    assert f"Executive lead for health inequalities at {cast.icb.name}, director, since" in shown
    assert secretary.name in shown
    assert secretary.email in shown
    assert "Short of time? Name a deputy" in shown
    assert "Nothing else needs you before" in shown
    assert board_secretary_of(cast.trust_elsewhere, today()) is None


def test_without_a_board_secretary_the_first_visit_names_the_region(
    new_lead: User, signed_in: SignIn, lines: list[WorkLine]
):
    assert "tell your NHS England region" in page(signed_in(new_lead))


@pytest.mark.parametrize("consequence", [Consequence.SOMEONE_WAITS, Consequence.DUE_SOON])
def test_a_new_lead_whom_something_needs_sees_that_first(
    cast: Cast, new_lead: User, lines: list[WorkLine], consequence: Consequence
):
    lines.append(line(1, consequence))
    assert week_of(new_lead, cast.icb, today()).newcomer is None


def test_the_first_visit_is_for_leads_and_deputies_in_their_first_ninety_days(
    cast: Cast, new_lead: User, lines: list[WorkLine]
):
    day = today()
    assert week_of(new_lead, cast.icb, day).newcomer
    assert week_of(new_lead, cast.icb, day + timedelta(days=87)).newcomer
    assert week_of(new_lead, cast.icb, day + timedelta(days=88)).newcomer is None
    assert week_of(cast.lead, cast.trust, day).newcomer is None
    assert week_of(cast.national_admin, None, day).newcomer is None
    assert (
        week_of(appointed("Ines Secretary", Role.BOARD_SECRETARY, cast.icb), cast.icb, day).newcomer is None
    )


def test_the_documented_order_is_the_order_of_the_code():
    text = (Path(settings.BASE_DIR) / "docs/reference/this-week-order.md").read_text()
    rows = re.findall(r"^\| (\d) \| `(\w+)` \|", text, re.MULTILINE)
    assert rows == [(str(int(one)), one.name) for one in sorted(Consequence)]


def test_the_page_runs_as_many_queries_with_one_line_as_with_many(
    cast: Cast, signed_in: SignIn, lines: list[WorkLine], queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.lead)
    lines.append(line(0))
    with_one = queries_of(client, "/this-week/")
    lines += [line(number) for number in range(1, 20)]
    assert queries_of(client, "/this-week/") == with_one
