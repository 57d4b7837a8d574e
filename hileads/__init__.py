"""The ground floor: what every room shares.

Organisations, people and their appointments, permissions, messages, curation and the page frame live here.
Nothing here knows the rooms above; they register what they add through `contributions`.
"""

from hileads.celery import app as celery_app

__all__ = ["celery_app"]
