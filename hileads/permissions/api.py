"""What the REST framework asks when a view of the API says nothing: the answer is no."""

from typing import Any

from rest_framework.permissions import BasePermission


class DenyByDefault(BasePermission):
    """Refuse. A view of the API declares the permission it needs."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return False
