"""What somebody in a role meets: menu, home and buttons, by the same questions that their own pages ask."""

from collections.abc import Callable
from dataclasses import dataclass

from hileads.clock import today
from hileads.contributions import WorkLine, account_menu, navigation
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import REASONS, P
from hileads.permissions.checks import can
from hileads.permissions.rights import live_appointments
from hileads.work import lines_for

BUTTONS: tuple[tuple[str, str, P], ...] = (
    ("Our plan", "Read the plan", P.PLAN_VIEW),
    ("Our plan", "Add, change and close actions, cite evidence, try things out", P.PLAN_EDIT),
    ("Our measures", "Keep measures of our own, and say in words what has no figure", P.LOCAL_MEASURE_EDIT),
    ("Board view", "Read what the board watches", P.BOARD_VIEW),
    ("Board view", "Settle what the board watches", P.BOARD_EDIT),
    ("Board view", "Ask somebody for a figure", P.FIGURE_ASK),
    ("Board report", "Read the report while it is prepared", P.REPORT_VIEW),
    ("Board report", "Open a report, fill the front sheet, write the words", P.REPORT_EDIT),
    ("Board report", "Freeze the report", P.REPORT_FREEZE),
    ("Board report", "Sign the report", P.REPORT_SIGN),
    ("Board report", "Export the report", P.REPORT_EXPORT),
    ("People of the organisation", "Nominate somebody for a post", P.NOMINATION_ADD),
    ("People of the organisation", "Confirm a nomination", P.NOMINATION_CONFIRM),
    ("People of the organisation", "Record the last day of a post", P.APPOINTMENT_EDIT),
    ("Learning sets", "Begin a learning set", P.SET_ADD),
    ("The whole country or region", "See which organisations have a lead", P.COVERAGE_VIEW),
    ("Content", "Write and change drafts", P.CONTENT_EDIT),
    ("Content", "Publish what somebody else has written", P.CONTENT_PUBLISH),
    ("Keeping the portal", "Read the history of changes", P.HISTORY_VIEW),
    ("Keeping the portal", "Answer corrections", P.CORRECTION_ANSWER),
)
"""Where a button stands, what it says, and the permission that opens it."""


@dataclass(frozen=True)
class Button:
    """A button on pages about the sample trust: theirs, or the reason that they would be told."""

    place: str
    words: str
    is_theirs: bool
    reason: str


@dataclass(frozen=True)
class RoleLook:
    """What somebody in a role meets."""

    person: str
    place: str
    menu: tuple[str, ...]
    account_menu: tuple[str, ...]
    lines: tuple[WorkLine, ...]
    buttons: tuple[Button, ...]


def looked_at_by(person: User, trust: Organisation, tell: Callable[[], None]) -> RoleLook:
    """Return what this person meets once the samples are told.

    Somebody with a national post is not shown what waits for real people: only what the samples brought.
    """
    post = live_appointments(person)[0]
    known = {line.key for line in lines_for(person, today())} if post.organisation is None else set()
    tell()
    return RoleLook(
        person=person.name,
        place=post.organisation.name if post.organisation else "nationally",
        menu=tuple(item.label for item in navigation.all()),
        account_menu=tuple(item.label for item in account_menu.all() if item.visible(person)),
        lines=tuple(line for line in lines_for(person, today()) if line.key not in known),
        buttons=tuple(_button(person, trust, *row) for row in BUTTONS),
    )


def _button(person: User, trust: Organisation, place: str, words: str, permission: P) -> Button:
    theirs = can(person, permission, on=trust)
    return Button(place, words, theirs, "" if theirs else REASONS[permission])
