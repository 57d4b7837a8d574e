"""Every write to the database is an action."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import name_of, python_files, tree_of

WRITES = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "aupdate",
    "acreate",
    "asave",
    "adelete",
}
RAW_SQL = {"cursor", "raw", "execute"}

EXCEPTIONS = {
    "hileads/embedded/": "starts servers, has no models",
    "hileads/leads/models/person.py": "the manager's create_user, which Django and allauth call",
    "hileads/tables.py": "is itself a step of migrations",
    "hileads/home/management/commands/migrate.py": "migrates",
    "hileads/database.py": "gives rights on tables, as their owner",
    "hileads/frame/jinja.py": "fills the templates' dictionaries of globals and filters",
    "accountability/exports/": "saves files, and may import no model",
    "hileads/organisations/exports.py": "saves a workbook in memory",
    "hileads/spreadsheets/writing.py": "saves spreadsheets in memory",
    "hileads/home/queries/pages.py": "asks the database for a sign of life (health)",
}


def may_write(name: str) -> bool:
    path = Path(name)
    return (
        path.stem == "actions" or "actions" in path.parts or any(name.startswith(key) for key in EXCEPTIONS)
    )


def calls_on_dictionaries(node: ast.Call) -> bool:
    """`{...}.update()` and `hashlib` are no database: a dict or a hash is named so in our code."""
    target = node.func.value if isinstance(node.func, ast.Attribute) else None
    return isinstance(target, ast.Name) and target.id in {
        "counts",
        "values",
        "context",
        "digest",
        "attrs",
        "workbook",
    }


def writes_in(tree: ast.Module) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            if name in WRITES | RAW_SQL and not calls_on_dictionaries(node):
                found.append(f"line {node.lineno}: {name}()")
    return found


def test_nothing_is_written_outside_actions():
    files = [file for file in python_files() if not may_write(name_of(file))]
    assert len(files) > 40
    assert {name_of(file): writes_in(tree_of(file)) for file in files if writes_in(tree_of(file))} == {}


@pytest.mark.parametrize("line", ["thing.save()", "Thing.objects.create(x=1)", "rows.update(x=1)"])
def test_the_check_sees_a_write(line: str):
    assert writes_in(ast.parse(line))


def test_actions_take_keywords_only_and_say_who_acts():
    wrong = []
    for file in python_files():
        if "actions" not in (file.stem, file.parent.name) or file.name == "__init__.py":
            continue
        for node in tree_of(file).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = [argument.arg for argument in node.args.kwonlyargs]
                if node.args.args or "by" not in arguments:
                    wrong.append(f"{name_of(file)}:{node.name}")
    assert wrong == []


SIGNALS = {"published", "unpublished", "task_submitted"}


def signals_received_in(tree: ast.Module) -> set[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    return {ast.unparse(call.args[0]) for call in calls if ast.unparse(call.func).endswith("receiver")} | {
        ast.unparse(call.func.value)
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
    } - {"psycopg", "self"}


def test_only_wagtails_signals_are_received_and_only_where_its_hooks_are():
    """What happens follows from the action that was called, not from a signal that somebody may not know of."""
    files = {file.name: set[str]() for file in python_files()}
    for file in python_files():
        files[file.name] |= signals_received_in(tree_of(file))
    assert {name: found for name, found in files.items() if found} == {"wagtail_hooks.py": SIGNALS}


@pytest.mark.parametrize(
    "line", ["@receiver(post_save)\ndef saved(): ...", "signals.post_save.connect(saved)"]
)
def test_the_check_sees_a_signal(line: str):
    assert signals_received_in(ast.parse(line))
