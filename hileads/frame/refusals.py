"""Saying no: the state does not allow it now. A refused permission is Django's PermissionDenied with a reason."""


class NotNow(Exception):  # noqa: N818 - it reads as the answer that a person gets
    """A policy's answer: this may not happen to this thing now, because … The reason is shown to the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
