from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "hileads.privacy"
    label = "privacy"
