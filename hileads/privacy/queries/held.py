"""Everything that is held about one person, put together from what the rooms say that they hold."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from hileads.clock import now
from hileads.leads.models import User
from hileads.personal import Facts, personal_data
from hileads.wording import long_date, long_datetime

FORM = "hileads-personal-data"
VERSION = 1
NOTHING = "nothing"


@dataclass(frozen=True)
class Part:
    """One part of what is held: what it is, who sees it, and its things."""

    heading: str
    seen_by: str
    things: tuple[Facts, ...]


def parts_about(person: User) -> Iterator[Part]:
    """Yield everything that is held about a person, room by room. To be shown to that person alone."""
    for part in personal_data.all():
        yield Part(part.heading, part.seen_by, tuple(part.things(person)))


def everything_about(person: User) -> bytes:
    """Return a zip with everything about a person twice: as JSON for machines, and as a page to read."""
    return packed(person, list(parts_about(person)), now())


def packed(person: User, parts: list[Part], moment: datetime) -> bytes:
    """Return the zip of these parts."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("everything.json", _as_json(person, parts, moment))
        archive.writestr("everything.html", _as_page(person, parts, moment))
    return content.getvalue()


def _as_json(person: User, parts: list[Part], moment: datetime) -> str:
    document = {
        "form": FORM,
        "version": VERSION,
        "about": {"name": person.name, "email": person.email},
        "made_at": moment,
        "parts": [{"heading": one.heading, "seen_by": one.seen_by, "things": one.things} for one in parts],
    }
    return json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _as_page(person: User, parts: list[Part], moment: datetime) -> str:
    # The words of one thing at a time: keeping those of all takes twice as long as making them.
    told = [(one, map(_in_words, one.things)) for one in parts]
    return render_to_string("privacy/_everything.jinja", {"person": person, "parts": told, "moment": moment})


def _in_words(thing: Facts) -> list[tuple[str, str]]:
    return [(label, _words(value)) for label, value in thing.items()]


def _words(value: Any) -> str:
    if value in (None, "", [], ()):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return long_datetime(value)
    if isinstance(value, date):
        return long_date(value)
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
