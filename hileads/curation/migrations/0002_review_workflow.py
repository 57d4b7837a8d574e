"""Every draft passes one review. The groups and the workflow that Wagtail brings along give no rights here, so they go."""

from django.db import migrations

WORKFLOW = "review"
TASK = "review"


def create_workflow(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="curation", model="reviewtask"
    )
    task = apps.get_model("curation", "ReviewTask").objects.create(name=TASK, content_type=content_type)
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=WORKFLOW)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )


def remove_wagtails_own(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.exclude(name=WORKFLOW).delete()
    apps.get_model("wagtailcore", "Task").objects.exclude(name=TASK).delete()
    apps.get_model("auth", "Group").objects.all().delete()


def remove_workflow(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=WORKFLOW).delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name=TASK).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("curation", "0001_tables"),
        ("leads", "0002_posts"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(create_workflow, remove_workflow),
        migrations.RunPython(remove_wagtails_own, migrations.RunPython.noop),
    ]
