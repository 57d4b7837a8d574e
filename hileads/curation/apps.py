from django.apps import AppConfig


class CurationConfig(AppConfig):
    name = "hileads.curation"
    label = "curation"
