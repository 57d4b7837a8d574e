"""People who can sign in."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from hileads.audit import audited
from hileads.clock import now
from hileads.identifiers import PublicId
from hileads.personal import CLOSED_DOMAIN


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, email: str, name: str, password: str | None = None, **extra: Any) -> "User":
        """Create a person who can sign in. Without a password they sign in by a code sent to their address."""
        user = self.model(email=email.strip().lower(), name=name, **extra)
        user.set_password(password)
        user.save()
        return user

    def system(self) -> "User":
        """Return the portal itself, the named actor of work that nobody in particular does. It cannot sign in."""
        actor: User = self.get_or_create(
            email="portal@system.invalid",
            defaults={"name": "The portal", "is_active": False, "is_system": True},
        )[0]
        return actor


@audited(exclude=["password", "last_login"])
class User(PublicId, AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]
    """A person who can sign in. What they may do follows from their appointments alone."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(name="addresses_are_lower_case", condition=Q(email=Lower("email"))),
            models.CheckConstraint(name="nobody_is_above_the_permissions", condition=Q(is_superuser=False)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        """Say whether the account was closed, so that nothing tells any more whose it was."""
        return self.email.endswith(f"@{CLOSED_DOMAIN}")

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name
