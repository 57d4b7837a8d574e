"""A pytest plugin that remembers which page and message templates the tests rendered.

Jinja sends no signal when it renders, so each template is loaded as one that says so. After a full run in which
everything passed, a template of ours that no test rendered fails the run by name. The tests' workers hand their
lists to the controller; what a web server in a process of its own renders is not counted.
"""

from pathlib import Path
from typing import Any

import jinja2
import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
NARROWED_BY = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "last_failed", "maxfail")

rendered: set[str] = set()
never_rendered: list[str] = []


class RememberedTemplate(jinja2.Template):
    """A template that remembers that it was rendered, extended, included or imported."""

    @property
    def root_render_func(self) -> Any:
        rendered.add(str(self.filename))
        return self._root

    @root_render_func.setter
    def root_render_func(self, function: Any) -> None:
        self._root = function


def our_templates() -> set[str]:
    """Return the path of every Jinja template of ours."""
    return {str(file) for file in TEMPLATES.rglob("*.jinja")}


def is_full_run(config: pytest.Config) -> bool:
    """Say whether this run was asked for every test there is."""
    narrowed = any(getattr(config.option, name, None) for name in NARROWED_BY)
    asked = [Path(config.invocation_params.dir, argument).resolve() for argument in config.args]
    return not narrowed and not config.option.collectonly and asked in ([ROOT], [ROOT / "tests"])


def pytest_configure(config: pytest.Config) -> None:
    jinja2.Environment.template_class = RememberedTemplate


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Take over what a worker rendered."""
    rendered.update(getattr(node, "workeroutput", {}).get("rendered", []))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Report to the controller, or fail a full and passing run for templates that nothing rendered."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["rendered"] = sorted(rendered)
    elif exitstatus == pytest.ExitCode.OK and is_full_run(session.config):
        never_rendered.extend(sorted(our_templates() - rendered))
        if never_rendered:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if never_rendered:
        terminalreporter.section("templates that no test rendered", sep="=", red=True)
        for file in never_rendered:
            terminalreporter.line(str(Path(file).relative_to(ROOT)))
