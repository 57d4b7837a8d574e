"""What can be known to go wrong before a command changes anything or installs a single package."""

import json
import os
import socket
from pathlib import Path

from hileads.embedded.accounts import refuse_unreachable, server_account
from hileads.embedded.errors import EmbeddedServerError
from hileads.embedded.locks import is_held
from hileads.embedded.places import Places, cannot_write

HOST = "127.0.0.1"


def check(checkout: Path, port: str, *, demo: bool) -> None:
    """Refuse a second demo, a taken port, a folder that cannot be written to, and a private home as root."""
    if demo:
        refuse_second_demo(checkout)
    reserve_port(port, suggestion="demo" if demo else "run").close()
    own_servers = os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")
    if not own_servers:
        refuse_unreachable([checkout], server_account(checkout))
    refuse_read_only(checkout)


def refuse_read_only(checkout: Path) -> None:
    """Stop where the environment and the data could not be kept."""
    local = checkout / ".local"
    for folder in (checkout, local):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            reason = OSError(0, "it is read-only for you")
            raise cannot_write(folder, reason)


def refuse_second_demo(checkout: Path) -> None:
    """Stop where a demo runs from this folder already."""
    if is_held(Places(checkout / ".local", "demo").run / "demo.lock"):
        raise second_demo(checkout)


def second_demo(checkout: Path) -> EmbeddedServerError:
    """Say where the demo that runs from this folder is."""
    places = Places(checkout / ".local", "demo")
    try:
        address = json.loads(places.state.read_text())["url"]
    except (FileNotFoundError, ValueError):
        address = "an address it will print soon"
    return EmbeddedServerError(
        f"The demo is already running from this folder, at {address}.\n"
        "Use that one, or stop it first with Ctrl-C in its window."
    )


def reserve_port(port: str, *, suggestion: str = "demo") -> socket.socket:
    """Return a socket that holds this port for us, or say who else may want another one."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise EmbeddedServerError(f"PORT must be a number from 1 to 65535, not {port!r}.")
    reserved = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    reserved.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        reserved.bind((HOST, int(port)))
        reserved.listen()
    except OSError as error:
        reserved.close()
        raise EmbeddedServerError(
            f"Port {port} cannot be used: {(error.strerror or str(error)).lower()}. Nothing was changed.\n"
            f"Choose another one, for example: make {suggestion} PORT={_next_free(int(port))}"
        ) from error
    return reserved


def _next_free(port: int) -> int:
    """Return the first port above this one, and above those kept for the system, that is free."""
    for candidate in range(max(port, 8000) + 1, 65536):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            if probe.connect_ex((HOST, candidate)) != 0:
                return candidate
    return 8001
