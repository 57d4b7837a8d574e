"""The plan and the measures on other pages: this week, panels, search and stored references."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

from accountability.actions.plan import add_action, cite_resource
from accountability.contributions.measures import first_visit, this_week
from accountability.models import Measure
from accountability.queries.panels import activity_panel, commitment_panel, resource_panel
from accountability.queries.work import found_actions, work_lines
from hileads.clock import today
from hileads.contributions import Consequence
from hileads.leads.models import Role, User
from hileads.once import reading_once
from hileads.organisations.models import Kind
from hileads.references import resolve
from hileads.wording import long_date
from repository.public import resource_for_citation
from tests.actors import Cast
from tests.factories.boardroom import action_of, figure_of, measure_of, report_of
from tests.factories.commitments import commitment_of
from tests.factories.content import activity, example_measure, resource
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import appointed
from tests.integration.accountability.conftest import Real
from tests.lines import lines_from

DAY = date(2026, 11, 22)
Page = Callable[..., str]


def lines(person: object) -> list[tuple[Consequence, str, str]]:
    return [(line.consequence, line.text, line.verb) for line in lines_from(work_lines, person, DAY)]


def test_this_week_shows_what_is_late_due_soon_or_cannot_show_a_change(cast: Cast):
    measured = {"example_measure": example_measure()}
    action_of(cast.lead, cast.trust, title="Late", due_date=DAY - timedelta(days=1), **measured)
    action_of(cast.lead, cast.trust, title="Today", due_date=DAY, **measured)
    action_of(cast.lead, cast.trust, title="In seven days", due_date=DAY + timedelta(days=7), **measured)
    action_of(cast.lead, cast.trust, title="In eight days", due_date=DAY + timedelta(days=8), **measured)
    action_of(cast.deputy, cast.trust, title="Somebody's", due_date=DAY - timedelta(days=1), **measured)
    action_of(cast.deputy, cast.trust, title="Not late", due_date=DAY, **measured)
    action_of(cast.lead_elsewhere, cast.trust_elsewhere, title="Elsewhere", due_date=DAY, **measured)
    assert lines(cast.lead) == [
        (Consequence.OVERDUE, "Late", "Say how it stands"),
        (Consequence.DUE_SOON, "Today", "Say how it stands"),
        (Consequence.DUE_SOON, "In seven days", "Say how it stands"),
        (Consequence.OVERDUE, "Dev Deputy’s action: Somebody's", "Offer help"),
    ]
    assert lines(cast.secretary) == []
    assert lines(cast.leaver) == []


def test_actions_without_a_measure_are_one_chance_for_each_plan(cast: Cast):
    single = action_of(cast.lead, cast.trust, due_date=DAY + timedelta(days=90))
    chance = lines_from(work_lines, cast.lead, DAY)
    assert [line.text for line in chance] == [
        "1 action in the plan cannot show a change yet: no measure is chosen."
    ]
    assert chance[0].url == f"/plan/actions/{single.public_id}/edit/"
    action_of(cast.lead, cast.trust, due_date=DAY + timedelta(days=90))
    chance = lines_from(work_lines, cast.lead, DAY)
    assert [(line.text[:9], line.url) for line in chance] == [("2 actions", "/plan/RAV/")]


def test_the_number_of_queries_does_not_grow_with_the_lines(cast: Cast, django_assert_num_queries: Callable):
    action_of(cast.lead, cast.trust, due_date=DAY)
    lines_from(work_lines, cast.lead, DAY)
    for number in range(20):
        action_of((cast.lead, cast.deputy)[number % 2], cast.trust, due_date=DAY - timedelta(days=number))
    with reading_once(), django_assert_num_queries(5):
        lines_from(work_lines, cast.lead, DAY)


def test_an_activity_offers_itself_to_the_plan_and_says_what_it_became(cast: Cast):
    found = activity()
    assert activity_panel(cast.lead, found) == {"code": found.code, "actions": [], "may_edit": True}
    assert activity_panel(cast.secretary, found) is None
    assert activity_panel(cast.national_admin, found) is None
    action = action_of(cast.lead, cast.trust, from_activity=found)
    assert activity_panel(cast.secretary, found)["actions"] == [action]
    assert activity_panel(cast.lead_elsewhere, found)["actions"] == []


def test_a_resource_offers_itself_at_the_version_on_the_screen(cast: Cast):
    found, action = resource(), action_of(cast.lead, cast.trust)
    read = resource_for_citation(cast.lead, found.code)
    cite_resource(by=cast.lead, action=action, resource=read)
    panel = resource_panel(cast.lead, found)
    assert (panel["actions"], panel["revision"], panel["may_edit"]) == ([action], read.revision_id, True)


def test_a_commitment_offers_itself_to_its_author_alone(cast: Cast):
    commitment = commitment_of(cast.lead)
    assert commitment_panel(cast.deputy, commitment) is None
    assert commitment_panel(cast.lead, commitment)["actions"] == []
    action = add_action(
        by=cast.lead,
        organisation=cast.trust,
        token=uuid4(),
        title="Ask two practices",
        owner=cast.lead,
        due_date=today(),
        commitment=commitment.public_id,
    )
    assert commitment_panel(cast.lead, commitment)["actions"] == [action]


def test_the_panels_are_drawn_on_their_pages(cast: Cast, page: Page):
    found, read = activity(), resource()
    action_of(cast.lead, cast.trust, title="Adopted", from_activity=found)
    text = page(cast.lead, f"/activities/{found.code}/")
    assert "In our plan already:" in text
    assert f"/plan/actions/add/?activity={found.code}" in text
    text = page(cast.lead, f"/evidence/{read.code}/")
    assert f"/plan/cite/{read.code}/?revision={read.live_revision_id}" in text


def test_a_new_lead_hears_the_most_local_figure_on_inequality(real: Real):
    line = first_visit(real.nadia, None)["line"]
    assert (line.version.measure.code, line.figures.place) == ("smoking-deprivation", real["QWO"])
    assert "We hold none for Bradford" in line.note
    assert not line.is_own
    ruth = appointed("Ruth Okafor", Role.EXECUTIVE_LEAD, real["QWO"])
    assert first_visit(ruth, real["QWO"])["line"].is_own
    at_frimley = appointed("Fay Frimley", Role.EXECUTIVE_LEAD, real["RDU"])
    assert first_visit(at_frimley, None)["line"].figures.place is None


def test_this_week_says_the_measures_of_the_plan_first(real: Real):
    codes = [found.version.measure.code for found in this_week(real.nadia, None)["measures"]]
    assert codes == ["ae-four-hours", "rtt-18-weeks-trust", "smoking-deprivation"]
    action_of(real.nadia, real["RAE"], measure=Measure.objects.get(code="life-expectancy-men-deprivation"))
    codes = [found.version.measure.code for found in this_week(real.nadia, real["RAE"])["measures"]]
    assert codes == ["life-expectancy-men-deprivation", "ae-four-hours", "rtt-18-weeks-trust"]
    mental_health = appointed("Mia Mind", Role.EXECUTIVE_LEAD, real["RXG"])
    codes = [found.version.measure.code for found in this_week(mental_health, None)["measures"]]
    assert "ae-four-hours" not in codes


def test_without_any_figure_there_is_nothing_to_say(cast: Cast):
    assert first_visit(cast.lead, None) is None
    assert this_week(cast.lead, None) is None


def test_a_board_of_which_no_gap_is_known_is_told_what_is(real: Real):
    without = appointed("Sue Heartlands", Role.EXECUTIVE_LEAD, real["QXU"])
    assert first_visit(without, real["QXU"])["line"].figures.place == real["QXU"]


def first_words(page: Page, person: User) -> str:
    return " ".join(page(person, "/this-week/").split())


def test_a_new_lead_hears_when_the_board_sees_its_next_paper_and_who_drafts_it(cast: Cast, page: Page):
    new = appointed("Nell New", Role.EXECUTIVE_LEAD, cast.icb, from_date=today())
    assert "No date is set for your board’s next assurance report yet." in first_words(page, new)
    assert "so ask your board office for the date" in first_words(page, new)
    meeting = today() + timedelta(days=90)
    report_of(cast.icb, meeting_date=meeting, paper_deadline_date=meeting - timedelta(days=10))
    assert f"next assurance report on {long_date(meeting)}" in first_words(page, new)
    assert "agree with your board office who drafts the words" in first_words(page, new)
    appointed("Ines Secretary", Role.BOARD_SECRETARY, cast.icb)
    assert "Ines Secretary drafts the words" in first_words(page, new)


def test_a_network_has_no_board_and_hears_of_no_paper(cast: Cast, page: Page):
    network = OrganisationFactory(code="U98765", kind=Kind.PCN)
    new = appointed("Nell New", Role.EXECUTIVE_LEAD, network, from_date=today())
    assert "The next paper for your board" not in first_words(page, new)


def test_search_finds_actions_of_ones_own_plan_in_which_every_word_stands(cast: Cast):
    action_of(cast.lead, cast.trust, title="Offer help to stop smoking", why="Wards ask first")
    action_of(cast.lead_elsewhere, cast.trust_elsewhere, title="Offer help to stop smoking")
    hits = found_actions(cast.lead, "smoking wards")
    assert [(hit.title, hit.kind_label) for hit in hits] == [
        ("Offer help to stop smoking", "Action, planned")
    ]
    assert found_actions(cast.lead, "smoking clinics") == []
    assert found_actions(cast.lead, "  ") == []
    assert found_actions(cast.stranger, "smoking") == []


def test_stored_references_lead_back_for_those_who_may_see(cast: Cast):
    action, version = action_of(cast.lead, cast.trust), measure_of()
    figure_of(version, cast.trust, date(2026, 1, 1), 700)
    reference = f"accountability:action:{action.public_id}"
    assert resolve(cast.lead, reference).title == action.title
    assert resolve(cast.lead_elsewhere, reference) is None
    assert resolve(cast.lead, "accountability:action:nothing") is None
    assert resolve(cast.lead, "accountability:measure:a-measure").url == "/measures/a-measure/"
    assert resolve(cast.leaver, "accountability:measure:a-measure") is None
    assert resolve(cast.lead, "accountability:measure:nothing") is None
