"""A passkey without a browser: a key pair that answers as a device does, with the person's presence and PIN."""

import json
import secrets
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

SEEN_AND_UNLOCKED = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


class Device:
    """One device with one passkey."""

    def __init__(self, host: str = "testserver") -> None:
        self.host = host
        self.number = secrets.token_bytes(16)
        self.key = ec.generate_private_key(ec.SECP256R1())

    def makes(self, options: dict[str, Any]) -> str:
        """Return what the device answers when a passkey is added."""
        made = AttestedCredentialData.create(
            b"\0" * 16, self.number, ES256.from_cryptography_key(self.key.public_key())
        )
        said = self._said("webauthn.create", options)
        seen = AuthenticatorData.create(
            self._place(), SEEN_AND_UNLOCKED | AuthenticatorData.FLAG.AT, 0, bytes(made)
        )
        answer = {"attestationObject": AttestationObject.create("none", seen, {}), "clientDataJSON": said}
        return self._answer(answer, clientExtensionResults={"credProps": {"rk": True}})

    def signs(self, options: dict[str, Any], handle: bytes = b"") -> str:
        """Return what the device answers when the passkey is used."""
        said = self._said("webauthn.get", options)
        seen = AuthenticatorData.create(self._place(), SEEN_AND_UNLOCKED, 1)
        signature = self.key.sign(bytes(seen) + said.hash, ec.ECDSA(SHA256()))
        answer = {
            "authenticatorData": seen,
            "clientDataJSON": said,
            "signature": signature,
            "userHandle": handle,
        }
        return self._answer(answer, clientExtensionResults={})

    def _place(self) -> bytes:
        return sha256(self.host.encode()).digest()

    def _said(self, kind: str, options: dict[str, Any]) -> CollectedClientData:
        challenge = options["publicKey"]["challenge"]
        return CollectedClientData.create(kind, challenge, f"https://{self.host}")

    def _answer(self, answer: dict[str, bytes], **more: Any) -> str:
        encoded = {name: websafe_encode(bytes(value)) for name, value in answer.items()}
        number = websafe_encode(self.number)
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": encoded, **more})
