"""What goes of plans when an account is closed: the name where the portal itself wrote it."""

import re

from django.db import transaction

from accountability.models import ActionNote, NoteKind
from hileads.leads.models import User
from hileads.personal import CLOSED_NAME


@transaction.atomic
def erase_name_from_changes(*, by: User, person: User) -> int:
    """Take a person's name out of the notes in which the portal tells what changed, and return how many.

    What people wrote themselves stays as they wrote it.
    """
    told = ActionNote.objects.filter(kind=NoteKind.CHANGE, text__contains=person.name)
    for note in told:
        note.text = re.sub(rf"\b{re.escape(person.name)}\b", CLOSED_NAME, note.text)
        note.save(update_fields=["text"])
    return len(told)
