"""A mail server that remembers on which connection a letter came, and how that connection ended."""

import asyncio
import random
import time
from collections import defaultdict
from dataclasses import dataclass, field
from email.parser import BytesHeaderParser
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope

from tests.bench.soak.crew import Kill

MOMENT = 0.5
"""How many seconds after a kill the server may learn that the connection is gone."""


@dataclass
class Line:
    """One connection: the letters that came on it, and how it ended."""

    letters: list[str] = field(default_factory=list)
    said_goodbye: bool = False
    ended_at: float | None = None


@dataclass(frozen=True)
class Arrival:
    """One letter that was accepted."""

    letter: str
    at: float
    line: Line

    def was_cut_off(self, kills: list[Kill]) -> bool:
        """Say whether a kill came between its acceptance and the sender's mark.

        A sender marks a letter before it begins the next one or says goodbye. So it was cut off if nothing came after
        it on its connection, not even a goodbye, and the connection ended when one of the sender's processes was killed.
        """
        ended_at = self.line.ended_at
        return (
            not self.line.said_goodbye
            and self.line.letters[-1] == self.letter
            and ended_at is not None
            and self.at <= ended_at
            and any(0 <= ended_at - kill.at < MOMENT for kill in kills)
        )


class Door(SMTP):
    """The server's side of one connection."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.line = Line()

    def eof_received(self) -> bool | None:
        self.line.ended_at = time.time()
        return super().eof_received()

    def connection_lost(self, error: Exception | None) -> None:
        self.line.ended_at = self.line.ended_at or time.time()
        super().connection_lost(error)


class Letters(Controller):
    """The server. It takes its time before and after it accepts a letter, so that kills fall on both sides."""

    def __init__(self, port: int, work: tuple[float, float]) -> None:
        super().__init__(self, hostname="127.0.0.1", port=port)
        self.work = work
        self.arrivals: list[Arrival] = []

    def factory(self) -> SMTP:
        return Door(self.handler, **self.SMTP_kwargs)

    async def handle_DATA(self, server: Door, session: Any, envelope: Envelope) -> str:  # noqa: N802 - the server's
        letter = str(BytesHeaderParser().parsebytes(envelope.content)["Message-ID"])  # type: ignore[arg-type]
        await self._work()
        self.arrivals.append(Arrival(letter, time.time(), server.line))
        server.line.letters.append(letter)
        await self._work()
        return "250 Kept"

    async def handle_QUIT(self, server: Door, session: Any, envelope: Envelope) -> str:  # noqa: N802 - the server's
        server.line.said_goodbye = True
        return "221 Goodbye"

    async def _work(self) -> None:
        await asyncio.sleep(random.uniform(*self.work) / 2)

    def by_letter(self) -> dict[str, list[Arrival]]:
        found: dict[str, list[Arrival]] = defaultdict(list)
        for arrival in self.arrivals:
            found[arrival.letter].append(arrival)
        return found
