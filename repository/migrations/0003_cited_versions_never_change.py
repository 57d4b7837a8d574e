"""What people have been able to read and cite stays as it was, whoever writes to the table."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION repository_published_versions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM repository_publishedversion WHERE revision_id = OLD.id) THEN
        RAISE EXCEPTION 'Version % was published, so its text never changes', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER published_versions_stay
    BEFORE UPDATE OF content ON wagtailcore_revision
    FOR EACH ROW WHEN (OLD.content IS DISTINCT FROM NEW.content)
    EXECUTE FUNCTION repository_published_versions_stay();
"""

BACKWARDS = """
DROP TRIGGER published_versions_stay ON wagtailcore_revision;
DROP FUNCTION repository_published_versions_stay();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("repository", "0002_review_workflow"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
