"""The run knows which templates were rendered, and fails for those that were not."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.rendered import ROOT, is_full_run, our_templates, rendered


def run(*arguments: str, **options: object) -> bool:
    config = SimpleNamespace(
        args=list(arguments),
        option=SimpleNamespace(**{"collectonly": False, **options}),
        invocation_params=SimpleNamespace(dir=ROOT),
    )
    return is_full_run(config)  # type: ignore[arg-type]


def test_templates_of_ours_are_found():
    assert str(ROOT / "templates" / "base.jinja") in our_templates()


def test_a_template_counts_once_it_is_rendered_extended_included_or_imported(tmp_path: Path):
    texts = {
        "base.jinja": "{% block content %}{% endblock %}",
        "part.jinja": "part",
        "macros.jinja": "{% macro word() %}word{% endmacro %}",
        "page.jinja": '{% extends "base.jinja" %}{% block content %}{% include "part.jinja" %}'
        '{% from "macros.jinja" import word %}{{ word() }}{% endblock %}',
        "other.jinja": "never shown",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    environment.get_template("other.jinja")
    assert environment.get_template("page.jinja").render() == "partword"
    seen = {Path(file).name for file in rendered if file.startswith(str(tmp_path))}
    assert seen == set(texts) - {"other.jinja"}


@pytest.mark.parametrize(
    ("arguments", "options", "full"),
    [
        (["tests"], {}, True),
        (["."], {}, True),
        (["tests/unit"], {}, False),
        (["tests/unit", "tests/integration"], {}, False),
        (["tests"], {"keyword": "plan"}, False),
        (["tests"], {"markexpr": "not journey"}, False),
        (["tests"], {"collectonly": True}, False),
    ],
)
def test_only_a_full_run_is_held_to_account(arguments: list[str], options: dict[str, object], full: bool):
    assert run(*arguments, **options) is full
