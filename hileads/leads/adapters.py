"""How sign-in behaves: by invitation only."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

SECOND_STEP = "allauth.mfa.stages.AuthenticateStage"


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: people come by invitation."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        """Signing in takes one step, and lets people read. The second is asked for where it matters."""
        return [stage for stage in super().get_login_stages() if stage != SECOND_STEP]

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Let whoever has a second step confirm with that: a password does not take its place."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [one for one in methods if one["id"].startswith("mfa_")] or methods
