"""Importing an organisation's own figures: all or nothing, the same file again changes nothing, and it can be undone."""

import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import OperationalError
from django.http import Http404

from accountability import tasks
from accountability.actions import figurefiles, figureimports
from accountability.actions.figurefiles import (
    check_figure_file,
    discard_figures,
    dispose_figure_files,
    keep_figure_file,
    recheck_figures,
)
from accountability.actions.figureimports import apply_figures, carry_out_figure_imports, undo_figures
from accountability.actions.measures import _Register, _write_figures
from accountability.models import (
    DataSource,
    FigureFilePart,
    FigureImport,
    FigureImportState,
    MeasureVersion,
    Observation,
    ObservationState,
    Outcome,
    StagedFigure,
)
from accountability.queries.figureimports import can_be_undone, preview
from accountability.reference.figures import counted
from accountability.statistics.periods import calendar_month
from hileads.clock import at, now
from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, User
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of
from tests.factories.figurefiles import blank_row, checked, figure_row, figures_csv, handed_in
from tests.factories.people import appointed


@pytest.fixture
def version(db: None) -> MeasureVersion:
    return measure_of()


@pytest.fixture
def fifths(db: None) -> MeasureVersion:
    return measure_of("smoking", title="Smoking", breakdown="deprivation_quintile")


def imported(by: User, cast: Cast, *rows: dict[str, str]) -> FigureImport:
    run = checked(by, cast.trust, *rows)
    return decide(by, run)


def decide(by: User, run: FigureImport, *, only_good_rows: bool = False) -> FigureImport:
    assert run.checked_at
    return apply_figures(by=by, run=run, seen=run.checked_at.isoformat(), only_good_rows=only_good_rows)


def held(cast: Cast) -> dict[str, float | None]:
    rows = Observation.objects.current().filter(organisation=cast.trust)
    return dict(rows.order_by("period_end_date").values_list("period", "value"))


def faults(run: FigureImport) -> dict[int, str]:
    return dict(run.staged.filter(outcome=Outcome.REJECTED).values_list("number", "fault"))


def break_down(*given: object, **named: object) -> None:
    raise RuntimeError("Something nobody thought of")


def go_away(**named: object) -> None:
    raise OperationalError("The database is away")


@pytest.mark.usefixtures("version")
class TestImporting:
    def test_figures_say_from_which_file_they_came_and_when_they_were_published(self, cast: Cast):
        run = imported(cast.lead, cast, figure_row(1, published="3 March 2025"), figure_row(2))
        assert run.counts == {"rejected": 0, "new": 2, "changed": 0, "unchanged": 0}
        assert (run.state, run.measures, run.decided_by) == ("applied", ["a-measure"], cast.lead)
        first, second = run.observations.order_by("period_end_date")
        assert (first.value, first.numerator, first.denominator) == (70.0, 700, 1000)
        assert first.published_date == date(2025, 3, 3)
        assert second.published_date is None
        assert first.figure_import.handed_in_by == cast.lead
        assert first.source.publisher == cast.trust.name

    def test_the_states_without_a_figure_stay_apart_and_have_no_numbers(self, cast: Cast):
        states = ["suppressed", "missing", "not reported", "not applicable"]
        rows = [blank_row(month, state=state) for month, state in enumerate(states, start=1)]
        run = imported(cast.lead, cast, *rows, figure_row(5, numerator="0"), figure_row(6))
        found = run.observations.order_by("period_end_date").values_list("state", "value", "numerator")
        assert list(found) == [
            (ObservationState.SUPPRESSED, None, None),
            (ObservationState.MISSING, None, None),
            (ObservationState.NOT_REPORTED, None, None),
            (ObservationState.NOT_APPLICABLE, None, None),
            (ObservationState.ZERO, 0.0, 0),
            (ObservationState.VALUE, 70.0, 700),
        ]

    def test_the_same_file_again_changes_nothing(self, cast: Cast):
        rows = [figure_row(1, published="3 March 2025"), blank_row(2, reason="Fewer than five people.")]
        imported(cast.lead, cast, *rows)
        again = checked(cast.deputy, cast.trust, *rows)
        assert again.counts == {"rejected": 0, "new": 0, "changed": 0, "unchanged": 2}
        with pytest.raises(NotNow, match="there is nothing to import"):
            decide(cast.deputy, again)
        assert Observation.objects.count() == 2

    def test_a_restatement_keeps_what_was_and_says_field_by_field_what_changes(self, cast: Cast):
        imported(cast.lead, cast, figure_row(1), figure_row(2))
        run = checked(cast.lead, cast.trust, figure_row(1, numerator="710", published="3 March 2025"))
        (row,) = preview(run, "", "").rows
        assert row.title == "Seen within four hours, January 2025"
        assert row.changes == [
            ("Numerator", "700", "710"),
            ("Value", "70.0", "71.0"),
            ("Published on", "not known", "3 March 2025"),
        ]
        decide(cast.lead, run)
        assert held(cast) == {"January 2025": 71.0, "February 2025": 70.0}
        restated = run.observations.get()
        assert restated.replaces.value == 70.0
        assert not restated.replaces.is_current

    def test_a_restatement_may_hide_what_was_shown(self, cast: Cast):
        imported(cast.lead, cast, figure_row(1))
        run = checked(cast.lead, cast.trust, blank_row(1, reason="Too few people."))
        (row,) = preview(run, Outcome.CHANGED, "").rows
        assert ("State", "Value", "Hidden to protect people") in row.changes
        assert ("Reason", "nothing", "Too few people.") in row.changes
        assert ("Numerator", "700", "nothing") in row.changes
        decide(cast.lead, run)
        assert held(cast) == {"January 2025": None}

    def test_a_file_with_a_bad_row_is_imported_whole_or_not_at_all(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(1), figure_row(2, numerator="many"))
        with pytest.raises(NotNow, match="1 row is rejected, and a file is imported whole or not at all"):
            decide(cast.lead, run)
        assert held(cast) == {}

    def test_the_good_rows_only_are_imported_when_asked_for(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(1), figure_row(2, numerator="many"))
        run = decide(cast.lead, run, only_good_rows=True)
        assert held(cast) == {"January 2025": 70.0}
        assert run.only_good_rows
        assert faults(run)[3].startswith("“Numerator” says “many”.")

    def test_a_file_without_a_good_row_imports_nothing(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(2, numerator="many"))
        with pytest.raises(NotNow, match="No row of this file would change anything"):
            decide(cast.lead, run, only_good_rows=True)

    def test_two_rows_of_the_same_figure_are_both_rejected(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(1), figure_row(2), figure_row(1, numerator="1"))
        assert faults(run) == {
            2: "Row 4 is of the same measure, period and group. Keep one of the two.",
            4: "Row 2 is of the same measure, period and group. Keep one of the two.",
        }

    def test_a_period_has_one_name(self, cast: Cast, fifths: MeasureVersion):
        rows = [
            figure_row(1, measure="smoking", group=group, period=name)
            for group, name in (("1", "January 2025"), ("2", "Jan 2025"))
        ]
        run = checked(cast.lead, cast.trust, *rows)
        said = (
            "These days are called “January 2025” already, here or in an earlier row. Write “January 2025” under "
            "“Period”."
        )
        assert faults(run) == {3: said}
        titles = [row.title for row in preview(run, Outcome.NEW, "").rows]
        assert titles == ["Smoking, January 2025, group 1"]
        decide(cast.lead, run, only_good_rows=True)
        later = checked(cast.lead, cast.trust, rows[1])
        assert faults(later) == {2: said}

    def test_what_the_portal_loads_from_a_publisher_is_not_changed_by_a_file(
        self, cast: Cast, version: MeasureVersion
    ):
        figure_of(version, cast.trust, date(2025, 2, 1), 700)
        same = figure_row(2)
        assert checked(cast.lead, cast.trust, same).counts["unchanged"] == 1
        other = checked(cast.lead, cast.trust, figure_row(2, numerator="1"))
        assert faults(other)[2].startswith("The portal loads this figure itself, from “A table of figures”")

    def test_what_a_publisher_publishes_later_counts_instead_and_what_was_handed_in_is_kept(
        self, cast: Cast, version: MeasureVersion
    ):
        run = imported(cast.lead, cast, figure_row(1), figure_row(2))
        figure_of(version, cast.trust, date(2024, 2, 1), 1)
        source = DataSource.objects.get(code="a-source")
        register = _Register({"RAV": cast.trust.pk}, {"a-measure": version.pk})
        published = counted("a-measure", "RAV", calendar_month(2025, 1), 5, 10)
        counts = _write_figures(source, [published], register)
        assert counts.created == 1
        assert held(cast) == {"January 2025": 50.0, "February 2025": 70.0}
        undo_figures(by=cast.lead, run=run)
        assert held(cast) == {"January 2025": 50.0}

    def test_the_file_must_have_been_looked_at_as_it_was_last_checked(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(1))
        with pytest.raises(NotNow, match="checked again since you looked"):
            apply_figures(by=cast.lead, run=run, seen="2025-01-01T00:00:00+00:00")

    def test_what_changed_since_the_check_has_to_be_looked_at_again(self, cast: Cast):
        one, other = checked(cast.lead, cast.trust, figure_row(1)), figure_row(1, numerator="1")
        imported(cast.deputy, cast, other)
        with pytest.raises(NotNow, match="have changed since this file was checked"):
            decide(cast.lead, one)
        recheck_figures(by=cast.lead, run=one)
        assert carry_out_figure_imports(by=User.objects.system()) == 1
        one.refresh_from_db()
        assert one.counts["changed"] == 1
        decide(cast.lead, one)
        assert held(cast) == {"January 2025": 70.0}

    def test_a_measure_that_means_something_else_by_now_has_to_be_looked_at_again(
        self, cast: Cast, version: MeasureVersion
    ):
        run = checked(cast.lead, cast.trust, figure_row(1))
        version.is_live = False
        version.save()
        with pytest.raises(NotNow, match="have changed since this file was checked"):
            decide(cast.lead, run)

    def test_an_import_is_decided_once(self, cast: Cast):
        run = imported(cast.lead, cast, figure_row(1))
        for step in (decide, lambda by, run: discard_figures(by=by, run=run)):
            with pytest.raises(NotNow, match="This file is imported"):
                step(cast.lead, run)

    def test_a_closed_organisation_gets_no_figures_any_more(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(1))
        cast.trust.closed_date = date(2025, 6, 1)
        cast.trust.save()
        with pytest.raises(NotNow, match="closed on 1 June 2025"):
            decide(cast.lead, run)
        with pytest.raises(NotNow, match="closed on 1 June 2025"):
            handed_in(cast.lead, cast.trust, b"x")

    def test_only_what_is_imported_is_compared_with_the_organisations_own(
        self, cast: Cast, version: MeasureVersion
    ):
        figure_of(version, cast.trust_elsewhere, date(2025, 2, 1), 1)
        figure_of(version, None, date(2025, 2, 1), 1)
        assert checked(cast.lead, cast.trust, figure_row(2)).counts["new"] == 1


@pytest.mark.usefixtures("version")
class TestUndoing:
    def test_what_was_before_counts_again_and_what_came_is_kept(self, cast: Cast):
        first = imported(cast.lead, cast, figure_row(1), figure_row(2))
        second = imported(cast.deputy, cast, figure_row(1, numerator="1"), figure_row(3))
        second = undo_figures(by=cast.secretary, run=second)
        assert held(cast) == {"January 2025": 70.0, "February 2025": 70.0}
        assert (second.state, second.undone_by) == (FigureImportState.UNDONE, cast.secretary)
        assert second.observations.count() == 2
        undo_figures(by=cast.lead, run=first)
        assert held(cast) == {}

    def test_it_can_be_imported_again_afterwards(self, cast: Cast):
        undo_figures(by=cast.lead, run=imported(cast.lead, cast, figure_row(1)))
        imported(cast.lead, cast, figure_row(1))
        assert held(cast) == {"January 2025": 70.0}

    def test_it_is_undone_once(self, cast: Cast):
        run = undo_figures(by=cast.lead, run=imported(cast.lead, cast, figure_row(1)))
        with pytest.raises(NotNow, match="was undone on"):
            undo_figures(by=cast.lead, run=run)

    def test_what_was_not_imported_cannot_be_undone(self, cast: Cast):
        with pytest.raises(NotNow, match="waiting for your decision, so there is nothing to undo"):
            undo_figures(by=cast.lead, run=checked(cast.lead, cast.trust, figure_row(1)))

    def test_a_file_that_was_checked_before_an_undoing_has_to_be_looked_at_again(self, cast: Cast):
        run = imported(cast.lead, cast, figure_row(1))
        other = checked(cast.lead, cast.trust, figure_row(2))
        undo_figures(by=cast.lead, run=run)
        with pytest.raises(NotNow, match="have changed since this file was checked"):
            decide(cast.lead, other)

    @pytest.mark.usefixtures("fifths")
    def test_only_until_the_next_import_of_the_same_measure_at_the_organisation(self, cast: Cast):
        run = imported(cast.lead, cast, figure_row(1))
        imported(cast.lead, cast, figure_row(1, measure="smoking"))
        assert can_be_undone(run)
        imported(cast.lead, cast, figure_row(2))
        assert not can_be_undone(run)
        with pytest.raises(NotNow, match="Another file has brought figures of the same measures since"):
            undo_figures(by=cast.lead, run=run)


@pytest.mark.usefixtures("version")
class TestTheQueue:
    def test_the_task_checks_what_waits_and_says_how_far_it_is(
        self, cast: Cast, monkeypatch: pytest.MonkeyPatch
    ):
        told: list[tuple[int, int | None]] = []
        monkeypatch.setattr("accountability.actions.figurestaging.TELL_EVERY", 1)
        monkeypatch.setattr(
            "accountability.actions.figurestaging.cache.set", lambda key, value: told.append(value)
        )
        run = handed_in(cast.lead, cast.trust, figures_csv(figure_row(1), figure_row(2)))
        tasks.carry_out_figure_imports()
        run.refresh_from_db()
        assert run.state == FigureImportState.CHECKED
        assert [rows for rows, _ in told] == [1, 2]
        assert told[-1][1] == 100

    def test_a_long_file_is_imported_and_undone_by_the_queue(
        self, cast: Cast, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(figureimports, "ROWS_AT_ONCE", 1)
        run = imported(cast.lead, cast, figure_row(1), figure_row(2))
        assert run.state == FigureImportState.APPLYING
        assert held(cast) == {}
        tasks.carry_out_figure_imports()
        assert len(held(cast)) == 2
        run = undo_figures(by=cast.lead, run=FigureImport.objects.get(pk=run.pk))
        assert run.state == FigureImportState.UNDOING
        tasks.carry_out_figure_imports()
        assert held(cast) == {}
        assert FigureImport.objects.get(pk=run.pk).state == FigureImportState.UNDONE

    def test_what_the_queue_cannot_import_any_more_waits_for_a_decision_again(
        self, cast: Cast, version: MeasureVersion, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(figureimports, "ROWS_AT_ONCE", 0)
        run = imported(cast.lead, cast, figure_row(1))
        version.is_live = False
        version.save()
        tasks.carry_out_figure_imports()
        run.refresh_from_db()
        assert run.state == FigureImportState.CHECKED
        assert "have changed since this file was checked" in run.refusal
        assert held(cast) == {}

    def test_a_file_that_makes_the_queue_fail_says_so_and_holds_up_no_other(
        self, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ):
        monkeypatch.setattr(figureimports, "ROWS_AT_ONCE", 0)
        undone = imported(cast.lead, cast, figure_row(1))
        tasks.carry_out_figure_imports()
        undo_figures(by=cast.lead, run=undone)
        applying = imported(cast.lead, cast, figure_row(2))
        checking = handed_in(cast.lead, cast.trust, figures_csv(figure_row(3)))
        for name in ("_take_back", "_enter_or_ask_again", "check_figure_file"):
            monkeypatch.setattr(figureimports, name, break_down)
        tasks.carry_out_figure_imports()
        states = [FigureImport.objects.get(pk=run.pk) for run in (undone, applying, checking)]
        assert [run.state for run in states] == ["applied", "checked", "refused"]
        assert {run.refusal[:37] for run in states} == {"The portal could not finish this, and"}
        assert caplog.text.count("could not be carried out") == 3
        assert held(cast) == {"January 2025": 70.0}

    def test_a_database_that_is_away_is_asked_again_later(self, cast: Cast, monkeypatch: pytest.MonkeyPatch):
        run = handed_in(cast.lead, cast.trust, figures_csv(figure_row(3)))
        monkeypatch.setattr(figureimports, "check_figure_file", go_away)
        with pytest.raises(OperationalError):
            carry_out_figure_imports(by=User.objects.system())
        assert FigureImport.objects.get(pk=run.pk).state == FigureImportState.CHECKING

    def test_what_another_worker_has_done_is_passed_over(self, cast: Cast):
        run = checked(cast.lead, cast.trust, figure_row(1))
        assert not figureimports._carry_out(User.objects.system(), run.pk)

    def test_a_file_that_cannot_be_read_is_refused_and_nothing_of_it_is_staged(self, cast: Cast):
        content = figures_csv(figure_row(1)) + b"Zo\xeb\n"
        run = check_figure_file(by=cast.lead, run=handed_in(cast.lead, cast.trust, content))
        assert run.state == FigureImportState.REFUSED
        assert run.refusal.startswith("Row 3 holds a letter that is not UTF-8")
        assert not StagedFigure.objects.exists()

    def test_a_file_is_kept_in_parts_and_is_the_same_file(self, cast: Cast, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(figurefiles, "A_PART", 50)
        file = File(io.BytesIO(figures_csv(*(figure_row(month) for month in range(1, 13)))))
        run = keep_figure_file(by=cast.lead, organisation=cast.trust, file_name="year.csv", file=file)
        assert run.parts.count() > 10
        run = check_figure_file(by=cast.lead, run=run)
        assert run.counts["new"] == 12

    def test_a_file_handed_in_twice_while_it_waits_is_one(self, cast: Cast):
        content = figures_csv(figure_row(1))
        assert handed_in(cast.lead, cast.trust, content) == handed_in(cast.deputy, cast.trust, content)


@pytest.mark.usefixtures("version")
class TestKeeping:
    def test_a_discarded_file_is_not_kept(self, cast: Cast):
        run = discard_figures(by=cast.lead, run=checked(cast.lead, cast.trust, figure_row(1)))
        assert (run.state, run.decided_by) == (FigureImportState.DISCARDED, cast.lead)
        assert not FigureFilePart.objects.exists()
        assert not StagedFigure.objects.exists()

    def test_after_a_month_a_file_is_let_go_of_and_what_it_brought_stays(self, cast: Cast):
        with at(now() - timedelta(days=31)):
            done = imported(cast.lead, cast, figure_row(1))
            waiting = checked(cast.lead, cast.trust, figure_row(2))
        fresh = checked(cast.lead, cast.trust, figure_row(3))
        portal = User.objects.system()
        assert dispose_figure_files(by=portal, moment=now()) == 2
        assert dispose_figure_files(by=portal, moment=now()) == 0
        states = FigureImport.objects.order_by("pk").values_list("pk", "state")
        assert list(states) == [(done.pk, "applied"), (waiting.pk, "discarded"), (fresh.pk, "checked")]
        assert held(cast) == {"January 2025": 70.0}
        assert fresh.parts.exists()


ATTEMPTS: list[Callable[[User, FigureImport], object]] = [
    lambda by, run: check_figure_file(by=by, run=run),
    decide,
    lambda by, run: recheck_figures(by=by, run=run),
    lambda by, run: discard_figures(by=by, run=run),
    lambda by, run: undo_figures(by=by, run=run),
    lambda by, run: handed_in(by, run.organisation, b"x"),
]


@pytest.mark.usefixtures("version")
class TestWhoMay:
    @pytest.mark.parametrize("who", ["lead", "deputy", "secretary", "national_admin"])
    def test_the_organisations_own_people_and_national_administrators_import(self, cast: Cast, who: str):
        imported(cast.people()[who], cast, figure_row(1))
        assert held(cast) == {"January 2025": 70.0}

    def test_so_does_its_team(self, cast: Cast):
        imported(appointed("Tara Team", Role.TEAM_MEMBER, cast.trust), cast, figure_row(1))
        assert held(cast) == {"January 2025": 70.0}

    @pytest.mark.parametrize(
        "who", ["lead_elsewhere", "regional_convenor", "curator", "facilitator", "stranger"]
    )
    @pytest.mark.parametrize("attempt", ATTEMPTS)
    def test_nobody_else_does_any_of_it(
        self, cast: Cast, who: str, attempt: Callable[[User, FigureImport], object]
    ):
        run = checked(cast.lead, cast.trust, figure_row(1))
        with pytest.raises(PermissionDenied, match="own figures are imported by its lead"):
            attempt(cast.people()[who], run)
        assert FigureImport.objects.get().state == FigureImportState.CHECKED

    @pytest.mark.parametrize("attempt", ATTEMPTS)
    def test_a_leaver_finds_nothing(self, cast: Cast, attempt: Callable[[User, FigureImport], object]):
        run = checked(cast.lead, cast.trust, figure_row(1))
        with pytest.raises(Http404):
            attempt(cast.leaver, run)

    def test_the_queue_is_the_portals(self, cast: Cast):
        with pytest.raises(PermissionDenied):
            carry_out_figure_imports(by=cast.lead)
