"""What boards watch, the figures that they ask for, and which measure splits which."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    dependencies = [
        ("accountability", "0002_figure_imports"),
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="BoardMeasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_watched", models.BooleanField(default=True, verbose_name="on the board's list")),
                        (
                            "owner_title",
                            models.CharField(blank=True, max_length=150, verbose_name="job of the owner"),
                        ),
                        ("target", models.FloatField(blank=True, null=True)),
                        (
                            "target_date",
                            models.DateField(blank=True, null=True, verbose_name="target to be met by"),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("monthly", "Every month"),
                                    ("two_monthly", "Every two months"),
                                    ("quarterly", "Every three months"),
                                    ("half_yearly", "Every six months"),
                                    ("yearly", "Every year"),
                                ],
                                max_length=12,
                                verbose_name="how often the board sees it",
                            ),
                        ),
                        (
                            "has_chart",
                            models.BooleanField(default=False, verbose_name="a chart goes to the board"),
                        ),
                        (
                            "board_minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="minutes of board time"
                            ),
                        ),
                        ("narrative", models.TextField(blank=True, verbose_name="what we say about it")),
                        ("narrated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_measures",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "narrated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_measures",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_measures",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="BoardMeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("is_watched", models.BooleanField(default=True, verbose_name="on the board's list")),
                        (
                            "owner_title",
                            models.CharField(blank=True, max_length=150, verbose_name="job of the owner"),
                        ),
                        ("target", models.FloatField(blank=True, null=True)),
                        (
                            "target_date",
                            models.DateField(blank=True, null=True, verbose_name="target to be met by"),
                        ),
                        (
                            "frequency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("monthly", "Every month"),
                                    ("two_monthly", "Every two months"),
                                    ("quarterly", "Every three months"),
                                    ("half_yearly", "Every six months"),
                                    ("yearly", "Every year"),
                                ],
                                max_length=12,
                                verbose_name="how often the board sees it",
                            ),
                        ),
                        (
                            "has_chart",
                            models.BooleanField(default=False, verbose_name="a chart goes to the board"),
                        ),
                        (
                            "board_minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="minutes of board time"
                            ),
                        ),
                        ("narrative", models.TextField(blank=True, verbose_name="what we say about it")),
                        ("narrated_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "narrated_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                to="accountability.boardmeasure",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FigureRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("wanted", models.TextField(verbose_name="what is wanted")),
                        ("asked_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for an answer"),
                                    ("answered", "Answered"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="open",
                                max_length=9,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "asked_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figure_requests",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who is asked",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figure_requests",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figure_requests",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="FigureRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("wanted", models.TextField(verbose_name="what is wanted")),
                        ("asked_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for an answer"),
                                    ("answered", "Answered"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="open",
                                max_length=9,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "asked_of",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who is asked",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
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
                                to="accountability.figurerequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeasureSplit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "core",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="splits",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "measure",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="split_of",
                                to="accountability.measure",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="MeasureSplitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "core",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
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
                                to="accountability.measuresplit",
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
                    model_name="boardmeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_boardmeasureevent" ("board_minutes", "frequency", "has_chart", "id", "is_watched", "measure_id", "narrated_at", "narrated_by_id", "narrative", "organisation_id", "owner_id", "owner_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "target", "target_date") VALUES (NEW."board_minutes", NEW."frequency", NEW."has_chart", NEW."id", NEW."is_watched", NEW."measure_id", NEW."narrated_at", NEW."narrated_by_id", NEW."narrative", NEW."organisation_id", NEW."owner_id", NEW."owner_title", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."target", NEW."target_date"); RETURN NULL;',
                            hash="d0a24f31c131e3616a4b7df50289f5d1d9001ad6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_156b8",
                            table="accountability_boardmeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="boardmeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_boardmeasureevent" ("board_minutes", "frequency", "has_chart", "id", "is_watched", "measure_id", "narrated_at", "narrated_by_id", "narrative", "organisation_id", "owner_id", "owner_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "target", "target_date") VALUES (NEW."board_minutes", NEW."frequency", NEW."has_chart", NEW."id", NEW."is_watched", NEW."measure_id", NEW."narrated_at", NEW."narrated_by_id", NEW."narrative", NEW."organisation_id", NEW."owner_id", NEW."owner_title", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."target", NEW."target_date"); RETURN NULL;',
                            hash="e6aec0a1eb74bc49d03601f184342f5bd5b01d2a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_52673",
                            table="accountability_boardmeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="boardmeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_boardmeasureevent" ("board_minutes", "frequency", "has_chart", "id", "is_watched", "measure_id", "narrated_at", "narrated_by_id", "narrative", "organisation_id", "owner_id", "owner_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "target", "target_date") VALUES (OLD."board_minutes", OLD."frequency", OLD."has_chart", OLD."id", OLD."is_watched", OLD."measure_id", OLD."narrated_at", OLD."narrated_by_id", OLD."narrative", OLD."organisation_id", OLD."owner_id", OLD."owner_title", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."target", OLD."target_date"); RETURN NULL;',
                            hash="b1b1b2c5d457e078f0a5976d9758cb111dde393f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8548f",
                            table="accountability_boardmeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="boardmeasureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a575fc2663088e3d45b5789609d8ae50c6d77d71",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e68cc",
                            table="accountability_boardmeasureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figurerequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_figurerequestevent" ("asked_at", "asked_by_id", "asked_of_id", "closed_at", "closed_by_id", "id", "measure_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "wanted") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."asked_of_id", NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."measure_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."state", NEW."wanted"); RETURN NULL;',
                            hash="40da2dbe9bbbc8dc93eb0fbcebbf6c24d16679fd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1a100",
                            table="accountability_figurerequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figurerequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_figurerequestevent" ("asked_at", "asked_by_id", "asked_of_id", "closed_at", "closed_by_id", "id", "measure_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "wanted") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."asked_of_id", NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."measure_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."state", NEW."wanted"); RETURN NULL;',
                            hash="ebcc5e9e3ef567c06d3edb5e279ccad4685453a6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6ef41",
                            table="accountability_figurerequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figurerequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_figurerequestevent" ("asked_at", "asked_by_id", "asked_of_id", "closed_at", "closed_by_id", "id", "measure_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "wanted") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."asked_of_id", OLD."closed_at", OLD."closed_by_id", OLD."id", OLD."measure_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."state", OLD."wanted"); RETURN NULL;',
                            hash="73d61e0c79bdb0007c981368f1bfbe830fb53e8b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8e085",
                            table="accountability_figurerequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figurerequestevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8d0c0d55ee79880512a36a1499ba340ffabdead8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f85aa",
                            table="accountability_figurerequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measuresplit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measuresplitevent" ("core_id", "id", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."core_id", NEW."id", NEW."measure_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="85f56d8c5c17d8c05bf55096a0b113c0e5e81ab0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a5fe3",
                            table="accountability_measuresplit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measuresplit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_measuresplitevent" ("core_id", "id", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."core_id", NEW."id", NEW."measure_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="4abc29f6f1602ef6eed27ebaa7bb678f8bbbbfd7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_be7e5",
                            table="accountability_measuresplit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measuresplit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measuresplitevent" ("core_id", "id", "measure_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."core_id", OLD."id", OLD."measure_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="1e1834253979e4bcc8503e41a834c02ece7d9092",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7d14c",
                            table="accountability_measuresplit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measuresplitevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0c682409191c801ccbad08beadc3fb85052412a0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_19fef",
                            table="accountability_measuresplitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="boardmeasure",
            constraint=models.UniqueConstraint(
                fields=("organisation", "measure"), name="one_place_on_a_boards_list"
            ),
        ),
        migrations.AddConstraint(
            model_name="boardmeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(("owner__isnull", True), ("owner_title", ""), _connector="OR"),
                name="one_owner_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="boardmeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(("target_date__isnull", True), ("target__isnull", False), _connector="OR"),
                name="a_date_belongs_to_a_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="boardmeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("narrated_at__isnull", True), ("narrated_by__isnull", True), ("narrative", "")),
                    models.Q(
                        models.Q(("narrative", ""), _negated=True),
                        ("narrated_at__isnull", False),
                        ("narrated_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="narratives_say_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="figurerequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("organisation", "measure"),
                name="one_open_request_a_figure",
            ),
        ),
        migrations.AddConstraint(
            model_name="figurerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="closed_requests_say_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="measuresplit",
            constraint=models.CheckConstraint(
                condition=models.Q(("measure", models.F("core")), _negated=True),
                name="no_measure_splits_itself",
            ),
        ),
    ]
