"""Every run says at its end how many tests were left out, and why, however many workers it had."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.left_out import sentences

NO_FIGURES = "the reference figures are not at hand"
SOME_LEFT_OUT = f"""
import pytest

@pytest.mark.skipif(True, reason={NO_FIGURES!r})
@pytest.mark.parametrize("number", range(3))
def test_figures(number): ...

def test_browser():
    pytest.skip()

@pytest.mark.xfail(reason="It is known to fail.")
def test_known():
    raise AssertionError

def test_whole(): ...
"""


def end_of_a_run(folder: Path, *options: str) -> list[str]:
    """Return what a run of these tests prints, with this plugin and xdist alone."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "xdist",
        "-p",
        "tests.left_out",
        *options,
        str(folder),
    ]
    surroundings = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_is_left_out_is_said_in_words(tmp_path: Path, workers: str):
    (tmp_path / "test_some.py").write_text(SOME_LEFT_OUT, encoding="utf-8")
    printed = end_of_a_run(tmp_path, "-n", workers)
    assert printed[-3:-1] == [
        f"3 tests were left out: {NO_FIGURES}.",
        "1 test was left out: no reason was given.",
    ]


def test_nothing_is_said_where_nothing_is_left_out(tmp_path: Path):
    (tmp_path / "test_whole.py").write_text("def test_whole(): ...\n", encoding="utf-8")
    assert "left out" not in "".join(end_of_a_run(tmp_path))


def test_the_reason_that_left_out_most_comes_first():
    assert list(sentences(["no browser", *["no figures."] * 1200])) == [
        "1,200 tests were left out: no figures.",
        "1 test was left out: no browser.",
    ]
