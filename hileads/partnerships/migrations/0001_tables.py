"""The tables of hileads.partnerships."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
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
                    name="Committee",
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
                                    ("board", "Board of the integrated care board"),
                                    ("partnership", "Integrated care partnership"),
                                    ("population_health", "Committee for population health or inequalities"),
                                    ("place", "Place partnership"),
                                    ("quality", "Quality committee"),
                                    ("people", "People and equality committee"),
                                    ("wellbeing", "Health and wellbeing board"),
                                    ("collaborative", "Provider collaborative"),
                                    ("other", "Another committee or partnership"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("place", models.CharField(blank=True, max_length=100)),
                        (
                            "icb",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="committees",
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
                                name="committee_ends_after_start",
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
                                    ("icb", "="),
                                    ("name", "="),
                                ],
                                name="one_committee_of_a_name_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommitteeEvent",
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
                                    ("board", "Board of the integrated care board"),
                                    ("partnership", "Integrated care partnership"),
                                    ("population_health", "Committee for population health or inequalities"),
                                    ("place", "Place partnership"),
                                    ("quality", "Quality committee"),
                                    ("people", "People and equality committee"),
                                    ("wellbeing", "Health and wellbeing board"),
                                    ("collaborative", "Provider collaborative"),
                                    ("other", "Another committee or partnership"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("place", models.CharField(blank=True, max_length=100)),
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
                                to="partnerships.committee",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
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
                        ("title", models.CharField(max_length=150)),
                        ("is_on_inequalities", models.BooleanField(default=True)),
                        (
                            "committee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="partnerships.committee",
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
                                name="seat_ends_after_start",
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
                                    ("committee", "="),
                                    ("title", "="),
                                ],
                                name="one_seat_of_a_title_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("title", models.CharField(max_length=150)),
                        ("is_on_inequalities", models.BooleanField(default=True)),
                        (
                            "committee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.committee",
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
                                to="partnerships.seat",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SeatHolder",
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
                        ("is_deputy", models.BooleanField(default=False)),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="holders",
                                to="partnerships.seat",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to=settings.AUTH_USER_MODEL,
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
                                name="seat_holder_ends_after_start",
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
                                    ("seat", "="),
                                    ("user", "="),
                                ],
                                name="one_place_at_a_seat_at_a_time",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("is_deputy", False)),
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
                                    ("seat", "="),
                                ],
                                name="one_person_on_a_seat_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatHolderEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("from_date", models.DateField(verbose_name="from")),
                        ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("is_deputy", models.BooleanField(default=False)),
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
                                to="partnerships.seatholder",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partnerships.seat",
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
            ],
            triggers=[
                pgtrigger.migrations.AddTrigger(
                    model_name="committee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnerships_committeeevent" ("from_date", "icb_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "to_date") VALUES (NEW."from_date", NEW."icb_id", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="26c0c2008575d6f00be528398ce016d7e7578023",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c6214",
                            table="partnerships_committee",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="committee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partnerships_committeeevent" ("from_date", "icb_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "to_date") VALUES (NEW."from_date", NEW."icb_id", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."to_date"); RETURN NULL;',
                            hash="d995fc82250c11570bf2dd3cf743e0b00057ae0c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_804a0",
                            table="partnerships_committee",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="committee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnerships_committeeevent" ("from_date", "icb_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "to_date") VALUES (OLD."from_date", OLD."icb_id", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."to_date"); RETURN NULL;',
                            hash="20414e00d8cbc77e8edd821926a7cc50497fe73e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3cae9",
                            table="partnerships_committee",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="committeeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d2d13ffb1e0b3cc86eb9ceae3355d982e0321446",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_71299",
                            table="partnerships_committeeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnerships_seatevent" ("committee_id", "from_date", "id", "is_on_inequalities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title", "to_date") VALUES (NEW."committee_id", NEW."from_date", NEW."id", NEW."is_on_inequalities", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."title", NEW."to_date"); RETURN NULL;',
                            hash="cdec3e9056937e0cb204665a1b76d649683de2e3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b5d16",
                            table="partnerships_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partnerships_seatevent" ("committee_id", "from_date", "id", "is_on_inequalities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title", "to_date") VALUES (NEW."committee_id", NEW."from_date", NEW."id", NEW."is_on_inequalities", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."title", NEW."to_date"); RETURN NULL;',
                            hash="d76128f0998d01ab97e660d6976830419a0af0cc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97e6c",
                            table="partnerships_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnerships_seatevent" ("committee_id", "from_date", "id", "is_on_inequalities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title", "to_date") VALUES (OLD."committee_id", OLD."from_date", OLD."id", OLD."is_on_inequalities", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."title", OLD."to_date"); RETURN NULL;',
                            hash="bc82fffd30a55edc69228e5b628ca06e282d3005",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_073f9",
                            table="partnerships_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e868d1befda564741258446404dc20c5f9d03b42",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8b830",
                            table="partnerships_seatevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnerships_seatholderevent" ("from_date", "id", "is_deputy", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seat_id", "to_date", "user_id") VALUES (NEW."from_date", NEW."id", NEW."is_deputy", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."seat_id", NEW."to_date", NEW."user_id"); RETURN NULL;',
                            hash="16e08fc595e4535a359221008415d69608502ca6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_730a9",
                            table="partnerships_seatholder",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partnerships_seatholderevent" ("from_date", "id", "is_deputy", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seat_id", "to_date", "user_id") VALUES (NEW."from_date", NEW."id", NEW."is_deputy", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."seat_id", NEW."to_date", NEW."user_id"); RETURN NULL;',
                            hash="a96cc2750bc5e8d79e33d6dcc8522de6570accb9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_044ab",
                            table="partnerships_seatholder",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnerships_seatholderevent" ("from_date", "id", "is_deputy", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seat_id", "to_date", "user_id") VALUES (OLD."from_date", OLD."id", OLD."is_deputy", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."seat_id", OLD."to_date", OLD."user_id"); RETURN NULL;',
                            hash="44a52e634e8b075136cb07c38af86cb5ea60bb04",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_df6f0",
                            table="partnerships_seatholder",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholderevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="654a1a2006664caf67fa2216f43401c81b10558f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_829b9",
                            table="partnerships_seatholderevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
