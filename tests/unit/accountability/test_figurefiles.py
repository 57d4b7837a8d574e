"""A file of figures: what stands in a row is a figure that holds together, or is refused in plain words."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from accountability.figurefiles import reading
from accountability.figurefiles.columns import COLUMNS, LAYOUT
from accountability.figurefiles.known import Known, KnownMeasure, known_from
from accountability.figurefiles.reading import rows_of
from accountability.figurefiles.rows import Wanted, understood
from accountability.figurefiles.writing import TYPES, rows_to_mend, template
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.observations import Breakdown, Group, State, Unit
from hileads.spreadsheets.cells import UnreadableError
from hileads.spreadsheets.layout import RawRow
from tests.factories.figurefiles import blank_row, figure_row, figures_csv

PLAIN = KnownMeasure(1, "a-measure", "Seen within four hours", Unit.PERCENT, ())
FIFTHS = KnownMeasure(
    2, "smoking", "Smoking", Unit.PERCENT, deprivation_groups(Breakdown.DEPRIVATION_QUINTILE)
)
LIFE = KnownMeasure(3, "life", "Life expectancy", Unit.YEARS, (Group("f", "f", "women"),))
MEASURES = [PLAIN, FIFTHS, LIFE]


@pytest.fixture
def known() -> Known:
    return known_from(date(2026, 4, 1), "RAV", "Alder Vale NHS Foundation Trust", MEASURES)


def wanted_of(known: Known, cells: dict[str, Any]) -> Wanted:
    wanted, faults = understood(RawRow(2, cells, ()), known)
    assert faults == ()
    assert wanted is not None
    return wanted


class TestFigures:
    def test_two_counts_are_a_percentage(self, known: Known):
        wanted = wanted_of(known, figure_row(numerator="1,234", denominator="10,000"))
        numbers = wanted.numbers
        assert (numbers.numerator, numbers.denominator, numbers.value) == (1234, 10_000, 12.34)
        assert numbers.state is State.VALUE
        assert (wanted.version_id, wanted.group, wanted.published_date) == (1, "all", None)
        assert (wanted.period_start_date, wanted.period_end_date) == (date(2025, 1, 1), date(2025, 1, 31))

    def test_nought_of_some_is_a_zero_and_not_missing(self, known: Known):
        for cells in (figure_row(numerator="0"), figure_row(numerator="0", state="value")):
            assert wanted_of(known, cells).numbers.state is State.ZERO

    def test_a_value_beside_its_counts_may_be_rounded(self, known: Known):
        for value in ("33", "33.3", "33.33%"):
            wanted = wanted_of(known, figure_row(numerator="1", denominator="3", value=value))
            assert wanted.numbers.value == 100 / 3

    def test_a_value_alone_with_limits_is_kept_as_it_is(self, known: Known):
        cells = blank_row(measure="LIFE", group="Women", value="81.5", lower="81", upper="82.1", state="")
        numbers = wanted_of(known, cells).numbers
        assert (numbers.value, numbers.lower, numbers.upper, numbers.numerator) == (81.5, 81.0, 82.1, None)

    @pytest.mark.parametrize(
        ("text", "state"),
        [
            ("suppressed", State.SUPPRESSED),
            ("Hidden to protect people", State.SUPPRESSED),
            ("missing", State.MISSING),
            ("not_reported", State.NOT_REPORTED),
            ("Not applicable", State.NOT_APPLICABLE),
        ],
    )
    def test_the_states_without_a_figure_stay_apart(self, known: Known, text: str, state: State):
        wanted = wanted_of(known, blank_row(state=text, reason="Fewer than five people."))
        assert wanted.numbers.state is state
        assert wanted.numbers.value is None
        assert wanted.reason == "Fewer than five people."

    def test_groups_and_measures_are_known_by_number_or_name(self, known: Known):
        for group, key in (("1", "1"), ("Most deprived fifth", "1"), ("", "all"), ("Everyone", "all")):
            assert wanted_of(known, figure_row(measure="Smoking", group=group)).group == key

    def test_when_it_was_published_may_be_told_or_not_known(self, known: Known):
        assert wanted_of(known, figure_row(published="13 March 2025")).published_date == date(2025, 3, 13)
        assert wanted_of(known, figure_row(published="Not known")).published_date is None

    @pytest.mark.parametrize(
        ("cells", "fault"),
        [
            (figure_row(measure=""), "“Measure” is empty."),
            (figure_row(measure="sleep"), "No measure has the code “sleep”. The template lists the codes."),
            (
                figure_row(code="rbm"),
                "The row is of the organisation RBM. Here you import figures of Alder Vale",
            ),
            (figure_row(period="x" * 21), "“Period” is longer than 20 letters."),
            (blank_row(reason="x" * 301), "“Reason” is longer than 300 letters."),
            (figure_row(period_start="soon"), "“Period start” says “soon”. Write a date"),
            (
                figure_row(period_end="31/12/2024"),
                "The period ends on 31 December 2024, before it starts on 1 January 2025.",
            ),
            (
                figure_row(period_end="30/04/2026"),
                "The period ends on 30 April 2026, which has still to come. Import it when it is over.",
            ),
            (figure_row(published="2/4/2026"), "“Published on” says 2 April 2026, which has still to come."),
            (
                figure_row(published="30/1/2025"),
                "“Published on” says 30 January 2025, before the period ends on 31 January 2025.",
            ),
            (figure_row(group="1"), "Seen within four hours has no groups. Leave “Group” empty."),
            (
                figure_row(measure="smoking", group="6"),
                "Smoking has no group “6”. Its groups are: all, 1, 2, 3, 4, 5.",
            ),
            (figure_row(numerator="1001"), "The numerator, 1,001, is larger than the denominator, 1,000."),
            (figure_row(numerator=""), "Only one of “Numerator” and “Denominator” is given."),
            (figure_row(numerator="0", denominator="0"), "Out of nought there is no figure."),
            (figure_row(numerator="7.5"), "“Numerator” says “7.5”. Write a whole number, or leave it empty"),
            (figure_row(numerator="-7"), "“Numerator” says “-7”. Write a whole number"),
            (figure_row(value="71"), "“Value” says 71, but 700 out of 1,000 is 70.0%."),
            (blank_row(state="", value="*"), "“Value” says “*”. Write a number, or leave it empty and say in “State”"),
            (blank_row(state="", value="nan"), "“Value” says “nan”. Write a number"),
            (blank_row(state="", value="120"), "“Value” says 120, but at most 100 can be."),
            (blank_row(state="", measure="life", value="81%"), "“Value” says “81%”. Write a number"),
            (blank_row(state=""), "There is no figure and no state."),
            (blank_row(state="zero"), "There is no figure and no state."),
            (figure_row(state="zero"), "“State” says zero, but the figure is not 0."),
            (figure_row(state="secret"), "“State” says “secret”. Write suppressed, missing"),
            (figure_row(reason="Late"), "“Reason” is for rows without a figure."),
            (figure_row(completeness="101"), "“Completeness” says 101, but at most 100 can be."),
            (figure_row(unknown_share="few"), "“Group not known” says “few”. Write a number"),
            (figure_row(lower="69"), "Only one of “Lower limit” and “Upper limit” is given."),
            (figure_row(lower="71", upper="72"), "The limits 71 and 72 do not lie on either side of the value 70."),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_said(self, known: Known, cells: dict[str, str], fault: str):
        wanted, faults = understood(RawRow(2, dict(cells), ()), known)
        assert wanted is None
        assert len(faults) == 1
        assert faults[0].startswith(fault)

    @pytest.mark.parametrize("state", ["suppressed", "missing", "not reported", "not applicable"])
    @pytest.mark.parametrize("key", ["numerator", "denominator", "value", "lower", "upper"])
    def test_a_number_beside_a_state_without_a_figure_would_give_it_away(
        self, known: Known, state: str, key: str
    ):
        wanted, faults = understood(RawRow(2, blank_row(state=state, **{key: "3"}), ()), known)
        assert wanted is None
        assert faults[0].startswith(f"“State” says “{state}”, so there must be no number, but “")

    def test_a_cell_that_cannot_be_read_is_not_called_empty_too(self, known: Known):
        faults = ("“Measure” holds a formula. Copy the column and paste it as values.",)
        assert understood(RawRow(2, figure_row(measure=""), faults), known) == (None, faults)


class TestFiles:
    @pytest.mark.parametrize("file_format", TYPES)
    def test_a_template_can_be_read_once_it_is_filled_in(self, file_format: str):
        content = template(file_format, MEASURES)
        with pytest.raises(UnreadableError, match="Below the headings there are no rows"):
            list(rows_of(io.BytesIO(content)))

    def test_the_templates_say_which_measures_and_groups_there_are(self):
        sheet = openpyxl.load_workbook(io.BytesIO(template("xlsx", MEASURES)))["How to fill it in"]
        said = {row[0].value: row[2].value for row in sheet.iter_rows()}
        assert said["a-measure"] == "No groups"
        assert said["smoking"].startswith("all (everyone), 1 (Most deprived fifth)")
        assert said["life"] == "all (everyone), f"
        assert said["Measure"] == "Groups"

    def test_a_workbook_may_have_so_many_rows_and_a_text_file_more(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(reading, "MOST_ROWS_OF_A_WORKBOOK", 1)
        book = openpyxl.Workbook()
        for line in (LAYOUT.headings, ["a-measure"], ["a-measure"]):
            book.active.append(line)
        saved = io.BytesIO()
        book.save(saved)
        saved.seek(0)
        with pytest.raises(UnreadableError, match=r"more than 1 rows.*CSV UTF-8"):
            list(rows_of(saved))
        assert len(list(rows_of(io.BytesIO(figures_csv(figure_row(1), figure_row(2)))))) == 2

    @pytest.mark.parametrize(
        ("content", "reason"),
        [(b"  \n", "The file is empty"), (b"\xd0\xcf\x11\xe0", "old Excel file"), (b"PK\x03\x04", "damaged")],
    )
    def test_what_cannot_be_read_is_refused(self, content: bytes, reason: str):
        with pytest.raises(UnreadableError, match=reason):
            list(rows_of(io.BytesIO(content)))

    def test_rows_to_mend_can_be_handed_in_again(self):
        (row,) = rows_of(io.BytesIO(figures_csv(figure_row(value="=1+1"))))
        assert row.faults
        content = rows_to_mend([(LAYOUT.as_list(row), "“Value” holds a formula.")])
        (again,) = rows_of(io.BytesIO(content))
        assert len(again.cells) == len(COLUMNS)
        assert again.cells["value"] == ""
