from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "hileads.leads"
    label = "leads"
