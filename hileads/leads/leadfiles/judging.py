"""One row against the register: new, an update, a move, a leaver, or something that nobody can decide but you."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hileads.leads.leadfiles.columns import KEEPS
from hileads.leads.leadfiles.facts import Facts, Key
from hileads.leads.leadfiles.lines import Line, Outcome
from hileads.leads.leadfiles.rows import Wanted, same_name
from hileads.leads.models import Appointment, Invitation
from hileads.leads.policies.appointments import PLACES
from hileads.organisations.models import Kind
from hileads.wording import long_date, lower_first

FIELDS = {"post_title": "Post", "from_date": "From", "is_interim": "Interim", "is_job_share": "Job share"}


@dataclass(frozen=True)
class File:
    """What the other rows of the file say: which posts stand in it, and which of them end."""

    rows: dict[Key, Wanted]

    def stays(self, key: Key) -> bool:
        return key in self.rows and self.rows[key].last_day is None

    def ends(self, key: Key) -> bool:
        return key in self.rows and self.rows[key].last_day is not None


def judge(wanted: Wanted, facts: Facts, file: File) -> Line:
    """Return what this row comes to, as far as one person's posts decide it."""
    organisation = facts.organisations.get(wanted.code)
    line = Line(
        number=wanted.number,
        name=wanted.name,
        email=wanted.email,
        place=organisation.name if organisation else wanted.code,
        role=facts.names[wanted.role],
        outcome=Outcome.UNCHANGED,
        wanted=wanted,
        organisation=organisation,
        post=facts.post(wanted.key),
        invitation=facts.invitation(wanted.key),
    )
    if organisation is None:
        return _rejected(line, f"No organisation in the register has the code {wanted.code}.")
    if Kind(organisation.kind) not in PLACES[wanted.role]:
        return _rejected(line, f"{line.role} cannot be held at {organisation.name}.")
    person = facts.people.get(wanted.email)
    if person and not same_name(person.name, wanted.name):
        return line.put_off(
            f"{wanted.email} is the address of {person.name}. An address is one person’s for ever: "
            "give the address of this person alone, or write the name as it stands."
        )
    if person and not person.is_active:
        return line.put_off(f"The account of {person.name} is closed.")
    if wanted.last_day:
        return _leaver(line, wanted, facts)
    return _moving(_staying(line, wanted, facts), wanted, facts, file)


def _staying(line: Line, wanted: Wanted, facts: Facts) -> Line:
    """Return what a row without a last day comes to at its own organisation."""
    ended = facts.ended_post(wanted.key)
    if line.post:
        values = _differences(line.post, wanted)
        if ended and ended.to_date and values.get("from_date", facts.day) <= ended.to_date:
            return line.put_off(f"{wanted.name} held this post before, until {long_date(ended.to_date)}.")
        return _updated(line, values)
    if line.invitation:
        values = _differences(line.invitation, wanted)
        if line.invitation.name != wanted.name:
            values["name"] = wanted.name
        return _updated(line, values)
    start = wanted.from_date or facts.day
    if line.organisation and not line.organisation.is_open_on(start):
        return _rejected(line, f"{line.organisation.name} is not open on {long_date(start)}.")
    if ended and (wanted.from_date is None or (ended.to_date and start <= ended.to_date)):
        return line.put_off(
            f"{wanted.name} left this post on {long_date(ended.to_date)}. "
            "If they come back, give a later day in “From”. If not, take the row out."
        )
    if facts.said_no(wanted.key):
        return line.put_off(
            f"{wanted.name} said no to an invitation to this post. "
            "If they are willing now, nominate them from the organisation’s page."
        )
    return replace(
        line,
        outcome=Outcome.NEW,
        says=(f"To be invited, from {long_date(start)}.",),
        wanted=replace(wanted, from_date=start),
    )


def _leaver(line: Line, wanted: Wanted, facts: Facts) -> Line:
    held = line.post or facts.ended_post(wanted.key)
    last_day = wanted.last_day or facts.day
    if held and held.to_date == last_day:
        return replace(line, post=held)
    if held and held.to_date and held.to_date < last_day:
        return line.put_off(f"This post already ends on {long_date(held.to_date)}.")
    if held and last_day < held.from_date:
        return line.put_off(f"This post began on {long_date(held.from_date)}; it cannot end before.")
    if held:
        said = f"Leaves on {long_date(last_day)}."
        return replace(line, outcome=Outcome.LEAVER, says=(said,), post=held, values={"to_date": last_day})
    if line.invitation:
        return replace(line, outcome=Outcome.LEAVER, says=("The invitation is taken back.",))
    if wanted.key in facts.invitations:
        return line
    return _rejected(
        line, "Nobody with this address holds this post. To invite them, leave “Last day” empty."
    )


def _moving(line: Line, wanted: Wanted, facts: Facts, file: File) -> Line:
    """Add what the row says, or fails to say, about the same role in another place."""
    if line.outcome in (Outcome.REJECTED, Outcome.CONFLICT):
        return line
    if wanted.leaves and wanted.leaves != KEEPS:
        return _leaving(line, wanted, facts, file)
    elsewhere = _held_elsewhere(wanted, facts, file)
    if line.outcome == Outcome.NEW and not wanted.leaves and elsewhere:
        name, code = elsewhere
        return line.put_off(
            f"{wanted.name} is {lower_first(line.role)} at {name} ({code}) too. Write {code} in "
            f"“Leaves” if they move, or “{KEEPS}” if they do both."
        )
    return line


def _held_elsewhere(wanted: Wanted, facts: Facts, file: File) -> tuple[str, str] | None:
    """Return the name and code of a place where the person holds the same role, and of which the file says nothing."""
    for key in {*facts.posts, *facts.invitations}:
        if key[:2] == wanted.key[:2] and key[2] != wanted.code and key not in file.rows:
            held = facts.post(key) or facts.invitation(key)
            if held and held.organisation:
                return held.organisation.name, held.organisation.code
    return None


def _leaving(line: Line, wanted: Wanted, facts: Facts, file: File) -> Line:
    key = (wanted.email, wanted.role, wanted.leaves)
    if wanted.leaves == wanted.code:
        return _rejected(line, "“Leaves” names the organisation of the row itself.")
    if file.ends(key) or file.stays(key):
        other = file.rows[key].number
        return line.put_off(f"Row {other} speaks of the same person at {wanted.leaves} too. Say it once.")
    leaving = facts.post(key) or facts.invitation(key)
    if leaving is None:
        if key in facts.posts or key in facts.invitations:
            return line
        return _rejected(line, f"Nobody with this address holds this post at {wanted.leaves}.")
    last_day = (line.start or facts.day) - timedelta(days=1)
    place = leaving.organisation.name if leaving.organisation else wanted.leaves
    if isinstance(leaving, Appointment):
        if last_day < leaving.from_date:
            return line.put_off(
                f"{wanted.name} began at {place} on {long_date(leaving.from_date)}, "
                "and can move on a later day only."
            )
        if leaving.to_date and leaving.to_date <= last_day:
            return line
    said = f"Leaves {place} on {long_date(last_day)}."
    begins = f"Begins at {line.place} on {long_date(line.start)}."
    return replace(line, outcome=Outcome.MOVE, says=(said, begins, *_only_updates(line)), leaving=leaving)


def _only_updates(line: Line) -> tuple[str, ...]:
    return line.says if line.outcome == Outcome.UPDATE else ()


def _differences(held: Appointment | Invitation, wanted: Wanted) -> dict[str, Any]:
    """Return what the row says otherwise than the register. What it leaves empty stays."""
    said = {name: getattr(wanted, name) for name in FIELDS}
    return {
        name: value
        for name, value in said.items()
        if value not in (None, "") and value != getattr(held, name)
    }


def _updated(line: Line, values: dict[str, Any]) -> Line:
    held = line.post or line.invitation
    says = tuple(
        f"{FIELDS.get(name, 'Name')}: {_shown(getattr(held, name))} becomes {_shown(value)}."
        for name, value in values.items()
    )
    return replace(line, outcome=Outcome.UPDATE, says=says, values=values) if values else line


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return long_date(value)
    return str(value) or "nothing"


def _rejected(line: Line, reason: str) -> Line:
    return line.put_off(reason, outcome=Outcome.REJECTED)
