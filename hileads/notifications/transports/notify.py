"""GOV.UK Notify, reached through its official client with the settings that begin with NOTIFY_.

All messages share one template, whose subject is ((subject)) and whose body is ((body)). Notify knows each by our
reference, the row's public number, and can be asked for it.
"""

import logging
from typing import Any, Self

import requests
from django.conf import settings
from notifications_python_client.errors import APIError, HTTPError
from notifications_python_client.notifications import NotificationsAPIClient
from urllib3.exceptions import NewConnectionError

from hileads.notifications.emails import calendar_path, stop_path
from hileads.notifications.models import Message
from hileads.notifications.transports.failures import Busy, Failure, OutOfReach, Refused, TryLater, Unclear
from hileads.notifications.transports.markdown import as_it_stands

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 15

NEVER_SENT = ("technical-failure", "validation-failed")
"""What Notify says of a message that it accepted and then did not send itself: that one has not arrived."""

PLACEHOLDERS = {"subject": "((subject))", "body": "((body))"}
NO_ANSWER = "GOV.UK Notify did not answer."
NOT_REACHED = "GOV.UK Notify could not be reached."
LIMITS = {
    "RateLimitError": "GOV.UK Notify takes no more messages this minute.",
    "TooManyRequestsError": "GOV.UK Notify takes no more messages today.",
}


class NotifyTransport:
    """A session with Notify, used for a batch of messages.

    It begins by asking for the template: a wrong key, clock, address or template stops the sweep before it claims
    anything, instead of failing one message after the other.
    """

    def __enter__(self) -> Self:
        self.client = NotificationsAPIClient(
            settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=PATIENCE_SECONDS
        )
        try:
            template = self.client.get_template(settings.NOTIFY_TEMPLATE)
        except APIError as error:
            self.client.request_session.close()
            raise OutOfReach(_why_not_asked(error)) from error
        if any(mark not in str(template.get(part)) for part, mark in PLACEHOLDERS.items()):
            self.client.request_session.close()
            raise OutOfReach("The template at GOV.UK Notify lacks ((subject)) or ((body)).")
        return self

    def __exit__(self, *error: object) -> None:
        self.client.request_session.close()

    @property
    def per_minute(self) -> int:
        return settings.NOTIFY_PER_MINUTE

    def send(self, message: Message) -> str:
        """Hand the message over, unless an earlier try has: then nothing but its number is fetched."""
        known = self.find(message) if message.attempts > 1 else ""
        if known:
            return known
        try:
            answer = self.client.send_email_notification(
                email_address=message.address,
                template_id=settings.NOTIFY_TEMPLATE,
                personalisation={"subject": message.subject, "body": body_of(message)},
                reference=str(message.public_id),
                one_click_unsubscribe_url=_stop_address(message),
            )
            return str(answer["id"])
        except HTTPError as error:
            failure = _failure(error)
            logger.warning("Message %s: %s", message.public_id, failure.reason)
            raise failure from error
        except (APIError, KeyError, TypeError) as error:
            raise Unclear("GOV.UK Notify gave an answer that nobody understands.") from error

    def find(self, message: Message) -> str:
        """Ask for the message by our reference, and return Notify's number of the one that it did send."""
        try:
            answer = self.client.get_all_notifications(reference=str(message.public_id))
            found = [row["id"] for row in answer["notifications"] if row["status"] not in NEVER_SENT]
        except APIError as error:
            raise OutOfReach(_why_not_asked(error)) from error
        except (KeyError, TypeError) as error:
            raise OutOfReach("GOV.UK Notify gave an answer that nobody understands.") from error
        return str(found[0]) if found else ""


def body_of(message: Message) -> str:
    """Return the plain text as Notify shows it unchanged. A calendar file stands in it as the address of the file.

    Notify takes no calendar files: decision 0020.
    """
    text = message.body_text
    if message.calendar:
        address = settings.BASE_URL.rstrip("/") + calendar_path(message)
        words, mark, end = text.partition("\n--\n")
        text = f"{words.rstrip()}\n\nFor your calendar, open this file: {address}\n{mark}{end}"
    return as_it_stands(text)


def _stop_address(message: Message) -> str | None:
    """Return where one POST stops these mails. Notify takes only addresses of HTTPS, which every deployment has."""
    if not message.optional or message.recipient is None or not settings.BASE_URL.startswith("https://"):
        return None
    return settings.BASE_URL.rstrip("/") + stop_path(message.recipient, message.stream)


def _failure(error: HTTPError) -> Failure:
    """Return what an answer means for a message that was being handed over.

    Without an answer nobody knows whether Notify has it, unless there never was a connection. The same goes for 502
    and 504: a gateway speaks, and not the service behind it.
    """
    if error.response is None:
        return OutOfReach(NOT_REACHED) if _never_connected(error.__cause__) else Unclear(NO_ANSWER)
    code = error.status_code
    if code == requests.codes.too_many_requests:
        return Busy(LIMITS.get(_kind(error.response), LIMITS["RateLimitError"]))
    if code in (requests.codes.bad_gateway, requests.codes.gateway_timeout):
        return Unclear(NO_ANSWER)
    if code == requests.codes.bad_request:
        return Refused("GOV.UK Notify refused the message or its address.")
    if code == requests.codes.internal_server_error:
        return TryLater("GOV.UK Notify failed while taking the message.")
    return OutOfReach(_why_not_asked(error))


def _why_not_asked(error: APIError) -> str:
    """Return in plain words why Notify answers nothing at all."""
    code = error.status_code if error.response is not None else 0
    if code in (requests.codes.unauthorized, requests.codes.forbidden):
        return "GOV.UK Notify does not take our key, or the clock of this machine is wrong."
    if code == requests.codes.not_found:
        return "GOV.UK Notify does not know our template, or its address is wrong."
    return f"GOV.UK Notify is out of order (answer {code})." if code else NOT_REACHED


def _never_connected(cause: BaseException | None) -> bool:
    if isinstance(cause, requests.ConnectTimeout):
        return True
    reason = getattr(cause.args[0], "reason", None) if cause is not None and cause.args else None
    return isinstance(reason, NewConnectionError)


def _kind(response: requests.Response) -> str:
    """Return the error's kind. Notify advises to rely on it, and never on the words."""
    try:
        errors: list[dict[str, Any]] = response.json()["errors"]
        return str(errors[0]["error"])
    except (ValueError, KeyError, IndexError, TypeError):
        return ""
