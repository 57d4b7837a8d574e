"""A stand-in for GOV.UK Notify: a server that speaks its documented interface, keeps what it accepts, and misbehaves
when told to. Written from the interface's documentation and the official client's source.

Like Notify itself it accepts a message twice when it is handed over twice, even under the same reference.
"""

import json
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt
import requests

CLOCK_SECONDS = 30
KNOWN_KEYS = {
    "email_address",
    "template_id",
    "personalisation",
    "reference",
    "email_reply_to_id",
    "one_click_unsubscribe_url",
    "sanitise_content_for",
}


@dataclass(frozen=True)
class Wrong:
    """An answer that is an error, as Notify writes it."""

    code: int
    kind: str
    words: str


RATE_LIMIT = Wrong(
    429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"
)
DAILY_LIMIT = Wrong(429, "TooManyRequestsError", "Exceeded send limits (email: 250000) for today")
BAD_ADDRESS = Wrong(400, "ValidationError", "email_address Not a valid email address")
ON_TRIAL = Wrong(400, "BadRequestError", "Cannot send to this recipient when service is in trial mode")
WRONG_CLOCK = Wrong(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds")
WRONG_KEY = Wrong(403, "AuthError", "Invalid token: API key not found")
BROKEN = Wrong(500, "Exception", "Internal server error")
AWAY = Wrong(503, "Exception", "Service unavailable")
GATEWAY = Wrong(504, "Exception", "Gateway timeout")
NOT_FOUND = Wrong(404, "NoResultFound", "No result found")


@dataclass
class Accepted:
    """One message that Notify has accepted."""

    id: str
    reference: str
    email_address: str
    subject: str
    body: str
    one_click_unsubscribe_url: str | None
    accepted_at: float
    created_at: str
    status: str = "created"

    def shown(self) -> dict[str, Any]:
        """Return what a look-up tells of it."""
        return {
            "id": self.id,
            "reference": self.reference or None,
            "email_address": self.email_address,
            "type": "email",
            "status": self.status,
            "subject": self.subject,
            "body": self.body,
            "created_at": self.created_at,
        }


@dataclass
class Notify:
    """The service: its key, its one template, what it has accepted, and how it behaves.

    `answers` is what it says to every message, `answers_to` to those for one address, each without accepting it.
    Told of `silent_after`, it accepts the next so many messages and never says so: the line goes dead. `lag` is how
    long a message stays unknown to the look-up, `work` how long accepting and answering take (the two ends of a range,
    half before the message is kept and half after it).
    """

    service: str = field(default_factory=lambda: str(uuid4()))
    secret: str = field(default_factory=lambda: str(uuid4()))
    template: str = field(default_factory=lambda: str(uuid4()))
    template_subject: str = "((subject))"
    template_body: str = "((body))"
    answers: Wrong | None = None
    answers_to: dict[str, Wrong] = field(default_factory=dict)
    answers_nothing: Wrong | None = None
    silent_after: int = 0
    silence: float = 2.0
    cuts_the_line: bool = False
    lag: float = 0.0
    work: tuple[float, float] = (0.0, 0.0)
    accepted: list[Accepted] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    url: str = ""
    callback_url: str = ""
    callback_token: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def api_key(self) -> str:
        return f"portal-{self.service}-{self.secret}"

    def shown_template(self) -> dict[str, str]:
        return {"id": self.template, "subject": self.template_subject, "body": self.template_body}

    def to(self, address: str) -> list[Accepted]:
        return [one for one in self.accepted if one.email_address == address]

    def report(self, one: Accepted, status: str) -> requests.Response:
        """Tell the portal what became of a message, as Notify's callback does."""
        one.status = status
        return requests.post(
            self.callback_url,
            json=receipt(one),
            headers={"Authorization": f"Bearer {self.callback_token}"},
            timeout=10,
        )

    def refusal(self, headers: Any) -> Wrong | None:
        """Return what is wrong with a request's token, if anything."""
        if self.answers_nothing:
            return self.answers_nothing
        try:
            token = str(headers["Authorization"]).removeprefix("Bearer ")
            claims = jwt.decode(
                token, self.secret, algorithms=["HS256"], issuer=self.service, leeway=CLOCK_SECONDS
            )
        except jwt.ImmatureSignatureError:
            return WRONG_CLOCK
        except jwt.InvalidTokenError:
            return WRONG_KEY
        return WRONG_CLOCK if abs(time.time() - claims["iat"]) > CLOCK_SECONDS else None

    def fault(self, asked: dict[str, Any]) -> Wrong | None:
        """Return what is wrong with a message, if anything."""
        address = str(asked.get("email_address", ""))
        if self.answers or address in self.answers_to:
            return self.answers or self.answers_to[address]
        if set(asked) - KNOWN_KEYS:
            return Wrong(400, "ValidationError", "Additional properties are not allowed")
        if "@" not in address or "." not in address.rpartition("@")[2]:
            return BAD_ADDRESS
        if asked.get("template_id") != self.template:
            return Wrong(400, "BadRequestError", "Template not found")
        if missing := {"subject", "body"} - set(asked.get("personalisation", {})):
            return Wrong(400, "BadRequestError", f"Missing personalisation: {', '.join(sorted(missing))}")
        if not str(asked.get("one_click_unsubscribe_url", "https://")).startswith("https://"):
            return Wrong(400, "ValidationError", "one_click_unsubscribe_url is not a valid https url")
        return None

    def accept(self, asked: dict[str, Any]) -> Accepted:
        one = Accepted(
            id=str(uuid4()),
            reference=asked.get("reference", ""),
            email_address=asked["email_address"],
            subject=asked["personalisation"]["subject"],
            body=asked["personalisation"]["body"],
            one_click_unsubscribe_url=asked.get("one_click_unsubscribe_url"),
            accepted_at=time.time(),
            created_at=datetime.now(UTC).isoformat(),
        )
        with self.lock:
            self.accepted.append(one)
        return one

    def goes_silent(self) -> bool:
        """Say whether this answer is one of those that never come."""
        with self.lock:
            is_one = self.silent_after > 0
            self.silent_after -= is_one
        return is_one

    def half_of_the_work(self) -> None:
        time.sleep(random.uniform(*self.work) / 2)

    def find(self, reference: str) -> list[dict[str, Any]]:
        """Return what a look-up finds: nothing of what was accepted within the lag."""
        self.looked_up.append(reference)
        known = time.time() - self.lag
        with self.lock:
            return [
                one.shown()
                for one in self.accepted
                if one.reference == reference and one.accepted_at <= known
            ]


def receipt(one: Accepted) -> dict[str, Any]:
    """Return a delivery receipt as Notify's callback sends it."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return {
        "id": one.id,
        "reference": one.reference or None,
        "to": one.email_address,
        "status": one.status,
        "created_at": moment,
        "completed_at": moment,
        "sent_at": moment,
        "notification_type": "email",
        "template_id": str(uuid4()),
        "template_version": 1,
    }


class Answering(BaseHTTPRequestHandler):
    """One connection to the stand-in."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    notify: Notify

    def do_GET(self) -> None:
        if wrong := self.notify.refusal(self.headers):
            return self.refuse(wrong)
        parts = urlsplit(self.path)
        words = parts.path.strip("/").split("/")
        if words[:2] == ["v2", "template"] and words[2:] == [self.notify.template]:
            return self.answer(200, self.notify.shown_template())
        if words == ["v2", "notifications"]:
            found = self.notify.find(parse_qs(parts.query).get("reference", [""])[0])
            return self.answer(200, {"notifications": found, "links": {"current": self.path}})
        if words[:2] == ["v2", "notifications"]:
            for one in self.notify.accepted:
                if [one.id] == words[2:]:
                    return self.answer(200, one.shown())
        return self.refuse(NOT_FOUND)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if wrong := self.notify.refusal(self.headers):
            return self.refuse(wrong)
        if self.path != "/v2/notifications/email":
            return self.refuse(NOT_FOUND)
        asked = json.loads(body)
        if wrong := self.notify.fault(asked):
            return self.refuse(wrong)
        self.notify.half_of_the_work()
        one = self.notify.accept(asked)
        self.notify.half_of_the_work()
        if self.notify.goes_silent():
            time.sleep(0 if self.notify.cuts_the_line else self.notify.silence)
            self.close_connection = True
            return None
        content = {"subject": one.subject, "body": one.body, "from_email": "portal@notify.example"}
        return self.answer(201, {"id": one.id, "reference": one.reference, "content": content})

    def refuse(self, wrong: Wrong) -> None:
        errors = [{"error": wrong.kind, "message": wrong.words}]
        self.answer(wrong.code, {"status_code": wrong.code, "errors": errors})

    def answer(self, code: int, content: dict[str, Any]) -> None:
        text = json.dumps(content).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the server's name
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 50

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed in the middle is nothing to report."""


@contextmanager
def serving(notify: Notify) -> Iterator[Notify]:
    """Let the stand-in answer on this machine, on a port of its own."""
    server = Server(("127.0.0.1", 0), type("Bound", (Answering,), {"notify": notify}))
    notify.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield notify
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
