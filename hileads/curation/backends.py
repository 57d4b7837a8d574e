"""Wagtail's rights, answered from appointments: no groups, no superusers."""

from typing import Any

from django.apps import apps
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from wagtail.models import DraftStateMixin

from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can

ACCESS = "wagtailadmin.access_admin"
REVIEW = "curation.publish_reviewtask"
CURATED_ROOMS = frozenset({"induction", "repository"})
DRAFTING = frozenset({"add", "change", "view", "lock"})
"""What a curator does to content that passes a review. The rest, and words without drafts, is for publishers."""


class AppointmentBackend(BaseBackend):
    """Answer Django's and Wagtail's `has_perm` from `hileads.permissions`.

    SECURITY: it stands first in the settings and refuses what it does not grant, so that no row in Django's own
    tables of groups and permissions can give a right.
    """

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        needed = needed_for(perm)
        if needed is None or not can(user_obj, needed):
            raise PermissionDenied
        return True


def needed_for(perm: str) -> P | None:
    """Return the portal's permission behind one of Wagtail's, or None where nobody has it.

    What people may have cited is withdrawn, never deleted, so nobody may delete content that passes a review.
    """
    if perm == ACCESS:
        return P.CONTENT_EDIT
    if perm == REVIEW:
        return P.CONTENT_PUBLISH
    room, _, codename = perm.partition(".")
    verb, _, model_name = codename.partition("_")
    if room not in CURATED_ROOMS or model_name not in apps.all_models[room]:
        return None
    if not issubclass(apps.get_model(room, model_name), DraftStateMixin):
        return P.CONTENT_PUBLISH
    if verb == "delete":
        return None
    return P.CONTENT_EDIT if verb in DRAFTING else P.CONTENT_PUBLISH
