"""My role: the guide for my kind of organisation, or an honest word that there is none."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from hileads.clock import today
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Kind
from induction.models import TrainingTopic
from induction.queries import my_role
from tests.actors import Cast
from tests.factories.content import role_guide
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import appointed

SignIn = Callable[[User], Client]


def page_of(client: Client) -> str:
    return " ".join(client.get("/my-role/").content.decode().split())


@pytest.mark.usefixtures("library")
def test_a_trusts_lead_gets_the_trusts_guide(cast: Cast, signed_in: SignIn):
    page = page_of(signed_in(cast.lead))
    assert (
        "You have been executive lead for health inequalities at Alder Vale NHS Foundation Trust since 1 April 2024."
        in page
    )
    assert "/my-role/guides/trust-lead/" in page
    assert "There is no guide yet" not in page
    assert "first 90 days" not in page


@pytest.mark.usefixtures("library")
def test_an_icbs_lead_gets_the_icbs_guide(cast: Cast, signed_in: SignIn):
    lead = appointed("Ida Icb", Role.EXECUTIVE_LEAD, cast.icb)
    assert "/my-role/guides/icb-lead/" in page_of(signed_in(lead))


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("kind", [Kind.PCN, Kind.NATIONAL, Kind.REGION])
def test_others_hear_that_there_is_no_guide_yet_and_which_is_nearest(
    cast: Cast, signed_in: SignIn, kind: Kind
):
    place = OrganisationFactory(kind=kind)
    page = page_of(signed_in(appointed("Otto Other", Role.EXECUTIVE_LEAD, place)))
    assert f"There is no guide yet for your kind of organisation ({Kind(kind).label.lower()})" in page
    assert "Read the nearest guide" in page
    assert "/my-role/guides/icb-lead/" in page


@pytest.mark.usefixtures("library")
def test_a_person_with_a_national_post_hears_the_same(cast: Cast, signed_in: SignIn):
    assert "There is no guide yet for people with a national role" in page_of(signed_in(cast.facilitator))


def test_without_any_guide_the_evidence_is_the_place_to_begin(lead: User, signed_in: SignIn):
    page = page_of(signed_in(lead))
    assert "No role guide has been published yet." in page
    assert "Something to begin with" not in page


@pytest.mark.usefixtures("library")
def test_a_new_lead_is_told_the_day_and_where_to_start(cast: Cast, signed_in: SignIn):
    Appointment.objects.filter(user=cast.lead).update(from_date=today() - timedelta(days=11))
    page = page_of(signed_in(cast.lead))
    assert "This is day 12 of your first 90." in page
    assert "#first-90-days" in page


DAYS = [(0, True), (89, True), (90, False)]


@pytest.mark.parametrize(("days_ago", "is_new"), DAYS)
def test_one_is_new_for_ninety_days(cast: Cast, days_ago: int, is_new: bool):
    Appointment.objects.filter(user=cast.lead).update(from_date=today() - timedelta(days=days_ago))
    assert my_role(cast.lead, cast.trust, today()).is_new is is_new


def test_one_who_leads_nothing_here_is_not_new(cast: Cast):
    role = my_role(cast.secretary, cast.trust, today())
    assert role.appointment is None
    assert not role.is_new


@pytest.mark.usefixtures("library")
def test_three_activities_to_begin_with_and_the_topics_leads_named(lead: User, signed_in: SignIn):
    TrainingTopic.objects.create(
        code="T1", title="Partners", description="Who can change what.", why_it_matters="So."
    )
    page = page_of(signed_in(lead))
    for address in ("F1-ACC-1", "F1-SUP-2", "F1-SUP-4"):
        assert f"/activities/{address}/" in page
    assert "What leads wanted to learn about" in page
    assert "/evidence/?q=Partners" in page


@pytest.mark.usefixtures("library")
def test_the_newest_of_two_guides_for_a_kind_is_the_one(cast: Cast):
    role_guide("trust-lead-2", "trust")
    assert my_role(cast.lead, cast.trust, today()).guide.code == "trust-lead-2"  # type: ignore[union-attr]


@pytest.mark.usefixtures("library")
def test_a_guide_shows_its_contents_and_sections(lead: User, signed_in: SignIn):
    page = signed_in(lead).get("/my-role/guides/trust-lead/").content.decode()
    assert '<a href="#first-90-days">Your first days</a>' in page
    assert '<h2 class="nhsuk-heading-l" id="role">What the role is</h2>' in page
    assert "<p>You answer to the board.</p>" in page
    assert "Due for review" not in page


def test_a_guide_that_is_overdue_for_review_says_so(lead: User, signed_in: SignIn):
    role_guide("old", "trust", review_due_date=today() - timedelta(days=1))
    assert "Due for review" in signed_in(lead).get("/my-role/guides/old/").content.decode()


def test_a_draft_guide_is_not_there(lead: User, signed_in: SignIn):
    role_guide("draft", "trust", draft=True)
    assert signed_in(lead).get("/my-role/guides/draft/").status_code == 404


def test_a_person_without_a_post_has_no_role(cast: Cast, signed_in: SignIn):
    assert signed_in(cast.leaver).get("/my-role/").status_code == 403
