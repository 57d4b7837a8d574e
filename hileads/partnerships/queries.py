"""Who sits where in a system, which seats nobody holds, and where nobody speaks for health inequalities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Lower

from hileads.leads.models import Appointment, User
from hileads.organisations.models import Kind, Organisation
from hileads.partnerships.models import EXPECTED, Committee, CommitteeKind, Seat, SeatHolder
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope


@dataclass(frozen=True)
class SeatLine:
    """A seat, who sits there or will, and since when nobody does. People without any live post do not count."""

    seat: Seat
    holders: Sequence[SeatHolder]
    vacant_since: date | None


@dataclass(frozen=True)
class CommitteeLine:
    """A committee or partnership with its seats."""

    committee: Committee
    seats: Sequence[SeatLine]

    @property
    def speaks_for_inequalities(self) -> bool:
        return any(line.seat.is_on_inequalities and line.vacant_since is None for line in self.seats)


@dataclass(frozen=True)
class System:
    """A system's committees, and the expected kinds of committee in which nobody speaks for health inequalities."""

    icb: Organisation
    committees: Sequence[CommitteeLine]
    gaps: Sequence[str]


def system_of(icb: Organisation, day: date) -> System:
    """Return the committees of one integrated care board, by name, as they are on `day`."""
    rows = _with_seats(Committee.objects.filter(icb=icb), day)
    return _system(icb, [_committee_line(row, day) for row in rows], day)


def systems(user: User, day: date) -> list[System]:
    """Return every open integrated care board in this person's reach, alphabetically. Nothing here is ranked."""
    icbs = scope(Organisation.objects.open_on(day).of_kind(Kind.ICB), user, P.COVERAGE_VIEW)
    found: dict[int, list[CommitteeLine]] = {}
    for row in _with_seats(Committee.objects.filter(icb__in=icbs), day):
        found.setdefault(row.icb_id, []).append(_committee_line(row, day))
    return [_system(icb, found.get(icb.pk, []), day) for icb in icbs.order_by(Lower("name"), "code")]


def seats_of(user: User, day: date) -> QuerySet[SeatHolder]:
    """Return the seats that a person holds or deputises for on `day`, by the committee's name."""
    rows = SeatHolder.objects.on(day).filter(user=user).select_related("seat__committee__icb")
    return rows.order_by(Lower("seat__committee__name"), "pk")


def candidates(icb: Organisation, day: date) -> list[Appointment]:
    """Return who could sit in a committee of this system: each person in post at the board, within it or at a partner."""
    inside, partners = Organisation.objects.within(icb, day), Organisation.objects.working_in(icb, day)
    rows = Appointment.objects.live(day).filter(
        Q(organisation=icb) | Q(organisation__in=inside) | Q(organisation__in=partners)
    )
    ordered = rows.select_related("user", "organisation").order_by(
        Lower("user__name"), "user", "from_date", "pk"
    )
    each: dict[int, Appointment] = {}
    for row in ordered:
        each.setdefault(row.user_id, row)
    return list(each.values())


def begun_last(rows: Iterable[Committee | Seat | SeatHolder], day: date) -> date:
    """Return when the last of what is not over on `day` began."""
    return max(row.from_date for row in rows if row.to_date is None or row.to_date >= day)


def _with_seats(committees: QuerySet[Committee], day: date) -> QuerySet[Committee]:
    posts = Appointment.objects.live(day).filter(user=OuterRef("user"))
    holders = SeatHolder.objects.select_related("user").annotate(in_post=Exists(posts))
    seats = Seat.objects.exclude(to_date__lt=day).order_by("from_date", "pk")
    return (
        committees.exclude(to_date__lt=day)
        .prefetch_related(
            Prefetch("seats", seats, to_attr="seats_now"),
            Prefetch("seats_now__holders", holders.order_by("is_deputy", "from_date", "pk"), to_attr="sat"),
        )
        .order_by(Lower("name"), "pk")
    )


def _committee_line(committee: Committee, day: date) -> CommitteeLine:
    seats: list[Seat] = committee.seats_now  # type: ignore[attr-defined]  # _with_seats
    return CommitteeLine(committee, [_seat_line(seat, day) for seat in seats])


def _seat_line(seat: Seat, day: date) -> SeatLine:
    sat: list[SeatHolder] = seat.sat  # type: ignore[attr-defined]  # _with_seats
    there = [row for row in sat if row.holds_on(day) and row.in_post]  # type: ignore[attr-defined]  # _with_seats
    left = [row.day_after for row in sat if not row.is_deputy and row.day_after and row.day_after <= day]
    return SeatLine(
        seat=seat,
        holders=[row for row in sat if row.to_date is None or row.to_date >= day],
        vacant_since=None if any(not row.is_deputy for row in there) else max(left, default=seat.from_date),
    )


def _system(icb: Organisation, committees: Sequence[CommitteeLine], day: date) -> System:
    spoken_for = {line.committee.kind for line in committees if line.speaks_for_inequalities}
    gaps = [str(CommitteeKind(kind).label) for kind in EXPECTED if kind not in spoken_for]
    return System(icb, committees, gaps)
