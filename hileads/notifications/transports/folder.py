"""A folder of mail files, which any mail program opens. It reaches nobody: for the demo and for development."""

from pathlib import Path
from typing import Self

from django.conf import settings

from hileads.clock import UK
from hileads.notifications.models import Message
from hileads.notifications.transports.failures import OutOfReach
from hileads.notifications.transports.mail import mail_of, message_id


class FolderTransport:
    """Write each message as one `.eml` file. The same message written twice is still one file."""

    per_minute = None

    def __enter__(self) -> Self:
        self.folder = Path(settings.MESSAGE_FOLDER)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutOfReach("The folder for messages could not be opened.") from error
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing stays open."""

    def send(self, message: Message) -> str:
        """Write the file under its day, its recipient, its kind and our reference."""
        day = message.due_at.astimezone(UK).strftime("%Y-%m-%d-%H%M")
        recipient = message.address.partition("@")[0]
        name = f"{day}-{recipient}-{message.kind}-{message.public_id.hex[:8]}.eml"
        unfinished = self.folder / f".{name}.part"
        try:
            unfinished.write_bytes(mail_of(message).message().as_bytes())
            unfinished.replace(self.folder / name)
        except OSError as error:
            raise OutOfReach("The message could not be written to its folder.") from error
        return message_id(message)

    def find(self, message: Message) -> None:
        """The file is the same when it is written again, so nobody needs to look for it."""
