"""What only the demo writes: that it was told, and its people's passwords."""

import json
import secrets
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from hileads.clock import now
from hileads.leads.models import User
from hileads.leads.reference.cast import CAST
from hileads.organisations.models import ImportRun

DEMO = "demo"
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


@transaction.atomic
def record_demo(*, by: User, day: date) -> ImportRun:
    """Record that the demo's story was told on `day`."""
    return ImportRun.objects.create(
        kind=DEMO, file_names="load_demo", sha256="", as_at_date=day, imported_at=now(), imported_by=by
    )


@transaction.atomic
def set_demo_passwords(*, by: User) -> dict[str, str]:
    """Give each demo person who signs in a password, and return them by address.

    They are random for this installation and kept in a file of its own beside the database, readable for its
    owner only, so that they stay the same from start to start.
    """
    if not settings.DEMO or not by.is_system:
        raise PermissionDenied("Passwords are set by the portal, in a demo only.")
    place = Path(settings.DEMO_PASSWORDS)
    known: dict[str, str] = json.loads(place.read_text()) if place.exists() else {}
    people = User.objects.in_bulk([player.email for player in CAST if player.shows], field_name="email")
    passwords = {email: known.get(email) or _password() for email in people}
    for email, person in people.items():
        if not person.check_password(passwords[email]):
            person.set_password(passwords[email])
            person.save(update_fields=["password"])
    if passwords != known:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(json.dumps(passwords, indent=1))
    return passwords


def _password() -> str:
    syllables = [secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(9)]
    words = ["".join(syllables[at : at + 3]) for at in (0, 3, 6)]
    return "-".join([*words, f"{secrets.randbelow(90) + 10}"])
