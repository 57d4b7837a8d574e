"""Text that only the product can read: encrypted before it reaches the database, keys kept outside it."""

from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache(maxsize=4)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def cipher() -> MultiFernet:
    """Return the cipher for the keys in force: the first encrypts, all of them decrypt (for rotation)."""
    return _cipher(tuple(settings.FIELD_ENCRYPTION_KEYS))


class EncryptedTextField(models.TextField):
    """A text field whose column holds ciphertext. It cannot be searched, ordered or filtered by value."""

    def get_prep_value(self, value: Any) -> str | None:
        text = super().get_prep_value(value)
        return text if text in (None, "") else cipher().encrypt(text.encode()).decode()

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return value if value in (None, "") else cipher().decrypt(value.encode()).decode()

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise ValueError("Encrypted text cannot be searched.")
        return super().get_lookup(lookup_name)
