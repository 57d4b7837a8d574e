"""What the induction room adds to the pages of others."""

from datetime import timedelta

import pytest

from hileads.clock import today
from hileads.contributions import Consequence, panels, reference_loaders, search_sources, work
from hileads.leads.models import Appointment, User
from hileads.references import resolve
from induction import contributions
from induction.queries import activities_answering, sections_answering
from tests.actors import Cast
from tests.lines import lines_from


def lines(user: User) -> list[tuple[str, str]]:
    source = work.get("induction")
    assert source is not None
    return [(line.organisation_name, line.url) for line in lines_from(source.lines, user, today())]


def test_a_new_lead_is_offered_something_to_begin_with_for_ninety_days(cast: Cast):
    appointment = Appointment.objects.get(user=cast.lead)
    assert lines(cast.lead) == []
    appointment.from_date = today() - timedelta(days=89)
    appointment.save()
    assert lines(User.objects.get(pk=cast.lead.pk)) == [(cast.trust.name, "/my-role/")]
    appointment.from_date = today() - timedelta(days=90)
    appointment.save()
    assert lines(User.objects.get(pk=cast.lead.pk)) == []


def test_the_offer_is_a_chance_not_a_duty(cast: Cast):
    Appointment.objects.filter(user=cast.lead).update(from_date=today())
    source = work.get("induction")
    assert source is not None
    (line,) = lines_from(source.lines, cast.lead, today())
    assert line.consequence == Consequence.CHANCE
    assert line.due_date is None


@pytest.mark.usefixtures("library")
def test_the_first_visit_offers_three_activities(lead: User):
    panel = panels.get("induction.first_visit")
    assert panel is not None
    assert panel.slot == "home.first_visit"
    context = panel.context(lead, None)
    assert context is not None
    assert [one.code for one in context["activities"]] == ["F1-ACC-1", "F1-SUP-2", "F1-SUP-4"]


def test_without_activities_the_first_visit_offers_nothing(lead: User):
    panel = panels.get("induction.first_visit")
    assert panel is not None
    assert panel.context(lead, None) is None


@pytest.mark.usefixtures("library")
def test_a_reference_leads_to_a_published_activity(lead: User):
    found = resolve(lead, "induction:activity:F1-ACC-1")
    assert found is not None
    assert found.url == "/activities/F1-ACC-1/"
    assert resolve(lead, "induction:activity:F1-POL-9") is None


@pytest.mark.usefixtures("library")
def test_the_site_search_finds_activities_and_sections_of_guides(lead: User):
    activities, guides = (search_sources.get(f"induction.{name}") for name in ("activities", "guides"))
    assert activities is not None
    assert guides is not None
    assert [hit.url for hit in activities.find(lead, "who does what?")] == []
    assert [hit.url for hit in activities.find(lead, "make it clear")] == ["/activities/F1-SUP-4/"]
    hits = list(guides.find(lead, "whom to meet"))
    assert {hit.url for hit in hits} == {
        "/my-role/guides/trust-lead/#first-90-days",
        "/my-role/guides/icb-lead/#first-90-days",
    }
    assert {hit.summary for hit in hits} == {"Meet people."}


@pytest.mark.usefixtures("library")
def test_drafts_and_empty_questions_find_nothing(cast: Cast):
    assert not activities_answering(cast.lead, "draft").exists()
    assert not activities_answering(cast.lead, "what is it?").exists()
    assert not sections_answering(cast.leaver, "meet").exists()


def test_the_loader_ships_in_the_portals_name(monkeypatch: pytest.MonkeyPatch, db: None):
    monkeypatch.setattr(contributions, "load_content", lambda *, by: {"by": by.is_system})
    loader = reference_loaders.get("induction")
    assert loader is not None
    assert loader.load() == {"by": True}
