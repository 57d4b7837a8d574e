"""The tables of repository."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import modelcluster.fields
import pgtrigger.compiler
import pgtrigger.migrations
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

import hileads.clock
import hileads.lists
import hileads.tables
import repository.models.dates


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
                    name="PolicyItem",
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
                        ("code", models.SlugField(max_length=100, unique=True)),
                        ("title", models.CharField(max_length=300)),
                        ("publisher", models.CharField(max_length=150)),
                        (
                            "date",
                            repository.models.dates.PartialDateField(
                                blank=True,
                                help_text="2021, 2021-12 or 2021-12-01, as far as it is known.",
                                max_length=10,
                                validators=[repository.models.dates.check_partial_date],
                                verbose_name="date",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_force", "In force"),
                                    ("superseded", "Replaced"),
                                    ("ended", "Ended"),
                                    ("proposed", "Proposed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "binds",
                            hileads.lists.TicksField(blank=True, default=list, verbose_name="whom it binds"),
                        ),
                        (
                            "supports",
                            hileads.lists.TicksField(
                                blank=True, default=list, verbose_name="recommendations it bears on"
                            ),
                        ),
                        ("summary", models.TextField()),
                        ("asks", models.TextField(verbose_name="what it asks of a lead")),
                        ("url", models.URLField(max_length=500, verbose_name="address")),
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
                        (
                            "superseded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="supersedes",
                                to="repository.policyitem",
                                verbose_name="replaced by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("live_revision__isnull", False), _connector="OR"
                                ),
                                name="policyitem_published_at_a_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("review_due_date__isnull", False), _connector="OR"
                                ),
                                name="policyitem_published_with_a_review_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("superseded_by", models.F("id")), _negated=True),
                                name="not_replaced_by_itself",
                            ),
                        ],
                    },
                    bases=(wagtail.models.preview.PreviewableMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="PolicyItemEvent",
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
                        ("code", models.SlugField(db_index=False, max_length=100)),
                        ("title", models.CharField(max_length=300)),
                        ("publisher", models.CharField(max_length=150)),
                        (
                            "date",
                            repository.models.dates.PartialDateField(
                                blank=True,
                                help_text="2021, 2021-12 or 2021-12-01, as far as it is known.",
                                max_length=10,
                                validators=[repository.models.dates.check_partial_date],
                                verbose_name="date",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_force", "In force"),
                                    ("superseded", "Replaced"),
                                    ("ended", "Ended"),
                                    ("proposed", "Proposed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "binds",
                            hileads.lists.TicksField(blank=True, default=list, verbose_name="whom it binds"),
                        ),
                        (
                            "supports",
                            hileads.lists.TicksField(
                                blank=True, default=list, verbose_name="recommendations it bears on"
                            ),
                        ),
                        ("summary", models.TextField()),
                        ("asks", models.TextField(verbose_name="what it asks of a lead")),
                        ("url", models.URLField(max_length=500, verbose_name="address")),
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
                                to="repository.policyitem",
                            ),
                        ),
                        (
                            "superseded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="repository.policyitem",
                                verbose_name="replaced by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Topic",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(unique=True)),
                        ("title", models.CharField(max_length=120)),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={
                        "ordering": ["title"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TopicEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False)),
                        ("title", models.CharField(max_length=120)),
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
                                to="repository.topic",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Profession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(unique=True)),
                        ("title", models.CharField(max_length=120)),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={
                        "ordering": ["title"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProfessionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False)),
                        ("title", models.CharField(max_length=120)),
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
                                to="repository.profession",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Population",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(unique=True)),
                        ("title", models.CharField(max_length=120)),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={
                        "ordering": ["title"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PopulationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False)),
                        ("title", models.CharField(max_length=120)),
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
                                to="repository.population",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Synonym",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "words",
                            hileads.lists.LinesField(
                                default=list, help_text="Words or phrases that mean the same, one a line."
                            ),
                        ),
                        ("shipped_key", models.CharField(blank=True, editable=False, max_length=100)),
                        ("shipped_hash", models.CharField(blank=True, editable=False, max_length=64)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("shipped_key", ""), _negated=True),
                                fields=("shipped_key",),
                                name="one_synonym_a_shipped_key",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SynonymEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "words",
                            hileads.lists.LinesField(
                                default=list, help_text="Words or phrases that mean the same, one a line."
                            ),
                        ),
                        ("shipped_key", models.CharField(blank=True, editable=False, max_length=100)),
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
                                to="repository.synonym",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Resource",
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
                        ("code", models.SlugField(max_length=100, unique=True)),
                        ("title", models.CharField(max_length=300)),
                        ("publisher", models.CharField(max_length=150)),
                        (
                            "published",
                            repository.models.dates.PartialDateField(
                                blank=True,
                                help_text="2021, 2021-12 or 2021-12-01, as far as it is known.",
                                max_length=10,
                                validators=[repository.models.dates.check_partial_date],
                                verbose_name="date published",
                            ),
                        ),
                        ("url", models.URLField(max_length=500, verbose_name="address")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("guidance", "Guidance"),
                                    ("framework", "Framework"),
                                    ("report", "Report"),
                                    ("board_guide", "Board guide"),
                                    ("tool", "Tool"),
                                    ("journal_article", "Journal article"),
                                    ("data", "Data"),
                                    ("case_study", "Case study"),
                                    ("web_page", "Web page"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[("introductory", "Introductory"), ("advanced", "Advanced")],
                                max_length=15,
                            ),
                        ),
                        ("strength", models.TextField(verbose_name="how strong the evidence is")),
                        ("summary", models.TextField()),
                        (
                            "key_points",
                            hileads.lists.LinesField(
                                blank=True,
                                default=list,
                                help_text="What a lead should take away, one point a line.",
                            ),
                        ),
                        (
                            "questions_for_board",
                            hileads.lists.LinesField(
                                blank=True,
                                default=list,
                                help_text="What a board could ask, one question a line.",
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
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
                        (
                            "populations",
                            modelcluster.fields.ParentalManyToManyField(
                                blank=True, related_name="resources", to="repository.population"
                            ),
                        ),
                        (
                            "professions",
                            modelcluster.fields.ParentalManyToManyField(
                                blank=True, related_name="resources", to="repository.profession"
                            ),
                        ),
                        (
                            "topics",
                            modelcluster.fields.ParentalManyToManyField(
                                blank=True, related_name="resources", to="repository.topic"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("live_revision__isnull", False), _connector="OR"
                                ),
                                name="resource_published_at_a_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("live", False), ("review_due_date__isnull", False), _connector="OR"
                                ),
                                name="resource_published_with_a_review_date",
                            ),
                        ],
                    },
                    bases=(wagtail.models.preview.PreviewableMixin, models.Model),
                ),
                migrations.CreateModel(
                    name="ResourceEvent",
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
                        ("code", models.SlugField(db_index=False, max_length=100)),
                        ("title", models.CharField(max_length=300)),
                        ("publisher", models.CharField(max_length=150)),
                        (
                            "published",
                            repository.models.dates.PartialDateField(
                                blank=True,
                                help_text="2021, 2021-12 or 2021-12-01, as far as it is known.",
                                max_length=10,
                                validators=[repository.models.dates.check_partial_date],
                                verbose_name="date published",
                            ),
                        ),
                        ("url", models.URLField(max_length=500, verbose_name="address")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("guidance", "Guidance"),
                                    ("framework", "Framework"),
                                    ("report", "Report"),
                                    ("board_guide", "Board guide"),
                                    ("tool", "Tool"),
                                    ("journal_article", "Journal article"),
                                    ("data", "Data"),
                                    ("case_study", "Case study"),
                                    ("web_page", "Web page"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[("introductory", "Introductory"), ("advanced", "Advanced")],
                                max_length=15,
                            ),
                        ),
                        ("strength", models.TextField(verbose_name="how strong the evidence is")),
                        ("summary", models.TextField()),
                        (
                            "key_points",
                            hileads.lists.LinesField(
                                blank=True,
                                default=list,
                                help_text="What a lead should take away, one point a line.",
                            ),
                        ),
                        (
                            "questions_for_board",
                            hileads.lists.LinesField(
                                blank=True,
                                default=list,
                                help_text="What a board could ask, one question a line.",
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
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
                                to="repository.resource",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PublishedVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("published_at", models.DateTimeField()),
                        (
                            "revision",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.revision",
                            ),
                        ),
                        (
                            "resource",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="published_versions",
                                to="repository.resource",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-published_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SearchEntry",
                    fields=[
                        (
                            "resource",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="search_entry",
                                serialize=False,
                                to="repository.resource",
                            ),
                        ),
                        ("vector", django.contrib.postgres.search.SearchVectorField()),
                        ("words", django.contrib.postgres.search.SearchVectorField()),
                        ("filed_under", models.TextField(blank=True)),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["vector"], name="search_entry_vector"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["words"], name="search_entry_words"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("word", models.CharField(max_length=100, unique=True)),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["word"], name="search_word_trigram", opclasses=["gin_trgm_ops"]
                            )
                        ],
                    },
                ),
            ],
            triggers=[
                pgtrigger.migrations.AddTrigger(
                    model_name="policyitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_codes_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") AND OLD."first_published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"code\" rows from % table', TG_TABLE_NAME;",
                            hash="b46b74b84a5af53276d3a3602b6576f6135ef7d8",
                            operation='UPDATE OF "code"',
                            pgid="pgtrigger_published_codes_stay_86a73",
                            table="repository_policyitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_policyitemevent" ("asks", "binds", "code", "date", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "review_due_date", "reviewed_date", "shipped_hash", "status", "summary", "superseded_by_id", "supports", "title", "url") VALUES (NEW."asks", NEW."binds", NEW."code", NEW."date", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."has_unpublished_changes", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."publisher", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."status", NEW."summary", NEW."superseded_by_id", NEW."supports", NEW."title", NEW."url"); RETURN NULL;',
                            hash="dfc043b4a0a10be7310f322d94891c0479f6ad55",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8d0e",
                            table="repository_policyitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repository_policyitemevent" ("asks", "binds", "code", "date", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "review_due_date", "reviewed_date", "shipped_hash", "status", "summary", "superseded_by_id", "supports", "title", "url") VALUES (NEW."asks", NEW."binds", NEW."code", NEW."date", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."has_unpublished_changes", NEW."id", NEW."last_published_at", NEW."latest_revision_id", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."publisher", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."status", NEW."summary", NEW."superseded_by_id", NEW."supports", NEW."title", NEW."url"); RETURN NULL;',
                            hash="deebd3ab337c8f55a0c76816b15e7ac2be567021",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4d227",
                            table="repository_policyitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_policyitemevent" ("asks", "binds", "code", "date", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "last_published_at", "latest_revision_id", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "review_due_date", "reviewed_date", "shipped_hash", "status", "summary", "superseded_by_id", "supports", "title", "url") VALUES (OLD."asks", OLD."binds", OLD."code", OLD."date", OLD."expire_at", OLD."expired", OLD."first_published_at", OLD."go_live_at", OLD."has_unpublished_changes", OLD."id", OLD."last_published_at", OLD."latest_revision_id", OLD."live", OLD."live_revision_id", OLD."locked", OLD."locked_at", OLD."locked_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."publisher", OLD."review_due_date", OLD."reviewed_date", OLD."shipped_hash", OLD."status", OLD."summary", OLD."superseded_by_id", OLD."supports", OLD."title", OLD."url"); RETURN NULL;',
                            hash="9fe99867f5695ce700968912cd7d1efea3d3648d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21009",
                            table="repository_policyitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e14becd16110d846bd92bf4b58cd04e552e66eb8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_91da7",
                            table="repository_policyitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_topicevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="70a0462a5089c032bcf617f590f07610438d4044",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6d01f",
                            table="repository_topic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repository_topicevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="245cc038db119d499ee3becb9466f348ee93f320",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_827f7",
                            table="repository_topic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topic",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_topicevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (OLD."code", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shipped_hash", OLD."title"); RETURN NULL;',
                            hash="693cfb91f253ad4b1291899b5c5f178a213bd62b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_70b63",
                            table="repository_topic",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="topicevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a56e318da94f577f1b875264f94a09fae8407e09",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7be99",
                            table="repository_topicevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_professionevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="2c1e4ae35263cc54f4640edc9aadaaaec0771595",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_478c0",
                            table="repository_profession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repository_professionevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="1e2df4ae2e1808674113d75132adb124d6b8a7e9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_64eff",
                            table="repository_profession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_professionevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (OLD."code", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shipped_hash", OLD."title"); RETURN NULL;',
                            hash="1df96969e53d91ce72c743b7f43ad261ed075594",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c9d1",
                            table="repository_profession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="professionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b49076a0df26ef90dc178a52b28639749da83cd2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bc80f",
                            table="repository_professionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="population",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_populationevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="b482f5a28d971ac75d15a3e317e0846c166c80eb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9f8ad",
                            table="repository_population",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="population",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repository_populationevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shipped_hash", NEW."title"); RETURN NULL;',
                            hash="770d58f8308bb4583e626a7ebd3055d998f9768d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eead4",
                            table="repository_population",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="population",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_populationevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "title") VALUES (OLD."code", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shipped_hash", OLD."title"); RETURN NULL;',
                            hash="5e6294db35b62b0b35073a94eb99c69f3571e72d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ae27c",
                            table="repository_population",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="populationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ceb6b7f8138b69518dd62a64d0058b51cde7f314",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eb3a4",
                            table="repository_populationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_synonymevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "shipped_key", "words") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shipped_hash", NEW."shipped_key", NEW."words"); RETURN NULL;',
                            hash="17975aed12eff09fa908d20e420d80200f1bba54",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b0287",
                            table="repository_synonym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repository_synonymevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "shipped_key", "words") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shipped_hash", NEW."shipped_key", NEW."words"); RETURN NULL;',
                            hash="aec63ecb74c0f8450954722f5a7b388e42f031f6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_96a21",
                            table="repository_synonym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_synonymevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shipped_hash", "shipped_key", "words") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."shipped_hash", OLD."shipped_key", OLD."words"); RETURN NULL;',
                            hash="60d0e7f698f46d1139fccda6cc799d03b30f8689",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5f099",
                            table="repository_synonym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="synonymevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f9ee54aec3e1c800e2fb99fd8dd05aaa63ce998d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aff28",
                            table="repository_synonymevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_codes_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") AND OLD."first_published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"code\" rows from % table', TG_TABLE_NAME;",
                            hash="a03b499751e178fbef7d83e3c3552fa5d2803c06",
                            operation='UPDATE OF "code"',
                            pgid="pgtrigger_published_codes_stay_4c08f",
                            table="repository_resource",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_resourceevent" ("code", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "key_points", "kind", "last_published_at", "latest_revision_id", "level", "licence", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher", "questions_for_board", "review_due_date", "reviewed_date", "shipped_hash", "strength", "summary", "title", "url") VALUES (NEW."code", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."has_unpublished_changes", NEW."id", NEW."key_points", NEW."kind", NEW."last_published_at", NEW."latest_revision_id", NEW."level", NEW."licence", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published", NEW."publisher", NEW."questions_for_board", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."strength", NEW."summary", NEW."title", NEW."url"); RETURN NULL;',
                            hash="406e6315053080080b83087e65ff16044e61ad67",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01451",
                            table="repository_resource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "repository_resourceevent" ("code", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "key_points", "kind", "last_published_at", "latest_revision_id", "level", "licence", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher", "questions_for_board", "review_due_date", "reviewed_date", "shipped_hash", "strength", "summary", "title", "url") VALUES (NEW."code", NEW."expire_at", NEW."expired", NEW."first_published_at", NEW."go_live_at", NEW."has_unpublished_changes", NEW."id", NEW."key_points", NEW."kind", NEW."last_published_at", NEW."latest_revision_id", NEW."level", NEW."licence", NEW."live", NEW."live_revision_id", NEW."locked", NEW."locked_at", NEW."locked_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published", NEW."publisher", NEW."questions_for_board", NEW."review_due_date", NEW."reviewed_date", NEW."shipped_hash", NEW."strength", NEW."summary", NEW."title", NEW."url"); RETURN NULL;',
                            hash="698d67b08801afcdbe40919465b69eb5da2fa753",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_06a2b",
                            table="repository_resource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resource",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "repository_resourceevent" ("code", "expire_at", "expired", "first_published_at", "go_live_at", "has_unpublished_changes", "id", "key_points", "kind", "last_published_at", "latest_revision_id", "level", "licence", "live", "live_revision_id", "locked", "locked_at", "locked_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "publisher", "questions_for_board", "review_due_date", "reviewed_date", "shipped_hash", "strength", "summary", "title", "url") VALUES (OLD."code", OLD."expire_at", OLD."expired", OLD."first_published_at", OLD."go_live_at", OLD."has_unpublished_changes", OLD."id", OLD."key_points", OLD."kind", OLD."last_published_at", OLD."latest_revision_id", OLD."level", OLD."licence", OLD."live", OLD."live_revision_id", OLD."locked", OLD."locked_at", OLD."locked_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published", OLD."publisher", OLD."questions_for_board", OLD."review_due_date", OLD."reviewed_date", OLD."shipped_hash", OLD."strength", OLD."summary", OLD."title", OLD."url"); RETURN NULL;',
                            hash="cab6df28a86e7c3e2012b313d42aabb81cfa9e1b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_54a6d",
                            table="repository_resource",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="resourceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2f25d829ce19a242e79cfd3512db6dfe462c051d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e626c",
                            table="repository_resourceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
