"""Say for each identity provider which address has to be registered with it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse


class Command(BaseCommand):
    help = "List the identity providers of OIDC_PROVIDERS, each with the redirect address to register there."

    def handle(self, *args: Any, **options: Any) -> None:
        for provider in settings.OIDC_PROVIDERS:
            path = reverse("provider-return", kwargs={"key": provider.key})
            self.stdout.write(f"{provider.name} ({provider.issuer})\n  {settings.BASE_URL.rstrip('/')}{path}")
        if not settings.OIDC_PROVIDERS:
            self.stdout.write("OIDC_PROVIDERS names none.")
