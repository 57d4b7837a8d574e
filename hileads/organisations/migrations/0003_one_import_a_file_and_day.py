"""A file is recorded once for a day, however often it is imported."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("organisations", "0002_opening_not_known"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.UniqueConstraint(
                fields=("kind", "sha256", "as_at_date"), name="one_import_a_file_and_day"
            ),
        ),
    ]
