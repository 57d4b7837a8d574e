"""Our statistics against the reference packages' figures, where the folder that holds them is at hand."""

from pathlib import Path

import pytest

from tests.references import __main__ as check
from tests.references.reading import Comparison, folder


@pytest.mark.skipif(folder() is None, reason="the reference figures are not at hand")
@pytest.mark.parametrize("kind", check.KINDS, ids=lambda kind: kind.__name__.rsplit(".", 1)[-1])
def test_every_figure_equals_the_reference_within_what_is_allowed(kind):
    found = list(kind.comparisons())
    assert found
    assert [one for one in found if not one.holds] == []


def run(monkeypatch: pytest.MonkeyPatch, *found: Comparison) -> int:
    monkeypatch.setattr(check, "folder", Path)
    monkeypatch.setattr(check, "comparisons", lambda: iter(found))
    return check.main()


def test_the_table_names_each_file_with_its_values_and_its_largest_difference(monkeypatch, capsys):
    assert run(monkeypatch, Comparison("rates.csv", 12, 3e-15, 1e-9)) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.split() == ["rates.csv", "12", "3.00e-15", "1e-09"]


@pytest.mark.parametrize("values", [0, 12])
def test_a_file_that_is_too_far_off_or_has_no_values_is_a_failure(monkeypatch, capsys, values: int):
    assert run(monkeypatch, Comparison("rates.csv", values, 1e-3 * values, 1e-9)) == 1
    assert capsys.readouterr().out.endswith("NOT MET\n")


def test_it_is_said_when_there_is_nothing_to_compare_with(monkeypatch, capsys):
    monkeypatch.setattr(check, "folder", lambda: None)
    assert check.main() == 0
    assert "nothing was compared" in capsys.readouterr().out
