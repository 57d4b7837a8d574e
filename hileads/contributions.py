"""What the rooms add to the ground floor's pages, registered as data from each room's `contributions.py`.

The kinds are typed here; the ground floor never imports a room. `hileads.home.apps` finds the modules.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Protocol

from hileads.clock import UK
from hileads.offsets import Offset
from hileads.registry import Registry

if TYPE_CHECKING:
    from hileads.leads.models import Appointment, User
    from hileads.organisations.models import Organisation


@dataclass(frozen=True)
class NavigationItem:
    """A place in the main navigation. `section` is what pages name to be marked as current."""

    label: str
    url_name: str
    section: str
    order: int


@dataclass(frozen=True)
class AccountItem:
    """A link in the account menu, shown to people for whom `visible` holds."""

    label: str
    url_name: str
    visible: Callable[["User"], bool]
    order: int


class Consequence(IntEnum):
    """The order of "This week", most consequential first. Ties go by date, then by text."""

    SOMEONE_WAITS = 1
    BOARD_DEADLINE = 2
    OVERDUE = 3
    DUE_SOON = 4
    CHANCE = 5


@dataclass(frozen=True)
class WorkLine:
    """One thing that needs a person, as "This week" and the weekly digest show it.

    `text` must hold no confidential words. `key` names the thing, so that it is never shown twice. With
    `is_meeting` the date is when something takes place: it orders the lines, and is not called due. With
    `is_beginning` it is where a newcomer begins: it comes before everything else, and the first visit stays what it is.
    A line with an `area` (of `hileads.leads.models.Area`) goes to whoever acts for this person in it, who sees
    `acting_for`. `stream` (of `hileads.notifications.models.Stream`) says by which choice of theirs it comes by mail.
    """

    key: str
    consequence: Consequence
    text: str
    url: str
    verb: str
    due_date: date | None = None
    organisation_name: str = ""
    is_meeting: bool = False
    area: str = ""
    acting_for: str = ""
    is_beginning: bool = False
    stream: str = "digest"


Lines = Iterable[tuple["User", WorkLine]]


@dataclass(frozen=True)
class Work:
    """A room's lines: `lines(people, today)` gives each with whose it is.

    As many queries for a thousand people or lines as for one. The people's rights have been read (`read_rights`).
    """

    lines: Callable[[Sequence["User"], date], Lines]
    order: int = 0


def one_by_one(
    lines: Callable[["User", date], Iterable[WorkLine]],
) -> Callable[[Sequence["User"], date], Lines]:
    """Make a room's lines of those for one person, where these ask nothing but for the few who hold a national right."""

    def of_each(people: Sequence["User"], day: date) -> Lines:
        return ((person, line) for person in people for line in lines(person, day))

    return of_each


@dataclass(frozen=True)
class Panel:
    """A piece of another page: `context(user, subject)` returns the template's values, or None to stay away."""

    slot: str
    template: str
    context: Callable[["User", Any], Mapping[str, Any] | None]
    order: int = 0


@dataclass(frozen=True)
class Resolved:
    """What a stored reference points to, as far as this person may see it."""

    title: str
    url: str
    kind_label: str


class Resolver(Protocol):
    """Answer a stored reference of one kind. Returns None when it does not exist or is not visible."""

    def __call__(self, user: "User", public_id: str, revision: str) -> Resolved | None: ...


@dataclass(frozen=True)
class Occasion:
    """Something that people are reminded of: when it is, and since when they have known it like this.

    `key` names the thing at its present version, so that what has moved is a new occasion. `people` are numbers of
    users. With an `area` (of `hileads.leads.models.Area`) at an organisation, whoever acts there for one of them is
    reminded instead. `about` is whatever the room's own words need.
    """

    key: str
    at: datetime
    since: datetime
    reference: str
    people: Iterable[int]
    about: Any = None
    area: str = ""
    organisation_id: int | None = None


@dataclass(frozen=True)
class Words:
    """What a reminder says: its subject line, its pair of templates, and what these need."""

    subject: str
    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True)
class ReminderSource:
    """Reminders of one kind: offsets from occasions that the room knows.

    `occasions(first, last)` returns those between two moments. `still_relevant(reference, recipient)` is asked before
    sending, and returns "" while the message should go, else the reason to leave it out. `stream` is one of
    `hileads.notifications.models.Stream`.
    """

    kind: str
    stream: str
    offsets: tuple[Offset, ...]
    occasions: Callable[[datetime, datetime], Iterable[Occasion]]
    words: Callable[[Occasion, Offset, "User"], Words]
    still_relevant: "Relevance"


Relevance = Callable[[str, "User"], str]
"""Asked of a message's reference and recipient before it leaves: "" while it should go, else why not."""


@dataclass
class LoadCounts:
    """What a loader did, in rows."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0


@dataclass(frozen=True)
class ReferenceLoader:
    """Shipped data or content of a room: `load()` is idempotent and says what it did, thing by thing."""

    order: int
    load: Callable[[], Mapping[str, LoadCounts]]


@dataclass
class DemoStage:
    """What the demo's chapters share: the day it is told on, its people by first name, and what chapters leave."""

    today: date
    people: dict[str, "User"] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def moment(self, *, days_ago: int, hour: int = 10) -> datetime:
        """Return a moment of the story, in United Kingdom time."""
        return datetime.combine(self.today - timedelta(days=days_ago), time(hour), tzinfo=UK)


@dataclass(frozen=True)
class DemoChapter:
    """A part of the demo's story, told with the product's own actions, in order of `order`."""

    order: int
    tell: Callable[[DemoStage], None]


@dataclass(frozen=True)
class SearchHit:
    """One result of the site search."""

    title: str
    url: str
    kind_label: str
    summary: str


@dataclass(frozen=True)
class SearchSource:
    """A room's results for the site search: `find(user, words)` returns at most ten hits, best first."""

    heading: str
    order: int
    find: Callable[["User", str], Iterable[SearchHit]]


@dataclass(frozen=True)
class HandoverItem:
    """One thing that whoever comes next should know of: what it is, where it is, and how it stands.

    `transfer` names it, by public_id, where the reader may give it to somebody.
    """

    text: str
    detail: str = ""
    url: str = ""
    transfer: str = ""


@dataclass(frozen=True)
class HandoverSection:
    """A part of the pack that a leaver hands over: `items(reader, post)`, as far as the reader may see them.

    `hint` says what the note to the successor could be about, `empty` what to say where there is no item. Nothing
    that one person keeps for themselves ever stands in a pack.
    """

    key: str
    title: str
    hint: str
    empty: str
    items: Callable[["User", "Appointment"], Iterable[HandoverItem]]
    order: int = 0


@dataclass(frozen=True)
class Transfer:
    """Things of one kind that change hands with a post, each by one action that tells it in the thing's own history.

    `held(person, organisation)` names what is this person's there, by public_id. `left_behind(day)` says who still
    holds something at an organisation where they have no post, as numbers (person, organisation). `give` moves one.
    """

    section: str
    held: Callable[["User", "Organisation"], Iterable[str]]
    left_behind: Callable[[date], Iterable[tuple[int, int]]]
    give: Callable[..., Any]


navigation: Registry[NavigationItem] = Registry("navigation")
account_menu: Registry[AccountItem] = Registry("account menu")
work: Registry[Work] = Registry("work")
panels: Registry[Panel] = Registry("panels")
resolvers: Registry[Resolver] = Registry("resolvers")
reminders: Registry[ReminderSource] = Registry("reminders")
relevance: Registry[Relevance] = Registry("relevance")
reference_loaders: Registry[ReferenceLoader] = Registry("reference loaders")
demo_chapters: Registry[DemoChapter] = Registry("demo chapters")
search_sources: Registry[SearchSource] = Registry("search sources")
handover_sections: Registry[HandoverSection] = Registry("hand-over sections")
transfers: Registry[Transfer] = Registry("transfers")


def panels_for(slot: str) -> list[Panel]:
    """Return the panels of one slot, in order."""
    return [panel for panel in panels.all() if panel.slot == slot]
