"""The tables of accountability."""

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
        ("induction", "0001_tables"),
        ("learning_sets", "0001_tables"),
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("repository", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
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
                            "family",
                            models.CharField(
                                choices=[("inequality", "Health inequality"), ("core", "Core performance")],
                                max_length=12,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="place in the list"),
                        ),
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
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False)),
                        (
                            "family",
                            models.CharField(
                                choices=[("inequality", "Health inequality"), ("core", "Core performance")],
                                max_length=12,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=0, verbose_name="place in the list"),
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
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("is_live", models.BooleanField(default=True)),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField()),
                        ("numerator", models.CharField(max_length=300, verbose_name="what is counted")),
                        ("denominator", models.CharField(blank=True, max_length=300, verbose_name="out of")),
                        (
                            "unit",
                            models.CharField(
                                choices=[("percent", "Percent"), ("years", "Years")], max_length=40
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
                                ],
                                max_length=25,
                            ),
                        ),
                        ("groups", models.JSONField(blank=True, default=list)),
                        ("method", models.TextField()),
                        ("frequency", models.CharField(max_length=40)),
                        (
                            "core20plus5_area",
                            models.CharField(blank=True, max_length=100, verbose_name="Core20PLUS5 area"),
                        ),
                        ("caveats", models.TextField(blank=True)),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="accountability.measure",
                            ),
                        ),
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField(default=1)),
                        ("is_live", models.BooleanField(default=True)),
                        ("title", models.CharField(max_length=200)),
                        ("definition", models.TextField()),
                        ("numerator", models.CharField(max_length=300, verbose_name="what is counted")),
                        ("denominator", models.CharField(blank=True, max_length=300, verbose_name="out of")),
                        (
                            "unit",
                            models.CharField(
                                choices=[("percent", "Percent"), ("years", "Years")], max_length=40
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
                                ],
                                max_length=25,
                            ),
                        ),
                        ("groups", models.JSONField(blank=True, default=list)),
                        ("method", models.TextField()),
                        ("frequency", models.CharField(max_length=40)),
                        (
                            "core20plus5_area",
                            models.CharField(blank=True, max_length=100, verbose_name="Core20PLUS5 area"),
                        ),
                        ("caveats", models.TextField(blank=True)),
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
                                to="accountability.measureversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
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
                                to="accountability.datasource",
                            ),
                        ),
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
                        ("published_date", models.DateField(blank=True, null=True)),
                        ("is_current", models.BooleanField(default=True)),
                        ("loaded_at", models.DateTimeField()),
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
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="observations",
                                to="accountability.datasource",
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
                        ("created_at", models.DateTimeField()),
                        (
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="PlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("created_at", models.DateTimeField()),
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
                                to="accountability.plan",
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
                        ("title", models.CharField(max_length=200, verbose_name="what")),
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
                        ("created_at", models.DateTimeField()),
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
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
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
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="accountability.plan",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("title", models.CharField(max_length=200, verbose_name="what")),
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
                        ("created_at", models.DateTimeField()),
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
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                to="accountability.action",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accountability.plan",
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
                            "kind",
                            models.CharField(
                                choices=[("note", "Note"), ("change", "Change to the action")],
                                default="note",
                                max_length=6,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="accountability.action",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("note", "Note"), ("change", "Change to the action")],
                                default="note",
                                max_length=6,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
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
                                to="accountability.actionnote",
                            ),
                        ),
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
                        ("reason", models.TextField(blank=True, verbose_name="what it tells us")),
                        ("cited_at", models.DateTimeField()),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="accountability.action",
                            ),
                        ),
                        (
                            "cited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("reason", models.TextField(blank=True, verbose_name="what it tells us")),
                        ("cited_at", models.DateTimeField()),
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
                            "cited_by",
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
                                to="accountability.citation",
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
                        ("change", models.TextField(verbose_name="what we try")),
                        ("prediction", models.TextField(verbose_name="what we expect to happen")),
                        ("started_at", models.DateTimeField()),
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
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="trials",
                                to="accountability.action",
                            ),
                        ),
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
                            "started_by",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("change", models.TextField(verbose_name="what we try")),
                        ("prediction", models.TextField(verbose_name="what we expect to happen")),
                        ("started_at", models.DateTimeField()),
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
                                to="accountability.testofchange",
                            ),
                        ),
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
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="organisations.organisation",
                            ),
                        ),
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                                to="accountability.report",
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
                        (
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="front_sheet",
                                to="accountability.report",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="FrontSheetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
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
                                to="accountability.frontsheet",
                            ),
                        ),
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
                        (
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="snapshot",
                                to="accountability.report",
                            ),
                        ),
                    ],
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
                        ("signed_at", models.DateTimeField()),
                        ("signed_as", models.CharField(max_length=200)),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        ("signed_name", models.CharField(max_length=150, verbose_name="name")),
                    ],
                ),
                migrations.CreateModel(
                    name="SignatureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("signed_at", models.DateTimeField()),
                        ("signed_as", models.CharField(max_length=200)),
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
                                to="accountability.signature",
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
                        ("signed_name", models.CharField(max_length=150, verbose_name="name")),
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
                            "format",
                            models.CharField(
                                choices=[("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Spreadsheet")],
                                max_length=4,
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        ("exported_at", models.DateTimeField()),
                        (
                            "exported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                ),
            ],
            triggers=[
                pgtrigger.migrations.AddTrigger(
                    model_name="measure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measureevent" ("code", "family", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."family", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="5d39533656f3e1f5102a3feaecd85c8f9d6c366e",
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
                            func='INSERT INTO "accountability_measureevent" ("code", "family", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."family", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                            hash="eea4cc2b9f18ec463023669cd22eb7510dbe9176",
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
                            func='INSERT INTO "accountability_measureevent" ("code", "family", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."family", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                            hash="037e429d420ff259470e2b6a7166d933c762856e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7400c",
                            table="accountability_measure",
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
                    model_name="measureversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "accountability_measureversionevent" ("breakdown", "caveats", "core20plus5_area", "definition", "denominator", "direction", "frequency", "groups", "id", "is_live", "measure_id", "method", "number", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "title", "unit") VALUES (NEW."breakdown", NEW."caveats", NEW."core20plus5_area", NEW."definition", NEW."denominator", NEW."direction", NEW."frequency", NEW."groups", NEW."id", NEW."is_live", NEW."measure_id", NEW."method", NEW."number", NEW."numerator", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."statement", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="84e1e2fb5957bd12fce516c9a9a71fd3c8148905",
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
                            func='INSERT INTO "accountability_measureversionevent" ("breakdown", "caveats", "core20plus5_area", "definition", "denominator", "direction", "frequency", "groups", "id", "is_live", "measure_id", "method", "number", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "title", "unit") VALUES (NEW."breakdown", NEW."caveats", NEW."core20plus5_area", NEW."definition", NEW."denominator", NEW."direction", NEW."frequency", NEW."groups", NEW."id", NEW."is_live", NEW."measure_id", NEW."method", NEW."number", NEW."numerator", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."statement", NEW."title", NEW."unit"); RETURN NULL;',
                            hash="460d08cc72498fae9559cd23fe10f0c3029a2cfd",
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
                            func='INSERT INTO "accountability_measureversionevent" ("breakdown", "caveats", "core20plus5_area", "definition", "denominator", "direction", "frequency", "groups", "id", "is_live", "measure_id", "method", "number", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "title", "unit") VALUES (OLD."breakdown", OLD."caveats", OLD."core20plus5_area", OLD."definition", OLD."denominator", OLD."direction", OLD."frequency", OLD."groups", OLD."id", OLD."is_live", OLD."measure_id", OLD."method", OLD."number", OLD."numerator", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."statement", OLD."title", OLD."unit"); RETURN NULL;',
                            hash="c3e05b792f52327dcac259503acad92c4aa122fa",
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
            ],
        ),
    ]
