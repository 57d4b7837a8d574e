"""A file with headings of its own: somebody says once which column is which, and the next one is read without asking."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from accountability.actions import figurefiles
from accountability.actions.figurefiles import check_figure_file, discard_figures, say_columns
from accountability.actions.figureimports import apply_figures
from accountability.figurefiles.guessing import guesses
from accountability.models import ColumnMapping, FigureImport, FigureImportState, Observation
from accountability.queries.figureimports import to_mend
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.boardroom import measure_of
from tests.factories.figurefiles import (
    FOREIGN,
    asking,
    checked,
    figure_row,
    foreign_csv,
    foreign_row,
    handed_in,
)

Page = Callable[[User, str], str]
SignedIn = Callable[[User], Client]
KEYS = ["measure", "period", "period_start", "period_end", "group", "numerator", "denominator", ""]
ANSWERS = {f"column-{place}": key for place, key in enumerate(KEYS)} | {
    "measure": "",
    "one_is_most_deprived": "yes",
}


def of_the_trust(cast: Cast, content: bytes, name: str = "more.csv") -> FigureImport:
    return check_figure_file(by=cast.lead, run=handed_in(cast.lead, cast.trust, content, name))


def address(run: FigureImport) -> str:
    return f"/figures/imports/{run.public_id}/columns/"


def test_such_a_file_asks_with_guesses_and_what_is_said_is_remembered(
    cast: Cast, signed_in: SignedIn, page: Page
):
    measure_of()
    run = asking(cast.lead, cast.trust)
    assert run.state == FigureImportState.ASKING
    assert "Say which column is which" in page(cast.lead, f"/figures/imports/{run.public_id}/")
    text = page(cast.lead, address(run))
    assert guesses(FOREIGN) == KEYS
    assert text.count(" selected") >= len(KEYS) - 1
    answer = signed_in(cast.lead).post(address(run), ANSWERS, follow=True)
    assert "The columns are known now." in answer.text
    run.refresh_from_db()
    run = check_figure_file(by=cast.lead, run=run)
    assert (run.state, run.counts["new"]) == (FigureImportState.CHECKED, 1)
    assert "Its columns are read as Leila Lead said on" in page(
        cast.lead, f"/figures/imports/{run.public_id}/"
    )
    apply_figures(by=cast.lead, run=run, seen=run.checked_at.isoformat() if run.checked_at else "")
    assert Observation.objects.get().value == 70
    again = of_the_trust(cast, foreign_csv(foreign_row("", 710)))
    assert (again.state, again.counts["changed"]) == (FigureImportState.CHECKED, 1)


def test_elsewhere_nothing_is_known_of_it(cast: Cast):
    measure_of()
    say(cast, asking(cast.lead, cast.trust))
    assert asking(cast.lead_elsewhere, cast.trust_elsewhere).state == FigureImportState.ASKING
    with pytest.raises(PermissionDenied):
        say_columns(
            by=cast.stranger,
            run=of_the_trust(cast, foreign_csv(foreign_row("", 1), headings=FOREIGN[::-1])),
            columns=KEYS,
            measure="",
            one_is_most_deprived=True,
        )


def test_groups_numbered_from_the_other_end_are_turned_round(cast: Cast):
    measure_of("fifths", breakdown="deprivation_quintile")
    rows = [foreign_row(group, 100, "fifths") for group in ("1", "5", "all", "9")]
    run = of_the_trust(cast, foreign_csv(*rows))
    run = say(cast, run, one_is_most_deprived=False)
    groups = run.staged.order_by("number").values_list("group", flat=True)
    assert list(groups) == ["5", "1", "all", ""]


def test_one_measure_for_every_row_needs_no_column(cast: Cast, signed_in: SignedIn):
    measure_of()
    headings = ("Month", "From", "Until", "Share")
    run = of_the_trust(
        cast, foreign_csv(("January 2025", "01/01/2025", "31/01/2025", "70"), headings=headings)
    )
    sent = {"column-0": "period", "column-1": "period_start", "column-2": "period_end", "column-3": "value"}
    signed_in(cast.lead).post(address(run), {**sent, "measure": "a-measure", "one_is_most_deprived": "yes"})
    run.refresh_from_db()
    assert check_figure_file(by=cast.lead, run=run).counts["new"] == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"column-6": "numerator"}, "Two columns are “Numerator”. Choose one of them"),
        ({"column-3": ""}, "No column is “Period end”."),
        ({"column-0": ""}, "Choose either the column that names the measure, or one measure for all rows"),
        ({"measure": "a-measure"}, "Choose either the column that names the measure"),
    ],
)
def test_what_cannot_be_so_is_said_and_nothing_is_kept(
    cast: Cast, signed_in: SignedIn, change: dict[str, str], said: str
):
    measure_of()
    answer = signed_in(cast.lead).post(address(asking(cast.lead, cast.trust)), {**ANSWERS, **change})
    assert said in answer.text
    assert not ColumnMapping.objects.exists()


def test_rejected_rows_of_such_a_file_can_be_mended(cast: Cast):
    measure_of()
    run = say(cast, of_the_trust(cast, foreign_csv(foreign_row("", 2000))))
    ((cells, fault),) = to_mend(run)
    assert cells[:2] == ["a-measure", cast.trust.code]
    assert "larger than the denominator" in fault


def test_what_was_said_can_be_changed_until_the_file_is_decided_on(
    cast: Cast, signed_in: SignedIn, page: Page
):
    measure_of()
    run = say(cast, asking(cast.lead, cast.trust))
    assert "Say which column is which" in page(cast.lead, address(run))
    discard_figures(by=cast.lead, run=run)
    answer = signed_in(cast.lead).get(address(run))
    assert (answer.status_code, "there is nothing to say" in answer.text) == (409, True)
    with pytest.raises(NotNow, match="discarded"):
        say(cast, run)


def test_a_template_is_never_asked_about(cast: Cast, signed_in: SignedIn):
    measure_of()
    run = checked(cast.lead, cast.trust, figure_row(1))
    assert (run.state, run.headings) == (FigureImportState.CHECKED, [])
    assert signed_in(cast.lead).get(address(run)).status_code == 409


def test_a_file_of_very_many_columns_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(figurefiles, "MOST_COLUMNS", 3)
    run = asking(cast.lead, cast.trust)
    assert (run.state, "more than 3 columns" in run.refusal) == (FigureImportState.REFUSED, True)


def test_a_stranger_finds_no_such_file(cast: Cast, signed_in: SignedIn):
    run = asking(cast.lead, cast.trust)
    assert signed_in(cast.lead_elsewhere).get(address(run)).status_code == 403
    assert guesses(["", "Month", "Quarter"]) == ["", "period", ""]


def say(cast: Cast, run: FigureImport, **more: bool) -> FigureImport:
    run = say_columns(
        by=cast.lead, run=run, columns=KEYS, measure="", **{"one_is_most_deprived": True, **more}
    )
    return check_figure_file(by=cast.lead, run=run)
