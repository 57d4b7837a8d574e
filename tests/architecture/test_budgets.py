"""Files and functions stay small enough to be read in one sitting."""

import ast
from pathlib import Path

from tests.architecture.source import ROOT, name_of, python_files, tree_of

FUNCTION_LINES = 40


def line_budget(name: str) -> int:
    if name.startswith("tests/"):
        return 500
    if name.endswith("settings.py"):
        return 400
    if name.endswith("views.py") or "/views/" in name:
        return 250
    return 300


def line_count(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_python_files_keep_their_budget():
    files = list(python_files(tests=True))
    assert len(files) > 50
    over = {
        name_of(file): line_count(file) for file in files if line_count(file) > line_budget(name_of(file))
    }
    assert over == {}


def test_templates_keep_their_budget():
    templates = [
        file for file in (ROOT / "templates").rglob("*") if file.suffix in {".jinja", ".html", ".txt"}
    ]
    assert templates
    assert {name_of(file): line_count(file) for file in templates if line_count(file) > 150} == {}


def test_functions_keep_their_budget():
    over = {}
    for file in python_files():
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    over[f"{name_of(file)}:{node.name}"] = lines
    assert over == {}


def test_no_file_is_a_drawer_for_odds_and_ends():
    drawers = {"helpers.py", "utils.py", "misc.py", "common.py"}
    assert [name_of(file) for file in python_files(tests=True) if file.name in drawers] == []
