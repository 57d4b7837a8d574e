"""Tables made in one step of a migration, and taken away again."""

import pgtrigger
import pytest
from django.db import connection, models
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState
from pgtrigger import compiler
from pgtrigger.migrations import AddTrigger

from hileads.database import as_owner
from hileads.tables import CreateTables, compiled

NUMBER = ("id", models.BigAutoField(primary_key=True))
COUNTS = compiler.Trigger(
    name="counts",
    sql=compiler.UpsertTriggerSql(
        func="RETURN NULL;",
        hash="counts",
        operation="INSERT",
        pgid="pgtrigger_counts",
        table="pairs_left",
        when="AFTER",
    ),
)


def pair() -> CreateTables:
    """Two tables that point at each other."""
    left = CreateModel("Left", [NUMBER, ("right", models.ForeignKey("pairs.Right", models.CASCADE))])
    right = CreateModel(
        "Right", [NUMBER, ("left", models.ForeignKey("pairs.Left", models.CASCADE, null=True))]
    )
    return CreateTables([left, right], [AddTrigger(model_name="left", trigger=COUNTS)])


def what_there_is() -> tuple[set[str], int]:
    """Return which of the two tables there are, and how many of their triggers."""
    with connection.cursor() as cursor:
        tables = {name for name in connection.introspection.table_names(cursor) if name.startswith("pairs_")}
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = 'pgtrigger_counts'")
        return tables, cursor.fetchone()[0]


@pytest.mark.usefixtures("unwrapped")
def test_tables_may_point_at_each_other_and_go_again():
    step, before = pair(), ProjectState()
    after = before.clone()
    step.state_forwards("pairs", after)
    assert [trigger.name for trigger in after.models["pairs", "left"].options["triggers"]] == ["counts"]
    with as_owner():
        with connection.schema_editor() as editor:
            step.database_forwards("pairs", editor, before, after)
        assert what_there_is() == ({"pairs_left", "pairs_right"}, 1)
        with connection.schema_editor() as editor:
            step.database_backwards("pairs", editor, after, before)
        assert what_there_is() == (set(), 0)
    assert step.describe() == "Create 2 tables with 1 triggers"


def test_a_trigger_that_still_needs_its_model_is_refused():
    trigger = pgtrigger.Trigger(
        name="counts", when=pgtrigger.After, operation=pgtrigger.Insert, func="RETURN NULL;"
    )
    with pytest.raises(TypeError, match="not compiled"):
        compiled(AddTrigger(model_name="left", trigger=trigger))
