"""The tables of induction."""

import django.db.models.deletion
import modelcluster.fields
import pgtrigger.compiler
import pgtrigger.migrations
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

import hileads.clock
import hileads.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="RoleGuide",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="has unpublished changes"
                            ),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(
                                blank=True, db_index=True, null=True, verbose_name="first published at"
                            ),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        (
                            "go_live_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                        ),
                        (
                            "expired",
                            models.BooleanField(default=False, editable=False, verbose_name="expired"),
                        ),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        (
                            "locked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                        ),
                        (
                            "live",
                            models.BooleanField(default=False, editable=False, verbose_name="published"),
                        ),
                        (
                            "reviewed_date",
                            models.DateField(default=hileads.clock.today, verbose_name="last reviewed"),
                        ),
                        (
                            "review_due_date",
                            models.DateField(
                                help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
                                null=True,
                                verbose_name="next review",
                            ),
                        ),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        ("code", models.SlugField(unique=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "organisation_kind",
                            models.CharField(
                                choices=[
                                    ("region", "NHS England region"),
                                    ("icb", "Integrated care board"),
                                    ("trust", "NHS trust"),
                                    ("pcn", "Primary care network"),
                                    ("national", "National body"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("summary", models.TextField()),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="locked_%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["title"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("live_revision__isnull", False), _connector="OR"
                                ),
                                name="roleguide_published_at_a_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("review_due_date__isnull", False), _connector="OR"
                                ),
                                name="roleguide_published_with_a_review_date",
                            ),
                        ],
                    },
                    bases=(wagtail.models.preview.PreviewableMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="RoleGuideEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="has unpublished changes"
                            ),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="first published at"),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        (
                            "go_live_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                        ),
                        (
                            "expired",
                            models.BooleanField(default=False, editable=False, verbose_name="expired"),
                        ),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        (
                            "locked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                        ),
                        (
                            "live",
                            models.BooleanField(default=False, editable=False, verbose_name="published"),
                        ),
                        (
                            "reviewed_date",
                            models.DateField(default=hileads.clock.today, verbose_name="last reviewed"),
                        ),
                        (
                            "review_due_date",
                            models.DateField(
                                help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
                                null=True,
                                verbose_name="next review",
                            ),
                        ),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        ("code", models.SlugField(db_index=False)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "organisation_kind",
                            models.CharField(
                                choices=[
                                    ("region", "NHS England region"),
                                    ("icb", "Integrated care board"),
                                    ("trust", "NHS trust"),
                                    ("pcn", "Primary care network"),
                                    ("national", "National body"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("summary", models.TextField()),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
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
                                to="induction.roleguide",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GuideSection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        ("code", models.SlugField()),
                        ("heading", models.CharField(max_length=200)),
                        ("body", wagtail.fields.RichTextField()),
                        (
                            "guide",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="induction.roleguide",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("guide", "code"), name="one_section_a_code")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExampleMeasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="has unpublished changes"
                            ),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(
                                blank=True, db_index=True, null=True, verbose_name="first published at"
                            ),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        (
                            "go_live_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                        ),
                        (
                            "expired",
                            models.BooleanField(default=False, editable=False, verbose_name="expired"),
                        ),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        (
                            "locked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                        ),
                        (
                            "live",
                            models.BooleanField(default=False, editable=False, verbose_name="published"),
                        ),
                        (
                            "reviewed_date",
                            models.DateField(default=hileads.clock.today, verbose_name="last reviewed"),
                        ),
                        (
                            "review_due_date",
                            models.DateField(
                                help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
                                null=True,
                                verbose_name="next review",
                            ),
                        ),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        ("code", models.CharField(max_length=10, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "horizon",
                            models.CharField(
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
                            "measure_kind",
                            models.CharField(
                                choices=[
                                    ("process", "Something we do"),
                                    ("intermediate", "A step on the way"),
                                    ("outcome", "A result for people"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("general", "General"),
                                    ("enabling", "Making it possible"),
                                    ("board", "For the board"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("description", models.TextField()),
                        ("how_to_see_it", models.TextField()),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="locked_%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["code"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("live_revision__isnull", False), _connector="OR"
                                ),
                                name="examplemeasure_published_at_a_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("review_due_date__isnull", False), _connector="OR"
                                ),
                                name="examplemeasure_published_with_a_review_date",
                            ),
                        ],
                    },
                    bases=(wagtail.models.preview.PreviewableMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="ExampleMeasureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="has unpublished changes"
                            ),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="first published at"),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        (
                            "go_live_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                        ),
                        (
                            "expired",
                            models.BooleanField(default=False, editable=False, verbose_name="expired"),
                        ),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        (
                            "locked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                        ),
                        (
                            "live",
                            models.BooleanField(default=False, editable=False, verbose_name="published"),
                        ),
                        (
                            "reviewed_date",
                            models.DateField(default=hileads.clock.today, verbose_name="last reviewed"),
                        ),
                        (
                            "review_due_date",
                            models.DateField(
                                help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
                                null=True,
                                verbose_name="next review",
                            ),
                        ),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        ("code", models.CharField(max_length=10)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "horizon",
                            models.CharField(
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
                            "measure_kind",
                            models.CharField(
                                choices=[
                                    ("process", "Something we do"),
                                    ("intermediate", "A step on the way"),
                                    ("outcome", "A result for people"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("general", "General"),
                                    ("enabling", "Making it possible"),
                                    ("board", "For the board"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("description", models.TextField()),
                        ("how_to_see_it", models.TextField()),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
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
                                to="induction.examplemeasure",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Activity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="has unpublished changes"
                            ),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(
                                blank=True, db_index=True, null=True, verbose_name="first published at"
                            ),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        (
                            "go_live_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                        ),
                        (
                            "expired",
                            models.BooleanField(default=False, editable=False, verbose_name="expired"),
                        ),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        (
                            "locked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                        ),
                        (
                            "live",
                            models.BooleanField(default=False, editable=False, verbose_name="published"),
                        ),
                        (
                            "reviewed_date",
                            models.DateField(default=hileads.clock.today, verbose_name="last reviewed"),
                        ),
                        (
                            "review_due_date",
                            models.DateField(
                                help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
                                null=True,
                                verbose_name="next review",
                            ),
                        ),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        ("code", models.CharField(max_length=12, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "quadrant",
                            models.CharField(
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
                            "focus",
                            models.CharField(
                                choices=[
                                    ("internal", "Inside the organisation"),
                                    ("external", "Outside the organisation"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "horizon",
                            models.CharField(
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
                            "confidence",
                            models.CharField(
                                choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")],
                                max_length=6,
                                verbose_name="how sure we are of its place",
                            ),
                        ),
                        ("description", models.TextField()),
                        ("first_step", models.TextField()),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="locked_%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "activities",
                        "ordering": ["code"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("live_revision__isnull", False), _connector="OR"
                                ),
                                name="activity_published_at_a_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("review_due_date__isnull", False), _connector="OR"
                                ),
                                name="activity_published_with_a_review_date",
                            ),
                        ],
                    },
                    bases=(wagtail.models.preview.PreviewableMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="ActivityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "has_unpublished_changes",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="has unpublished changes"
                            ),
                        ),
                        (
                            "first_published_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="first published at"),
                        ),
                        (
                            "last_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                        ),
                        (
                            "go_live_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                        ),
                        (
                            "expired",
                            models.BooleanField(default=False, editable=False, verbose_name="expired"),
                        ),
                        ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                        (
                            "locked_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                        ),
                        (
                            "live",
                            models.BooleanField(default=False, editable=False, verbose_name="published"),
                        ),
                        (
                            "reviewed_date",
                            models.DateField(default=hileads.clock.today, verbose_name="last reviewed"),
                        ),
                        (
                            "review_due_date",
                            models.DateField(
                                help_text="Needed before publication. Guidance is looked at every 6 months, case studies every 12, methods every 24.",
                                null=True,
                                verbose_name="next review",
                            ),
                        ),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        ("code", models.CharField(max_length=12)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "quadrant",
                            models.CharField(
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
                            "focus",
                            models.CharField(
                                choices=[
                                    ("internal", "Inside the organisation"),
                                    ("external", "Outside the organisation"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "horizon",
                            models.CharField(
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
                            "confidence",
                            models.CharField(
                                choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")],
                                max_length=6,
                                verbose_name="how sure we are of its place",
                            ),
                        ),
                        ("description", models.TextField()),
                        ("first_step", models.TextField()),
                        (
                            "latest_revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                                verbose_name="latest revision",
                            ),
                        ),
                        (
                            "live_revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="wagtailcore.revision",
                                verbose_name="live revision",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="locked by",
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
                                to="induction.activity",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActivityMeasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "activity",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="suggested_measures",
                                to="induction.activity",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="induction.examplemeasure",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("activity", "measure"), name="a_measure_once_an_activity"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingTopic",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=4, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        ("description", models.TextField()),
                        ("why_it_matters", models.TextField()),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingTopicEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("code", models.CharField(max_length=4)),
                        ("title", models.CharField(max_length=200)),
                        ("description", models.TextField()),
                        ("why_it_matters", models.TextField()),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
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
                                to="induction.trainingtopic",
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
                    model_name="roleguide",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_codes_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") AND OLD."first_published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"code\" rows from % table', TG_TABLE_NAME;",
                            hash="2eef60dec85e6658194580f60c608b30fa922f36",
                            operation='UPDATE OF "code"',
                            pgid="pgtrigger_published_codes_stay_87917",
                            table="induction_roleguide",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleguide",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_roleguideevent" ("code", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "organisation_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_due_date", "reviewed_date", "shipped_hash", "summary", "title") VALUES (NEW."code", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."has_unpublished_changes", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", NEW."organisation_kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="8f65f5aa3c2b55b96f84b965db526ade881e3fd6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f230c",
                            table="induction_roleguide",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleguide",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "induction_roleguideevent" ("code", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "organisation_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_due_date", "reviewed_date", "shipped_hash", "summary", "title") VALUES (NEW."code", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."has_unpublished_changes", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", NEW."organisation_kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."summary", NEW."title"); RETURN NULL;',
                            hash="3d345efdc5911841ca44d172320a807d3786a4cb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6071c",
                            table="induction_roleguide",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleguide",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_roleguideevent" ("code", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "organisation_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_due_date", "reviewed_date", "shipped_hash", "summary", "title") VALUES (OLD."code", OLD."expire_at", OLD."expired", OLD."first_published_at", OLD."go_live_at", OLD."has_unpublished_changes", OLD."id", OLD."last_published_at", OLD."latest_revision_id", OLD."live", OLD."live_revision_id", OLD."locked", OLD."locked_at", OLD."locked_by_id", OLD."organisation_kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_due_date", OLD."reviewed_date", OLD."shipped_hash", OLD."summary", OLD."title"); RETURN NULL;',
                            hash="39302e408448ca3549fe5ab188197a8025732cd2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f65ff",
                            table="induction_roleguide",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleguideevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c4edb93ae52956ca9c38c230b5124675747e5de6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_26c45",
                            table="induction_roleguideevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="examplemeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_codes_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") AND OLD."first_published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"code\" rows from % table', TG_TABLE_NAME;",
                            hash="23f21398951f5f0305adacde44c9ed221943de76",
                            operation='UPDATE OF "code"',
                            pgid="pgtrigger_published_codes_stay_f82f7",
                            table="induction_examplemeasure",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="examplemeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_examplemeasureevent" ("code", "description", "expire_at", "expired", "first_published_at", "go_live_at", "group", "has_unpublished_changes", "horizon", "how_to_see_it", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "measure_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_due_date", "reviewed_date", "shipped_hash", "title") VALUES (NEW."code", NEW."description", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."group", NEW."has_unpublished_changes", NEW."horizon", NEW."how_to_see_it", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", NEW."measure_kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="9361f82068e9fd649a06084a35910e7660fddb69",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9c183",
                            table="induction_examplemeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="examplemeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "induction_examplemeasureevent" ("code", "description", "expire_at", "expired", "first_published_at", "go_live_at", "group", "has_unpublished_changes", "horizon", "how_to_see_it", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "measure_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_due_date", "reviewed_date", "shipped_hash", "title") VALUES (NEW."code", NEW."description", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."group", NEW."has_unpublished_changes", NEW."horizon", NEW."how_to_see_it", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", NEW."measure_kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="76cd8f2e159dc884dd021d5520ca336b97a9382c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d4252",
                            table="induction_examplemeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="examplemeasure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_examplemeasureevent" ("code", "description", "expire_at", "expired", "first_published_at", "go_live_at", "group", "has_unpublished_changes", "horizon", "how_to_see_it", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "measure_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_due_date", "reviewed_date", "shipped_hash", "title") VALUES (OLD."code", OLD."description", OLD."expire_at", OLD."expired", OLD."first_published_at", OLD."go_live_at", OLD."group", OLD."has_unpublished_changes", OLD."horizon", OLD."how_to_see_it", OLD."id", OLD."last_published_at", OLD."latest_revision_id", OLD."live", OLD."live_revision_id", OLD."locked", OLD."locked_at", OLD."locked_by_id", OLD."measure_kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_due_date", OLD."reviewed_date", OLD."shipped_hash", OLD."title"); RETURN NULL;',
                            hash="e7e7fc1251ba068d060ed0faad6ef1f44972cc2d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e135a",
                            table="induction_examplemeasure",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="examplemeasureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="32803abdf305c8f25e615d4a00d710580b2c75b6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fbb10",
                            table="induction_examplemeasureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_codes_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") AND OLD."first_published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"code\" rows from % table', TG_TABLE_NAME;",
                            hash="2fdacbaa868d66b31327821d045e057df532b597",
                            operation='UPDATE OF "code"',
                            pgid="pgtrigger_published_codes_stay_84143",
                            table="induction_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_activityevent" ("code", "confidence", "description", "expire_at", "expired", "first_published_at", "first_step", "focus", "go_live_at", "has_unpublished_changes", "horizon", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quadrant", "review_due_date", "reviewed_date", "shipped_hash", "title") VALUES (NEW."code", NEW."confidence", NEW."description", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."first_step", NEW."focus", NEW."go_live_at", NEW."has_unpublished_changes", NEW."horizon", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quadrant", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="25791b0b240ea7d561efa327fb7250a36a72ffd1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0f57",
                            table="induction_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "induction_activityevent" ("code", "confidence", "description", "expire_at", "expired", "first_published_at", "first_step", "focus", "go_live_at", "has_unpublished_changes", "horizon", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quadrant", "review_due_date", "reviewed_date", "shipped_hash", "title") VALUES (NEW."code", NEW."confidence", NEW."description", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."first_step", NEW."focus", NEW."go_live_at", NEW."has_unpublished_changes", NEW."horizon", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quadrant", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="48b49c22f37507300f081b1b85a35c9bf16156a1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c2167",
                            table="induction_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_activityevent" ("code", "confidence", "description", "expire_at", "expired", "first_published_at", "first_step", "focus", "go_live_at", "has_unpublished_changes", "horizon", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quadrant", "review_due_date", "reviewed_date", "shipped_hash", "title") VALUES (OLD."code", OLD."confidence", OLD."description", OLD."expire_at", OLD."expired", OLD."first_published_at", OLD."first_step", OLD."focus", OLD."go_live_at", OLD."has_unpublished_changes", OLD."horizon", OLD."id", OLD."last_published_at", OLD."latest_revision_id", OLD."live", OLD."live_revision_id", OLD."locked", OLD."locked_at", OLD."locked_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quadrant", OLD."review_due_date", OLD."reviewed_date", OLD."shipped_hash", OLD."title"); RETURN NULL;',
                            hash="6d47ca4e9ef0fb9b9d7c370f1fc47a4e40ea85c2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2406",
                            table="induction_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="activityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0915117adb3ad73d9670f181091801a13a3f1ca6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_449f0",
                            table="induction_activityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingtopic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_trainingtopicevent" ("code", "description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title", "why_it_matters") VALUES (NEW."code", NEW."description", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shipped_hash", NEW."title", NEW."why_it_matters"); RETURN NULL;',
                            hash="9410bce5b9ca5475a3d63c83b7fcc7ca0f23e49c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1a5d0",
                            table="induction_trainingtopic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingtopic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "induction_trainingtopicevent" ("code", "description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title", "why_it_matters") VALUES (NEW."code", NEW."description", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shipped_hash", NEW."title", NEW."why_it_matters"); RETURN NULL;',
                            hash="56cadb2a6161d9ddc4780b1ff9cf869177aa7ddf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f5fcc",
                            table="induction_trainingtopic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingtopic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "induction_trainingtopicevent" ("code", "description", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title", "why_it_matters") VALUES (OLD."code", OLD."description", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shipped_hash", OLD."title", OLD."why_it_matters"); RETURN NULL;',
                            hash="4a07993e8cd845382544eb29162b819cd53e333e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_96e0f",
                            table="induction_trainingtopic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingtopicevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dad984c24a2f64f8f01937ab249d7014212e16c9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8b726",
                            table="induction_trainingtopicevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
