"""The states of a thing as a picture for the docs, drawn from the one table that the code obeys."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hileads.registry import Registry


@dataclass(frozen=True)
class StateMachine:
    """What may become of one kind of thing: every state with the states that may follow it.

    `name` is its page in the docs, `start` the first state, `words` what each state is called on the pages.
    """

    name: str
    title: str
    start: str
    changes: Mapping[Any, frozenset[Any]]
    words: Mapping[Any, str]


machines: Registry[StateMachine] = Registry("state machines")


def page(machine: StateMachine) -> str:
    """Return the reference page of a state machine: a Mermaid diagram, the same every time."""
    lines = [f"    {state} : {machine.words[state]}" for state in machine.changes]
    lines.append(f"    [*] --> {machine.start}")
    for state, following in machine.changes.items():
        lines += [f"    {state} --> {other}" for other in sorted(following)]
        if not following:
            lines.append(f"    {state} --> [*]")
    diagram = "\n".join(lines)
    return (
        f"# {machine.title}: states\n\n"
        "Written by `manage.py write_state_diagrams` from the table in the code; do not edit.\n\n"
        f"```mermaid\nstateDiagram-v2\n{diagram}\n```\n"
    )
