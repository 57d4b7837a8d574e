"""Why a message did not leave. Each reason is one plain sentence, fit for the person it was meant for."""


class Failure(Exception):  # noqa: N818 - it reads as the answer of the other side
    """The message was not accepted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Refused(Failure):
    """The other side will never take this message: trying again is no use. It may say that there is no such mailbox."""

    def __init__(self, reason: str, *, no_mailbox: bool = False) -> None:
        super().__init__(reason)
        self.no_mailbox = no_mailbox


class TryLater(Failure):
    """The other side does not take this message now: it may take others, and this one later."""


class OutOfReach(Failure):
    """There is no connection to the other side: no message can leave at present."""


class Unclear(Failure):
    """Nobody can say whether the other side took this message. It is asked later; nothing is sent again until then."""


class Busy(Failure):
    """The other side takes no more messages at present. None was harmed, and none counts as tried."""
