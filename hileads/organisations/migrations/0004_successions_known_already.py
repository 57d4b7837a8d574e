"""Successions that are known already passed in part where several took over on one day, and by boundary transfers."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count, Q


def say_which_passed_in_part(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    successions = apps.get_model("organisations", "Succession").objects
    shared = (
        successions.values("predecessor", "effective_date").annotate(number=Count("pk")).filter(number__gt=1)
    )
    in_part = Q(kind="boundary")
    for row in shared:
        in_part |= Q(predecessor=row["predecessor"], effective_date=row["effective_date"])
    successions.filter(in_part).update(extent="part")


class Migration(migrations.Migration):
    dependencies = [("organisations", "0003_successions_say_how_much_passed")]

    operations = [migrations.RunPython(say_which_passed_in_part, migrations.RunPython.noop)]
