"""The time, the budget and the people that come with a post: told by those who know, kept for whoever follows."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse

from hileads.clock import UK, at, now, today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import appoint_person, end_appointment, tell_provision
from hileads.leads.contributions.handover import time_and_support
from hileads.leads.models import Appointment, Provision, Role, Support, User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from tests.actors import Cast
from tests.factories.people import UserFactory, appointed

SignIn = Callable[[User], Client]
SAID: dict[str, Any] = {
    "days_a_month": Decimal("1.5"),
    "has_budget": True,
    "pounds_a_year": 25_000,
    "support": [Support.ADMINISTRATOR, Support.ANALYST],
}
UNTOLD: dict[str, Any] = {
    "days_a_month": None,
    "has_budget": None,
    "pounds_a_year": None,
    "support": None,
}


def post_of(person: User) -> Appointment:
    return person.appointments.get()


def told(by: User, whose: User, **changes: Any) -> Provision | None:
    return tell_provision(by=by, appointment=post_of(whose), **(SAID | changes))


def address(whose: User) -> str:
    return reverse("provision-edit", kwargs={"public_id": post_of(whose).public_id})


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


class TestTelling:
    @pytest.mark.parametrize(
        ("by", "whose"),
        [
            ("lead", "lead"),
            ("deputy", "deputy"),
            ("secretary", "lead"),
            ("secretary", "deputy"),
            ("lead", "deputy"),
        ],
    )
    def test_holders_tell_for_themselves_and_lead_and_secretary_for_them(
        self, cast: Cast, by: str, whose: str
    ):
        kept = told(cast.people()[by], cast.people()[whose])
        assert kept == Provision.objects.get()
        assert kept is not None
        assert (kept.told_by, kept.support) == (cast.people()[by], ["analyst", "administrator"])
        assert kept.history_is_confidential

    @pytest.mark.parametrize(
        ("by", "reason"),
        [
            ("deputy", PermissionDenied),
            ("regional_convenor", Http404),
            ("national_admin", Http404),
            ("lead_elsewhere", Http404),
            ("stranger", Http404),
            ("leaver", Http404),
        ],
    )
    def test_nobody_else_tells_or_sees_it(self, cast: Cast, by: str, reason: type[Exception]):
        with pytest.raises(reason):
            told(cast.people()[by], cast.lead)
        assert can(cast.people()[by], P.PROVISION_VIEW, on=post_of(cast.lead)) is (by == "deputy")

    def test_said_twice_it_is_told_once_and_a_change_says_who_and_when(self, cast: Cast):
        first = told(cast.lead, cast.lead)
        with at(now() + timedelta(days=1)):
            again = told(cast.secretary, cast.lead)
            assert first
            assert again
            assert (again.told_at, again.told_by) == (first.told_at, cast.lead)
            changed = told(cast.secretary, cast.lead, days_a_month=Decimal(0))
            assert changed
            assert (changed.told_by, changed.told_at) == (cast.secretary, now())
        assert first.events.count() == 2

    def test_it_can_be_taken_back(self, cast: Cast):
        told(cast.lead, cast.lead)
        assert told(cast.lead, cast.lead, **UNTOLD) is None
        assert told(cast.lead, cast.lead, **UNTOLD) is None
        assert not Provision.objects.exists()

    def test_pounds_without_a_budget_are_not_kept(self, cast: Cast):
        kept = told(cast.lead, cast.lead, has_budget=False)
        assert kept is not None
        assert kept.pounds_a_year is None

    def test_posts_that_nobody_asks_about_are_refused(self, cast: Cast):
        with pytest.raises(NotNow, match="executive leads and their deputies only"):
            told(cast.secretary, cast.secretary)
        with pytest.raises(NotNow, match="executive leads and their deputies only"):
            told(cast.facilitator, cast.facilitator)

    def test_what_is_over_stays_as_it_was(self, cast: Cast):
        post, last_day = post_of(cast.deputy), today()
        end_appointment(by=cast.secretary, appointment=post, last_day=last_day)
        the_day_after = datetime.combine(last_day + timedelta(days=1), time(9), tzinfo=UK)
        with at(the_day_after), pytest.raises(NotNow, match="This post ended on"):
            told(cast.secretary, cast.deputy)
        Organisation.objects.filter(pk=cast.trust.pk).update(closed_date=today() - timedelta(days=1))
        with pytest.raises(NotNow, match="closed on"):
            told(cast.lead, cast.lead)

    @pytest.mark.parametrize(
        ("change", "rule"),
        [
            ({"days_a_month": 24}, "fits_into_a_month"),
            ({"has_budget": False}, "of_a_budget_only"),
            (UNTOLD, "tells_something"),
        ],
    )
    def test_the_database_keeps_what_makes_sense(self, cast: Cast, change: dict[str, Any], rule: str):
        told(cast.lead, cast.lead)
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            Provision.objects.update(**change)

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({}, ("1.5 days a month", "£25,000 a year", "an analyst and an administrator")),
            (
                {"days_a_month": Decimal(1), "pounds_a_year": None},
                ("1 day a month", "yes, nobody has told how much", "an analyst and an administrator"),
            ),
            (
                {"days_a_month": Decimal("20.0"), "has_budget": None, "support": None},
                ("20 days a month", "", ""),
            ),
            ({"days_a_month": Decimal(0), "has_budget": False, "support": []}, ("none", "none", "nobody")),
            ({"days_a_month": None, "has_budget": False}, ("", "none", "an analyst and an administrator")),
        ],
    )
    def test_it_reads_in_words(self, cast: Cast, change: dict[str, Any], words: tuple[str, ...]):
        told(cast.lead, cast.lead, **change)
        kept = Provision.objects.get()
        assert (kept.time_in_words, kept.budget_in_words, kept.support_in_words) == words
        assert str(kept).startswith("Time and support of Leila Lead")


class TestHandover:
    def test_whoever_follows_sees_what_the_leaver_had(self, cast: Cast, signed_in: SignIn):
        told(cast.lead, cast.lead, has_budget=None)
        post, last_day = post_of(cast.lead), today() - timedelta(days=1)
        end_appointment(by=cast.secretary, appointment=post, last_day=last_day)
        nell = UserFactory(name="Nell Next", email="nell@nhs.example")
        appoint_person(
            by=cast.secretary,
            person=nell,
            role=Role.EXECUTIVE_LEAD,
            organisation=cast.trust,
            from_date=today(),
        )
        assert [item.text for item in time_and_support(nell, post)] == [
            "Protected time: 1.5 days a month",
            "Who helps: an analyst and an administrator",
        ]
        page = text(signed_in(nell).get(reverse("handover-show", kwargs={"public_id": post.public_id})))
        assert "Protected time: 1.5 days a month" in page
        assert time_and_support(cast.national_admin, post) == []

    def test_a_pack_without_says_what_a_note_can_do(self, cast: Cast, signed_in: SignIn):
        post = post_of(cast.lead)
        page = text(signed_in(cast.lead).get(reverse("handover-show", kwargs={"public_id": post.public_id})))
        assert "Nobody has told which time, budget and support came with this post. A note can." in page


class TestPage:
    ANSWERS = {
        "time": "some",
        "days_a_month": "2.5",
        "budget": "yes",
        "pounds_a_year": "12000",
        "support": ["analyst", "engagement"],
    }

    def test_a_lead_tells_and_finds_it_again(self, cast: Cast, signed_in_by_code: SignIn):
        client = signed_in_by_code(cast.lead)
        assert address(cast.lead) in text(client.get("/account/"))
        page = text(client.get(address(cast.lead)))
        assert "What do you have for the work on health inequalities?" in page
        named = [name for name in cast.people() if cast.people()[name].name in page]
        assert named == ["lead", "deputy", "secretary"], "who sees it is named"
        answer = client.post(address(cast.lead), self.ANSWERS, follow=True)
        assert "What you told is kept." in text(answer)
        kept = Provision.objects.get()
        assert (kept.days_a_month, kept.pounds_a_year) == (Decimal("2.5"), 12_000)
        page = text(client.get(address(cast.lead)))
        assert "Last told by Leila Lead on" in page
        assert 'value="2.5"' in page
        client.post(address(cast.lead), {"time": "none", "budget": "no", "support": ["nobody"]})
        kept = Provision.objects.get()
        assert (kept.days_a_month, kept.has_budget, kept.support) == (0, False, [])
        assert text(client.get(address(cast.lead))).count("checked") == 3
        answer = client.post(address(cast.lead), {}, follow=True)
        assert "Nothing is told of this post now." in text(answer)

    def test_the_secretary_tells_for_the_lead(self, cast: Cast, signed_in_by_code: SignIn):
        client = signed_in_by_code(cast.secretary)
        people = reverse("organisation-people", kwargs={"code": cast.trust.code})
        assert address(cast.lead) in text(client.get(people))
        assert address(cast.secretary) not in text(client.get(people))
        assert "Time and support of Leila Lead" in text(client.get(address(cast.lead)))
        answer = client.post(address(cast.lead), self.ANSWERS)
        assert answer["Location"] == people
        convenors = signed_in_by_code(cast.regional_convenor)
        assert address(cast.lead) not in text(convenors.get(people))

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"days_a_month": ""}, "Enter how many days a month"),
            ({"days_a_month": "24"}, "less than or equal to 23"),
            ({"time": "none"}, "Choose “Yes” if days are protected"),
            ({"budget": "no"}, "Choose “Yes” if there is a budget"),
            ({"support": ["nobody", "analyst"]}, "but not both"),
        ],
    )
    def test_what_does_not_fit_is_said_and_what_was_typed_stays(
        self, cast: Cast, signed_in_by_code: SignIn, change: dict[str, Any], says: str
    ):
        page = text(signed_in_by_code(cast.lead).post(address(cast.lead), self.ANSWERS | change))
        assert says in page
        assert 'value="12000"' in page
        assert not Provision.objects.exists()

    def test_a_post_that_nobody_asks_about_has_no_page(self, cast: Cast, signed_in_by_code: SignIn):
        answer = signed_in_by_code(cast.secretary).get(address(cast.secretary))
        assert answer.status_code == 409
        assert signed_in_by_code(cast.curator).get(address(cast.curator)).status_code == 404

    def test_it_stands_on_no_page_that_others_read(self, cast: Cast, signed_in_by_code: SignIn):
        told(cast.lead, cast.lead)
        page = text(
            signed_in_by_code(cast.stranger).get(
                reverse("organisation-show", kwargs={"code": cast.trust.code})
            )
        )
        assert "25,000" not in page
        assert "days a month" not in page


def test_a_lead_of_long_ago_is_not_asked(cast: Cast):
    gone = appointed("Ola Old", Role.DEPUTY, cast.icb, to_date=date(2024, 5, 1))
    assert not can(gone, P.PROVISION_EDIT, on=post_of(gone))
