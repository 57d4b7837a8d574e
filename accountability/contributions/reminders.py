"""What the boardroom reminds people of by mail: actions that are due, and the dates of the board's reports."""

from accountability import emails
from accountability.policies.report import ABOUT_A_DRAFT, ABOUT_A_MEETING, ABOUT_A_PAPER, SIGNING
from accountability.queries.reminding import (
    actions_due,
    drafts_due,
    meetings_near,
    papers_due,
    why_not_draft,
    why_not_meeting,
    why_not_paper,
    why_not_remind_of_action,
    why_not_sign,
)
from accountability.queries.report_work import resolve_report
from hileads.contributions import Occasion, ReminderSource, Words, relevance, reminders, resolvers
from hileads.leads.models import User
from hileads.notifications.models import Stream
from hileads.offsets import ABOUT_A_DUE_DAY, Offset


def action_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say what is due."""
    return emails.action_due(occasion.about, offset)


def draft_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say that the draft is due."""
    return emails.draft_reminder(occasion.about)


def paper_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say that the papers are due, and what is to be done."""
    return emails.paper_reminder(occasion.about, offset)


def meeting_words(occasion: Occasion, offset: Offset, person: User) -> Words:
    """Say when the board meets."""
    return emails.meeting_reminder(occasion.about)


for source in (
    ReminderSource(
        "action-due", Stream.ACTIONS, ABOUT_A_DUE_DAY, actions_due, action_words, why_not_remind_of_action
    ),
    ReminderSource("report-draft", Stream.OBLIGATIONS, ABOUT_A_DRAFT, drafts_due, draft_words, why_not_draft),
    ReminderSource("report-paper", Stream.OBLIGATIONS, ABOUT_A_PAPER, papers_due, paper_words, why_not_paper),
    ReminderSource(
        "report-meeting", Stream.OBLIGATIONS, ABOUT_A_MEETING, meetings_near, meeting_words, why_not_meeting
    ),
):
    reminders.add(source.kind, source)
relevance.add(SIGNING, why_not_sign)
resolvers.add("accountability:report", resolve_report)
