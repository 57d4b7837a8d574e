"""Posts, invitations and what goes with a post."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0001_people"),
        ("organisations", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="RoleName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("executive_lead", "Executive lead for health inequalities"),
                                    ("deputy", "Deputy to the executive lead"),
                                    ("team_member", "Health inequalities team member"),
                                    ("equality_lead", "Equality and diversity lead"),
                                    ("board_secretary", "Board secretary"),
                                    ("non_executive_champion", "Non-executive champion"),
                                    ("chair", "Chair"),
                                    ("facilitator", "Learning set facilitator"),
                                    ("regional_convenor", "Regional convenor"),
                                    ("curator", "Curator"),
                                    ("national_admin", "National administrator"),
                                ],
                                max_length=30,
                                unique=True,
                            ),
                        ),
                        ("singular", models.CharField(max_length=60)),
                        ("plural", models.CharField(max_length=60)),
                    ],
                    options={
                        "ordering": ["role"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("singular", ""), ("plural", ""), _connector="OR", _negated=True
                                ),
                                name="role_names_say_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleNameEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("executive_lead", "Executive lead for health inequalities"),
                                    ("deputy", "Deputy to the executive lead"),
                                    ("team_member", "Health inequalities team member"),
                                    ("equality_lead", "Equality and diversity lead"),
                                    ("board_secretary", "Board secretary"),
                                    ("non_executive_champion", "Non-executive champion"),
                                    ("chair", "Chair"),
                                    ("facilitator", "Learning set facilitator"),
                                    ("regional_convenor", "Regional convenor"),
                                    ("curator", "Curator"),
                                    ("national_admin", "National administrator"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("singular", models.CharField(max_length=60)),
                        ("plural", models.CharField(max_length=60)),
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
                                to="leads.rolename",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("executive_lead", "Executive lead for health inequalities"),
                                    ("deputy", "Deputy to the executive lead"),
                                    ("team_member", "Health inequalities team member"),
                                    ("equality_lead", "Equality and diversity lead"),
                                    ("board_secretary", "Board secretary"),
                                    ("non_executive_champion", "Non-executive champion"),
                                    ("chair", "Chair"),
                                    ("facilitator", "Learning set facilitator"),
                                    ("regional_convenor", "Regional convenor"),
                                    ("curator", "Curator"),
                                    ("national_admin", "National administrator"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("post_title", models.CharField(blank=True, max_length=150, verbose_name="post")),
                        ("is_interim", models.BooleanField(default=False)),
                        ("is_job_share", models.BooleanField(default=False)),
                        (
                            "confirmed_date",
                            models.DateField(blank=True, null=True, verbose_name="last confirmed"),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appointments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": [
                            models.OrderBy(models.F("organisation__name"), nulls_first=True),
                            "role",
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="appointment_ends_after_start",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("is_job_share", False), ("role", "executive_lead")),
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
                                name="one_sole_executive_lead",
                            ),
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
                                    ("user", "="),
                                    ("role", "="),
                                    ("organisation", "="),
                                ],
                                name="same_post_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("executive_lead", "Executive lead for health inequalities"),
                                    ("deputy", "Deputy to the executive lead"),
                                    ("team_member", "Health inequalities team member"),
                                    ("equality_lead", "Equality and diversity lead"),
                                    ("board_secretary", "Board secretary"),
                                    ("non_executive_champion", "Non-executive champion"),
                                    ("chair", "Chair"),
                                    ("facilitator", "Learning set facilitator"),
                                    ("regional_convenor", "Regional convenor"),
                                    ("curator", "Curator"),
                                    ("national_admin", "National administrator"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("post_title", models.CharField(blank=True, max_length=150, verbose_name="post")),
                        ("is_interim", models.BooleanField(default=False)),
                        ("is_job_share", models.BooleanField(default=False)),
                        (
                            "confirmed_date",
                            models.DateField(blank=True, null=True, verbose_name="last confirmed"),
                        ),
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
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "user",
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
                    name="Delegation",
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
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("plan", "The plan and its actions"),
                                        ("report", "The board’s report, but not signing it"),
                                        ("people", "Nominating and confirming people"),
                                    ],
                                    max_length=10,
                                ),
                                size=None,
                            ),
                        ),
                        ("named_at", models.DateTimeField()),
                        (
                            "appointment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="delegations",
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegations_held",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["from_date", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="delegation_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_date__isnull", False)), name="delegations_end"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("areas__len__gt", 0)), name="delegations_name_an_area"
                            ),
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
                                    ("appointment", "="),
                                ],
                                name="one_deputy_of_a_post_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DelegationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("plan", "The plan and its actions"),
                                        ("report", "The board’s report, but not signing it"),
                                        ("people", "Nominating and confirming people"),
                                    ],
                                    max_length=10,
                                ),
                                size=None,
                            ),
                        ),
                        ("named_at", models.DateTimeField()),
                        (
                            "appointment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "named_by",
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
                                to="leads.delegation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "appointment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handover",
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "successor",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="taken_from",
                                to="leads.appointment",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_at__isnull", True), ("successor__isnull", False), _connector="OR"
                                ),
                                name="only_a_successor_takes_a_hand_over",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("appointment", models.F("successor")), _negated=True),
                                name="nobody_is_their_own_successor",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("created_at", models.DateTimeField()),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "appointment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="leads.appointment",
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
                                to="leads.handover",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="leads.appointment",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HandoverNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("section", models.SlugField(max_length=40)),
                        ("text", models.TextField(blank=True)),
                        ("is_ready", models.BooleanField(default=False)),
                        ("written_at", models.DateTimeField()),
                        (
                            "handover",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="leads.handover",
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
                        "constraints": [
                            models.UniqueConstraint(fields=("handover", "section"), name="one_note_a_section")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverNoteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("section", models.SlugField(db_index=False, max_length=40)),
                        ("text", models.TextField(blank=True)),
                        ("is_ready", models.BooleanField(default=False)),
                        ("written_at", models.DateTimeField()),
                        (
                            "handover",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="leads.handover",
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
                                to="leads.handovernote",
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
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("executive_lead", "Executive lead for health inequalities"),
                                    ("deputy", "Deputy to the executive lead"),
                                    ("team_member", "Health inequalities team member"),
                                    ("equality_lead", "Equality and diversity lead"),
                                    ("board_secretary", "Board secretary"),
                                    ("non_executive_champion", "Non-executive champion"),
                                    ("chair", "Chair"),
                                    ("facilitator", "Learning set facilitator"),
                                    ("regional_convenor", "Regional convenor"),
                                    ("curator", "Curator"),
                                    ("national_admin", "National administrator"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("email", models.EmailField(max_length=254)),
                        ("name", models.CharField(max_length=150)),
                        ("post_title", models.CharField(blank=True, max_length=150, verbose_name="post")),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("is_interim", models.BooleanField(default=False)),
                        ("is_job_share", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("nominated", "Waiting to be confirmed"),
                                    ("ready", "Waiting to be sent"),
                                    ("sent", "Waiting for an answer"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("nominated_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("revision", models.PositiveSmallIntegerField(default=0)),
                        ("code_digest", models.CharField(blank=True, max_length=64)),
                        ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                        (
                            "appointment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitation",
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "nominated_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="organisations.organisation",
                            ),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-nominated_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                                name="invited_addresses_are_lower_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "sent"), _negated=True),
                                    models.Q(
                                        ("confirmed_by__isnull", False),
                                        ("expires_at__isnull", False),
                                        ("sent_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="sent_invitations_say_who_confirmed_them_and_until_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("appointment__isnull", False), ("state", "accepted")),
                                    models.Q(
                                        models.Q(("state", "accepted"), _negated=True),
                                        ("appointment__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="accepted_invitations_lead_to_an_appointment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ready"), _negated=True),
                                    ("confirmed_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="ready_invitations_say_who_confirmed_them",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("nominated", "ready", "sent"))),
                                fields=("email", "role", "organisation"),
                                name="one_open_invitation_to_a_post",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("organisation__isnull", False),
                                    ("role__in", ("facilitator", "curator", "national_admin")),
                                    _connector="OR",
                                ),
                                name="only_national_posts_have_no_organisation",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("executive_lead", "Executive lead for health inequalities"),
                                    ("deputy", "Deputy to the executive lead"),
                                    ("team_member", "Health inequalities team member"),
                                    ("equality_lead", "Equality and diversity lead"),
                                    ("board_secretary", "Board secretary"),
                                    ("non_executive_champion", "Non-executive champion"),
                                    ("chair", "Chair"),
                                    ("facilitator", "Learning set facilitator"),
                                    ("regional_convenor", "Regional convenor"),
                                    ("curator", "Curator"),
                                    ("national_admin", "National administrator"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("email", models.EmailField(max_length=254)),
                        ("name", models.CharField(max_length=150)),
                        ("post_title", models.CharField(blank=True, max_length=150, verbose_name="post")),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("is_interim", models.BooleanField(default=False)),
                        ("is_job_share", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("nominated", "Waiting to be confirmed"),
                                    ("ready", "Waiting to be sent"),
                                    ("sent", "Waiting for an answer"),
                                    ("accepted", "Accepted"),
                                    ("declined", "Declined"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("nominated_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("revision", models.PositiveSmallIntegerField(default=0)),
                        ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                        (
                            "appointment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "confirmed_by",
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
                            "nominated_by",
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
                                to="leads.invitation",
                            ),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LeadImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("content", models.BinaryField(blank=True, null=True)),
                        ("uploaded_at", models.DateTimeField()),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "applied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-uploaded_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("applied_at__isnull", True), ("applied_by__isnull", True)),
                                    models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="lead_imports_say_who_applied_them",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadImportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("uploaded_at", models.DateTimeField()),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "applied_by",
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
                                to="leads.leadimport",
                            ),
                        ),
                        (
                            "uploaded_by",
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
                    name="Provision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "days_a_month",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=3,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(23),
                                ],
                            ),
                        ),
                        ("has_budget", models.BooleanField(blank=True, null=True)),
                        ("pounds_a_year", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "support",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("analyst", "An analyst"),
                                        ("manager", "A programme or project manager"),
                                        ("administrator", "An administrator"),
                                        ("public_health", "A public health specialist"),
                                        ("engagement", "Somebody who works with communities"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                null=True,
                                size=None,
                            ),
                        ),
                        ("told_at", models.DateTimeField(verbose_name="told")),
                        (
                            "appointment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="provision",
                                to="leads.appointment",
                            ),
                        ),
                        (
                            "told_by",
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
                                    ("days_a_month__isnull", False),
                                    ("has_budget__isnull", False),
                                    ("support__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_provision_tells_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pounds_a_year__isnull", True), ("has_budget", True), _connector="OR"
                                ),
                                name="pounds_are_told_of_a_budget_only",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days_a_month__isnull", True),
                                    models.Q(("days_a_month__gte", 0), ("days_a_month__lte", 23)),
                                    _connector="OR",
                                ),
                                name="protected_time_fits_into_a_month",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProvisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "days_a_month",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=3,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(23),
                                ],
                            ),
                        ),
                        ("has_budget", models.BooleanField(blank=True, null=True)),
                        ("pounds_a_year", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "support",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("analyst", "An analyst"),
                                        ("manager", "A programme or project manager"),
                                        ("administrator", "An administrator"),
                                        ("public_health", "A public health specialist"),
                                        ("engagement", "Somebody who works with communities"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                null=True,
                                size=None,
                            ),
                        ),
                        ("told_at", models.DateTimeField(verbose_name="told")),
                        (
                            "appointment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="leads.appointment",
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
                                to="leads.provision",
                            ),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SupportNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("note", models.CharField(max_length=300)),
                        (
                            "subject",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="subject of the letter"
                            ),
                        ),
                        ("letter", models.TextField(blank=True)),
                        ("offered_at", models.DateTimeField(verbose_name="offered")),
                        (
                            "offered_by",
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
                                related_name="support_notes",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-offered_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("letter", ""), ("subject", "")),
                                    models.Q(("letter", ""), ("subject", ""), _connector="OR", _negated=True),
                                    _connector="OR",
                                ),
                                name="letters_of_support_have_a_subject",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupportNoteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("note", models.CharField(max_length=300)),
                        (
                            "subject",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="subject of the letter"
                            ),
                        ),
                        ("letter", models.TextField(blank=True)),
                        ("offered_at", models.DateTimeField(verbose_name="offered")),
                        (
                            "offered_by",
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
                                to="leads.supportnote",
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
                    model_name="rolename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_rolenameevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plural", "role", "singular") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plural", NEW."role", NEW."singular"); RETURN NULL;',
                            hash="a38f1398dc50b93ac10e075e35c43a52a1738300",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9a0bb",
                            table="leads_rolename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rolename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_rolenameevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plural", "role", "singular") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plural", NEW."role", NEW."singular"); RETURN NULL;',
                            hash="5d3042802502b5400eae64cfbd087871549516ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6a561",
                            table="leads_rolename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rolename",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_rolenameevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plural", "role", "singular") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plural", OLD."role", OLD."singular"); RETURN NULL;',
                            hash="d32b1af662084793bcbaa5a3e402943b4d9c533e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c95ac",
                            table="leads_rolename",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rolenameevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b8623a23b0ffa7c945da3eab8b2492d10797ccc1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_619a6",
                            table="leads_rolenameevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_appointmentevent" ("confirmed_date", "from_date", "id", "is_interim", "is_job_share", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_title", "public_id", "role", "to_date", "user_id") VALUES (NEW."confirmed_date", NEW."from_date", NEW."id", NEW."is_interim", NEW."is_job_share", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post_title", NEW."public_id", NEW."role", NEW."to_date", NEW."user_id"); RETURN NULL;',
                            hash="0802e0d67970f669ce334a4cfdda98855a6e51bb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_09777",
                            table="leads_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_appointmentevent" ("confirmed_date", "from_date", "id", "is_interim", "is_job_share", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_title", "public_id", "role", "to_date", "user_id") VALUES (NEW."confirmed_date", NEW."from_date", NEW."id", NEW."is_interim", NEW."is_job_share", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_title", NEW."public_id", NEW."role", NEW."to_date", NEW."user_id"); RETURN NULL;',
                            hash="57164db064a562e9ab77017320102d0dc055926c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_659eb",
                            table="leads_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_appointmentevent" ("confirmed_date", "from_date", "id", "is_interim", "is_job_share", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_title", "public_id", "role", "to_date", "user_id") VALUES (OLD."confirmed_date", OLD."from_date", OLD."id", OLD."is_interim", OLD."is_job_share", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post_title", OLD."public_id", OLD."role", OLD."to_date", OLD."user_id"); RETURN NULL;',
                            hash="82e48b026b72fc57a2443fe06a06148cfb6ee3b8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0f36d",
                            table="leads_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="outlasts_its_delegations",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT FROM leads_delegation\n        WHERE appointment_id = NEW.id\n            AND NOT daterange(NEW.from_date, NEW.to_date, '[]') @> daterange(from_date, to_date, '[]')\n    ) THEN\n        RAISE EXCEPTION 'A delegation cannot begin before its appointment or outlast it'\n            USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                            hash="ccba6c62062730dbc96a55de8ea69c9f83b7f3e0",
                            operation='UPDATE OF "from_date", "to_date"',
                            pgid="pgtrigger_outlasts_its_delegations_4732f",
                            table="leads_appointment",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="adc16697df1132f27f2d5ccbd34a04c2c4f88759",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d9e1c",
                            table="leads_appointmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="inside_its_appointment",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT FROM leads_appointment\n        WHERE id = NEW.appointment_id\n            AND daterange(from_date, to_date, '[]') @> daterange(NEW.from_date, NEW.to_date, '[]')\n    ) THEN\n        RETURN NEW;\n    END IF;\n    RAISE EXCEPTION 'A delegation cannot begin before its appointment or outlast it'\n        USING ERRCODE = 'check_violation';\n",
                            hash="7716afaa0fba8bff7249b6531dd4c434341d7844",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_inside_its_appointment_c2f3b",
                            table="leads_delegation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_delegationevent" ("appointment_id", "areas", "deputy_id", "from_date", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."appointment_id", NEW."areas", NEW."deputy_id", NEW."from_date", NEW."id", NEW."named_at", NEW."named_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="4b358176291c7f833679b4d1ffae263cc35b6a44",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5b850",
                            table="leads_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_delegationevent" ("appointment_id", "areas", "deputy_id", "from_date", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (NEW."appointment_id", NEW."areas", NEW."deputy_id", NEW."from_date", NEW."id", NEW."named_at", NEW."named_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="ef66b937d9010a063d6ca02dc070b877afb8b4b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1306f",
                            table="leads_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_delegationevent" ("appointment_id", "areas", "deputy_id", "from_date", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "to_date") VALUES (OLD."appointment_id", OLD."areas", OLD."deputy_id", OLD."from_date", OLD."id", OLD."named_at", OLD."named_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."to_date"); RETURN NULL;',
                            hash="5c7f52e8162a88625002d2322c7830c56a467792",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6cb31",
                            table="leads_delegation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="delegationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="44524894c9d841b8b9cdb7ec51de9b63b43db581",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c0652",
                            table="leads_delegationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_handoverevent" ("appointment_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "taken_at") VALUES (NEW."appointment_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."successor_id", NEW."taken_at"); RETURN NULL;',
                            hash="d299c932f026c3e920b08c464b0ca91a97bc7165",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c6d1f",
                            table="leads_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_handoverevent" ("appointment_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "taken_at") VALUES (NEW."appointment_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."successor_id", NEW."taken_at"); RETURN NULL;',
                            hash="705f1a07e211575875b413978563eac313b01a02",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_44036",
                            table="leads_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_handoverevent" ("appointment_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "successor_id", "taken_at") VALUES (OLD."appointment_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."successor_id", OLD."taken_at"); RETURN NULL;',
                            hash="d2fb33272a72fdbb5d9d11c1126f09bf5c263639",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_45576",
                            table="leads_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6b5b78b28a01eb9295ac5475a3dd0f7e7386d5f3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5ade7",
                            table="leads_handoverevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handovernote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_handovernoteevent" ("handover_id", "id", "is_ready", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text", "written_at", "written_by_id") VALUES (NEW."handover_id", NEW."id", NEW."is_ready", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."section", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="11012afe8d1758024428e11cac63df686aa4de9b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3b8f9",
                            table="leads_handovernote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handovernote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_handovernoteevent" ("handover_id", "id", "is_ready", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text", "written_at", "written_by_id") VALUES (NEW."handover_id", NEW."id", NEW."is_ready", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."section", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="104e7d72cc54779c1dd5be90a0917f83ae464405",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8daa3",
                            table="leads_handovernote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handovernote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_handovernoteevent" ("handover_id", "id", "is_ready", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text", "written_at", "written_by_id") VALUES (OLD."handover_id", OLD."id", OLD."is_ready", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."section", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                            hash="81db9038d402e2ce771e114c73e7bc4541e5ed61",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9f927",
                            table="leads_handovernote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handovernoteevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fbe1efb681220acfd84b7458b72bbeff5e389d9f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f40ef",
                            table="leads_handovernoteevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_invitationevent" ("appointment_id", "confirmed_by_id", "email", "expires_at", "from_date", "id", "is_interim", "is_job_share", "name", "nominated_at", "nominated_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_title", "public_id", "released_at", "revision", "role", "sent_at", "state", "wrong_codes") VALUES (NEW."appointment_id", NEW."confirmed_by_id", NEW."email", NEW."expires_at", NEW."from_date", NEW."id", NEW."is_interim", NEW."is_job_share", NEW."name", NEW."nominated_at", NEW."nominated_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post_title", NEW."public_id", NEW."released_at", NEW."revision", NEW."role", NEW."sent_at", NEW."state", NEW."wrong_codes"); RETURN NULL;',
                            hash="1370acd8b17c74a1c65227d13999bd8d7d7f0efe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_00154",
                            table="leads_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."appointment_id" IS DISTINCT FROM (NEW."appointment_id") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."from_date" IS DISTINCT FROM (NEW."from_date") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_interim" IS DISTINCT FROM (NEW."is_interim") OR OLD."is_job_share" IS DISTINCT FROM (NEW."is_job_share") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."nominated_at" IS DISTINCT FROM (NEW."nominated_at") OR OLD."nominated_by_id" IS DISTINCT FROM (NEW."nominated_by_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."post_title" IS DISTINCT FROM (NEW."post_title") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."released_at" IS DISTINCT FROM (NEW."released_at") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."wrong_codes" IS DISTINCT FROM (NEW."wrong_codes"))',
                            func='INSERT INTO "leads_invitationevent" ("appointment_id", "confirmed_by_id", "email", "expires_at", "from_date", "id", "is_interim", "is_job_share", "name", "nominated_at", "nominated_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_title", "public_id", "released_at", "revision", "role", "sent_at", "state", "wrong_codes") VALUES (NEW."appointment_id", NEW."confirmed_by_id", NEW."email", NEW."expires_at", NEW."from_date", NEW."id", NEW."is_interim", NEW."is_job_share", NEW."name", NEW."nominated_at", NEW."nominated_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_title", NEW."public_id", NEW."released_at", NEW."revision", NEW."role", NEW."sent_at", NEW."state", NEW."wrong_codes"); RETURN NULL;',
                            hash="076743481635083a895accb613f5a590422fb7a2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9efd5",
                            table="leads_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_invitationevent" ("appointment_id", "confirmed_by_id", "email", "expires_at", "from_date", "id", "is_interim", "is_job_share", "name", "nominated_at", "nominated_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_title", "public_id", "released_at", "revision", "role", "sent_at", "state", "wrong_codes") VALUES (OLD."appointment_id", OLD."confirmed_by_id", OLD."email", OLD."expires_at", OLD."from_date", OLD."id", OLD."is_interim", OLD."is_job_share", OLD."name", OLD."nominated_at", OLD."nominated_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post_title", OLD."public_id", OLD."released_at", OLD."revision", OLD."role", OLD."sent_at", OLD."state", OLD."wrong_codes"); RETURN NULL;',
                            hash="eb28ac68804e27694c66907cd6617e9b18fe1cbd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_14dde",
                            table="leads_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4c32f4125d68d94194a59ef33b0512788c89140a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e8ba3",
                            table="leads_invitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_leadimportevent" ("applied_at", "applied_by_id", "counts", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."applied_by_id", NEW."counts", NEW."file_name", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."sha256", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="93b1cd9aecb471e4d4b3cb027f459201a60b4abc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9b3c8",
                            table="leads_leadimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."applied_by_id" IS DISTINCT FROM (NEW."applied_by_id") OR OLD."counts" IS DISTINCT FROM (NEW."counts") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))',
                            func='INSERT INTO "leads_leadimportevent" ("applied_at", "applied_by_id", "counts", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."applied_by_id", NEW."counts", NEW."file_name", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."sha256", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="cedaea93aa35e807d69f8de59d265608438ae463",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_192f2",
                            table="leads_leadimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadimport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_leadimportevent" ("applied_at", "applied_by_id", "counts", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sha256", "uploaded_at", "uploaded_by_id") VALUES (OLD."applied_at", OLD."applied_by_id", OLD."counts", OLD."file_name", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."sha256", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                            hash="bab08ce2c171869a446b24196444bff3e6d4dc12",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fda17",
                            table="leads_leadimport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadimportevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="666d9a334983330ac1eb1562f45c0a4511439e36",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c25d0",
                            table="leads_leadimportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_provisionevent" ("appointment_id", "days_a_month", "has_budget", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds_a_year", "support", "told_at", "told_by_id") VALUES (NEW."appointment_id", NEW."days_a_month", NEW."has_budget", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pounds_a_year", NEW."support", NEW."told_at", NEW."told_by_id"); RETURN NULL;',
                            hash="3dab21b69c991b4cbbf7a0b034ee636f96827d4c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a06a2",
                            table="leads_provision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_provisionevent" ("appointment_id", "days_a_month", "has_budget", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds_a_year", "support", "told_at", "told_by_id") VALUES (NEW."appointment_id", NEW."days_a_month", NEW."has_budget", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pounds_a_year", NEW."support", NEW."told_at", NEW."told_by_id"); RETURN NULL;',
                            hash="1795c2583ffbbde0a3325018cc6873f1832de1c3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0663c",
                            table="leads_provision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_provisionevent" ("appointment_id", "days_a_month", "has_budget", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds_a_year", "support", "told_at", "told_by_id") VALUES (OLD."appointment_id", OLD."days_a_month", OLD."has_budget", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pounds_a_year", OLD."support", OLD."told_at", OLD."told_by_id"); RETURN NULL;',
                            hash="d93dabf558ea51deb15c12e0311acf4447ae5d30",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_16371",
                            table="leads_provision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="provisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8eb3bd4f1a3bb74f6963e9b12742487619d73a4d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a2430",
                            table="leads_provisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_supportnoteevent" ("id", "letter", "note", "offered_at", "offered_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "subject") VALUES (NEW."id", NEW."letter", NEW."note", NEW."offered_at", NEW."offered_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."subject"); RETURN NULL;',
                            hash="f977562a22711fc6ae8891a52f429f87b7f21f9d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a0a9c",
                            table="leads_supportnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "leads_supportnoteevent" ("id", "letter", "note", "offered_at", "offered_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "subject") VALUES (NEW."id", NEW."letter", NEW."note", NEW."offered_at", NEW."offered_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."subject"); RETURN NULL;',
                            hash="85b8496e4d2a159158989660de67c967d4c4436d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2eec2",
                            table="leads_supportnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "leads_supportnoteevent" ("id", "letter", "note", "offered_at", "offered_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "subject") VALUES (OLD."id", OLD."letter", OLD."note", OLD."offered_at", OLD."offered_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."subject"); RETURN NULL;',
                            hash="a6fcae176296fefcc4072509244cdef3c88720e7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aa9fe",
                            table="leads_supportnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportnoteevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d51e809c7196d250706a48dd99e79fc2558c2d2b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d7cd0",
                            table="leads_supportnoteevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
