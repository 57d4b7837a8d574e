"""The register of organisations. The libraries' tables come first: they cost less while there are few of ours."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("usersessions", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        django.contrib.postgres.operations.TrigramExtension(),
        django.contrib.postgres.operations.UnaccentExtension(),
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=12, unique=True, verbose_name="ODS code")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("region", "NHS England region"),
                                    ("icb", "Integrated care board"),
                                    ("trust", "NHS trust"),
                                    ("pcn", "Primary care network"),
                                    ("national", "National body"),
                                    ("partner", "Partner"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("opened_date", models.DateField(blank=True, null=True, verbose_name="opened")),
                        ("closed_date", models.DateField(blank=True, null=True, verbose_name="closed")),
                        ("town", models.CharField(blank=True, max_length=100)),
                        ("postcode", models.CharField(blank=True, max_length=10)),
                        (
                            "sub_location_code",
                            models.CharField(blank=True, max_length=12, verbose_name="sub-ICB location"),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    django.db.models.functions.text.Lower("name"), name="gin_trgm_ops"
                                ),
                                name="organisation_name_trigram",
                            ),
                            models.Index(
                                django.db.models.functions.text.Lower("name"),
                                models.F("code"),
                                name="organisation_by_name",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_date__isnull", True),
                                    ("closed_date__gte", models.F("opened_date")),
                                    _connector="OR",
                                ),
                                name="organisation_closes_after_opening",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^[A-Z0-9]+$")),
                                name="organisation_code_is_upper_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("code__regex", "^PARTNER[0-9]{5}$"), ("kind", "partner")),
                                    models.Q(
                                        models.Q(("kind", "partner"), _negated=True),
                                        models.Q(("code__startswith", "PARTNER"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="partners_alone_have_a_code_of_our_own",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("code", models.CharField(max_length=12, verbose_name="ODS code")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("region", "NHS England region"),
                                    ("icb", "Integrated care board"),
                                    ("trust", "NHS trust"),
                                    ("pcn", "Primary care network"),
                                    ("national", "National body"),
                                    ("partner", "Partner"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("opened_date", models.DateField(blank=True, null=True, verbose_name="opened")),
                        ("closed_date", models.DateField(blank=True, null=True, verbose_name="closed")),
                        ("town", models.CharField(blank=True, max_length=100)),
                        ("postcode", models.CharField(blank=True, max_length=10)),
                        (
                            "sub_location_code",
                            models.CharField(blank=True, max_length=12, verbose_name="sub-ICB location"),
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
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("name", models.CharField(max_length=200)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("organisation", "="),
                                ],
                                name="one_name_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="name_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationNameEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("name", models.CharField(max_length=200)),
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
                                to="organisations.organisationname",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationType",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "provider_type",
                            models.CharField(
                                choices=[
                                    ("acute", "Acute"),
                                    ("mental_health", "Mental health"),
                                    ("community", "Community"),
                                    ("ambulance", "Ambulance"),
                                    ("specialist", "Specialist"),
                                    ("not_known", "Not known"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("source", models.CharField(max_length=300)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="types",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("organisation", "="),
                                ],
                                name="one_type_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="type_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationTypeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "provider_type",
                            models.CharField(
                                choices=[
                                    ("acute", "Acute"),
                                    ("mental_health", "Mental health"),
                                    ("community", "Community"),
                                    ("ambulance", "Ambulance"),
                                    ("specialist", "Specialist"),
                                    ("not_known", "Not known"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("source", models.CharField(max_length=300)),
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
                                to="organisations.organisationtype",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Expectation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("reason", models.CharField(max_length=300, verbose_name="why")),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="expectations",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "ended_because",
                            models.CharField(blank=True, max_length=300, verbose_name="why no longer"),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("organisation", "="),
                                ],
                                name="one_expectation_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="expectation_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpectationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("reason", models.CharField(max_length=300, verbose_name="why")),
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
                                to="organisations.expectation",
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
                            "ended_because",
                            models.CharField(blank=True, max_length=300, verbose_name="why no longer"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Grouping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("icb_cluster", "Cluster of integrated care boards"),
                                    ("provider_collaborative", "Provider collaborative"),
                                    ("place_partnership", "Place-based partnership"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("note", models.TextField(blank=True, max_length=500, verbose_name="what it is for")),
                        (
                            "icb",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="groupings_kept",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="grouping_ends_after_start",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("icb_cluster", "Cluster of integrated care boards"),
                                    ("provider_collaborative", "Provider collaborative"),
                                    ("place_partnership", "Place-based partnership"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("note", models.TextField(blank=True, max_length=500, verbose_name="what it is for")),
                        (
                            "icb",
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
                                to="organisations.grouping",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupingMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "grouping",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="organisations.grouping",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grouping_memberships",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("grouping", "="),
                                    ("organisation", "="),
                                ],
                                name="one_membership_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="grouping_member_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupingMemberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "grouping",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.grouping",
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
                                to="organisations.groupingmember",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Import",
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
                                    ("proposed", "Waiting for a decision"),
                                    ("under_way", "Under way"),
                                    ("done", "Imported"),
                                    ("undone", "Undone"),
                                    ("discarded", "Discarded"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("upload", "Uploaded"),
                                    ("command", "From the command line"),
                                    ("check", "Found by the check against ODS"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("file_names", models.TextField()),
                        ("as_at_date", models.DateField(blank=True, null=True, verbose_name="as at")),
                        ("notes", models.TextField(blank=True)),
                        ("created_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("told", models.JSONField(default=dict)),
                        ("before", models.JSONField(default=dict)),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "proposed"),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="imports_say_who_decided",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("done", "undone")), _negated=True),
                                    ("finished_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="finished_imports_say_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "undone"),
                                        ("undone_at__isnull", False),
                                        ("undone_by__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("state", "undone"), _negated=True),
                                        ("undone_at__isnull", True),
                                        ("undone_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="undone_imports_say_who_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportEvent",
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
                                    ("proposed", "Waiting for a decision"),
                                    ("under_way", "Under way"),
                                    ("done", "Imported"),
                                    ("undone", "Undone"),
                                    ("discarded", "Discarded"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("upload", "Uploaded"),
                                    ("command", "From the command line"),
                                    ("check", "Found by the check against ODS"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("file_names", models.TextField()),
                        ("as_at_date", models.DateField(blank=True, null=True, verbose_name="as at")),
                        ("notes", models.TextField(blank=True)),
                        ("created_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
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
                                to="organisations.import",
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
                    name="ImportFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("content", models.BinaryField()),
                        (
                            "of_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="organisations.import",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=30)),
                        ("file_names", models.CharField(max_length=500)),
                        ("sha256", models.CharField(max_length=64)),
                        ("as_at_date", models.DateField()),
                        ("imported_at", models.DateTimeField()),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "imported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("is_undone", models.BooleanField(default=False)),
                        (
                            "of_import",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="runs",
                                to="organisations.import",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_undone", False)),
                                fields=("kind", "sha256", "as_at_date"),
                                name="one_import_a_file_and_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegisterCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("checked_at", models.DateTimeField()),
                        ("since_date", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("nothing_new", "Nothing is new"),
                                    ("proposed", "An import is proposed"),
                                    ("failed", "The check failed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("notes", models.TextField(blank=True)),
                        (
                            "proposal",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="check_found_by",
                                to="organisations.import",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "proposed"), ("proposal__isnull", False)),
                                    models.Q(
                                        models.Q(("outcome", "proposed"), _negated=True),
                                        ("proposal__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="checks_that_propose_lead_to_an_import",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Local council"),
                                    ("charity", "Charity or community group"),
                                    ("research", "University or research body"),
                                    ("other", "Other partner"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partner",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="PartnerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "Local council"),
                                    ("charity", "Charity or community group"),
                                    ("research", "University or research body"),
                                    ("other", "Other partner"),
                                ],
                                max_length=10,
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
                                to="organisations.partner",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "icb",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partner_areas",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="areas",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("partner", "="),
                                    ("icb", "="),
                                ],
                                name="one_area_of_a_board_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="partner_area_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("partner", models.F("icb")), _negated=True),
                                name="not_its_own_area",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerAreaEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "icb",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partner",
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
                                to="organisations.partnerarea",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("icb", "Part of an integrated care board"),
                                    ("region", "Part of a region"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children_links",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("organisation", "="),
                                    ("kind", "="),
                                ],
                                name="one_parent_of_a_kind_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="link_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("organisation", models.F("parent")), _negated=True),
                                name="not_its_own_parent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("icb", "Part of an integrated care board"),
                                    ("region", "Part of a region"),
                                ],
                                max_length=10,
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
                            "parent",
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
                                to="organisations.organisationlink",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SubLocation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("code", models.CharField(max_length=12)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "icb",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sub_locations",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (
                                        models.Func(
                                            models.F("from_date"),
                                            models.F("to_date"),
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                    ("code", "="),
                                ],
                                name="one_icb_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="sub_location_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubLocationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("code", models.CharField(max_length=12)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "icb",
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
                                to="organisations.sublocation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Succession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("merger", "Merger"),
                                    ("acquisition", "Acquisition"),
                                    ("split", "Split"),
                                    ("boundary", "Boundary transfer"),
                                    ("rename", "Rename"),
                                    ("dissolution", "Dissolution"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("effective_date", models.DateField()),
                        ("source", models.CharField(max_length=300)),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="successions",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inheritances",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "extent",
                            models.CharField(
                                choices=[("full", "All of it"), ("part", "A part of it")],
                                default="full",
                                max_length=4,
                            ),
                        ),
                        (
                            "extent_words",
                            models.CharField(blank=True, max_length=300, verbose_name="what passed"),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("predecessor", "successor", "effective_date"),
                                name="one_succession_a_pair_and_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                                name="not_its_own_successor",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SuccessionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("merger", "Merger"),
                                    ("acquisition", "Acquisition"),
                                    ("split", "Split"),
                                    ("boundary", "Boundary transfer"),
                                    ("rename", "Rename"),
                                    ("dissolution", "Dissolution"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("effective_date", models.DateField()),
                        ("source", models.CharField(max_length=300)),
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
                                to="organisations.succession",
                            ),
                        ),
                        (
                            "predecessor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "extent",
                            models.CharField(
                                choices=[("full", "All of it"), ("part", "A part of it")],
                                default="full",
                                max_length=4,
                            ),
                        ),
                        (
                            "extent_words",
                            models.CharField(blank=True, max_length=300, verbose_name="what passed"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
            triggers=[
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationevent" ("closed_date", "code", "id", "kind", "name", "opened_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "sub_location_code", "town") VALUES (NEW."closed_date", NEW."code", NEW."id", NEW."kind", NEW."name", NEW."opened_date", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."sub_location_code", NEW."town"); RETURN NULL;',
                            hash="75b3c8717d64bd5da7d303be4903d2918302c74d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_040c9",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_organisationevent" ("closed_date", "code", "id", "kind", "name", "opened_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "sub_location_code", "town") VALUES (NEW."closed_date", NEW."code", NEW."id", NEW."kind", NEW."name", NEW."opened_date", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."sub_location_code", NEW."town"); RETURN NULL;',
                            hash="ef3b92b8c3cc18b752a31e567fe8147166ced2f6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0b99b",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationevent" ("closed_date", "code", "id", "kind", "name", "opened_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "sub_location_code", "town") VALUES (OLD."closed_date", OLD."code", OLD."id", OLD."kind", OLD."name", OLD."opened_date", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postcode", OLD."sub_location_code", OLD."town"); RETURN NULL;',
                            hash="e3661d532df49d1062ccb4146caa7f890e2a07d3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_57a4b",
                            table="organisations_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="13eb6e28966182a08694bfb06589ddaadb2672fe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c38e9",
                            table="organisations_organisationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationnameevent" ("from_date", "id", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to_date"); RETURN NULL;',
                            hash="9e4036667425c92b6a93f275ec991b48a100f353",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db8bc",
                            table="organisations_organisationname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_organisationnameevent" ("from_date", "id", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to_date"); RETURN NULL;',
                            hash="dd61d383ae03e5033036d409c9ea5888976cd17b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8f630",
                            table="organisations_organisationname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationnameevent" ("from_date", "id", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (OLD."from_date", OLD."id", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."to_date"); RETURN NULL;',
                            hash="7d6c5cbd2757fb1210686d0da7d71df76703592a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a0b82",
                            table="organisations_organisationname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationnameevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5daf64efe95c16f7c56685d8a9b9ce83b33d3b25",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_19922",
                            table="organisations_organisationnameevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationtypeevent" ("from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_type", "source", "to_date") VALUES (NEW."from_date", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."provider_type", NEW."source", NEW."to_date"); RETURN NULL;',
                            hash="dac4b5cd2bb0e4db32369462f94071b1d6dbe748",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8e2ad",
                            table="organisations_organisationtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_organisationtypeevent" ("from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_type", "source", "to_date") VALUES (NEW."from_date", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."provider_type", NEW."source", NEW."to_date"); RETURN NULL;',
                            hash="3e942f1eb26c9eed1dade7b2e2d092410b3f6bca",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_32288",
                            table="organisations_organisationtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationtypeevent" ("from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_type", "source", "to_date") VALUES (OLD."from_date", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."provider_type", OLD."source", OLD."to_date"); RETURN NULL;',
                            hash="c25834a5e501293cebbda31e997f7c5c5b393a53",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7baf7",
                            table="organisations_organisationtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationtypeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="76589bbbf62e15222bd29bbfaf684228bb2e1dcd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0215a",
                            table="organisations_organisationtypeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expectation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_expectationevent" ("ended_because", "from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_date") VALUES (NEW."ended_because", NEW."from_date", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_date"); RETURN NULL;',
                            hash="541a3716a7735ca76af9b11445beb7cb9993acd2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_27087",
                            table="organisations_expectation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expectation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_expectationevent" ("ended_because", "from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_date") VALUES (NEW."ended_because", NEW."from_date", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_date"); RETURN NULL;',
                            hash="1bcbc6f74e167409fcb07ea7ae40b9c9912aec95",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_01061",
                            table="organisations_expectation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expectation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_expectationevent" ("ended_because", "from_date", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_date") VALUES (OLD."ended_because", OLD."from_date", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_date"); RETURN NULL;',
                            hash="7f0be86f73ad5c2434d7bcdf8691dd2474ec12d2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c89c3",
                            table="organisations_expectation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="expectationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e06dfe31745fe4c941a500ec75500df071b9623b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ccc32",
                            table="organisations_expectationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="grouping",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_groupingevent" ("from_date", "icb_id", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."from_date", NEW."icb_id", NEW."id", NEW."kind", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="0a766c7685886e6c1015d29e71b228ae8944a9e6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7a0ea",
                            table="organisations_grouping",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="grouping",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_groupingevent" ("from_date", "icb_id", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."from_date", NEW."icb_id", NEW."id", NEW."kind", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="1d7cc57f4749569de14322acfe77e062b00b2cde",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2dc1",
                            table="organisations_grouping",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="grouping",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_groupingevent" ("from_date", "icb_id", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (OLD."from_date", OLD."icb_id", OLD."id", OLD."kind", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."to_date"); RETURN NULL;',
                            hash="b15f9e99fa72d8f62e68f84647a2fae87866a125",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e139e",
                            table="organisations_grouping",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="db8e6bb367d018ae12512c345b4e16e411ae9506",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c4e66",
                            table="organisations_groupingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupingmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_groupingmemberevent" ("from_date", "grouping_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."from_date", NEW."grouping_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="5f94b5881e8fd5e7692ed12180ab1b9d8a217c5d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bfdde",
                            table="organisations_groupingmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupingmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_groupingmemberevent" ("from_date", "grouping_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."from_date", NEW."grouping_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="8321bd05288a07f555571b4d819f67703f61b879",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ecf4d",
                            table="organisations_groupingmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupingmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_groupingmemberevent" ("from_date", "grouping_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (OLD."from_date", OLD."grouping_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."to_date"); RETURN NULL;',
                            hash="238aa0a7f29582fa730f2b403f572a6e493134c2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d2beb",
                            table="organisations_groupingmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupingmemberevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b1e44a05cb09fdceef2cdc6a24d7822aee852be7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_759cc",
                            table="organisations_groupingmemberevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="import",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_importevent" ("as_at_date", "created_at", "created_by_id", "decided_at", "decided_by_id", "file_names", "finished_at", "id", "notes", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "undone_at", "undone_by_id") VALUES (NEW."as_at_date", NEW."created_at", NEW."created_by_id", NEW."decided_at", NEW."decided_by_id", NEW."file_names", NEW."finished_at", NEW."id", NEW."notes", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="7d2419124709da5ff4f0703237a583f5309c55d5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5e3c7",
                            table="organisations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="import",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."as_at_date" IS DISTINCT FROM (NEW."as_at_date") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."file_names" IS DISTINCT FROM (NEW."file_names") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."undone_at" IS DISTINCT FROM (NEW."undone_at") OR OLD."undone_by_id" IS DISTINCT FROM (NEW."undone_by_id"))',
                            func='INSERT INTO "organisations_importevent" ("as_at_date", "created_at", "created_by_id", "decided_at", "decided_by_id", "file_names", "finished_at", "id", "notes", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "undone_at", "undone_by_id") VALUES (NEW."as_at_date", NEW."created_at", NEW."created_by_id", NEW."decided_at", NEW."decided_by_id", NEW."file_names", NEW."finished_at", NEW."id", NEW."notes", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="fbd3eab90b7677382ebe26a683900e37f97840fb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6c104",
                            table="organisations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="import",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_importevent" ("as_at_date", "created_at", "created_by_id", "decided_at", "decided_by_id", "file_names", "finished_at", "id", "notes", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "state", "undone_at", "undone_by_id") VALUES (OLD."as_at_date", OLD."created_at", OLD."created_by_id", OLD."decided_at", OLD."decided_by_id", OLD."file_names", OLD."finished_at", OLD."id", OLD."notes", OLD."origin", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."state", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                            hash="377c8d5adc2137b31bd25c21f14a6179f8e66531",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2d67a",
                            table="organisations_import",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="importevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="98392b58777959740f487fb9c6c92eb7f2c00066",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2184b",
                            table="organisations_importevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_partnerevent" ("id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="b9d69913c4e45633e239eb4afb624e826ae9e35c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eccdd",
                            table="organisations_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_partnerevent" ("id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="4b02b332cb79f9e31fd044d5a11dfc127ce70397",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d68d8",
                            table="organisations_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_partnerevent" ("id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="50b9263d20d62c69cfb6d3b8f61566d1d6d4e39e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3d518",
                            table="organisations_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7924dc99e941d31683ba2ca3d2cb37e47934c49a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d2d99",
                            table="organisations_partnerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_partnerareaevent" ("from_date", "icb_id", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."from_date", NEW."icb_id", NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="30b51757c60a4f4fdf1714af109b2bff01170de6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_49ba3",
                            table="organisations_partnerarea",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_partnerareaevent" ("from_date", "icb_id", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."from_date", NEW."icb_id", NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="a1780d1b5b654de5f537c80c94cebad556766461",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_13e1a",
                            table="organisations_partnerarea",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_partnerareaevent" ("from_date", "icb_id", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (OLD."from_date", OLD."icb_id", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."to_date"); RETURN NULL;',
                            hash="0abbabaeb927cbbceeddcf7c46db24a4c0b281f7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8677a",
                            table="organisations_partnerarea",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerareaevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="172377ada098f2feca508e5ba56c04ae03b1c46a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0d70a",
                            table="organisations_partnerareaevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationlinkevent" ("from_date", "id", "kind", "organisation_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."kind", NEW."organisation_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to_date"); RETURN NULL;',
                            hash="a038b3623cb6770c0161208d52c568054dae0b36",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4e795",
                            table="organisations_organisationlink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_organisationlinkevent" ("from_date", "id", "kind", "organisation_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."kind", NEW."organisation_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to_date"); RETURN NULL;',
                            hash="e0f24cb297431b9a53ba66479a779b7554d33200",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9454b",
                            table="organisations_organisationlink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationlink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_organisationlinkevent" ("from_date", "id", "kind", "organisation_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (OLD."from_date", OLD."id", OLD."kind", OLD."organisation_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."to_date"); RETURN NULL;',
                            hash="06a6ca10bc6565a8255502e86abcfe44efc693eb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_962ea",
                            table="organisations_organisationlink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationlinkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="255ac207d1ac328745a5645353175ee2104d64d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e8356",
                            table="organisations_organisationlinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sublocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_sublocationevent" ("code", "from_date", "icb_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (NEW."code", NEW."from_date", NEW."icb_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to_date"); RETURN NULL;',
                            hash="cb66014192635f902e70105b861dd7a49f421796",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b10f6",
                            table="organisations_sublocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sublocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_sublocationevent" ("code", "from_date", "icb_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (NEW."code", NEW."from_date", NEW."icb_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to_date"); RETURN NULL;',
                            hash="cde85076e55b312f295e26dfb7fbfb2431565416",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4729f",
                            table="organisations_sublocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sublocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_sublocationevent" ("code", "from_date", "icb_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date") VALUES (OLD."code", OLD."from_date", OLD."icb_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."to_date"); RETURN NULL;',
                            hash="e821487857b37c46c9b5a9a270768044a83a71e1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d1f53",
                            table="organisations_sublocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sublocationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f2f764b361f5513ced21678e2f4a41ccdcd79de3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_79458",
                            table="organisations_sublocationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="succession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_successionevent" ("effective_date", "extent", "extent_words", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "source", "successor_id") VALUES (NEW."effective_date", NEW."extent", NEW."extent_words", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."predecessor_id", NEW."source", NEW."successor_id"); RETURN NULL;',
                            hash="708a0ca3b6b03c3d7bd04721c935d413e8452ea2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_74ed8",
                            table="organisations_succession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="succession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "organisations_successionevent" ("effective_date", "extent", "extent_words", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "source", "successor_id") VALUES (NEW."effective_date", NEW."extent", NEW."extent_words", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."predecessor_id", NEW."source", NEW."successor_id"); RETURN NULL;',
                            hash="a3d6ce13bce76decae7780ee0da6426531877429",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b7b33",
                            table="organisations_succession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="succession",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "organisations_successionevent" ("effective_date", "extent", "extent_words", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "source", "successor_id") VALUES (OLD."effective_date", OLD."extent", OLD."extent_words", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."predecessor_id", OLD."source", OLD."successor_id"); RETURN NULL;',
                            hash="aca7ff46eec5d9bb145de983a35fc116228771c0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2371",
                            table="organisations_succession",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="successionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="68fe55e67f083eb843be4550aeff40187201f2d1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_04e29",
                            table="organisations_successionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
