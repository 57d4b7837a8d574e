"""Spreadsheets of leads are handed in, looked at and applied: all of a spreadsheet in one transaction, or nothing."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pghistory
from django.db import IntegrityError, connection, transaction

from hileads.clock import now, today
from hileads.frame.refusals import NotNow
from hileads.leads.actions.invitations import withdraw_invitation
from hileads.leads.actions.people import appoint_person, end_appointment
from hileads.leads.leadfiles.lines import Line, Outcome
from hileads.leads.leadfiles.planning import Plan
from hileads.leads.leadfiles.reading import read
from hileads.leads.models import Appointment, Invitation, InvitationState, LeadImport, User
from hileads.leads.policies.leadimports import refuse_other_than_seen, refuse_without_content
from hileads.leads.queries.leadimports import plan_leads
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

BATCH = 500
KEPT_FOR = timedelta(days=30)
ONE_IMPORT_AT_A_TIME = 20_260_402
"""The number of the database's advisory lock that an import of leads holds until it has committed."""

FACTS = ["post_title", "from_date", "is_interim", "is_job_share"]


@transaction.atomic
def keep_lead_file(*, by: User, file_name: str, content: bytes) -> LeadImport:
    """Keep a spreadsheet as it came. The same one handed in again is the same one.

    Raises UnreadableError if it cannot be read; then nothing is kept.
    """
    check(by, P.LEAD_IMPORT)
    read(content)
    sha256 = hashlib.sha256(content).hexdigest()
    known = LeadImport.objects.filter(sha256=sha256, content__isnull=False).first()
    if known:
        return known
    with pghistory.context(user=by.pk):
        return LeadImport.objects.create(
            file_name=file_name[-200:], sha256=sha256, content=content, uploaded_at=now(), uploaded_by=by
        )


@transaction.atomic
def apply_lead_import(*, by: User, lead_import: LeadImport, seen: str | None = None) -> Plan:
    """Do what a spreadsheet asks for, row by row, and return what was done. Rows to be mended are passed over.

    `seen` is the mark of what was looked at: anything else is refused. Nobody is written to: the invitations are
    sent separately. Said twice, the second time changes nothing.
    """
    check(by, P.LEAD_IMPORT, on=lead_import)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_IMPORT_AT_A_TIME])
    refuse_without_content(lead_import)
    plan = plan_leads(read(bytes(lead_import.content or b"")), today())
    if seen is not None:
        refuse_other_than_seen(seen, plan.fingerprint)
    try:
        with transaction.atomic(), pghistory.context(user=by.pk, file=lead_import.file_name):
            _end(by, plan.changes)
            _change(plan.changes)
            _begin(by, plan.changes)
            lead_import.applied_at, lead_import.applied_by, lead_import.counts = now(), by, plan.counts()
            lead_import.save(update_fields=["applied_at", "applied_by", "counts"])
    except IntegrityError as error:
        raise NotNow(
            "Two of these changes cannot stand together, such as a first day after somebody has begun to act for that "
            "person. Nothing was changed. Take out rows that change a first day, and record those by hand."
        ) from error
    return plan


@transaction.atomic
def dispose_lead_files(*, by: User, moment: datetime) -> int:
    """Let go of the spreadsheets that were handed in more than a month ago, and return how many.

    That they were handed in, by whom, and what they changed stays.
    """
    old = LeadImport.objects.filter(content__isnull=False, uploaded_at__lt=moment - KEPT_FOR)
    with pghistory.context(user=by.pk):
        return old.update(content=None)


@transaction.atomic
def erase_from_lead_files(*, by: User, person: User) -> int:
    """Let go of the spreadsheets that name a person's address, and return how many."""
    kept = LeadImport.objects.filter(content__isnull=False)
    naming = [one.pk for one in kept if _names(one, person.email)]
    with pghistory.context(user=by.pk):
        return LeadImport.objects.filter(pk__in=naming).update(content=None)


def _names(lead_import: LeadImport, email: str) -> bool:
    return any(row.text("email").lower() == email for row in read(bytes(lead_import.content or b"")))


def _end(by: User, lines: Sequence[Line]) -> None:
    """Record the last days of those who leave or move, and take back invitations that nobody needs any more."""
    for line in lines:
        if isinstance(line.leaving, Appointment):
            last_day = (line.start or today()) - timedelta(days=1)
            end_appointment(by=by, appointment=line.leaving, last_day=last_day)
        elif line.leaving:
            withdraw_invitation(by=by, invitation=line.leaving)
        elif line.outcome == Outcome.LEAVER and line.post:
            end_appointment(by=by, appointment=line.post, last_day=line.values["to_date"])
        elif line.outcome == Outcome.LEAVER and line.invitation:
            withdraw_invitation(by=by, invitation=line.invitation)


def _change(lines: Sequence[Line]) -> None:
    """Change what the register holds otherwise."""
    changed = [line for line in lines if line.values and line.outcome != Outcome.LEAVER]
    for line in changed:
        for name, value in line.values.items():
            setattr(line.post or line.invitation, name, value)
    posts = [line.post for line in changed if line.post]
    invitations = [line.invitation for line in changed if line.invitation and not line.post]
    Appointment.objects.bulk_update(posts, FACTS, batch_size=BATCH)
    Invitation.objects.bulk_update(invitations, ["name", *FACTS], batch_size=BATCH)


def _begin(by: User, lines: Sequence[Line]) -> None:
    """Invite who is new; appoint who moves and is known here already."""
    begun = [
        line
        for line in lines
        if line.outcome in (Outcome.NEW, Outcome.MOVE) and not (line.post or line.invitation)
    ]
    invited = [
        Invitation(
            email=line.email,
            name=line.name,
            state=InvitationState.READY,
            nominated_by=by,
            nominated_at=now(),
            confirmed_by=by,
            **_facts(line),
        )
        for line in begun
        if not isinstance(line.leaving, Appointment)
    ]
    for line in begun:
        if isinstance(line.leaving, Appointment):
            appoint_person(by=by, person=line.leaving.user, **_facts(line))
    Invitation.objects.bulk_create(invited, batch_size=BATCH)


def _facts(line: Line) -> dict[str, Any]:
    wanted = line.wanted
    return {
        "organisation": line.organisation,
        "role": wanted.role if wanted else "",
        "post_title": wanted.post_title if wanted else "",
        "from_date": line.start,
        "is_interim": bool(wanted and wanted.is_interim),
        "is_job_share": bool(wanted and wanted.is_job_share),
    }
