"""The tables of learning_sets."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import hileads.encryption
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
                    name="LearningSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=150)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("action_learning", "Action learning set")],
                                default="action_learning",
                                max_length=20,
                            ),
                        ),
                        ("purpose", models.TextField()),
                        ("created_at", models.DateTimeField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LearningSetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("name", models.CharField(max_length=150)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("action_learning", "Action learning set")],
                                default="action_learning",
                                max_length=20,
                            ),
                        ),
                        ("purpose", models.TextField()),
                        ("created_at", models.DateTimeField()),
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
                                to="learning_sets.learningset",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("is_facilitator", models.BooleanField(default=False)),
                        (
                            "learning_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="learning_sets.learningset",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
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
                                    ("learning_set", "="),
                                    ("user", "="),
                                ],
                                name="a_member_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_date__isnull", True),
                                    ("to_date__gte", models.F("from_date")),
                                    _connector="OR",
                                ),
                                name="membership_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MembershipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("is_facilitator", models.BooleanField(default=False)),
                        (
                            "learning_set",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="learning_sets.learningset",
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
                                to="learning_sets.membership",
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
                    name="Session",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("join_url", models.URLField(blank=True, verbose_name="link to join")),
                        ("uid", models.CharField(max_length=100, unique=True)),
                        ("sequence", models.PositiveIntegerField(default=0)),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "Planned"), ("cancelled", "Cancelled")],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
                        (
                            "learning_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="learning_sets.learningset",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["starts_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="session_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "planned")),
                                fields=("learning_set", "starts_at"),
                                name="one_session_of_a_set_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SessionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("join_url", models.URLField(blank=True, verbose_name="link to join")),
                        ("uid", models.CharField(max_length=100)),
                        ("sequence", models.PositiveIntegerField(default=0)),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "Planned"), ("cancelled", "Cancelled")],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
                        (
                            "learning_set",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="learning_sets.learningset",
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
                                to="learning_sets.session",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Rsvp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[("accepted", "I will be there"), ("declined", "I cannot make it")],
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rsvps",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rsvps",
                                to="learning_sets.session",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("session", "user"), name="one_answer_a_session_and_person"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RsvpEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "answer",
                            models.CharField(
                                choices=[("accepted", "I will be there"), ("declined", "I cannot make it")],
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        ("revision", models.PositiveIntegerField(default=0)),
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
                                to="learning_sets.rsvp",
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
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="learning_sets.session",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Commitment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("created_at", models.DateTimeField()),
                        ("text", hileads.encryption.EncryptedTextField()),
                        ("due_date", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("done", "Done"),
                                    ("changed_mind", "I changed my mind"),
                                    ("stuck", "Stuck"),
                                ],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        ("shared_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commitments",
                                to="learning_sets.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_date", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("created_at", models.DateTimeField()),
                        ("due_date", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("done", "Done"),
                                    ("changed_mind", "I changed my mind"),
                                    ("stuck", "Stuck"),
                                ],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        ("shared_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "author",
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
                                to="learning_sets.commitment",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="learning_sets.session",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reflection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("created_at", models.DateTimeField()),
                        ("text", hileads.encryption.EncryptedTextField()),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reflections",
                                to="learning_sets.session",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("author", "session"), name="one_reflection_a_person_and_session"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReflectionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("created_at", models.DateTimeField()),
                        (
                            "author",
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
                                to="learning_sets.reflection",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="learning_sets.session",
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
                    model_name="learningset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_learningsetevent" ("created_at", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."purpose"); RETURN NULL;',
                            hash="c9e3b5fdced852f4eaf5da3702438da649021ebf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8e17a",
                            table="learning_sets_learningset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="learningset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "learning_sets_learningsetevent" ("created_at", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."purpose"); RETURN NULL;',
                            hash="6da8dd842d318214390523d4baa4dff14c7c617a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_792c9",
                            table="learning_sets_learningset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="learningset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_learningsetevent" ("created_at", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose") VALUES (OLD."created_at", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."purpose"); RETURN NULL;',
                            hash="7ed6d6822ae4c97476629a454b49995595973d46",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_38246",
                            table="learning_sets_learningset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="learningsetevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="06ac051c4c5417b7e6083db494d7715e4d445695",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aea12",
                            table="learning_sets_learningsetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_membershipevent" ("from_date", "id", "is_facilitator", "learning_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date", "user_id") VALUES (NEW."from_date", NEW."id", NEW."is_facilitator", NEW."learning_set_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to_date", NEW."user_id"); RETURN NULL;',
                            hash="5d31ae6624a8cd16411261a769b10ce750560865",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc22d",
                            table="learning_sets_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "learning_sets_membershipevent" ("from_date", "id", "is_facilitator", "learning_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date", "user_id") VALUES (NEW."from_date", NEW."id", NEW."is_facilitator", NEW."learning_set_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to_date", NEW."user_id"); RETURN NULL;',
                            hash="51f7e63acd3e7ccc65f5f2b74b4030133e328d88",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7c787",
                            table="learning_sets_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_membershipevent" ("from_date", "id", "is_facilitator", "learning_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_date", "user_id") VALUES (OLD."from_date", OLD."id", OLD."is_facilitator", OLD."learning_set_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."to_date", OLD."user_id"); RETURN NULL;',
                            hash="996e16673d3ff9e3866d019d920a7ed9942db30e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6aefb",
                            table="learning_sets_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membershipevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5a1774b9de63e3347505b0d796bbd3265c6b8f16",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c9cd7",
                            table="learning_sets_membershipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_sessionevent" ("changed_at", "ends_at", "id", "join_url", "learning_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "sequence", "starts_at", "state", "uid") VALUES (NEW."changed_at", NEW."ends_at", NEW."id", NEW."join_url", NEW."learning_set_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."sequence", NEW."starts_at", NEW."state", NEW."uid"); RETURN NULL;',
                            hash="22ad802e0ac11b06dd801a3bcce18fa08ef26c2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7bd23",
                            table="learning_sets_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "learning_sets_sessionevent" ("changed_at", "ends_at", "id", "join_url", "learning_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "sequence", "starts_at", "state", "uid") VALUES (NEW."changed_at", NEW."ends_at", NEW."id", NEW."join_url", NEW."learning_set_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."sequence", NEW."starts_at", NEW."state", NEW."uid"); RETURN NULL;',
                            hash="44c3b0dd10cc3aebe1e95f25cff179fe3b79bb6c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0bb71",
                            table="learning_sets_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="session",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_sessionevent" ("changed_at", "ends_at", "id", "join_url", "learning_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "sequence", "starts_at", "state", "uid") VALUES (OLD."changed_at", OLD."ends_at", OLD."id", OLD."join_url", OLD."learning_set_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."sequence", OLD."starts_at", OLD."state", OLD."uid"); RETURN NULL;',
                            hash="25103262418ed4e877f5d44884199fd57770c8e0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c5d20",
                            table="learning_sets_session",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sessionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4e2035393baba87ff69a56c561adafbc64da62e9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_16dc2",
                            table="learning_sets_sessionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rsvp",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_rsvpevent" ("answer", "answered_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "session_id", "user_id") VALUES (NEW."answer", NEW."answered_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."revision", NEW."session_id", NEW."user_id"); RETURN NULL;',
                            hash="06c9a8c4add0db10944a8738dee21687d598a61f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1101a",
                            table="learning_sets_rsvp",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rsvp",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "learning_sets_rsvpevent" ("answer", "answered_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "session_id", "user_id") VALUES (NEW."answer", NEW."answered_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revision", NEW."session_id", NEW."user_id"); RETURN NULL;',
                            hash="ad8b97a893300e7e533fcb1d22c7db70166f0feb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_15efe",
                            table="learning_sets_rsvp",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rsvp",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_rsvpevent" ("answer", "answered_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "session_id", "user_id") VALUES (OLD."answer", OLD."answered_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."revision", OLD."session_id", OLD."user_id"); RETURN NULL;',
                            hash="055b903ec97ae192458b6a946f898f63acf7ed54",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4f3cc",
                            table="learning_sets_rsvp",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rsvpevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="63081e1bfb4273b4f09293e6ed2ac1c93cd55543",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_09bf5",
                            table="learning_sets_rsvpevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_commitmentevent" ("author_id", "created_at", "due_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id", "shared_at", "state") VALUES (NEW."author_id", NEW."created_at", NEW."due_date", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."session_id", NEW."shared_at", NEW."state"); RETURN NULL;',
                            hash="8a48e47c5feeb0ace5144a177441ef6fadb3058b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b520",
                            table="learning_sets_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_date" IS DISTINCT FROM (NEW."due_date") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."shared_at" IS DISTINCT FROM (NEW."shared_at") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                            func='INSERT INTO "learning_sets_commitmentevent" ("author_id", "created_at", "due_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id", "shared_at", "state") VALUES (NEW."author_id", NEW."created_at", NEW."due_date", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."session_id", NEW."shared_at", NEW."state"); RETURN NULL;',
                            hash="f7e444a93f18f8a8e050f102cb512c80ba02e70d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2f0e0",
                            table="learning_sets_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_commitmentevent" ("author_id", "created_at", "due_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id", "shared_at", "state") VALUES (OLD."author_id", OLD."created_at", OLD."due_date", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."session_id", OLD."shared_at", OLD."state"); RETURN NULL;',
                            hash="35909adf43c4f80d95073758d77491fa13f3ef2c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9176",
                            table="learning_sets_commitment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="commitmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="53759df61ef8330f673366398058975c7102bf7a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_98049",
                            table="learning_sets_commitmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reflection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_reflectionevent" ("author_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id") VALUES (NEW."author_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."session_id"); RETURN NULL;',
                            hash="ca506c7ed3f33ca87be6193099b2a2d149cb716b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9def1",
                            table="learning_sets_reflection",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reflection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id"))',
                            func='INSERT INTO "learning_sets_reflectionevent" ("author_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id") VALUES (NEW."author_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."session_id"); RETURN NULL;',
                            hash="0f79c694bb945f82f71e20f2bbf42c081c3c37d2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_82185",
                            table="learning_sets_reflection",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reflection",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "learning_sets_reflectionevent" ("author_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "session_id") VALUES (OLD."author_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."session_id"); RETURN NULL;',
                            hash="80a1c944220de6bf08ddbf984e61dc2516e92d87",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2016b",
                            table="learning_sets_reflection",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reflectionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1c4909f9edc070a41f45b403562ffbfde28b706e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1ea00",
                            table="learning_sets_reflectionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
