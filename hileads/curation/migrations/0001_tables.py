"""The tables of hileads.curation."""

import django.db.models.deletion
from django.db import migrations, models

import hileads.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        hileads.tables.CreateTables(
            models=[
                migrations.CreateModel(
                    name="ReviewTask",
                    fields=[
                        (
                            "task_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.task",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review",
                        "verbose_name_plural": "reviews",
                    },
                    bases=("wagtailcore.task",),
                )
            ],
            triggers=[],
        ),
    ]
