"""The environment variables that the settings read, found in their source so that no list can drift."""

import ast
import re

from tests.architecture.source import ROOT, tree_of

SETTINGS = ROOT / "hileads" / "settings.py"
# Required too, by a rule of their own in the settings.
REQUIRED_BY_RULE = {"DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"}


def environment_names() -> set[str]:
    """Return the name of every environment variable that the settings read."""
    return _arguments(r"env\.\w+|required_in_production", 0) | _arguments("required_by", 1)


def required_in_production() -> set[str]:
    """Return the names of those without which production does not start, or answers nobody."""
    return _arguments("required_in_production", 0) | REQUIRED_BY_RULE


def _arguments(function: str, place: int) -> set[str]:
    """Return what calls of a function are given at one place, where that is a text."""
    return {
        call.args[place].value
        for call in ast.walk(tree_of(SETTINGS))
        if isinstance(call, ast.Call)
        and len(call.args) > place
        and isinstance(call.args[place], ast.Constant)
        and isinstance(call.args[place].value, str)
        and re.fullmatch(function, ast.unparse(call.func))
    }
