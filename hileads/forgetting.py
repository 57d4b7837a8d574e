"""The one way by which history is touched: a function of the database, owned by the owner of the tables.

`secure` writes it anew from what the rooms registered (`hileads.personal.forgettings`) at the end of each `migrate`. It
takes no arguments, so it cannot be aimed: the history of private things that are gone goes too, and the history of
closed accounts takes the words that the tables have now. It logs what it did itself. The portal's role may call it,
and can still neither write nor delete a row of history.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from hileads.personal import Fate, Forgetting, forgettings

FUNCTION = "hileads_forget"
RECORD_CLASS = "History of changes"
RULE = "What the tables have forgotten, the history forgets"

STATEMENT = """
CREATE OR REPLACE FUNCTION {function}() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
SET pgtrigger.ignore = '{{{append_only}}}'
AS $forget$
DECLARE
    found bigint;
    touched bigint := 0;
BEGIN
    {steps}
    IF touched > 0 THEN
        INSERT INTO privacy_disposal (record_class, rule, fate, count, disposed_at)
        VALUES ('{record_class}', '{rule}', '{fate}', touched, now());
    END IF;
    RETURN touched;
END $forget$;
REVOKE ALL ON FUNCTION {function}() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {function}() TO {role};
"""
COUNTED = "\n    GET DIAGNOSTICS found = ROW_COUNT;\n    touched := touched + found;"
GONE = "DELETE FROM {events} e WHERE NOT EXISTS (SELECT FROM {table} t WHERE t.id = e.pgh_obj_id);"
CLOSED = (
    "UPDATE {events} e SET {sets} FROM {table} t WHERE t.id = e.pgh_obj_id AND {when} "
    "AND ({of_event}) IS DISTINCT FROM ({of_table});"
)


def function_that_forgets(role: str) -> str:
    """Return the statements that make the function, and let `role` call it."""
    models = [(apps.get_model(label), rule) for label, rule in forgettings.named()]
    steps = [
        step + COUNTED
        for model, rule in models
        for step in ([_gone(model)] if rule.gone else []) + ([_closed(model, rule)] if rule.columns else [])
    ]
    return STATEMENT.format(
        function=FUNCTION,
        append_only=",".join(name for model, _ in models for name in _append_only(model)),
        steps="\n    ".join(steps),
        record_class=RECORD_CLASS,
        rule=RULE,
        fate=Fate.ANONYMISED.value,
        role=role,
    )


def _events(model: type[Model]) -> type[Model]:
    return model.pgh_event_model  # type: ignore[attr-defined]


def _append_only(model: type[Model]) -> Iterator[str]:
    events = _events(model)
    for trigger in events._meta.triggers:  # type: ignore[attr-defined]
        yield trigger.get_pgid(events)


def _gone(model: type[Model]) -> str:
    return GONE.format(events=_events(model)._meta.db_table, table=model._meta.db_table)


def _closed(model: type[Model], rule: Forgetting) -> str:
    columns = rule.columns
    return CLOSED.format(
        events=_events(model)._meta.db_table,
        table=model._meta.db_table,
        when=rule.when,
        sets=", ".join(f"{column} = t.{column}" for column in columns),
        of_event=", ".join(f"e.{column}" for column in columns),
        of_table=", ".join(f"t.{column}" for column in columns),
    )
