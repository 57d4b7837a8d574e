from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "hileads.notifications"
    label = "notifications"
