"""What the sign-in library is told about second steps: their secrets are encrypted, their messages plain."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from hileads.encryption import cipher
from hileads.leads.models import User

SERVICE = "Health inequalities portal"


class SecondStepAdapter(DefaultMFAAdapter):
    """How passkeys, apps and recovery codes are kept and spoken of."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": (
            "That is not the right code or passkey. Try again. A code from an app changes every 30 seconds and "
            "works once."
        ),
        "unverified_email": "Confirm your email address first. Sign in with a code sent to it, then come back here.",
    }

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - the library's name
        """Return what a passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "My passkey" if number == 1 else f"My passkey {number}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": SERVICE}
