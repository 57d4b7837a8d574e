from django.apps import AppConfig


class EmbeddedConfig(AppConfig):
    name = "hileads.embedded"
    label = "embedded"
