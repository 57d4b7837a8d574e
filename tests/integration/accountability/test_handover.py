"""What of the boardroom stands in the pack that a leaver hands over."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

from accountability.actions.board import edit_board_measure
from accountability.actions.plan import cite_resource
from accountability.actions.trials import start_trial
from accountability.models import ReportState
from accountability.queries.handover import (
    board_measures,
    evidence_used,
    measures_used,
    open_actions,
    open_trials,
    reports_due,
)
from hileads.contributions import HandoverItem
from hileads.leads.models import Appointment, User
from hileads.once import reading_once
from repository.public import resource_for_citation
from tests.actors import Cast
from tests.factories.boardroom import action_of, measure_of, report_of
from tests.factories.content import resource

SECTIONS = (open_actions, open_trials, measures_used, board_measures, reports_due, evidence_used)


def texts(items: list[HandoverItem]) -> list[str]:
    return [item.text for item in items]


def full(cast: Cast) -> Appointment:
    """Return the lead's post, with work of theirs, of a colleague and of somebody elsewhere."""
    version = measure_of()
    own = action_of(cast.lead, cast.trust, title="Ask at every visit", measure=version.measure)
    action_of(cast.lead, cast.trust, title="Done", state="done", closed_at=own.created_at)
    action_of(cast.deputy, cast.trust, title="Dev’s own")
    action_of(cast.lead_elsewhere, cast.trust_elsewhere, title="Elsewhere")
    read = resource_for_citation(cast.lead, resource().code)
    cite_resource(by=cast.deputy, action=own, resource=read)
    start_trial(by=cast.lead, action=own, token=uuid4(), change="Two wards first", prediction="More say yes")
    watched = {
        "by": cast.secretary,
        "organisation": cast.trust,
        "measure": version.measure,
        "owner": cast.lead,
    }
    edit_board_measure(**watched, frequency="monthly", target=80.0)
    others = measure_of("others", title="Dev’s own", family="inequality")
    edit_board_measure(**watched | {"measure": others.measure, "owner": cast.deputy})
    report_of(cast.trust)
    signed = {"from_date": date(2025, 10, 1), "to_date": date(2026, 3, 31), "state": ReportState.SIGNED}
    report_of(cast.trust, **signed)
    return Appointment.objects.get(user=cast.lead)


def test_the_sections_name_what_is_open_and_whose_it_is(cast: Cast):
    post = full(cast)
    for reader in (cast.lead, cast.deputy, cast.secretary):
        assert texts(open_actions(reader, post)) == ["Ask at every visit"]
        assert texts(open_trials(reader, post)) == ["Two wards first"]
        assert texts(measures_used(reader, post)) == [measure_title(post)]
        [watched] = board_measures(reader, post)
        assert watched.text == measure_title(post)
        assert watched.detail == "At least 80.0%. The board sees it every month."
        assert watched.url == "/measures/board/RAV/#a-measure"
        assert texts(reports_due(reader, post)) == ["Assurance report for 1 April 2026 to 30 September 2026"]
        assert texts(evidence_used(reader, post)) == ["Fair waits: a guide"]


def measure_title(post: Appointment) -> str:
    action = post.user.actions.get(title="Ask at every visit")
    assert action.measure
    return str(action.measure.versions.get().title)


def test_a_reader_sees_no_more_than_elsewhere(cast: Cast):
    post = full(cast)
    for reader in (cast.lead_elsewhere, cast.national_admin, cast.stranger, cast.leaver):
        assert [texts(section(reader, post)) for section in SECTIONS if section is not measures_used] == [
            []
        ] * 5
        assert measures_used(reader, post) == []


def test_the_sections_read_as_often_with_one_action_as_with_twenty(
    cast: Cast, django_assert_num_queries: Callable
):
    post = full(cast)
    reader = User.objects.get(pk=cast.lead.pk)
    open_actions(reader, post)
    for number in range(20):
        action = action_of(cast.lead, cast.trust, title=f"More {number}")
        start_trial(by=cast.lead, action=action, token=uuid4(), change="Try", prediction="Better")
        watched = measure_of(f"more-{number}", has_number=False, unit="")
        edit_board_measure(by=cast.lead, organisation=cast.trust, measure=watched.measure, owner=cast.lead)
    with reading_once(), django_assert_num_queries(len(SECTIONS) + 5):
        for section in SECTIONS:
            section(reader, post)
