"""Which user the servers run as, and whether that user can reach its files.

PostgreSQL refuses to run as root. When root starts a command, the servers run as an unprivileged user, who must be
able to enter every folder down to the checkout. Where it cannot, we stop and say so: opening somebody's private
home to everyone is not ours to do.
"""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from hileads.embedded.errors import EmbeddedServerError

FALLBACK_USERS = ("postgres", "nobody")
PRIVATE_FOLDER = """\
The development database cannot start from this folder.

You are root, and PostgreSQL refuses to run as root, so it runs as the user "{user}".
That user may not enter {folder}, which holds this checkout.
Nothing was changed. Any one of these solves it:

  1. Move the checkout to a folder that every user may enter, for example /srv or /opt.
  2. Run the command as an ordinary user who owns the checkout.
  3. Use servers of your own: set DATABASE_URL and REDIS_URL.
"""


@dataclass(frozen=True)
class Account:
    """The unprivileged user that the servers run as when root starts them."""

    name: str
    uid: int
    gid: int

    def can_enter(self, path: Path) -> bool:
        """Ask the kernel, as that user, whether it may enter a folder or run a program."""
        return (
            subprocess.run(
                ["/bin/sh", "-c", 'test -x "$0"', str(path)],
                user=self.uid,
                group=self.gid,
                extra_groups=[],
                cwd="/",
                env={},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            ).returncode
            == 0
        )

    def own(self, path: Path) -> None:
        """Give a file or folder inside the servers' own data folder to this user."""
        os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def own_all(self, folder: Path) -> None:
        """Give a data folder and everything in it to this user."""
        self.own(folder)
        for parent, folders, files in os.walk(folder):
            for name in folders + files:
                self.own(Path(parent, name))


def server_account(checkout: Path) -> Account | None:
    """Return the user to run servers as, or None where the present user will do (anyone but root)."""
    if os.geteuid() != 0:
        return None
    owner = checkout.stat().st_uid
    for entry in _candidates(owner):
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise EmbeddedServerError(
        "PostgreSQL refuses to run as root, and this machine has neither a user called postgres nor nobody.\n"
        "Run the command as an ordinary user, or set DATABASE_URL and REDIS_URL."
    )


def _candidates(owner: int) -> list[pwd.struct_passwd]:
    """List the users to choose from: the checkout's owner first, so that root and owner can take turns."""
    found = []
    for lookup, key in [(pwd.getpwuid, owner), *((pwd.getpwnam, name) for name in FALLBACK_USERS)]:
        try:
            found.append(lookup(key))  # type: ignore[operator]
        except KeyError:
            continue
    return [entry for entry in found if entry.pw_uid != 0]


def refuse_unreachable(paths: list[Path], account: Account | None) -> None:
    """Stop with a plain message when the servers' user may not reach one of these files or folders."""
    if account is None:
        return
    for path in paths:
        if not account.can_enter(path):
            steps = [*reversed(path.parents), path]
            folder = next((step for step in steps if not account.can_enter(step)), path)
            raise EmbeddedServerError(PRIVATE_FOLDER.format(user=account.name, folder=folder))
