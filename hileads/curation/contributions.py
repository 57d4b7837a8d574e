"""What curation adds to the pages of others: the way in, and what waits for those who review and write."""

from collections.abc import Iterable
from datetime import date

from hileads.contributions import AccountItem, Consequence, Work, WorkLine, account_menu, work
from hileads.curation.queries import Submission, came_back_to, waiting_for
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


def may_curate(user: User) -> bool:
    """Say whether the workshop is open to this person."""
    return can(user, P.CONTENT_EDIT)


def review_lines(user: User, today: date) -> Iterable[WorkLine]:
    """Return what waits for this person's review, and what came back to them."""
    if not may_curate(user):
        return []
    waiting = [_line(row, "Review the draft", "Review") for row in waiting_for(user) if row.is_mine_to_review]
    came_back = [_line(row, "Changes are asked for in your draft", "Change it") for row in came_back_to(user)]
    return waiting + came_back


def _line(row: Submission, text: str, verb: str) -> WorkLine:
    return WorkLine(
        key=f"curation:{row.key}",
        consequence=Consequence.SOMEONE_WAITS,
        text=f"{text}: {row.title}",
        url=row.address,
        verb=verb,
        due_date=None,
    )


account_menu.add("curate", AccountItem("Curate", "wagtailadmin_home", may_curate, 40))
work.add("curation", Work(review_lines, order=20))
