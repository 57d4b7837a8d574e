"""The list of regions does not say when they opened."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_start"),
    ]

    operations = [
        migrations.AlterField(
            model_name="organisation",
            name="opened_date",
            field=models.DateField(blank=True, null=True, verbose_name="opened"),
        ),
        migrations.AlterField(
            model_name="organisationevent",
            name="opened_date",
            field=models.DateField(blank=True, null=True, verbose_name="opened"),
        ),
    ]
