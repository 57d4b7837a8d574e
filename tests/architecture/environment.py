"""The environment variables that the settings read, found in their source so that no list can drift."""

import ast
import re

from tests.architecture.source import ROOT, tree_of

SETTINGS = ROOT / "hileads" / "settings.py"
# Required too, by a rule of their own in the settings.
REQUIRED_BY_RULE = {"DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"}


def environment_names() -> set[str]:
    """Return the name of every environment variable that the settings read."""
    return _first_arguments(r"env\.\w+|required_in_production")


def required_in_production() -> set[str]:
    """Return the names of those without which production does not start, or answers nobody."""
    return _first_arguments("required_in_production") | REQUIRED_BY_RULE


def _first_arguments(function: str) -> set[str]:
    return {
        call.args[0].value
        for call in ast.walk(tree_of(SETTINGS))
        if isinstance(call, ast.Call)
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and re.fullmatch(function, ast.unparse(call.func))
    }
