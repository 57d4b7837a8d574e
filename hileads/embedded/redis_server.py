"""A Redis of our own for the queue and the cache."""

import signal
import socket

from hileads.embedded.programs import redis_program
from hileads.embedded.server import HOST, Server

ANSWER_SECONDS = 1.0


class RedisServer(Server):
    """Redis on a loopback port. In development the queue is kept on disk; in tests nothing is."""

    program = "redis-server"
    stop_signal = signal.SIGTERM

    @property
    def url(self) -> str:
        """Return the address for REDIS_URL."""
        return f"redis://:{self.places.password()}@{HOST}:{self.port}/0"

    def prepare(self) -> None:
        """Make the data folder if there is none."""
        self.places.data.mkdir(mode=0o700, exist_ok=True)
        if self.account is not None:
            self.account.own_all(self.places.data)

    def command(self) -> list[str]:
        """Return the command; the configuration comes on standard input, so that no other user sees the password."""
        return [str(redis_program()), "-"]

    @property
    def configuration(self) -> str:
        """Return the configuration file's text."""
        folder = str(self.places.data).replace("\\", "\\\\").replace('"', '\\"')
        return "\n".join(
            [
                f"bind {HOST}",
                f"port {self.port}",
                f"requirepass {self.places.password()}",
                f'dir "{folder}"',
                "daemonize no",
                f"appendonly {'yes' if self.places.durable else 'no'}",
                'save ""',
                "",
            ]
        )

    def is_ready(self, process: int) -> bool:
        """Say whether it knows our password and has read its data."""
        try:
            with socket.create_connection((HOST, self.port), ANSWER_SECONDS) as connection:
                connection.sendall(f"AUTH {self.places.password()}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2 and (part := connection.recv(1024)):
                    answer += part
        except OSError:
            return False
        return answer == b"+OK\r\n+PONG\r\n"
