"""What the first page, the search and the health page show."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from django.core.cache import cache as redis
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory, NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from redis.exceptions import RedisError

from hileads.contributions import Consequence, SearchHit, WorkLine, search_sources
from hileads.leads.models import Appointment, Role, User
from hileads.leads.queries import board_secretary_of, roles_at
from hileads.notifications.queries import is_alive, late_since
from hileads.organisations.models import Organisation
from hileads.work import lines_for

LINES_SHOWN = 7
FIRST_VISIT_DAYS = 90
LOOKING_AHEAD = timedelta(days=7)
LEADS = (Role.EXECUTIVE_LEAD, Role.DEPUTY)


@dataclass(frozen=True)
class Newcomer:
    """What the first visit says to a new lead: as whom, who keeps their board's papers, and until when that is all."""

    appointment: Appointment
    secretary: User | None
    free_until: date


@dataclass(frozen=True)
class Week:
    """What needs a person: the first lines, how many more there are, and the first visit's page instead."""

    lines: list[WorkLine]
    more: int
    newcomer: Newcomer | None


@dataclass(frozen=True)
class Found:
    """What one room found for the site search."""

    heading: str
    hits: list[SearchHit]


@dataclass(frozen=True)
class Health:
    """Whether the parts that pages need answer, and whether messages leave on time and what recurs lives."""

    database: bool
    redis: bool
    migrations: bool
    messages: bool
    heartbeat: bool

    @property
    def ready(self) -> bool:
        """Whether pages can be served. Late messages and a silent scheduler are told, but stop no page."""
        return self.database and self.redis and self.migrations


def week_of(user: User, organisation: Organisation | None, day: date, *, everything: bool = False) -> Week:
    """Return what needs this person on `day`, at most seven lines unless they ask for everything."""
    lines = lines_for(user, day)
    newcomer = _newcomer(user, organisation, lines, day)
    shown = lines if everything else lines[:LINES_SHOWN]
    return Week(shown, len(lines) - len(shown), newcomer)


def search_everywhere(user: User, words: str) -> list[Found]:
    """Return what each room finds for these words, rooms in their order, empty ones left out."""
    if not words.strip():
        return []
    found = [Found(source.heading, list(source.find(user, words))) for source in search_sources.all()]
    return [one for one in found if one.hits]


def health_at(moment: datetime) -> Health:
    """Return how the parts that pages need are doing."""
    database = _answers(_ask_database)
    return Health(
        database=database,
        redis=_answers(_ask_redis),
        migrations=database and _answers(_ask_migrations),
        messages=database and not late_since(moment),
        heartbeat=database and is_alive(moment),
    )


def _newcomer(
    user: User, organisation: Organisation | None, lines: Iterable[WorkLine], day: date
) -> Newcomer | None:
    if organisation is None or any(_needs_them_now(line) for line in lines):
        return None
    began = day - timedelta(days=FIRST_VISIT_DAYS)
    posts = [row for row in roles_at(user, organisation) if row.role in LEADS and row.from_date >= began]
    if not posts:
        return None
    return Newcomer(posts[0], board_secretary_of(organisation, day), day + LOOKING_AHEAD)


def _needs_them_now(line: WorkLine) -> bool:
    return line.consequence != Consequence.CHANCE and not line.is_beginning


def _answers(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (DatabaseError, RedisError, NotMigratedError):
        return False
    return True


class NotMigratedError(Exception):
    """The database's tables are not those that the program was written for."""


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_redis() -> None:
    redis.get("health")


@cache
def _ask_migrations() -> None:
    """Look once: a refusal is an error and so not remembered, a yes holds for as long as the process lives."""
    try:
        executor = MigrationExecutor(connection)
        executor.loader.check_consistent_history(connection)
    except (NodeNotFoundError, InconsistentMigrationHistory) as problem:
        raise NotMigratedError from problem
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotMigratedError
