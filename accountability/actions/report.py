"""Everything that is written about an assurance report: opened, edited, frozen, signed, exported."""

import hashlib
from datetime import date
from typing import Any

from django.db import transaction

from accountability.emails import signing_asked
from accountability.exports import pdf, spreadsheet, word
from accountability.exports.document import SCHEMA_VERSION, canonical_text, fingerprint, read
from accountability.models import Export, FrontSheet, Report, ReportState, Signature, Snapshot
from accountability.policies.report import (
    CLEAR_DAYS_FOR_PAPERS,
    SIGNING,
    ensure_complete,
    ensure_editable,
    ensure_exportable,
    ensure_sensible_period,
    next_state,
)
from accountability.queries.report import report_document
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check, users_who_can
from hileads.permissions.rights import live_appointments
from hileads.working_days import clear_working_days_before

RENDERERS = {
    Export.Format.PDF: pdf.render,
    Export.Format.WORD: word.render,
    Export.Format.SPREADSHEET: spreadsheet.render,
}


@transaction.atomic
def open_report(
    *, by: User, organisation: Organisation, from_date: date, to_date: date, meeting_date: date
) -> Report:
    """Start the report of a period. Papers are due seven clear working days before the board meets."""
    check(by, P.REPORT_EDIT, on=organisation)
    refuse_closed(organisation, today())
    ensure_sensible_period(from_date, to_date, meeting_date)
    report, created = Report.objects.get_or_create(
        organisation=organisation,
        to_date=to_date,
        defaults={
            "from_date": from_date,
            "meeting_date": meeting_date,
            "paper_deadline_date": clear_working_days_before(meeting_date, CLEAR_DAYS_FOR_PAPERS),
            "created_at": now(),
        },
    )
    if created:
        FrontSheet.objects.create(report=report)
    return report


@transaction.atomic
def edit_front_sheet(*, by: User, report: Report, **fields: str) -> FrontSheet:
    """Write what the board is asked to do, and what to alert it to, advise it of and assure it about."""
    check(by, P.REPORT_EDIT, on=report)
    report = _locked(report)
    ensure_editable(report)
    FrontSheet.objects.filter(report=report).update(**fields)
    return FrontSheet.objects.get(report=report)


@transaction.atomic
def edit_narrative(*, by: User, report: Report, narrative: str, learning: str, next_steps: str) -> Report:
    """Write the report's own words."""
    check(by, P.REPORT_EDIT, on=report)
    report = _locked(report)
    ensure_editable(report)
    report.narrative, report.learning, report.next_steps = narrative, learning, next_steps
    report.save(update_fields=["narrative", "learning", "next_steps"])
    return report


@transaction.atomic
def freeze_report(*, by: User, report: Report) -> Snapshot:
    """Freeze the report as it stands: one canonical document, only with figures that were published by today.

    Whoever may sign it is asked to.
    """
    check(by, P.REPORT_FREEZE, on=report)
    report = _locked(report)
    state = next_state(report, "freeze")
    ensure_complete(report, report.front_sheet)
    text = canonical_text(report_document(report, on=today()))
    snapshot = Snapshot.objects.create(
        report=report,
        schema_version=SCHEMA_VERSION,
        document=text,
        sha256=fingerprint(text),
        frozen_at=now(),
        frozen_by=by,
    )
    report.state = state
    report.save(update_fields=["state"])
    _ask_to_sign(by, report)
    return snapshot


@transaction.atomic
def sign_report(*, by: User, report: Report) -> Signature:
    """Put the lead's name under the frozen report."""
    check(by, P.REPORT_SIGN, on=report)
    report = _locked(report)
    state = next_state(report, "sign")
    signature = Signature.objects.create(
        snapshot=report.snapshot,
        signed_by=by,
        signed_at=now(),
        signed_name=by.name,
        signed_as=_signed_as(by, report),
    )
    report.state = state
    report.save(update_fields=["state"])
    return signature


@transaction.atomic
def export_report(*, by: User, report: Report, file_format: Export.Format) -> bytes:
    """Return the frozen report as a file, and keep who exported what."""
    check(by, P.REPORT_EXPORT, on=report)
    report = Report.objects.select_related("snapshot").get(pk=report.pk)
    ensure_exportable(report)
    snapshot = report.snapshot
    content = RENDERERS[file_format](read(snapshot.document, snapshot.sha256))
    Export.objects.create(
        snapshot=snapshot,
        format=file_format,
        sha256=hashlib.sha256(content).hexdigest(),
        exported_by=by,
        exported_at=now(),
    )
    return content


def _locked(report: Report) -> Report:
    """Return the report to change, and nobody else's meanwhile. A closed organisation's reports never change."""
    locked = Report.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=report.pk)
    refuse_closed(locked.organisation, today())
    return locked


def _ask_to_sign(by: User, report: Report) -> None:
    words = signing_asked(report)
    for person in users_who_can(P.REPORT_SIGN, on=report).exclude(pk=by.pk):
        post_message(
            by=by,
            kind=SIGNING,
            stream=Stream.OBLIGATIONS,
            recipient=person,
            meaning_key=f"{SIGNING}:{report.public_id}:{person.pk}",
            subject=words.subject,
            template=words.template,
            context=words.context,
            reference=report.reference(ReportState.FROZEN),
        )


def _signed_as(by: User, report: Report) -> str:
    posts: list[Any] = [row for row in live_appointments(by) if row.organisation_id == report.organisation_id]
    return ", ".join(row.post_title or row.get_role_display() for row in posts) or by.name
