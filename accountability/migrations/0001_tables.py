"""The tables of accountability."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("induction", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("learning_sets", "0001_tables"),
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("repository", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="DataSource",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(unique=True)),
                        ("publisher", models.CharField(max_length=200)),
                        ("title", models.CharField(max_length=300)),
                        ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                        ("licence", models.CharField(max_length=200)),
                        ("credit", models.CharField(max_length=500)),
                        ("is_derived", models.BooleanField(default=False)),
                        ("note", models.TextField(blank=True)),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "loaded_key",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="what it was last loaded with"
                            ),
                        ),
                        (
                            "rejected_count",
                            models.PositiveIntegerField(
                                default=0, verbose_name="figures of organisations not in the register"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="DataSourceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.datasource",
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
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False)),
                        ("publisher", models.CharField(max_length=200)),
                        ("title", models.CharField(max_length=300)),
                        ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                        ("licence", models.CharField(max_length=200)),
                        ("credit", models.CharField(max_length=500)),
                        ("is_derived", models.BooleanField(default=False)),
                        ("note", models.TextField(blank=True)),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "loaded_key",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="what it was last loaded with"
                            ),
                        ),
                        (
                            "rejected_count",
                            models.PositiveIntegerField(
                                default=0, verbose_name="figures of organisations not in the register"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Export",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "snapshot",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exports",
                                to="accountability.snapshot",
                            ),
                        ),
                        (
                            "format",
                            models.CharField(
                                choices=[("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Spreadsheet")],
                                max_length=4,
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "exported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("exported_at", models.DateTimeField()),
                    ],
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
                        (
                            "of_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="accountability.figureimport",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.BinaryField()),
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checking", "Being checked"),
                                    ("asking", "Waiting to be told its columns"),
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
                        (
                            "handed_in_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("checked_at", models.DateTimeField(blank=True, null=True)),
                        ("refusal", models.TextField(blank=True)),
                        ("headings", models.JSONField(blank=True, default=list)),
                        (
                            "mapping",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accountability.columnmapping",
                            ),
                        ),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "only_good_rows",
                            models.BooleanField(default=False, verbose_name="rejected rows are left out"),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "measures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
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
                                    ("state__in", ("checking", "asking", "refused", "checked")),
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
                    name="FigureImportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
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
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("checking", "Being checked"),
                                    ("asking", "Waiting to be told its columns"),
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
                        ("checked_at", models.DateTimeField(blank=True, null=True)),
                        ("refusal", models.TextField(blank=True)),
                        ("headings", models.JSONField(blank=True, default=list)),
                        (
                            "mapping",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.columnmapping",
                            ),
                        ),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "only_good_rows",
                            models.BooleanField(default=False, verbose_name="rejected rows are left out"),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "measures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
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
                    name="FigureRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figure_requests",
                                to="organisations.organisation",
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
                        ("wanted", models.TextField(verbose_name="what is wanted")),
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            "closed_by",
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
                        "ordering": ["-asked_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("organisation", "measure"),
                                name="one_open_request_a_figure",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", True),
                                        ("closed_by__isnull", True),
                                        ("state", "open"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "open"), _negated=True),
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_requests_say_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FigureRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.figurerequest",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        ("wanted", models.TextField(verbose_name="what is wanted")),
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
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FrontSheet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="front_sheet",
                                to="accountability.report",
                            ),
                        ),
                        (
                            "ask",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approve", "Approve"),
                                    ("decide", "Decide"),
                                    ("discuss", "Discuss"),
                                    ("note", "Take assurance and note"),
                                ],
                                max_length=8,
                                verbose_name="the board is asked to",
                            ),
                        ),
                        ("ask_detail", models.TextField(blank=True, verbose_name="in particular")),
                        ("alert", models.TextField(blank=True, verbose_name="alert the board to")),
                        ("advise", models.TextField(blank=True, verbose_name="advise the board of")),
                        ("assure", models.TextField(blank=True, verbose_name="assure the board that")),
                    ],
                ),
                migrations.CreateModel(
                    name="FrontSheetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.frontsheet",
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
                        ("id", models.BigIntegerField()),
                        (
                            "report",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.report",
                            ),
                        ),
                        (
                            "ask",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approve", "Approve"),
                                    ("decide", "Decide"),
                                    ("discuss", "Discuss"),
                                    ("note", "Take assurance and note"),
                                ],
                                max_length=8,
                                verbose_name="the board is asked to",
                            ),
                        ),
                        ("ask_detail", models.TextField(blank=True, verbose_name="in particular")),
                        ("alert", models.TextField(blank=True, verbose_name="alert the board to")),
                        ("advise", models.TextField(blank=True, verbose_name="advise the board of")),
                        ("assure", models.TextField(blank=True, verbose_name="assure the board that")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(unique=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_measures",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "family",
                            models.CharField(
                                choices=[
                                    ("inequality", "Health inequality"),
                                    ("core", "Core performance"),
                                    ("workforce", "Workforce equality"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="place in the list"),
                        ),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["position", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
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
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False)),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "family",
                            models.CharField(
                                choices=[
                                    ("inequality", "Health inequality"),
                                    ("core", "Core performance"),
                                    ("workforce", "Workforce equality"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="place in the list"),
                        ),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
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
                            "measure",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="split_of",
                                to="accountability.measure",
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
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("measure", models.F("core")), _negated=True),
                                name="no_measure_splits_itself",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureSplitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.measuresplit",
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
                        ("id", models.BigIntegerField()),
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
                            "core",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeasureVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="accountability.measure",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("is_live", models.BooleanField(default=True)),
                        (
                            "is_curated",
                            models.BooleanField(default=False, verbose_name="written in the browser"),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField()),
                        (
                            "owner",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who keeps the definition"
                            ),
                        ),
                        ("has_number", models.BooleanField(default=True, verbose_name="is a figure")),
                        (
                            "numerator",
                            models.CharField(blank=True, max_length=300, verbose_name="what is counted"),
                        ),
                        ("denominator", models.CharField(blank=True, max_length=300, verbose_name="out of")),
                        (
                            "organisation_kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("region", "NHS England region"),
                                        ("icb", "Integrated care board"),
                                        ("trust", "NHS trust"),
                                        ("pcn", "Primary care network"),
                                        ("national", "National body"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="for which kinds of organisation",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("percent", "Percent"),
                                    ("years", "Years"),
                                    ("per_1000", "Rate per 1,000 people"),
                                    ("per_100000", "Rate per 100,000 people"),
                                    ("ratio", "Ratio: how many times as likely or as many"),
                                    ("count", "Number"),
                                    ("minutes", "Minutes"),
                                    ("score", "Score"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("statement", models.CharField(default="the figure was {value}", max_length=200)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("higher_is_better", "Higher is better"),
                                    ("lower_is_better", "Lower is better"),
                                    ("neutral", "Neither is better"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "breakdown",
                            models.CharField(
                                choices=[
                                    ("none", "No groups"),
                                    ("deprivation_quintile", "Fifths by deprivation, 1 is the most deprived"),
                                    ("deprivation_decile", "Tenths by deprivation, 1 is the most deprived"),
                                    ("ethnicity", "Ethnic groups"),
                                    ("age", "Age groups"),
                                    ("sex", "Sex"),
                                    ("sexual_orientation", "Sexual orientation"),
                                    ("disability", "Disability"),
                                    ("learning_disability", "Learning disability and autism"),
                                    ("carers", "Unpaid carers and others"),
                                    ("inclusion_group", "Inclusion health groups"),
                                    ("pay_band", "Pay bands of staff"),
                                    ("representation", "Board, workforce and the population served"),
                                ],
                                max_length=25,
                            ),
                        ),
                        ("groups", models.JSONField(blank=True, default=list)),
                        (
                            "groups_source",
                            models.CharField(
                                blank=True,
                                help_text="For ethnicity which census groups, for deprivation which index and which end its source calls 1.",
                                max_length=300,
                                verbose_name="where the groups come from",
                            ),
                        ),
                        ("method", models.TextField()),
                        ("frequency", models.CharField(max_length=40)),
                        (
                            "horizon",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("short", "Within a year"),
                                    ("medium", "In one to three years"),
                                    ("long", "In more than three years"),
                                ],
                                max_length=6,
                                verbose_name="when we expect to see it",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("process", "Something we do"),
                                    ("intermediate", "A step on the way"),
                                    ("outcome", "A result for people"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "statement_domain",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("elective", "Elective recovery"),
                                    ("urgent", "Urgent and emergency care"),
                                    ("respiratory", "Respiratory"),
                                    ("mental_health", "Mental health"),
                                    ("cancer", "Cancer"),
                                    ("cardiovascular", "Cardiovascular disease"),
                                    ("diabetes", "Diabetes"),
                                    ("smoking", "Smoking cessation"),
                                    ("oral_health", "Oral health"),
                                    ("learning_disability", "Learning disability and autistic people"),
                                    ("maternity", "Maternity and neonatal"),
                                ],
                                max_length=20,
                                verbose_name="domain of the Statement on information",
                            ),
                        ),
                        (
                            "disclosure_rule",
                            models.CharField(
                                choices=[
                                    ("national", "Published counts, shown as published"),
                                    ("hes", "Hospital Episode Statistics and the Emergency Care Data Set"),
                                    ("mhsds", "Mental Health Services Data Set"),
                                    ("opensafely", "OpenSAFELY"),
                                    ("ours", "The portal’s own: counts of one to four are hidden"),
                                ],
                                default="national",
                                max_length=10,
                                verbose_name="rule on small numbers",
                            ),
                        ),
                        (
                            "core20plus5_area",
                            models.CharField(blank=True, max_length=100, verbose_name="Core20PLUS5 area"),
                        ),
                        ("caveats", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "number"), name="one_version_a_number"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_live", True)),
                                fields=("measure",),
                                name="one_live_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("has_number", True), models.Q(("unit", ""), _negated=True)),
                                    models.Q(("has_number", False), ("unit", "")),
                                    _connector="OR",
                                ),
                                name="figures_have_a_unit_and_words_none",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.measureversion",
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
                        ("id", models.BigIntegerField()),
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
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("is_live", models.BooleanField(default=True)),
                        (
                            "is_curated",
                            models.BooleanField(default=False, verbose_name="written in the browser"),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField()),
                        (
                            "owner",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who keeps the definition"
                            ),
                        ),
                        ("has_number", models.BooleanField(default=True, verbose_name="is a figure")),
                        (
                            "numerator",
                            models.CharField(blank=True, max_length=300, verbose_name="what is counted"),
                        ),
                        ("denominator", models.CharField(blank=True, max_length=300, verbose_name="out of")),
                        (
                            "organisation_kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("region", "NHS England region"),
                                        ("icb", "Integrated care board"),
                                        ("trust", "NHS trust"),
                                        ("pcn", "Primary care network"),
                                        ("national", "National body"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="for which kinds of organisation",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("percent", "Percent"),
                                    ("years", "Years"),
                                    ("per_1000", "Rate per 1,000 people"),
                                    ("per_100000", "Rate per 100,000 people"),
                                    ("ratio", "Ratio: how many times as likely or as many"),
                                    ("count", "Number"),
                                    ("minutes", "Minutes"),
                                    ("score", "Score"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("statement", models.CharField(default="the figure was {value}", max_length=200)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("higher_is_better", "Higher is better"),
                                    ("lower_is_better", "Lower is better"),
                                    ("neutral", "Neither is better"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "breakdown",
                            models.CharField(
                                choices=[
                                    ("none", "No groups"),
                                    ("deprivation_quintile", "Fifths by deprivation, 1 is the most deprived"),
                                    ("deprivation_decile", "Tenths by deprivation, 1 is the most deprived"),
                                    ("ethnicity", "Ethnic groups"),
                                    ("age", "Age groups"),
                                    ("sex", "Sex"),
                                    ("sexual_orientation", "Sexual orientation"),
                                    ("disability", "Disability"),
                                    ("learning_disability", "Learning disability and autism"),
                                    ("carers", "Unpaid carers and others"),
                                    ("inclusion_group", "Inclusion health groups"),
                                    ("pay_band", "Pay bands of staff"),
                                    ("representation", "Board, workforce and the population served"),
                                ],
                                max_length=25,
                            ),
                        ),
                        ("groups", models.JSONField(blank=True, default=list)),
                        (
                            "groups_source",
                            models.CharField(
                                blank=True,
                                help_text="For ethnicity which census groups, for deprivation which index and which end its source calls 1.",
                                max_length=300,
                                verbose_name="where the groups come from",
                            ),
                        ),
                        ("method", models.TextField()),
                        ("frequency", models.CharField(max_length=40)),
                        (
                            "horizon",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("short", "Within a year"),
                                    ("medium", "In one to three years"),
                                    ("long", "In more than three years"),
                                ],
                                max_length=6,
                                verbose_name="when we expect to see it",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("process", "Something we do"),
                                    ("intermediate", "A step on the way"),
                                    ("outcome", "A result for people"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "statement_domain",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("elective", "Elective recovery"),
                                    ("urgent", "Urgent and emergency care"),
                                    ("respiratory", "Respiratory"),
                                    ("mental_health", "Mental health"),
                                    ("cancer", "Cancer"),
                                    ("cardiovascular", "Cardiovascular disease"),
                                    ("diabetes", "Diabetes"),
                                    ("smoking", "Smoking cessation"),
                                    ("oral_health", "Oral health"),
                                    ("learning_disability", "Learning disability and autistic people"),
                                    ("maternity", "Maternity and neonatal"),
                                ],
                                max_length=20,
                                verbose_name="domain of the Statement on information",
                            ),
                        ),
                        (
                            "disclosure_rule",
                            models.CharField(
                                choices=[
                                    ("national", "Published counts, shown as published"),
                                    ("hes", "Hospital Episode Statistics and the Emergency Care Data Set"),
                                    ("mhsds", "Mental Health Services Data Set"),
                                    ("opensafely", "OpenSAFELY"),
                                    ("ours", "The portal’s own: counts of one to four are hidden"),
                                ],
                                default="national",
                                max_length=10,
                                verbose_name="rule on small numbers",
                            ),
                        ),
                        (
                            "core20plus5_area",
                            models.CharField(blank=True, max_length=100, verbose_name="Core20PLUS5 area"),
                        ),
                        ("caveats", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Observation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="observations",
                                to="accountability.measureversion",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        ("period", models.CharField(max_length=20)),
                        ("period_start_date", models.DateField()),
                        ("period_end_date", models.DateField()),
                        ("group", models.CharField(default="all", max_length=40)),
                        (
                            "state",
                            models.CharField(
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
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why there is no figure"
                            ),
                        ),
                        ("numerator", models.BigIntegerField(blank=True, null=True)),
                        ("denominator", models.BigIntegerField(blank=True, null=True)),
                        ("value", models.FloatField(blank=True, null=True)),
                        ("lower", models.FloatField(blank=True, null=True)),
                        ("upper", models.FloatField(blank=True, null=True)),
                        ("completeness", models.FloatField(blank=True, null=True)),
                        (
                            "unknown_share",
                            models.FloatField(
                                blank=True, null=True, verbose_name="share whose group is not known"
                            ),
                        ),
                        ("published_date", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="observations",
                                to="accountability.datasource",
                            ),
                        ),
                        (
                            "figure_import",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="observations",
                                to="accountability.figureimport",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accountability.observation",
                            ),
                        ),
                        ("is_current", models.BooleanField(default=True)),
                        ("loaded_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)),
                                fields=("version", "organisation", "period_end_date", "group"),
                                name="one_current_figure_a_key",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("numerator__isnull", True),
                                    ("denominator__isnull", True),
                                    ("numerator__lte", models.F("denominator")),
                                    _connector="OR",
                                ),
                                name="counted_no_more_than_out_of",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("completeness__isnull", True),
                                        ("completeness__range", (0, 100)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("unknown_share__isnull", True),
                                        ("unknown_share__range", (0, 100)),
                                        _connector="OR",
                                    ),
                                ),
                                name="quality_is_in_percent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["value", "zero"]), ("value__isnull", False)),
                                    models.Q(
                                        models.Q(("state__in", ["value", "zero"]), _negated=True),
                                        ("value__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_figures_have_values",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan",
                                to="organisations.organisation",
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="PlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.plan",
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
                        ("id", models.BigIntegerField()),
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
                        ("created_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="organisations.organisation",
                            ),
                        ),
                        ("from_date", models.DateField()),
                        ("to_date", models.DateField()),
                        ("paper_deadline_date", models.DateField()),
                        ("meeting_date", models.DateField(verbose_name="board meeting")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Being prepared"),
                                    ("frozen", "Frozen, waiting to be signed"),
                                    ("signed", "Signed"),
                                ],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        (
                            "narrative",
                            models.TextField(blank=True, verbose_name="what the board should know"),
                        ),
                        ("learning", models.TextField(blank=True, verbose_name="what we learned")),
                        ("next_steps", models.TextField(blank=True, verbose_name="what we do next")),
                        ("created_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-to_date"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "to_date"), name="one_report_a_period"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__gt", models.F("from_date")),
                                    ("meeting_date__gte", models.F("paper_deadline_date")),
                                ),
                                name="report_dates_follow",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.report",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                        ("from_date", models.DateField()),
                        ("to_date", models.DateField()),
                        ("paper_deadline_date", models.DateField()),
                        ("meeting_date", models.DateField(verbose_name="board meeting")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Being prepared"),
                                    ("frozen", "Frozen, waiting to be signed"),
                                    ("signed", "Signed"),
                                ],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        (
                            "narrative",
                            models.TextField(blank=True, verbose_name="what the board should know"),
                        ),
                        ("learning", models.TextField(blank=True, verbose_name="what we learned")),
                        ("next_steps", models.TextField(blank=True, verbose_name="what we do next")),
                        ("created_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Signature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "snapshot",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signature",
                                to="accountability.snapshot",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("signed_at", models.DateTimeField()),
                        ("signed_name", models.CharField(max_length=150, verbose_name="name")),
                        ("signed_as", models.CharField(max_length=200)),
                    ],
                ),
                migrations.CreateModel(
                    name="SignatureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.signature",
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
                        ("id", models.BigIntegerField()),
                        (
                            "snapshot",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.snapshot",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("signed_at", models.DateTimeField()),
                        ("signed_name", models.CharField(max_length=150, verbose_name="name")),
                        ("signed_as", models.CharField(max_length=200)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Snapshot",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="snapshot",
                                to="accountability.report",
                            ),
                        ),
                        ("schema_version", models.PositiveSmallIntegerField()),
                        ("document", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("frozen_at", models.DateTimeField()),
                        (
                            "frozen_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
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
                        (
                            "of_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="staged",
                                to="accountability.figureimport",
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
                        ("completeness", models.FloatField(blank=True, null=True)),
                        ("unknown_share", models.FloatField(blank=True, null=True)),
                        ("published_date", models.DateField(blank=True, null=True)),
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
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["of_import", "outcome", "number"], name="rows_by_what_they_come_to"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Telling",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tellings",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tellings",
                                to="accountability.measure",
                            ),
                        ),
                        ("from_date", models.DateField()),
                        ("to_date", models.DateField()),
                        ("seen", models.TextField(verbose_name="what was seen")),
                        ("known_by", models.CharField(max_length=300, verbose_name="how it is known")),
                        (
                            "told_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("told_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-to_date", "-from_date"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "measure", "from_date", "to_date"),
                                name="one_telling_a_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_date__gte", models.F("from_date"))),
                                name="telling_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TellingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.telling",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        ("from_date", models.DateField()),
                        ("to_date", models.DateField()),
                        ("seen", models.TextField(verbose_name="what was seen")),
                        ("known_by", models.CharField(max_length=300, verbose_name="how it is known")),
                        (
                            "told_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("told_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TestOfChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trials",
                                to="accountability.action",
                            ),
                        ),
                        ("change", models.TextField(verbose_name="what we try")),
                        ("prediction", models.TextField(verbose_name="what we expect to happen")),
                        ("started_at", models.DateTimeField()),
                        (
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("adopt", "Keep it"),
                                    ("adapt", "Change it and try again"),
                                    ("stop", "Stop it"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("because", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decision", "")),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        models.Q(("decision", ""), _negated=True),
                                        models.Q(("because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_trial_ends_with_a_decision",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("decided_at__isnull", True)),
                                fields=("action",),
                                name="one_trial_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TestOfChangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.testofchange",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.action",
                            ),
                        ),
                        ("change", models.TextField(verbose_name="what we try")),
                        ("prediction", models.TextField(verbose_name="what we expect to happen")),
                        ("started_at", models.DateTimeField()),
                        (
                            "started_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("adopt", "Keep it"),
                                    ("adapt", "Change it and try again"),
                                    ("stop", "Stop it"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("because", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="accountability.plan",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what")),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                        ("due_date", models.DateField(verbose_name="by when")),
                        ("baseline_due_date", models.DateField()),
                        ("why", models.TextField(blank=True)),
                        ("first_step", models.TextField(blank=True)),
                        (
                            "quadrant",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accountability", "Accountability"),
                                    ("policy_formulation", "Policy formulation"),
                                    ("strategic_thinking", "Strategic thinking"),
                                    ("supervision", "Supervision"),
                                ],
                                max_length=20,
                                verbose_name="board's job",
                            ),
                        ),
                        (
                            "horizon",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("short", "Within a year"),
                                    ("medium", "In one to three years"),
                                    ("long", "In more than three years"),
                                ],
                                max_length=6,
                                verbose_name="when we expect to see it",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "example_measure",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="induction.examplemeasure",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("stopped", "Stopped"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_because", models.TextField(blank=True)),
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
                            "from_activity",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="induction.activity",
                            ),
                        ),
                        (
                            "from_commitment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="action",
                                to="learning_sets.commitment",
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_activity__isnull", True),
                                    ("from_commitment__isnull", True),
                                    _connector="OR",
                                ),
                                name="one_origin_at_most",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False), ("state__in", ["done", "stopped"])
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", True), ("state__in", ["planned", "under_way"])
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_actions_say_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "stopped"), _negated=True),
                                    models.Q(("closed_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="stopped_actions_say_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.action",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.plan",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="what")),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                        ("due_date", models.DateField(verbose_name="by when")),
                        ("baseline_due_date", models.DateField()),
                        ("why", models.TextField(blank=True)),
                        ("first_step", models.TextField(blank=True)),
                        (
                            "quadrant",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accountability", "Accountability"),
                                    ("policy_formulation", "Policy formulation"),
                                    ("strategic_thinking", "Strategic thinking"),
                                    ("supervision", "Supervision"),
                                ],
                                max_length=20,
                                verbose_name="board's job",
                            ),
                        ),
                        (
                            "horizon",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("short", "Within a year"),
                                    ("medium", "In one to three years"),
                                    ("long", "In more than three years"),
                                ],
                                max_length=6,
                                verbose_name="when we expect to see it",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        (
                            "example_measure",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="induction.examplemeasure",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("stopped", "Stopped"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_because", models.TextField(blank=True)),
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
                            "from_activity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="induction.activity",
                            ),
                        ),
                        (
                            "from_commitment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="learning_sets.commitment",
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="ActionNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="accountability.action",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("note", "Note"), ("change", "Change to the action")],
                                default="note",
                                max_length=6,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-written_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ActionNoteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.actionnote",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.action",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("note", "Note"), ("change", "Change to the action")],
                                default="note",
                                max_length=6,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BoardMeasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_measures",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="board_measures",
                                to="accountability.measure",
                            ),
                        ),
                        ("is_watched", models.BooleanField(default=True, verbose_name="on the board's list")),
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
                        ("narrated_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "measure"), name="one_place_on_a_boards_list"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner_title", ""), _connector="OR"
                                ),
                                name="one_owner_at_most",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_date__isnull", True), ("target__isnull", False), _connector="OR"
                                ),
                                name="a_date_belongs_to_a_target",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("narrated_at__isnull", True),
                                        ("narrated_by__isnull", True),
                                        ("narrative", ""),
                                    ),
                                    models.Q(
                                        models.Q(("narrative", ""), _negated=True),
                                        ("narrated_at__isnull", False),
                                        ("narrated_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="narratives_say_who_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoardMeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.boardmeasure",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.measure",
                            ),
                        ),
                        ("is_watched", models.BooleanField(default=True, verbose_name="on the board's list")),
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
                        ("narrated_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Citation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="accountability.action",
                            ),
                        ),
                        (
                            "resource",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="citations",
                                to="repository.resource",
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.revision",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="what it tells us")),
                        (
                            "cited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("cited_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "revision"), name="cited_once_a_version"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.citation",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "action",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.action",
                            ),
                        ),
                        (
                            "resource",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repository.resource",
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="what it tells us")),
                        (
                            "cited_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("cited_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ColumnMapping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "fingerprint",
                            models.CharField(
                                max_length=64, verbose_name="what files with the same headings share"
                            ),
                        ),
                        ("headings", models.JSONField()),
                        ("columns", models.JSONField()),
                        ("measure", models.SlugField(blank=True)),
                        ("one_is_most_deprived", models.BooleanField(default=True)),
                        ("said_at", models.DateTimeField()),
                        (
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "fingerprint"), name="one_mapping_a_kind_of_file"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ColumnMappingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="accountability.columnmapping",
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
                        ("id", models.BigIntegerField()),
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
                            "fingerprint",
                            models.CharField(
                                max_length=64, verbose_name="what files with the same headings share"
                            ),
                        ),
                        ("headings", models.JSONField()),
                        ("columns", models.JSONField()),
                        ("measure", models.SlugField(blank=True, db_index=False)),
                        ("one_is_most_deprived", models.BooleanField(default=True)),
                        ("said_at", models.DateTimeField()),
                        (
                            "said_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                    model_name="datasource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_datasourceevent" ("code", "credit", "id", "is_derived", "licence", "loaded_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "rejected_count", "sha256", "title", "url") VALUES (NEW."code", NEW."credit", NEW."id", NEW."is_derived", NEW."licence", NEW."loaded_key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."publisher", NEW."rejected_count", NEW."sha256", NEW."title", NEW."url"); RETURN NULL;',
                            hash="e6642d6121183249949a582c6f56b7fc01bfb4ca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_261cb",
                            table="accountability_datasource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datasource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_datasourceevent" ("code", "credit", "id", "is_derived", "licence", "loaded_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "rejected_count", "sha256", "title", "url") VALUES (NEW."code", NEW."credit", NEW."id", NEW."is_derived", NEW."licence", NEW."loaded_key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."publisher", NEW."rejected_count", NEW."sha256", NEW."title", NEW."url"); RETURN NULL;',
                            hash="e21387a750f8a71e3bd0d75bce5b0ad11aad7e71",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4f731",
                            table="accountability_datasource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datasource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_datasourceevent" ("code", "credit", "id", "is_derived", "licence", "loaded_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "rejected_count", "sha256", "title", "url") VALUES (OLD."code", OLD."credit", OLD."id", OLD."is_derived", OLD."licence", OLD."loaded_key", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."publisher", OLD."rejected_count", OLD."sha256", OLD."title", OLD."url"); RETURN NULL;',
                            hash="2ebff54a5b2585a538b0e5bb060436823c6c6766",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c8a68",
                            table="accountability_datasource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_actionnoteevent" ("action_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text", "written_at", "written_by_id") VALUES (NEW."action_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="15d97129293a377c7b059e5ef19629060bf72fcc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a89e2",
                            table="accountability_actionnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_actionnoteevent" ("action_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text", "written_at", "written_by_id") VALUES (NEW."action_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="7a180ef5add6e3474ec49eb4cebe4e78d00c9090",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_269ef",
                            table="accountability_actionnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_actionnoteevent" ("action_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text", "written_at", "written_by_id") VALUES (OLD."action_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                            hash="bea72a1437c0dc6f18cc5f89d9bc288e0cdfc67c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_36c25",
                            table="accountability_actionnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionnoteevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3f416673884ad64f65c7da5e125bef8cfa694a6b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ed071",
                            table="accountability_actionnoteevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_citationevent" ("action_id", "cited_at", "cited_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "resource_id", "revision_id") VALUES (NEW."action_id", NEW."cited_at", NEW."cited_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."resource_id", NEW."revision_id"); RETURN NULL;',
                            hash="08bc07f8e5190a71a3ebce144af22b30f7a44a84",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_66d2c",
                            table="accountability_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_citationevent" ("action_id", "cited_at", "cited_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "resource_id", "revision_id") VALUES (NEW."action_id", NEW."cited_at", NEW."cited_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."resource_id", NEW."revision_id"); RETURN NULL;',
                            hash="b7aae6b702bd594151e8c496cbaa6e37cfb38270",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_21374",
                            table="accountability_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_citationevent" ("action_id", "cited_at", "cited_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "resource_id", "revision_id") VALUES (OLD."action_id", OLD."cited_at", OLD."cited_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."resource_id", OLD."revision_id"); RETURN NULL;',
                            hash="9f83ee2e7b2557c4d448c25c61265bb23fb8a31d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_90fc9",
                            table="accountability_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b4be053800b3f325806e36c6931b57aef2a5d033",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_722f0",
                            table="accountability_citationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="columnmapping",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_columnmappingevent" ("columns", "fingerprint", "headings", "id", "measure", "one_is_most_deprived", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id") VALUES (NEW."columns", NEW."fingerprint", NEW."headings", NEW."id", NEW."measure", NEW."one_is_most_deprived", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said_at", NEW."said_by_id"); RETURN NULL;',
                            hash="da50dc6aa85b1321155e6038adc10ceaf95b756b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5846a",
                            table="accountability_columnmapping",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="columnmapping",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_columnmappingevent" ("columns", "fingerprint", "headings", "id", "measure", "one_is_most_deprived", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id") VALUES (NEW."columns", NEW."fingerprint", NEW."headings", NEW."id", NEW."measure", NEW."one_is_most_deprived", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said_at", NEW."said_by_id"); RETURN NULL;',
                            hash="8bcb2f206379791f7d7142fcc880c18f20f89426",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_08167",
                            table="accountability_columnmapping",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="columnmapping",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_columnmappingevent" ("columns", "fingerprint", "headings", "id", "measure", "one_is_most_deprived", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id") VALUES (OLD."columns", OLD."fingerprint", OLD."headings", OLD."id", OLD."measure", OLD."one_is_most_deprived", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."said_at", OLD."said_by_id"); RETURN NULL;',
                            hash="1b9149caf9dc1b6dfdfb50131b8f88935cb4808e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b0027",
                            table="accountability_columnmapping",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="columnmappingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7c9c23b5f9a5c3d17b3a0acad47b1f63aa49678b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_56773",
                            table="accountability_columnmappingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datasourceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e837e7e61e6011a17abd8517b36c5f3fc6182913",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5daf3",
                            table="accountability_datasourceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="figureimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_figureimportevent" ("applied_at", "checked_at", "counts", "decided_at", "decided_by_id", "file_name", "handed_in_at", "handed_in_by_id", "headings", "id", "mapping_id", "measures", "only_good_rows", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "sha256", "state", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."checked_at", NEW."counts", NEW."decided_at", NEW."decided_by_id", NEW."file_name", NEW."handed_in_at", NEW."handed_in_by_id", NEW."headings", NEW."id", NEW."mapping_id", NEW."measures", NEW."only_good_rows", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."refusal", NEW."sha256", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="f257ea439ab5063f6cfcc20514094122d3075320",
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
                            func='INSERT INTO "accountability_figureimportevent" ("applied_at", "checked_at", "counts", "decided_at", "decided_by_id", "file_name", "handed_in_at", "handed_in_by_id", "headings", "id", "mapping_id", "measures", "only_good_rows", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "sha256", "state", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."checked_at", NEW."counts", NEW."decided_at", NEW."decided_by_id", NEW."file_name", NEW."handed_in_at", NEW."handed_in_by_id", NEW."headings", NEW."id", NEW."mapping_id", NEW."measures", NEW."only_good_rows", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."refusal", NEW."sha256", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="d5b91217f22c93c152fa999743976aac96aaa254",
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
                            func='INSERT INTO "accountability_figureimportevent" ("applied_at", "checked_at", "counts", "decided_at", "decided_by_id", "file_name", "handed_in_at", "handed_in_by_id", "headings", "id", "mapping_id", "measures", "only_good_rows", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "refusal", "sha256", "state", "undone_at", "undone_by_id") VALUES (OLD."applied_at", OLD."checked_at", OLD."counts", OLD."decided_at", OLD."decided_by_id", OLD."file_name", OLD."handed_in_at", OLD."handed_in_by_id", OLD."headings", OLD."id", OLD."mapping_id", OLD."measures", OLD."only_good_rows", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."refusal", OLD."sha256", OLD."state", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                            hash="4ffdb02ac282bcdfd6179f6a0e10f6fe8dbf1123",
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
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measureevent" ("code", "family", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at") VALUES (NEW."code", NEW."family", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."retired_at"); RETURN NULL;',
                            hash="9b3f01aa0ba48e50418a7cb46506f76166255c06",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bd5e8",
                            table="accountability_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_measureevent" ("code", "family", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at") VALUES (NEW."code", NEW."family", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."retired_at"); RETURN NULL;',
                            hash="1c2a70951407f1e34dcbc2661c160cc431dad21b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_df5d4",
                            table="accountability_measure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measureevent" ("code", "family", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at") VALUES (OLD."code", OLD."family", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."retired_at"); RETURN NULL;',
                            hash="ed643e3bf532274363d15d65c546366af35fa976",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7400c",
                            table="accountability_measure",
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
                    model_name="boardmeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_boardmeasureevent" ("board_minutes", "frequency", "has_chart", "id", "is_watched", "measure_id", "narrated_at", "narrated_by_id", "narrative", "organisation_id", "owner_id", "owner_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "target", "target_date") VALUES (NEW."board_minutes", NEW."frequency", NEW."has_chart", NEW."id", NEW."is_watched", NEW."measure_id", NEW."narrated_at", NEW."narrated_by_id", NEW."narrative", NEW."organisation_id", NEW."owner_id", NEW."owner_title", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."target", NEW."target_date"); RETURN NULL;',
                            hash="12b17d4710395421c76259a80b2650a1ed3d7bd7",
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
                            func='INSERT INTO "accountability_boardmeasureevent" ("board_minutes", "frequency", "has_chart", "id", "is_watched", "measure_id", "narrated_at", "narrated_by_id", "narrative", "organisation_id", "owner_id", "owner_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "target", "target_date") VALUES (NEW."board_minutes", NEW."frequency", NEW."has_chart", NEW."id", NEW."is_watched", NEW."measure_id", NEW."narrated_at", NEW."narrated_by_id", NEW."narrative", NEW."organisation_id", NEW."owner_id", NEW."owner_title", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."target", NEW."target_date"); RETURN NULL;',
                            hash="7b7402e80d929ae80767ae5aa21612d0619104fd",
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
                            func='INSERT INTO "accountability_boardmeasureevent" ("board_minutes", "frequency", "has_chart", "id", "is_watched", "measure_id", "narrated_at", "narrated_by_id", "narrative", "organisation_id", "owner_id", "owner_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "target", "target_date") VALUES (OLD."board_minutes", OLD."frequency", OLD."has_chart", OLD."id", OLD."is_watched", OLD."measure_id", OLD."narrated_at", OLD."narrated_by_id", OLD."narrative", OLD."organisation_id", OLD."owner_id", OLD."owner_title", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."target", OLD."target_date"); RETURN NULL;',
                            hash="58613c87f265e4ea6fb81146654e192209ed6548",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8548f",
                            table="accountability_boardmeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="98d8a64725b3a789a18d049b0b5f560d75188446",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3adb0",
                            table="accountability_measureevent",
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
                pgtrigger.migrations.AddTrigger(
                    model_name="measureversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measureversionevent" ("breakdown", "caveats", "core20plus5_area", "definition", "denominator", "direction", "disclosure_rule", "frequency", "groups", "groups_source", "has_number", "horizon", "id", "is_curated", "is_live", "kind", "measure_id", "method", "number", "numerator", "organisation_kinds", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "statement_domain", "title", "unit") VALUES (NEW."breakdown", NEW."caveats", NEW."core20plus5_area", NEW."definition", NEW."denominator", NEW."direction", NEW."disclosure_rule", NEW."frequency", NEW."groups", NEW."groups_source", NEW."has_number", NEW."horizon", NEW."id", NEW."is_curated", NEW."is_live", NEW."kind", NEW."measure_id", NEW."method", NEW."number", NEW."numerator", NEW."organisation_kinds", NEW."owner", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."statement", NEW."statement_domain", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="df2015b99c9f8550c2d52444e8c019d04ec1707a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b13b8",
                            table="accountability_measureversion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measureversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_measureversionevent" ("breakdown", "caveats", "core20plus5_area", "definition", "denominator", "direction", "disclosure_rule", "frequency", "groups", "groups_source", "has_number", "horizon", "id", "is_curated", "is_live", "kind", "measure_id", "method", "number", "numerator", "organisation_kinds", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "statement_domain", "title", "unit") VALUES (NEW."breakdown", NEW."caveats", NEW."core20plus5_area", NEW."definition", NEW."denominator", NEW."direction", NEW."disclosure_rule", NEW."frequency", NEW."groups", NEW."groups_source", NEW."has_number", NEW."horizon", NEW."id", NEW."is_curated", NEW."is_live", NEW."kind", NEW."measure_id", NEW."method", NEW."number", NEW."numerator", NEW."organisation_kinds", NEW."owner", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."statement", NEW."statement_domain", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="56925dd969d59c2e08e1a6a39be219976307348c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ca98d",
                            table="accountability_measureversion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measureversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measureversionevent" ("breakdown", "caveats", "core20plus5_area", "definition", "denominator", "direction", "disclosure_rule", "frequency", "groups", "groups_source", "has_number", "horizon", "id", "is_curated", "is_live", "kind", "measure_id", "method", "number", "numerator", "organisation_kinds", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "statement_domain", "title", "unit") VALUES (OLD."breakdown", OLD."caveats", OLD."core20plus5_area", OLD."definition", OLD."denominator", OLD."direction", OLD."disclosure_rule", OLD."frequency", OLD."groups", OLD."groups_source", OLD."has_number", OLD."horizon", OLD."id", OLD."is_curated", OLD."is_live", OLD."kind", OLD."measure_id", OLD."method", OLD."number", OLD."numerator", OLD."organisation_kinds", OLD."owner", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."statement", OLD."statement_domain", OLD."title", OLD."unit"); RETURN NULL;',
                            hash="cf246d2efef16578d6550cba78bf309dbdd64d72",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a41a6",
                            table="accountability_measureversion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="measureversionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9b8155774d9fbc26ef9c7729f4b81df665fe8795",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_183af",
                            table="accountability_measureversionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_planevent" ("created_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="e40e8b48bf87154cfd7b0d6563d3ebb04db46301",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9ebcc",
                            table="accountability_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_planevent" ("created_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="d1b88c173308cc8e9887d7155d8167d9e44e6ed0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d530d",
                            table="accountability_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_planevent" ("created_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="184ec4705b026b9478356a3b0906285e77ce67d9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cdb40",
                            table="accountability_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="02cec9e1d27aa93a3e0d6d7759dc53c4554ad7db",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_50f93",
                            table="accountability_actionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="baseline_due_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."baseline_due_date" IS DISTINCT FROM (NEW."baseline_due_date"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="4a10fa839b475406eda189effaf031de2e0f88c4",
                            operation="UPDATE",
                            pgid="pgtrigger_baseline_due_never_changes_13a0a",
                            table="accountability_action",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_actionevent" ("baseline_due_date", "closed_at", "closed_because", "closed_by_id", "created_at", "created_by_id", "due_date", "example_measure_id", "first_step", "from_activity_id", "from_commitment_id", "horizon", "id", "measure_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "quadrant", "state", "title", "why") VALUES (NEW."baseline_due_date", NEW."closed_at", NEW."closed_because", NEW."closed_by_id", NEW."created_at", NEW."created_by_id", NEW."due_date", NEW."example_measure_id", NEW."first_step", NEW."from_activity_id", NEW."from_commitment_id", NEW."horizon", NEW."id", NEW."measure_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."public_id", NEW."quadrant", NEW."state", NEW."title", NEW."why"); RETURN NULL;',
                            hash="bae18669cad70271eaba56bebf56c4f65628678b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_60386",
                            table="accountability_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_actionevent" ("baseline_due_date", "closed_at", "closed_because", "closed_by_id", "created_at", "created_by_id", "due_date", "example_measure_id", "first_step", "from_activity_id", "from_commitment_id", "horizon", "id", "measure_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "quadrant", "state", "title", "why") VALUES (NEW."baseline_due_date", NEW."closed_at", NEW."closed_because", NEW."closed_by_id", NEW."created_at", NEW."created_by_id", NEW."due_date", NEW."example_measure_id", NEW."first_step", NEW."from_activity_id", NEW."from_commitment_id", NEW."horizon", NEW."id", NEW."measure_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."public_id", NEW."quadrant", NEW."state", NEW."title", NEW."why"); RETURN NULL;',
                            hash="4fd2c4aa128e05635185f97a7795c1099ea314a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ca3cc",
                            table="accountability_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_actionevent" ("baseline_due_date", "closed_at", "closed_because", "closed_by_id", "created_at", "created_by_id", "due_date", "example_measure_id", "first_step", "from_activity_id", "from_commitment_id", "horizon", "id", "measure_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "public_id", "quadrant", "state", "title", "why") VALUES (OLD."baseline_due_date", OLD."closed_at", OLD."closed_because", OLD."closed_by_id", OLD."created_at", OLD."created_by_id", OLD."due_date", OLD."example_measure_id", OLD."first_step", OLD."from_activity_id", OLD."from_commitment_id", OLD."horizon", OLD."id", OLD."measure_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."public_id", OLD."quadrant", OLD."state", OLD."title", OLD."why"); RETURN NULL;',
                            hash="5c9b5fdc5928e062c0f50c3bacea685b8e52da11",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e4ebc",
                            table="accountability_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2e690f27095e3bf63ae3dac4eac2775813ebc897",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f122a",
                            table="accountability_planevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_reportevent" ("created_at", "from_date", "id", "learning", "meeting_date", "narrative", "next_steps", "organisation_id", "paper_deadline_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "to_date") VALUES (NEW."created_at", NEW."from_date", NEW."id", NEW."learning", NEW."meeting_date", NEW."narrative", NEW."next_steps", NEW."organisation_id", NEW."paper_deadline_date", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."state", NEW."to_date"); RETURN NULL;',
                            hash="6d2a1f285190cfece92d40e94ee28d85273d6f00",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_856ff",
                            table="accountability_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_reportevent" ("created_at", "from_date", "id", "learning", "meeting_date", "narrative", "next_steps", "organisation_id", "paper_deadline_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "to_date") VALUES (NEW."created_at", NEW."from_date", NEW."id", NEW."learning", NEW."meeting_date", NEW."narrative", NEW."next_steps", NEW."organisation_id", NEW."paper_deadline_date", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."state", NEW."to_date"); RETURN NULL;',
                            hash="33143f5f05fe10832a596a621ad7053f6b208063",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_99181",
                            table="accountability_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="report",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_reportevent" ("created_at", "from_date", "id", "learning", "meeting_date", "narrative", "next_steps", "organisation_id", "paper_deadline_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "to_date") VALUES (OLD."created_at", OLD."from_date", OLD."id", OLD."learning", OLD."meeting_date", OLD."narrative", OLD."next_steps", OLD."organisation_id", OLD."paper_deadline_date", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."state", OLD."to_date"); RETURN NULL;',
                            hash="a74c7653d1b378cf259ee6ca88aae4033aec2c38",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3103b",
                            table="accountability_report",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="frontsheetevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2862213f2c03b4ea53a4aed3e4c50e25afef0f77",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f56ce",
                            table="accountability_frontsheetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="frontsheet",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_frontsheetevent" ("advise", "alert", "ask", "ask_detail", "assure", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") VALUES (NEW."advise", NEW."alert", NEW."ask", NEW."ask_detail", NEW."assure", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id"); RETURN NULL;',
                            hash="108588bed2ba2067253e9a389205c9aa976e0776",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e2bb4",
                            table="accountability_frontsheet",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="frontsheet",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_frontsheetevent" ("advise", "alert", "ask", "ask_detail", "assure", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") VALUES (NEW."advise", NEW."alert", NEW."ask", NEW."ask_detail", NEW."assure", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id"); RETURN NULL;',
                            hash="76ab8dc1ad2603bf35a54b6ebc749821463f7ccb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58765",
                            table="accountability_frontsheet",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="frontsheet",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_frontsheetevent" ("advise", "alert", "ask", "ask_detail", "assure", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") VALUES (OLD."advise", OLD."alert", OLD."ask", OLD."ask_detail", OLD."assure", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id"); RETURN NULL;',
                            hash="41e4abecc9eab7c44a655e0edd1e414ce6ee4cf1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5cabf",
                            table="accountability_frontsheet",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f2ca3427d6d28cc1ab8ea52b2ea6a2c7c49186cb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_01f81",
                            table="accountability_reportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="snapshot",
                    trigger=pgtrigger.compiler.Trigger(
                        name="snapshot_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2424bb4b40d64f2950c4247e5f21d8ee724e00af",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_snapshot_never_changes_45c79",
                            table="accountability_snapshot",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signatureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed945871f3976c03b10a57411ac97aa537217f99",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70ff6",
                            table="accountability_signatureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_signatureevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_as", "signed_at", "signed_by_id", "signed_name", "snapshot_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."signed_as", NEW."signed_at", NEW."signed_by_id", NEW."signed_name", NEW."snapshot_id"); RETURN NULL;',
                            hash="8b86fe57b699a5436dcbd6d66f86a3a618571505",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_00335",
                            table="accountability_signature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_signatureevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_as", "signed_at", "signed_by_id", "signed_name", "snapshot_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."signed_as", NEW."signed_at", NEW."signed_by_id", NEW."signed_name", NEW."snapshot_id"); RETURN NULL;',
                            hash="2f42a236dd2bfa0775cf4819e8c442780ab54613",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6ffa9",
                            table="accountability_signature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="signature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_signatureevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_as", "signed_at", "signed_by_id", "signed_name", "snapshot_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."signed_as", OLD."signed_at", OLD."signed_by_id", OLD."signed_name", OLD."snapshot_id"); RETURN NULL;',
                            hash="364eb350a4a8740892ff3f5118090feb98273618",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cd0e2",
                            table="accountability_signature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="telling",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_tellingevent" ("from_date", "id", "known_by", "measure_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen", "to_date", "told_at", "told_by_id") VALUES (NEW."from_date", NEW."id", NEW."known_by", NEW."measure_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."seen", NEW."to_date", NEW."told_at", NEW."told_by_id"); RETURN NULL;',
                            hash="b759ff17573f37dd205de69c248a15e4bbbe006d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e78fc",
                            table="accountability_telling",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="telling",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_tellingevent" ("from_date", "id", "known_by", "measure_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen", "to_date", "told_at", "told_by_id") VALUES (NEW."from_date", NEW."id", NEW."known_by", NEW."measure_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."seen", NEW."to_date", NEW."told_at", NEW."told_by_id"); RETURN NULL;',
                            hash="0bcf0fdff56f0f7bc45fef7afda12c796b20f9eb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ad6a1",
                            table="accountability_telling",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="telling",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_tellingevent" ("from_date", "id", "known_by", "measure_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen", "to_date", "told_at", "told_by_id") VALUES (OLD."from_date", OLD."id", OLD."known_by", OLD."measure_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."seen", OLD."to_date", OLD."told_at", OLD."told_by_id"); RETURN NULL;',
                            hash="51f2bac408ade4fcff8ee5cc087d081b64309713",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_08798",
                            table="accountability_telling",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="tellingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="84a77ddd7cf6c20fdfc32cfb13d2110dde9475aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_55afb",
                            table="accountability_tellingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="testofchange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_testofchangeevent" ("action_id", "because", "change", "decided_at", "decided_by_id", "decision", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prediction", "public_id", "started_at", "started_by_id") VALUES (NEW."action_id", NEW."because", NEW."change", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prediction", NEW."public_id", NEW."started_at", NEW."started_by_id"); RETURN NULL;',
                            hash="5d082b0f2468c3970bdf128025d8ed09d0498c6d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a7b91",
                            table="accountability_testofchange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="testofchange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "accountability_testofchangeevent" ("action_id", "because", "change", "decided_at", "decided_by_id", "decision", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prediction", "public_id", "started_at", "started_by_id") VALUES (NEW."action_id", NEW."because", NEW."change", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prediction", NEW."public_id", NEW."started_at", NEW."started_by_id"); RETURN NULL;',
                            hash="d4152409caedc54947f3f1e4a38af43c41c538e4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e714d",
                            table="accountability_testofchange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="testofchange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_testofchangeevent" ("action_id", "because", "change", "decided_at", "decided_by_id", "decision", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prediction", "public_id", "started_at", "started_by_id") VALUES (OLD."action_id", OLD."because", OLD."change", OLD."decided_at", OLD."decided_by_id", OLD."decision", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prediction", OLD."public_id", OLD."started_at", OLD."started_by_id"); RETURN NULL;',
                            hash="50a6f6c605fb8239a345f6c98e6422b2d6033eee",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5477c",
                            table="accountability_testofchange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="testofchangeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fa733b1ec61b6cd761ee289f2024f582ed613497",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_222f8",
                            table="accountability_testofchangeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
