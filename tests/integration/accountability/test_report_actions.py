"""The assurance report from opening to export: what may happen when, and what can never change."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, transaction
from django.http import Http404

from accountability.actions.report import (
    edit_front_sheet,
    edit_narrative,
    export_report,
    freeze_report,
    open_report,
    sign_report,
)
from accountability.models import Export, Report, Snapshot
from accountability.queries.report import report_document
from hileads import clock
from hileads.frame.refusals import NotNow
from tests.actors import Cast
from tests.factories.boardroom import action_of, figure_of, measure_of, report_of

PERIOD = {"from_date": date(2026, 4, 1), "to_date": date(2026, 9, 30), "meeting_date": date(2026, 12, 30)}
SHEET = {"ask": "note", "ask_detail": "Note the gap.", "alert": "", "advise": "", "assure": ""}
WORDS = {"narrative": "The gap is smaller.", "learning": "Evenings did not work.", "next_steps": "Go on."}


@pytest.fixture
def report(cast: Cast) -> Report:
    return report_of(cast.trust)


@pytest.fixture
def ready(cast: Cast, report: Report) -> Report:
    edit_front_sheet(by=cast.secretary, report=report, **SHEET)
    return edit_narrative(by=cast.secretary, report=report, **WORDS)


def test_papers_are_due_seven_clear_working_days_before_the_board_meets(cast: Cast):
    report = open_report(by=cast.secretary, organisation=cast.trust, **PERIOD)
    assert report.paper_deadline_date == date(2026, 12, 16), "25 and 28 December 2026 are bank holidays"


def test_opening_the_same_period_twice_opens_one_report(cast: Cast):
    first = open_report(by=cast.secretary, organisation=cast.trust, **PERIOD)
    assert open_report(by=cast.lead, organisation=cast.trust, **PERIOD) == first
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ({"to_date": date(2026, 4, 20)}, "at least four weeks"),
        ({"meeting_date": date(2026, 9, 30)}, "after the period"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(cast: Cast, dates: dict[str, date], reason: str):
    with pytest.raises(NotNow, match=reason):
        open_report(by=cast.secretary, organisation=cast.trust, **{**PERIOD, **dates})


STEPS = {
    "open": lambda who, cast, report: open_report(by=who, organisation=cast.trust, **PERIOD),
    "edit": lambda who, cast, report: edit_front_sheet(by=who, report=report, **SHEET),
    "write": lambda who, cast, report: edit_narrative(by=who, report=report, **WORDS),
    "freeze": lambda who, cast, report: freeze_report(by=who, report=report),
}
MAY = {
    "lead": {"open", "edit", "write"},
    "deputy": {"open", "edit", "write"},
    "secretary": {"open", "edit", "write", "freeze"},
    "lead_elsewhere": set(),
    "regional_convenor": set(),
    "national_admin": set(),
    "stranger": set(),
    "leaver": set(),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", MAY)
def test_who_may_do_what_with_an_open_report(cast: Cast, ready: Report, who: str, step: str):
    person = cast.people()[who]
    if step in MAY[who]:
        assert STEPS[step](person, cast, ready)
    else:
        with pytest.raises((PermissionDenied, Http404)):
            STEPS[step](person, cast, ready)


@pytest.mark.parametrize(("who", "refusal"), [("secretary", PermissionDenied), ("lead_elsewhere", Http404)])
def test_only_the_lead_signs(cast: Cast, ready: Report, who: str, refusal: type[Exception]):
    freeze_report(by=cast.secretary, report=ready)
    with pytest.raises(refusal):
        sign_report(by=cast.people()[who], report=ready)
    signature = sign_report(by=cast.lead, report=ready)
    assert signature.signed_as == "Executive lead for health inequalities"


def test_a_report_is_frozen_only_when_front_sheet_and_narrative_are_written(cast: Cast, report: Report):
    with pytest.raises(NotNow, match=r"what the board is asked to do.*what the board should know"):
        freeze_report(by=cast.secretary, report=report)


def test_a_frozen_report_never_changes_again(cast: Cast, ready: Report):
    snapshot = freeze_report(by=cast.secretary, report=ready)
    for step in ("edit", "write", "freeze"):
        with pytest.raises(NotNow):
            STEPS[step](cast.secretary, cast, ready)
    for change in (lambda: Snapshot.objects.update(document="{}"), snapshot.delete):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            change()


def test_an_open_report_is_neither_signed_nor_exported(cast: Cast, ready: Report):
    with pytest.raises(NotNow, match="Only a frozen report"):
        sign_report(by=cast.lead, report=ready)
    with pytest.raises(NotNow, match="Freeze the report first"):
        export_report(by=cast.secretary, report=ready, file_format=Export.Format.PDF)


def test_signing_twice_is_refused_with_the_reason(cast: Cast, ready: Report):
    freeze_report(by=cast.secretary, report=ready)
    sign_report(by=cast.lead, report=ready)
    with pytest.raises(NotNow, match="nobody has signed"):
        sign_report(by=cast.lead, report=ready)


def test_the_report_holds_the_plan_as_it_stood_and_stays_so(cast: Cast, ready: Report):
    action = action_of(cast.lead, cast.trust)
    freeze_report(by=cast.secretary, report=ready)
    action.title = "Something else"
    action.save()
    frozen = json.loads(Snapshot.objects.get().document)
    assert [row["title"] for row in frozen["actions"]] == ["Offer help to stop smoking"]


def test_the_report_holds_only_figures_that_were_published_by_the_day_it_was_frozen(
    cast: Cast, ready: Report
):
    version = measure_of()
    figure_of(version, cast.trust, date(2026, 8, 1), 800, published_date=date(2026, 9, 10))
    figure_of(version, cast.trust, date(2026, 9, 1), 700, published_date=date(2026, 12, 10))
    document = report_document(ready, on=date(2026, 11, 13))
    points = document["measures"][0]["series"]["points"]
    assert [(point["period"], point["value"]) for point in points] == [("August 2026", 80.0)]


def test_a_measure_that_belongs_to_nobody_here_is_left_out(cast: Cast, report: Report):
    figure_of(measure_of(), cast.trust_elsewhere, date(2026, 8, 1), 800)
    assert report_document(report, on=date(2026, 11, 13))["measures"] == []


def test_exports_come_from_the_snapshot_and_are_kept_on_record(cast: Cast, ready: Report):
    action_of(cast.lead, cast.trust)
    freeze_report(by=cast.secretary, report=ready)
    moment = datetime(2026, 11, 14, 9, tzinfo=UTC)
    for file_format, first in (
        (Export.Format.PDF, b"%PDF"),
        (Export.Format.WORD, b"PK"),
        (Export.Format.SPREADSHEET, b"PK"),
    ):
        with clock.at(moment):
            content = export_report(by=cast.secretary, report=ready, file_format=file_format)
        assert content.startswith(first)
    assert set(Export.objects.values_list("format", "exported_by", "exported_at")) == {
        (kind, cast.secretary.pk, moment) for kind in ("pdf", "docx", "xlsx")
    }


def test_the_command_writes_a_frozen_report_to_a_file(cast: Cast, ready: Report, tmp_path, capsys):
    freeze_report(by=cast.secretary, report=ready)
    for name in (str(ready.public_id), "rav"):
        target = tmp_path / f"{name}.pdf"
        call_command("export_assurance_report", name, "--format", "pdf", "--output", str(target))
        assert target.read_bytes().startswith(b"%PDF")
    assert "from the snapshot" in capsys.readouterr().out
    assert Export.objects.filter(exported_by__is_system=True).count() == 2


def test_the_command_says_what_is_wrong(cast: Cast, ready: Report, tmp_path):
    arguments = ("--format", "pdf", "--output", str(tmp_path / "no" / "such.pdf"))
    with pytest.raises(CommandError, match="Freeze the report first"):
        call_command("export_assurance_report", str(ready.public_id), *arguments)
    with pytest.raises(CommandError, match="There is no report XYZ"):
        call_command("export_assurance_report", "XYZ", *arguments)
    freeze_report(by=cast.secretary, report=ready)
    with pytest.raises(CommandError, match="Could not write"):
        call_command("export_assurance_report", str(ready.public_id), *arguments)
