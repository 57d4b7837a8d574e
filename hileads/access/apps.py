from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "hileads.access"
    label = "access"
