"""How sign-in behaves: by invitation only."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: people come by invitation."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False
