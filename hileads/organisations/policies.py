"""May the register change in this way now? Each refusal says why, and what would help."""

from collections.abc import Sequence
from datetime import date

from hileads.dated import meets
from hileads.frame.refusals import NotNow
from hileads.organisations.models import (
    Expectation,
    Grouping,
    GroupingMember,
    Import,
    ImportState,
    Kind,
    Organisation,
    OrganisationName,
    PartnerArea,
)
from hileads.wording import counted, listed, long_date, long_datetime, lower_first

NAMED_AT_MOST = 5

IMPORT_CHANGES: dict[ImportState, frozenset[ImportState]] = {
    ImportState.PROPOSED: frozenset({ImportState.UNDER_WAY, ImportState.DONE, ImportState.DISCARDED}),
    ImportState.UNDER_WAY: frozenset({ImportState.DONE, ImportState.PROPOSED}),
    ImportState.DONE: frozenset({ImportState.UNDONE}),
    ImportState.UNDONE: frozenset(),
    ImportState.DISCARDED: frozenset(),
}
"""A proposal is imported, at once or by the queue, or discarded. One that the queue could not import waits again."""


def refuse_import_step(run: Import, to: ImportState) -> None:
    """Refuse what an import has gone past."""
    if to not in IMPORT_CHANGES[ImportState(run.state)]:
        raise NotNow(f"This import is {lower_first(run.get_state_display())}. Nothing was changed.")


def refuse_unseen(digest: str, seen: str) -> None:
    """Refuse to confirm something else than the preview showed."""
    if digest != seen:
        raise NotNow(
            "The register has changed since you looked at this preview, so importing would do something else now. "
            "Nothing was changed. Go back, look at the preview again, and confirm that."
        )


def why_not_undo(run: Import, last: Import | None) -> str:
    """Return why this import cannot be undone, whatever the register holds; "" where it can."""
    if last is None:
        return "Nothing has been imported yet, so there is nothing to undo."
    if run.state == ImportState.UNDONE:
        return f"This import was undone on {long_datetime(run.undone_at)} already."
    if run.state != ImportState.DONE:
        return f"This import is {lower_first(run.get_state_display())}, so there is nothing to undo."
    if last.pk != run.pk:
        return (
            "Another import has come since, so this one cannot be undone any more. Import a file that is right "
            "instead: it counts from the day on which it was true."
        )
    return ""


def refuse_undo(run: Import, last: Import | None, in_use: Sequence[str]) -> None:
    """Refuse to undo an import that is not the last, or whose organisations others have begun to use."""
    reason = why_not_undo(run, last)
    if reason:
        raise NotNow(reason)
    if in_use:
        more = len(in_use) - NAMED_AT_MOST
        named = ", ".join(in_use[:NAMED_AT_MOST]) + (f" and {counted(more, 'other')}" if more > 0 else "")
        raise NotNow(
            f"Something has been recorded at organisations that this import brought: {named}. Undoing it would lose "
            "that. Nothing was changed. Import a file that is right instead."
        )


def why_read_only(organisation: Organisation, day: date) -> str:
    """Return why nothing can be changed at an organisation any more; "" while it is open, or has still to open."""
    if organisation.closed_date is None or organisation.closed_date >= day:
        return ""
    return (
        f"{organisation.name} closed on {long_date(organisation.closed_date)}. What it recorded stays as it was: it can "
        "be read, and not changed. Whoever took over from it plans and reports under its own name."
    )


def refuse_closed(organisation: Organisation, day: date) -> None:
    """Refuse to change what a closed organisation has recorded."""
    reason = why_read_only(organisation, day)
    if reason:
        raise NotNow(reason)


def refuse_keeper(icb: Organisation, day: date) -> None:
    """Refuse a grouping or a partner that would be kept elsewhere than at an integrated care board that is open."""
    if icb.kind != Kind.ICB:
        raise NotNow(
            f"{icb.name} is not an integrated care board. Groupings and partners are kept by the board whose area they "
            "are in."
        )
    refuse_closed(icb, day)


def refuse_shorter_than_members(grouping: Grouping, from_date: date) -> None:
    """Refuse a grouping that would begin after a member joined it."""
    first = grouping.members.order_by("from_date").select_related("organisation").first()
    if first and first.from_date < from_date:
        raise NotNow(
            f"{first.organisation.name} has belonged to it since {long_date(first.from_date)}. "
            "It cannot begin on a later day than that."
        )


def refuse_member(grouping: Grouping, organisation: Organisation, from_date: date) -> None:
    """Refuse a member that is not open then, that belongs there already, or that joins what is not there."""
    if not grouping.holds_on(from_date):
        until = f" to {long_date(grouping.to_date)}" if grouping.to_date else ""
        raise NotNow(
            f"{grouping.name} is recorded from {long_date(grouping.from_date)}{until}. Choose a day in between."
        )
    if not organisation.is_open_on(from_date):
        raise NotNow(f"{organisation.name} is not open on {long_date(from_date)}.")
    known = grouping.members.filter(organisation=organisation)
    if any(member.to_date is None or member.to_date >= from_date for member in known):
        raise NotNow(f"{organisation.name} belongs to it on that day or later already.")


def refuse_leaving(member: GroupingMember, last_day: date) -> None:
    """Refuse a last day before the first, and a second end."""
    if last_day < member.from_date:
        raise NotNow(f"It has belonged to it since {long_date(member.from_date)}; it cannot leave before.")
    if member.to_date is not None and member.to_date <= last_day:
        raise NotNow(f"It leaves on {long_date(member.to_date)} already.")


def refuse_to_expect(organisation: Organisation, from_date: date, to_date: date | None) -> None:
    """Refuse to expect a lead of a region or a partner, of what is not open then, or twice at a time."""
    if organisation.kind == Kind.REGION:
        raise NotNow("A region has convenors. It is not expected to name a lead.")
    if organisation.kind == Kind.PARTNER:
        raise NotNow("A partner takes part in what others lead. It is not expected to name a lead.")
    if not organisation.is_open_on(from_date):
        raise NotNow(f"{organisation.name} is not open on {long_date(from_date)}.")
    if to_date is not None and to_date < from_date:
        raise NotNow("The last day must not come before the first.")
    held = Expectation.objects.filter(meets(from_date, to_date), organisation=organisation).first()
    if held:
        until = f" to {long_date(held.to_date)}" if held.to_date else ""
        raise NotNow(
            f"{organisation.name} is expected to name a lead from {long_date(held.from_date)}{until} already."
        )


def refuse_to_end(expectation: Expectation, last_day: date) -> None:
    """Refuse an end before the beginning, and one that is later than the end that is known."""
    if last_day < expectation.from_date:
        raise NotNow(f"It began on {long_date(expectation.from_date)}; it cannot end before.")
    if expectation.to_date is not None and expectation.to_date <= last_day:
        raise NotNow(f"It ends on {long_date(expectation.to_date)} already.")


def refuse_what_is_no_partner(organisation: Organisation) -> None:
    """Refuse to change an entry of the register as if it were a partner's."""
    if organisation.kind != Kind.PARTNER:
        raise NotNow(f"{organisation.name} has an ODS code. Its entry comes from the files of ODS.")


def refuse_future(day: date, today: date) -> None:
    """Refuse a day that has still to come."""
    if day > today:
        raise NotNow("Choose today or a day that has been.")


def refuse_earlier_name(current: OrganisationName, from_date: date) -> None:
    """Refuse a new name from a day before the name that it follows began."""
    if from_date < current.from_date:
        raise NotNow(
            f"It has been called {current.name} since {long_date(current.from_date)}. Choose that day if the name was "
            "wrong from the start, or a later one."
        )


def refuse_to_close(partner: Organisation, areas: Sequence[PartnerArea], last_day: date) -> None:
    """Refuse to close a partner before it began to work somewhere, or while its people hold posts or are asked to."""
    begun = max((area.from_date for area in areas), default=last_day)
    if last_day < begun:
        raise NotNow(f"It has worked in one of its areas since {long_date(begun)}; it cannot close before.")
    posts = partner.appointments.exclude(to_date__lte=last_day)
    names = {
        *posts.values_list("user__name", flat=True),
        *partner.invitations.open().values_list("name", flat=True),
    }
    if names:
        raise NotNow(
            f"There are still people here: {listed(sorted(names, key=str.casefold))}. Record their last days, or take "
            "their invitations back, and then close it. Nothing was changed."
        )


def refuse_area_end(area: PartnerArea, others: Sequence[PartnerArea], last_day: date) -> None:
    """Refuse an end before the beginning, a second end, and the end of the only area in which a partner works."""
    if last_day < area.from_date:
        raise NotNow(f"It has worked there since {long_date(area.from_date)}; it cannot stop before.")
    if area.to_date is not None and area.to_date <= last_day:
        raise NotNow(f"It stopped on {long_date(area.to_date)} already.")
    if not others:
        raise NotNow(
            f"{area.partner.name} works in no other area, so nobody would keep its entry. Close it instead."
        )
