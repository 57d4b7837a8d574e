"""The tables of hileads.notifications."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("meaning_key", models.CharField(max_length=200, unique=True)),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "stream",
                            models.CharField(
                                choices=[
                                    ("security", "Signing in and security"),
                                    ("obligations", "What your organisation has to do"),
                                    ("sessions", "Learning set sessions"),
                                    ("actions", "Commitments and actions"),
                                    ("community", "Community"),
                                    ("digest", "Your weekly digest"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("address", models.EmailField(max_length=254)),
                        ("reference", models.CharField(blank=True, max_length=200)),
                        ("due_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("due", "Waiting to be sent"),
                                    ("sending", "Being sent"),
                                    ("sent", "Sent"),
                                    ("skipped", "Not sent, because it was no longer needed"),
                                    ("failed", "Could not be sent"),
                                ],
                                default="due",
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("claimed_at", models.DateTimeField(blank=True, null=True)),
                        ("retry_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("provider_reference", models.CharField(blank=True, max_length=200)),
                        ("subject", models.CharField(max_length=300)),
                        ("body_text", models.TextField()),
                        ("body_html", models.TextField(blank=True)),
                        ("calendar", models.TextField(blank=True)),
                        ("calendar_method", models.CharField(blank=True, max_length=10)),
                        ("created_at", models.DateTimeField()),
                        (
                            "posted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "due")), fields=["due_at"], name="messages_due"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", False), ("state", "sent")),
                                    models.Q(("state", "sent"), _negated=True),
                                    _connector="OR",
                                ),
                                name="sent_messages_say_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["skipped", "failed"]), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="skipped_and_failed_say_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "sending"), _negated=True),
                                    ("claimed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="messages_being_sent_say_since_when",
                            ),
                        ],
                    },
                )
            ],
            triggers=[],
        ),
    ]
