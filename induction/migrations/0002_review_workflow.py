"""What this room publishes passes the review."""

from django.db import migrations

REVIEWED = ("activity", "examplemeasure", "roleguide")


def assign(apps, schema_editor):
    workflow = apps.get_model("wagtailcore", "Workflow").objects.get(name="review")
    for model in REVIEWED:
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="induction", model=model
        )
        apps.get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
            content_type=content_type, defaults={"workflow": workflow}
        )


def withdraw(apps, schema_editor):
    apps.get_model("wagtailcore", "WorkflowContentType").objects.filter(
        content_type__app_label="induction", content_type__model__in=REVIEWED
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("curation", "0002_review_workflow"),
        ("induction", "0001_tables"),
    ]

    operations = [migrations.RunPython(assign, withdraw)]
