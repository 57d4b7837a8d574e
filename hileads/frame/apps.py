from django.apps import AppConfig


class FrameConfig(AppConfig):
    name = "hileads.frame"
    label = "frame"
