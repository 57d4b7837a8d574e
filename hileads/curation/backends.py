"""Wagtail's rights, answered from appointments: no groups, no superusers."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

CURATED_APPS = frozenset({"induction", "repository", "wagtailimages", "wagtaildocs"})


class AppointmentBackend(BaseBackend):
    """Answer Django's and Wagtail's `has_perm` from `hileads.permissions`."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        app, _, name = perm.partition(".")
        if perm == "wagtailadmin.access_admin":
            return can(user_obj, P.CONTENT_EDIT)
        if app not in CURATED_APPS:
            return False
        needed = P.CONTENT_PUBLISH if name.split("_")[0] in {"publish", "delete"} else P.CONTENT_EDIT
        return can(user_obj, needed)
