"""All the triggers of a migration as one step, so that Django draws its picture of the models once, not for each."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger import compiler
from pgtrigger.migrations import AddTrigger


def compiled(operation: AddTrigger) -> compiler.Trigger:
    """Return the trigger as migrations write it. A trigger that still needs its model is refused."""
    if not isinstance(operation.trigger, compiler.Trigger):
        raise TypeError(f"The trigger {operation.trigger.name} is not compiled.")
    return operation.trigger


class AddTriggers(Operation):
    """Do what the given AddTrigger operations do. Their triggers are compiled, so no model is needed."""

    def __init__(self, operations: Sequence[AddTrigger]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        for operation in self.operations:
            options = state.models[app_label, operation.model_name.lower()].options
            options["triggers"] = [*options.get("triggers", []), operation.trigger]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in self.operations:
            schema_editor.execute(compiled(operation).install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in reversed(self.operations):
            schema_editor.execute(compiled(operation).uninstall_sql, params=None)

    def describe(self) -> str:
        return f"Create {len(self.operations)} triggers"

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return type(self).__name__, [], {"operations": self.operations}
