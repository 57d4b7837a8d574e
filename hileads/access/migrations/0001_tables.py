"""The tables of hileads.access."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="StepLoss",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Waiting for two administrators"),
                                    ("once", "Waiting for a second administrator"),
                                    ("confirmed", "Waiting for 24 hours to pass"),
                                    ("done", "The second step was taken away"),
                                    ("stopped", "Stopped by its owner"),
                                    ("refused", "Refused by an administrator"),
                                ],
                                default="asked",
                                max_length=10,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("first_at", models.DateTimeField(null=True)),
                        ("second_at", models.DateTimeField(null=True)),
                        ("due_at", models.DateTimeField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "ended_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "first_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="step_losses",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "second_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lost second step",
                        "ordering": ["asked_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("asked", "once", "confirmed"))),
                                fields=("person",),
                                name="one_open_loss_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("second_by__isnull", True),
                                    models.Q(("second_by", models.F("first_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="two_different_administrators",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("first_by__isnull", True),
                                        models.Q(("first_by", models.F("person")), _negated=True),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("second_by__isnull", True),
                                        models.Q(("second_by", models.F("person")), _negated=True),
                                        _connector="OR",
                                    ),
                                ),
                                name="nobody_confirms_their_own_loss",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("confirmed", "done")), _negated=True),
                                    models.Q(
                                        ("due_at__isnull", False),
                                        ("first_by__isnull", False),
                                        ("second_at__isnull", False),
                                        ("second_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_day_passes_after_the_second_confirmation",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepLossEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Waiting for two administrators"),
                                    ("once", "Waiting for a second administrator"),
                                    ("confirmed", "Waiting for 24 hours to pass"),
                                    ("done", "The second step was taken away"),
                                    ("stopped", "Stopped by its owner"),
                                    ("refused", "Refused by an administrator"),
                                ],
                                default="asked",
                                max_length=10,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("first_at", models.DateTimeField(null=True)),
                        ("second_at", models.DateTimeField(null=True)),
                        ("due_at", models.DateTimeField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "ended_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "first_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="access.steploss",
                            ),
                        ),
                        (
                            "second_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
            triggers=[
                pgtrigger.migrations.AddTrigger(
                    model_name="steploss",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "access_steplossevent" ("asked_at", "due_at", "ended_at", "ended_by_id", "first_at", "first_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "second_at", "second_by_id", "state") VALUES (NEW."asked_at", NEW."due_at", NEW."ended_at", NEW."ended_by_id", NEW."first_at", NEW."first_by_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."second_at", NEW."second_by_id", NEW."state"); RETURN NULL;',
                            hash="c4e16acdbbce474999a249e8774c38434afd6751",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc659",
                            table="access_steploss",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="steploss",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "access_steplossevent" ("asked_at", "due_at", "ended_at", "ended_by_id", "first_at", "first_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "second_at", "second_by_id", "state") VALUES (NEW."asked_at", NEW."due_at", NEW."ended_at", NEW."ended_by_id", NEW."first_at", NEW."first_by_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."second_at", NEW."second_by_id", NEW."state"); RETURN NULL;',
                            hash="0b705cd4940c7149141ba080819755f5a0f0e6eb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e89b0",
                            table="access_steploss",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="steploss",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "access_steplossevent" ("asked_at", "due_at", "ended_at", "ended_by_id", "first_at", "first_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "second_at", "second_by_id", "state") VALUES (OLD."asked_at", OLD."due_at", OLD."ended_at", OLD."ended_by_id", OLD."first_at", OLD."first_by_id", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."second_at", OLD."second_by_id", OLD."state"); RETURN NULL;',
                            hash="c6c977d2ba8d7ceaf8c0cad22afc672517a6850f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e53d5",
                            table="access_steploss",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="steplossevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a18247042c24c098cd92dc89cf6329c3f0dad899",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70c75",
                            table="access_steplossevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
