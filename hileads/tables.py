"""All the tables of a migration as one step, so that Django draws its picture of the models once, not for each."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger import compiler
from pgtrigger.migrations import AddTrigger


def compiled(operation: AddTrigger) -> compiler.Trigger:
    """Return the trigger as migrations write it. A trigger that still needs its model is refused."""
    if not isinstance(operation.trigger, compiler.Trigger):
        raise TypeError(f"The trigger {operation.trigger.name} is not compiled.")
    return operation.trigger


class CreateTables(Operation):
    """Do what the given CreateModel operations do, whose keys may point at each other, and then the AddTrigger ones."""

    def __init__(self, models: Sequence[CreateModel], triggers: Sequence[AddTrigger] = ()) -> None:
        self.models = models
        self.triggers = triggers

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)
        for operation in self.triggers:
            options = state.models[app_label, operation.model_name.lower()].options
            options["triggers"] = [*options.get("triggers", []), operation.trigger]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)
        for operation in self.triggers:
            schema_editor.execute(compiled(operation).install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in reversed(self.triggers):
            schema_editor.execute(compiled(operation).uninstall_sql, params=None)
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self.models)} tables with {len(self.triggers)} triggers"

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return type(self).__name__, [], {"models": self.models, "triggers": self.triggers}
