"""Signatures so far carry the name of the person who signed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accountability", "0005_signed_name")]

    operations = [
        migrations.RunSQL(
            "UPDATE accountability_signature s SET signed_name = u.name FROM leads_user u WHERE u.id = s.signed_by_id",
            migrations.RunSQL.noop,
        )
    ]
