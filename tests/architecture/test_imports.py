"""Imports only go down: between floors, between rooms, and inside a room."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.source import ROOT, name_of, python_files, tree_of

PURE_ROOMS = ("accountability/statistics/", "accountability/charts/")


def test_every_import_contract_of_the_project_is_kept():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


def test_no_import_hides_inside_a_function_and_the_linter_is_content():
    command = [str(Path(sys.executable).with_name("ruff")), "check", "--no-cache", "."]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_statistics_and_charts_know_numbers_and_nothing_of_django():
    files = [file for file in python_files() if name_of(file).startswith(PURE_ROOMS)]
    assert files
    for file in files:
        for node in ast.walk(tree_of(file)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not [name for name in names if name.split(".")[0] in {"django", "hileads"}], name_of(file)
