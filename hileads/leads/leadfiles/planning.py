"""A whole spreadsheet against the register: what importing it would do, row by row, without doing it."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hileads.leads.leadfiles.facts import Facts, Key
from hileads.leads.leadfiles.judging import File, judge
from hileads.leads.leadfiles.lines import TO_MEND, Line, Outcome
from hileads.leads.leadfiles.rows import Wanted, same_name, understood
from hileads.leads.models import OPEN_INVITATIONS, Appointment, Invitation, Role
from hileads.spreadsheets.layout import RawRow
from hileads.wording import long_date


@dataclass(frozen=True)
class Plan:
    """Every row with what it comes to, in the order of the file."""

    lines: tuple[Line, ...]

    def of(self, *outcomes: Outcome) -> list[Line]:
        return [line for line in self.lines if line.outcome in outcomes]

    def counts(self) -> dict[str, int]:
        """Return how many rows come to what, every outcome named."""
        found = Counter(line.outcome for line in self.lines)
        return {outcome.value: found[outcome] for outcome in Outcome}

    @property
    def to_mend(self) -> list[Line]:
        return self.of(*TO_MEND)

    @property
    def changes(self) -> list[Line]:
        return [line for line in self.lines if line.changes]

    @property
    def fingerprint(self) -> str:
        """Return a mark that is the same as long as the same things would be done."""
        told = "\n".join(f"{line.number} {line.outcome} {line.says}" for line in self.changes)
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class _Span:
    """A time in which somebody is the sole executive lead of an organisation, or is asked to be."""

    who: str
    email: str
    from_date: date
    to_date: date | None
    source: object
    row: int = 0

    def meets(self, other: "_Span") -> bool:
        ends_before = self.to_date is not None and self.to_date < other.from_date
        begins_after = other.to_date is not None and other.to_date < self.from_date
        return not ends_before and not begins_after


def plan(rows: Sequence[RawRow], facts: Facts) -> Plan:
    """Return what importing these rows would do now."""
    roles = {
        name.casefold(): role
        for role in Role
        for name in (role.value, role.value.replace("_", " "), role.label, facts.names[role])
    }
    read = [(row, *understood(row, roles)) for row in rows]
    asked = [wanted for _, wanted, _ in read if wanted]
    file = File(_first_of_each(asked))
    names = _names_of_each(asked)
    lines = []
    for row, wanted, faults in read:
        if wanted is None:
            lines.append(_unread(row, faults))
            continue
        line = judge(wanted, facts, file)
        wrong = _wrong_beside_others(wanted, file, names)
        lines.append(line.put_off(wrong, outcome=Outcome.REJECTED) if wrong else line)
    return Plan(tuple(_without_second_leads(lines, facts)))


def _unread(row: RawRow, faults: tuple[str, ...]) -> Line:
    return Line(
        number=row.number,
        name=row.text("name"),
        email=row.text("email"),
        place=row.text("code"),
        role=row.text("role"),
        outcome=Outcome.REJECTED,
        says=faults,
    )


def _first_of_each(asked: Sequence[Wanted]) -> dict[Key, Wanted]:
    found: dict[Key, Wanted] = {}
    for wanted in asked:
        found.setdefault(wanted.key, wanted)
    return found


def _names_of_each(asked: Sequence[Wanted]) -> dict[str, list[Wanted]]:
    found: dict[str, list[Wanted]] = {}
    for wanted in asked:
        found.setdefault(wanted.email, []).append(wanted)
    return found


def _wrong_beside_others(wanted: Wanted, file: File, names: dict[str, list[Wanted]]) -> str:
    """Return what is wrong with a row because of another one, or ""."""
    first = file.rows[wanted.key]
    if first.number != wanted.number:
        return f"Row {first.number} speaks of the same post. Keep one of the two."
    other = next((row for row in names[wanted.email] if not same_name(row.name, wanted.name)), None)
    if other:
        return f"Row {other.number} gives the same address to {other.name}. An address is one person’s alone."
    return ""


def _without_second_leads(lines: list[Line], facts: Facts) -> list[Line]:
    """Put off the rows that would give an organisation two sole executive leads at one time.

    A row that is put off frees nobody's place, so what is left is looked at again until nothing changes.
    """
    while True:
        spans = _spans(lines, facts)
        second = {line.number: _second_lead(line, spans) for line in lines if _makes_a_lead(line)}
        if not any(second.values()):
            return lines
        lines = [line.put_off(second[line.number]) if second.get(line.number) else line for line in lines]


def _makes_a_lead(line: Line) -> bool:
    begins = line.outcome in (Outcome.NEW, Outcome.MOVE) or {"from_date", "is_job_share"} & line.values.keys()
    return line.changes and bool(begins) and line.is_sole_lead


def _second_lead(line: Line, spans: dict[str, list[_Span]]) -> str:
    here = spans[line.wanted.code] if line.wanted else []
    mine = next(span for span in here if span.row == line.number)
    other = next((span for span in here if span is not mine and span.meets(mine)), None)
    if other is None:
        return ""
    if other.row and not isinstance(other.source, Appointment):
        return (
            f"Row {other.row} makes {other.who} the executive lead here at the same time. "
            "Give one of them a last day, or write yes in “Job share” for both."
        )
    until = f" until {long_date(other.to_date)}" if other.to_date else ""
    is_lead = "is" if isinstance(other.source, Appointment) else "is invited as"
    return (
        f"{other.who} ({other.email}) {is_lead} the executive lead here from {long_date(other.from_date)}{until}. "
        "Add a row with their last day, or write yes in “Job share” for both."
    )


def _spans(lines: Sequence[Line], facts: Facts) -> dict[str, list[_Span]]:
    """Return, by organisation, who would be its sole executive lead when."""
    touched = {id(line.post or line.invitation): line for line in lines if line.post or line.invitation}
    left = {id(line.leaving): line for line in lines if line.leaving and line.changes}
    spans: dict[str, list[_Span]] = {}
    for key, span in (*_held(facts, touched, left), *_begun(lines)):
        spans.setdefault(key, []).append(span)
    return spans


def _held(facts: Facts, touched: dict[int, Line], left: dict[int, Line]) -> list[tuple[str, _Span]]:
    """Return the times of the posts and invitations that the register holds, as the file would change them."""
    rows: list[Appointment | Invitation] = [row for group in facts.posts.values() for row in group]
    for group in facts.invitations.values():
        rows += [row for row in group if row.state in OPEN_INVITATIONS]
    found = []
    for row in rows:
        line, leaver = touched.get(id(row)), left.get(id(row))
        values = line.values if line else {}
        withdrawn = isinstance(row, Invitation) and (leaver or (line and line.outcome == Outcome.LEAVER))
        shared = values.get("is_job_share", row.is_job_share)
        if row.role != Role.EXECUTIVE_LEAD or shared or withdrawn or row.organisation is None:
            continue
        span = _span_of(row, values, line.number if line else 0)
        if leaver and leaver.start:
            span = replace(span, to_date=leaver.start - timedelta(days=1))
        found.append((row.organisation.code, span))
    return found


def _span_of(row: Appointment | Invitation, values: dict[str, Any], number: int) -> _Span:
    begins = values.get("from_date", row.from_date)
    if isinstance(row, Invitation):
        return _Span(row.name, row.email, begins, None, row, number)
    return _Span(row.user.name, row.user.email, begins, values.get("to_date", row.to_date), row, number)


def _begun(lines: Sequence[Line]) -> list[tuple[str, _Span]]:
    return [
        (line.wanted.code, _Span(line.name, line.email, line.start, None, line, line.number))
        for line in lines
        if line.changes
        and line.wanted
        and line.start
        and not (line.post or line.invitation)
        and line.is_sole_lead
    ]
