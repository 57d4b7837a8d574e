from django.apps import AppConfig


class EmbeddedConfig(AppConfig):
    """PostgreSQL and Redis for development; here so that its commands are found."""

    name = "hileads.embedded"
    label = "embedded"
