from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "hileads.partnerships"
    label = "partnerships"
