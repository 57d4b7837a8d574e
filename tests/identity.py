"""Identity providers for tests: real ones in processes of their own, and one that answers what a test tells it to."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from django.test import Client

from hileads.providers import Provider, providers_in

PATIENCE = 60
CLIENT = {"client_id": "portal", "client_secret": "between the two of us"}


def named(name: str, issuer: str) -> Provider:
    """Return a provider as the environment names it. All of the tests' know the portal by the same client ID."""
    text = json.dumps([{"name": name, "issuer": issuer, **CLIENT}])
    return providers_in(text, only_https=False)[0]


@contextmanager
def running_provider() -> Iterator[str]:
    """Start an OpenID Connect provider, and give its issuer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    issuer = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen([*command, "--require-nonce"], stderr=subprocess.DEVNULL)
    try:
        wait_for(f"{issuer}/.well-known/openid-configuration", process)
        yield issuer
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, "the provider ended"
        try:
            requests.get(address, timeout=1)
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the provider did not start")


def to(provider: Provider, what: str) -> str:
    """Return the address of a page of this provider."""
    return f"/account/oidc/{provider.key}/{what}/"


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def answer_there(address: str, **answer: str) -> str:
    """Answer the provider's form, and return where it sends the browser back to, inside the portal.

    Of somebody who stops, this provider does not repeat the state, which others must (RFC 6749, section 4.1.2.1).
    """
    back = requests.post(address, data=answer, allow_redirects=False, timeout=PATIENCE).headers["Location"]
    assert back.startswith("http://testserver/")
    asked = parse_qs(urlsplit(address).query)
    if "state" not in parse_qs(urlsplit(back).query):
        back += f"&state={asked['state'][0]}"
    return back.removeprefix("http://testserver")


class ToldProvider:
    """A provider whose answers a test chooses: `answers` by the last part of the path."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.issuer = f"http://127.0.0.1:{server.server_port}"
        self.answers: dict[str, Any] = {
            "openid-configuration": {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
            }
        }


@contextmanager
def told_provider() -> Iterator[ToldProvider]:
    """Start a provider that answers what a test tells it to."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = json.dumps(told.answers[self.path.rsplit("/", 1)[-1]]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        told = ToldProvider(server)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
