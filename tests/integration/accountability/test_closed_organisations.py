"""What a closed organisation recorded stays as it was, and whoever took over reads it as what it is: another's."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accountability.actions.plan import (
    add_action,
    cite_resource,
    close_action,
    edit_action,
    note_action,
    reopen_action,
)
from accountability.actions.report import (
    edit_front_sheet,
    edit_narrative,
    freeze_report,
    open_report,
    sign_report,
)
from accountability.actions.trials import decide_trial, start_trial
from accountability.models import Action, ActionState, Decision, Report
from accountability.queries.report import report_summary, reports_from_before
from hileads.clock import now, today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import nominate_person, send_invitation_again
from hileads.leads.models import Role, User
from hileads.organisations.models import Organisation, Succession
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope, users_who_can
from repository.public import resource_for_citation
from tests.actors import Cast
from tests.factories.boardroom import action_of, report_of
from tests.factories.content import resource
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
YESTERDAY = today() - timedelta(days=1)


def succeed(before: Organisation, after: Organisation, **more: Any) -> None:
    Succession.objects.create(
        predecessor=before, successor=after, kind="merger", effective_date=today(), source="test", **more
    )


def close(organisation: Organisation, day: date = YESTERDAY) -> None:
    organisation.closed_date = day
    organisation.save()


@pytest.fixture
def trial(cast: Cast) -> Any:
    action = action_of(cast.lead, cast.trust)
    return start_trial(by=cast.lead, action=action, token=uuid4(), change="Ask", prediction="More")


def attempts(
    cast: Cast, action: Action, trial: Any, report: Report, read: Any
) -> dict[str, Callable[[], Any]]:
    lead, secretary = cast.lead, cast.secretary
    return {
        "add": lambda: add_action(
            by=lead, organisation=cast.trust, token=uuid4(), title="One more", owner=lead, due_date=today()
        ),
        "edit": lambda: edit_action(by=lead, action=action, title="Another title"),
        "note": lambda: note_action(by=lead, action=action, token=uuid4(), text="A note"),
        "close": lambda: close_action(by=lead, action=action, state=ActionState.DONE),
        "reopen": lambda: reopen_action(by=lead, action=action),
        "cite": lambda: cite_resource(by=lead, action=action, resource=read),
        "try": lambda: start_trial(by=lead, action=action, token=uuid4(), change="Ask", prediction="More"),
        "decide": lambda: decide_trial(by=lead, trial=trial, decision=Decision.ADOPT, because="It worked"),
        "open": lambda: open_report(
            by=secretary,
            organisation=cast.trust,
            from_date=today() - timedelta(days=90),
            to_date=YESTERDAY,
            meeting_date=today(),
        ),
        "sheet": lambda: edit_front_sheet(by=secretary, report=report, ask="note"),
        "words": lambda: edit_narrative(
            by=secretary, report=report, narrative="x", learning="", next_steps=""
        ),
        "freeze": lambda: freeze_report(by=secretary, report=report),
        "sign": lambda: sign_report(by=lead, report=report),
    }


def test_nothing_that_a_closed_organisation_recorded_can_be_changed(cast: Cast, trial: Any):
    report = report_of(cast.trust)
    read = resource_for_citation(cast.lead, resource().code)
    close(cast.trust)
    for attempt in attempts(cast, trial.action, trial, report, read).values():
        with pytest.raises(
            NotNow, match=r"Alder Vale NHS Foundation Trust closed on .* it can be read, and not changed"
        ):
            attempt()


def test_on_its_last_day_everything_can_still_be_changed(cast: Cast, trial: Any):
    close(cast.trust, today())
    note_action(by=cast.lead, action=trial.action, token=uuid4(), text="A last note")
    edit_action(by=cast.lead, action=trial.action, title="Another title")


def test_nobody_is_invited_to_a_closed_organisation(cast: Cast):
    invitation = nominate_person(
        by=cast.lead,
        organisation=cast.trust,
        role=Role.TEAM_MEMBER,
        email="ivo@nhs.example",
        name="Ivo",
        from_date=today(),
    )
    close(cast.trust)
    with pytest.raises(NotNow, match="closed on"):
        send_invitation_again(by=cast.lead, invitation=invitation)


def test_its_pages_say_that_it_is_closed_and_offer_nothing_to_change(
    cast: Cast, trial: Any, signed_in: SignIn
):
    report = report_of(cast.trust)
    close(cast.trust)
    client = signed_in(cast.lead)
    for address, offered in (
        (reverse("plan-show", args=[cast.trust.code]), "Add an action"),
        (reverse("action-show", args=[trial.action.public_id]), "Write a note"),
        (reverse("report-show", args=[report.public_id]), "Change the front sheet"),
        (reverse("report-list"), "Open a report"),
    ):
        page = client.get(address).content.decode()
        assert offered not in page
    for address in (
        reverse("plan-show", args=[cast.trust.code]),
        reverse("report-show", args=[report.public_id]),
    ):
        assert "it can be read, and not changed" in client.get(address).content.decode()
    answer = client.post(
        reverse("action-note", args=[trial.action.public_id]), {"text": "A note", "token": str(uuid4())}
    )
    assert answer.status_code == 409
    assert "it can be read, and not changed" in answer.content.decode()
    summary = report_summary(cast.secretary, report, on=today())
    assert (summary.may_edit, summary.may_freeze, summary.may_sign, summary.next_step) == (False,) * 3 + ("",)
    empty = OrganisationFactory()
    secretary = appointed("Emil Empty", Role.BOARD_SECRETARY, empty)
    close(empty)
    page = signed_in(secretary).get(reverse("plan-show", args=[empty.code])).content.decode()
    assert "There was no action in this plan." in page


@pytest.fixture
def inherited(cast: Cast, trial: Any) -> Report:
    """The trust has closed, and the trust elsewhere took over from it."""
    report = report_of(cast.trust)
    close(cast.trust)
    succeed(cast.trust, cast.trust_elsewhere)
    return report


def test_whoever_took_over_reads_what_was_recorded_before_under_its_own_name(
    cast: Cast, trial: Any, inherited: Report, signed_in: SignIn
):
    action_of(cast.lead_elsewhere, cast.trust_elsewhere, "Our own action")
    client = signed_in(cast.lead_elsewhere)
    own = client.get(reverse("plan-show", args=[cast.trust_elsewhere.code])).content.decode()
    assert "Plan of Alder Vale NHS Foundation Trust" in own
    assert trial.action.title not in own
    assert "1 open action" in own
    before = client.get(reverse("plan-show", args=[cast.trust.code])).content.decode()
    assert trial.action.title in before
    assert "Our own action" not in before
    assert client.get(reverse("action-show", args=[trial.action.public_id])).status_code == 200
    listed = client.get(reverse("report-list")).content.decode()
    assert "Alder Vale NHS Foundation Trust, closed on" in listed
    assert reverse("report-show", args=[inherited.public_id]) in listed
    assert client.get(reverse("report-show", args=[inherited.public_id])).status_code == 200


def test_it_is_read_and_not_changed(cast: Cast, trial: Any, inherited: Report, signed_in: SignIn):
    client = signed_in(cast.lead_elsewhere)
    assert not can(cast.lead_elsewhere, P.PLAN_EDIT, on=trial.action)
    assert client.get(reverse("action-edit", args=[trial.action.public_id])).status_code == 403
    assert client.get(reverse("front-sheet-edit", args=[inherited.public_id])).status_code == 403


READERS = [
    ("lead_elsewhere", True),
    ("lead", True),
    ("secretary", True),
    ("stranger", False),
    ("regional_convenor", False),
    ("leaver", False),
    ("facilitator", False),
]


@pytest.mark.parametrize(("who", "reads"), READERS)
def test_who_reads_what_a_predecessor_recorded(cast: Cast, inherited: Report, who: str, reads: bool):
    person = cast.people()[who]
    assert can(person, P.REPORT_VIEW, on=inherited) is reads
    assert (person in users_who_can(P.REPORT_VIEW, on=inherited)) is reads
    assert scope(Report.objects.all(), person, P.REPORT_VIEW).exists() is reads


def test_before_the_succession_and_while_it_is_open_its_records_are_its_own(cast: Cast, trial: Any):
    succeed(cast.trust, cast.trust_elsewhere)
    report = report_of(cast.trust)
    assert not can(cast.lead_elsewhere, P.REPORT_VIEW, on=report)
    assert cast.lead_elsewhere not in users_who_can(P.REPORT_VIEW, on=report)


def test_a_chain_of_successions_is_followed(cast: Cast, inherited: Report):
    last = OrganisationFactory(name="Last of all NHS Trust")
    lead = appointed("Lara Last", Role.EXECUTIVE_LEAD, last)
    assert not can(lead, P.REPORT_VIEW, on=inherited)
    close(cast.trust_elsewhere)
    succeed(cast.trust_elsewhere, last)
    assert can(lead, P.REPORT_VIEW, on=inherited)
    assert lead in users_who_can(P.REPORT_VIEW, on=inherited)
    report_of(cast.trust, to_date=date(2026, 3, 31), from_date=date(2025, 10, 1))
    (found,) = reports_from_before(lead, last, on=today())
    assert found.organisation == cast.trust
    assert len(found.reports) == 2
    assert reports_from_before(lead, None, on=now().date()) == []


def test_the_list_runs_the_same_queries_with_few_and_many_predecessors(
    cast: Cast, inherited: Report, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(cast.lead_elsewhere)
    few = [queries_of(client, reverse(name)) for name in ("report-list", "plan-own")]
    for _ in range(10):
        other = OrganisationFactory(closed_date=YESTERDAY)
        succeed(other, cast.trust_elsewhere)
        report_of(other)
    assert [queries_of(client, reverse(name)) for name in ("report-list", "plan-own")] == few
