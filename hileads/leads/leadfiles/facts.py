"""What the register knows of the people and places that a spreadsheet names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from hileads.leads.models import OPEN_INVITATIONS, Appointment, Invitation, InvitationState, Role, User
from hileads.organisations.models import Organisation

Key = tuple[str, Role, str]


@dataclass(frozen=True)
class Facts:
    """Everything a plan is made from, read in a constant number of questions."""

    day: date
    organisations: dict[str, Organisation]
    people: dict[str, User]
    posts: dict[Key, list[Appointment]]
    invitations: dict[Key, list[Invitation]]
    names: dict[Role, str] = field(default_factory=dict)

    def post(self, key: Key) -> Appointment | None:
        """Return the post that this person holds there or will hold."""
        return next((row for row in self.posts.get(key, []) if not self.is_over(row)), None)

    def ended_post(self, key: Key) -> Appointment | None:
        """Return the last post that this person held there and has left."""
        return next((row for row in self.posts.get(key, []) if self.is_over(row)), None)

    def invitation(self, key: Key) -> Invitation | None:
        """Return the invitation that waits to be sent or answered."""
        return next((row for row in self.invitations.get(key, []) if row.state in OPEN_INVITATIONS), None)

    def said_no(self, key: Key) -> bool:
        """Say whether the last thing this person answered to an invitation to this post was no."""
        last = next(iter(self.invitations.get(key, [])), None)
        return last is not None and last.state == InvitationState.DECLINED

    def is_over(self, post: Appointment) -> bool:
        return post.to_date is not None and post.to_date < self.day


def facts_from(
    *,
    day: date,
    organisations: Iterable[Organisation],
    people: Iterable[User],
    posts: Iterable[Appointment],
    invitations: Iterable[Invitation],
    names: dict[Role, str],
) -> Facts:
    """Sort what was read by what it is asked for: posts and invitations the newest first."""
    sorted_posts: dict[Key, list[Appointment]] = {}
    for post in sorted(posts, key=lambda row: (row.from_date, row.pk), reverse=True):
        if post.organisation:
            key = (post.user.email, Role(post.role), post.organisation.code)
            sorted_posts.setdefault(key, []).append(post)
    sorted_invitations: dict[Key, list[Invitation]] = {}
    for row in sorted(invitations, key=lambda one: (one.nominated_at, one.pk), reverse=True):
        if row.organisation is not None:
            sorted_invitations.setdefault((row.email, Role(row.role), row.organisation.code), []).append(row)
    return Facts(
        day=day,
        organisations={row.code: row for row in organisations},
        people={row.email: row for row in people},
        posts=sorted_posts,
        invitations=sorted_invitations,
        names=names,
    )
