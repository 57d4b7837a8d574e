from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "hileads.organisations"
    label = "organisations"
