"""Files of figures that organisations hand in, and where each figure came from."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    dependencies = [
        ("accountability", "0001_tables"),
        ("leads", "__first__"),
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="FigureImport",
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
                                    ("checking", "Being checked"),
                                    ("refused", "Cannot be read"),
                                    ("checked", "Waiting for your decision"),
                                    ("applying", "Being imported"),
                                    ("applied", "Imported"),
                                    ("undoing", "Being undone"),
                                    ("undone", "Undone"),
                                    ("discarded", "Discarded"),
                                ],
                                default="checking",
                                max_length=10,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("handed_in_at", models.DateTimeField()),
                        ("checked_at", models.DateTimeField(blank=True, null=True)),
                        ("refusal", models.TextField(blank=True)),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "only_good_rows",
                            models.BooleanField(default=False, verbose_name="rejected rows are left out"),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "measures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "handed_in_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-handed_in_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ("checking", "refused", "checked")),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="figure_imports_say_who_decided",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("applied", "undoing", "undone")), _negated=True),
                                    ("applied_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="imported_figures_say_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="undone_figures_say_who_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FigureFilePart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.BinaryField()),
                        (
                            "of_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="accountability.figureimport",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("of_import", "number"), name="one_part_a_number_of_a_file"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FigureImportEvent",
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
                                    ("checking", "Being checked"),
                                    ("refused", "Cannot be read"),
                                    ("checked", "Waiting for your decision"),
                                    ("applying", "Being imported"),
                                    ("applied", "Imported"),
                                    ("undoing", "Being undone"),
                                    ("undone", "Undone"),
                                    ("discarded", "Discarded"),
                                ],
                                default="checking",
                                max_length=10,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("handed_in_at", models.DateTimeField()),
                        ("checked_at", models.DateTimeField(blank=True, null=True)),
                        ("refusal", models.TextField(blank=True)),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "only_good_rows",
                            models.BooleanField(default=False, verbose_name="rejected rows are left out"),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "measures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
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
                            "handed_in_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="accountability.figureimport",
                            ),
                        ),
                        (
                            "undone_by",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StagedFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="row of the file")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("rejected", "Rejected"),
                                    ("new", "New"),
                                    ("changed", "Changed"),
                                    ("unchanged", "Unchanged"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("fault", models.TextField(blank=True)),
                        ("period", models.CharField(blank=True, max_length=20)),
                        ("period_start_date", models.DateField(blank=True, null=True)),
                        ("period_end_date", models.DateField(blank=True, null=True)),
                        ("group", models.CharField(blank=True, max_length=40)),
                        (
                            "state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("value", "Value"),
                                    ("zero", "Zero"),
                                    ("suppressed", "Hidden to protect people"),
                                    ("missing", "Missing"),
                                    ("not_reported", "Not reported"),
                                    ("not_applicable", "Does not apply"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("numerator", models.BigIntegerField(blank=True, null=True)),
                        ("denominator", models.BigIntegerField(blank=True, null=True)),
                        ("value", models.FloatField(blank=True, null=True)),
                        ("lower", models.FloatField(blank=True, null=True)),
                        ("upper", models.FloatField(blank=True, null=True)),
                        ("published_date", models.DateField(blank=True, null=True)),
                        (
                            "of_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="staged",
                                to="accountability.figureimport",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accountability.observation",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accountability.measureversion",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["of_import", "outcome", "number"], name="rows_by_what_they_come_to"
                            )
                        ],
                    },
                ),
            ],
            triggers=[
                pgtrigger.migrations.AddTrigger(
                    model_name="figureimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_figureimportevent" ("applied_at", "checked_at", "counts", "decided_at", "decided_by_id", "file_name", "handed_in_at", "handed_in_by_id", "id", "measures", "only_good_rows", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "sha256", "state", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."checked_at", NEW."counts", NEW."decided_at", NEW."decided_by_id", NEW."file_name", NEW."handed_in_at", NEW."handed_in_by_id", NEW."id", NEW."measures", NEW."only_good_rows", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."refusal", NEW."sha256", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="803c29117629aea718999b4896d5b4d039b0df41",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_feb44",
                            table="accountability_figureimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figureimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_figureimportevent" ("applied_at", "checked_at", "counts", "decided_at", "decided_by_id", "file_name", "handed_in_at", "handed_in_by_id", "id", "measures", "only_good_rows", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "sha256", "state", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."checked_at", NEW."counts", NEW."decided_at", NEW."decided_by_id", NEW."file_name", NEW."handed_in_at", NEW."handed_in_by_id", NEW."id", NEW."measures", NEW."only_good_rows", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."refusal", NEW."sha256", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="b13ee4b0f9b243a449884adf0f6ddbabc3732ee3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_02d04",
                            table="accountability_figureimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figureimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_figureimportevent" ("applied_at", "checked_at", "counts", "decided_at", "decided_by_id", "file_name", "handed_in_at", "handed_in_by_id", "id", "measures", "only_good_rows", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "sha256", "state", "undone_at", "undone_by_id") VALUES (OLD."applied_at", OLD."checked_at", OLD."counts", OLD."decided_at", OLD."decided_by_id", OLD."file_name", OLD."handed_in_at", OLD."handed_in_by_id", OLD."id", OLD."measures", OLD."only_good_rows", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."refusal", OLD."sha256", OLD."state", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                            hash="2b318a4e62e6c9b2c444b384467407d879838fdd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fa50d",
                            table="accountability_figureimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figureimportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7b214c21335c160b20214a46664557fe124b9407",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7d9d2",
                            table="accountability_figureimportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="observation",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accountability.observation",
            ),
        ),
        migrations.AddField(
            model_name="observation",
            name="figure_import",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="accountability.figureimport",
            ),
        ),
    ]
