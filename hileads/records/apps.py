from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "hileads.records"
    label = "records"
