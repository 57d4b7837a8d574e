"""How many leads across the country have time, a budget and support: counted, and no small count is shown."""

import csv
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hileads.clock import now, today
from hileads.leads.models import Appointment, Provision, Role, User
from hileads.leads.queries import ProvisionCounts, provision_counts
from hileads.leads.queries.provision import ENGLAND, NO_REGION
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import Organisation
from tests.actors import Cast
from tests.factories.organisations import IcbFactory, OrganisationFactory, place
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
ADDRESS = "/coverage/time-and-support/"


def has(person: User, days: float | None, budget: bool | None, support: list[str] | None) -> None:
    Provision.objects.create(
        appointment=person.appointments.get(),
        days_a_month=None if days is None else Decimal(str(days)),
        has_budget=budget,
        support=support,
        told_by=person,
        told_at=now(),
    )


def leads_in(region: Organisation | None, *answers: tuple[Any, Any, Any]) -> None:
    for answer in answers:
        trust = OrganisationFactory()
        if region:
            place(trust, region=region)
        has(appointed(f"Lead of {trust.code}", Role.EXECUTIVE_LEAD, trust), *answer)


def group(counts: ProvisionCounts, label: str) -> dict[str, int | None]:
    return dict(next(one for one in counts.groups if one.label == label).counts)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_leads_in_post_are_counted_by_what_was_told(cast: Cast):
    leads_in(
        cast.region,
        *[(0, True, ["analyst"])] * 6,
        *[(2, True, ["analyst", "manager"])] * 5,
        *[(2.5, False, [])] * 7,
        *[(4.5, None, None)] * 8,
        *[(None, False, ["manager"])] * 5,
    )
    counts = group(provision_counts(today()), ENGLAND)
    assert counts == {
        "told": 31,
        "time_none": 6,
        "time_to_2": 5,
        "time_to_4": 7,
        "time_over_4": 8,
        "time_untold": 5,
        "budget_yes": 11,
        "budget_no": 12,
        "budget_untold": 8,
        "support_some": 16,
        "support_none": 7,
        "support_untold": 8,
        "support_analyst": 11,
        "support_manager": 10,
        "support_administrator": 0,
        "support_public_health": 0,
        "support_engagement": 0,
    }
    assert group(provision_counts(today()), cast.region.name) == counts
    assert group(provision_counts(today()), "NHS trust") == counts
    assert group(provision_counts(today()), "Integrated care board")["told"] == 0


def test_deputies_leavers_and_the_untold_are_not_counted(cast: Cast):
    has(cast.deputy, 1, True, [])
    gone = appointed("Gil Gone", Role.EXECUTIVE_LEAD, cast.icb, to_date=today().replace(year=2025))
    has(gone, 1, True, [])
    assert not provision_counts(today()).is_anything_told


def test_a_small_group_is_hidden_whole_and_cannot_be_worked_out(cast: Cast):
    elsewhere = Organisation.objects.exclude(pk=cast.region.pk).get(kind="region")
    leads_in(cast.region, *[(0, True, [])] * 3)
    leads_in(elsewhere, *[(0, True, [])] * 9, *[(3, False, [])] * 8)
    leads_in(None, *[(0, False, [])] * 12)
    counts = provision_counts(today())
    assert counts.is_anything_hidden
    small = group(counts, cast.region.name)
    assert [small[column] for column in ("told", "time_none", "time_to_4", "budget_no")] == [None] * 4
    assert group(counts, ENGLAND)["told"] == 32
    assert None in (group(counts, elsewhere.name)["told"], group(counts, NO_REGION)["told"])


class TestPage:
    def test_administrators_read_it_from_coverage_and_take_it_with_them(self, cast: Cast, signed_in: SignIn):
        leads_in(cast.region, *[(0, True, [])] * 3)
        leads_in(None, *[(0, True, [])] * 12)
        client = signed_in(cast.national_admin)
        expect_leads(by=User.objects.system())
        assert ADDRESS in text(client.get("/coverage/"))
        page = text(client.get(ADDRESS))
        assert "So far there are answers about 15 leads." in page
        assert "A number is “hidden” where it is from 1 to 4" in page
        assert ">hidden<" in page
        answer = client.get(f"{ADDRESS}data.csv")
        assert answer["Content-Type"].startswith("text/csv")
        rows = {row[0]: row for row in csv.reader(StringIO(answer.content.decode()))}
        assert rows["Where"][1:3] == ["Leads with answers", "Protected time: No protected time"]
        assert rows[ENGLAND][1:3] == ["15", "15"]
        assert rows[cast.region.name][1:3] == ["hidden", "hidden"]
        assert len({len(row) for row in rows.values()}) == 1

    def test_a_total_that_is_small_is_not_said(self, cast: Cast, signed_in: SignIn):
        has(cast.lead, 1, None, None)
        page = text(signed_in(cast.national_admin).get(ADDRESS))
        assert "There are answers about fewer than 5 leads so far." in page
        assert "Leads with answers</th>" not in page

    def test_nothing_told_says_what_to_do(self, cast: Cast, signed_in: SignIn):
        page = text(signed_in(cast.national_admin).get(ADDRESS))
        assert "Nobody has told yet" in page
        assert reverse("coverage-show") in page

    def test_regions_do_not_see_it(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.regional_convenor)
        assert ADDRESS not in text(client.get("/coverage/"))
        assert client.get(ADDRESS).status_code == 403

    @pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}data.csv"])
    def test_the_number_of_queries_does_not_grow(
        self, cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int], address: str
    ):
        client = signed_in(cast.national_admin)
        leads_in(cast.region, (1, True, []))
        few = queries_of(client, address)
        leads_in(cast.region, *[(1, True, ["analyst"])] * 19)
        icb = IcbFactory()
        place(icb, region=cast.region)
        has(appointed("Ira Icb", Role.EXECUTIVE_LEAD, icb), 2, None, None)
        assert queries_of(client, address) == few
        assert Appointment.objects.filter(provision__isnull=False).count() == 21
