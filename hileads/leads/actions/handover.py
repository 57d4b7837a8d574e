"""A post passes from one person to the next."""

from collections.abc import Mapping

import pghistory
from django.core.exceptions import PermissionDenied
from django.db import transaction

from hileads.clock import now, today
from hileads.contributions import handover_sections, transfers
from hileads.leads.models import Appointment, Handover, HandoverNote, User
from hileads.leads.policies import ensure_has_a_section, ensure_not_taken
from hileads.leads.queries import post_that_follows, post_that_went_before, who_takes_over
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def write_handover_note(
    *,
    by: User,
    appointment: Appointment,
    section: str,
    text: str,
    is_ready: bool,
    gives: Mapping[str, User] | None = None,
) -> HandoverNote:
    """Tell whoever comes next about one section of the pack, and say whether it is ready. Told again, it is replaced.

    `gives` says who takes which thing of the section from now on. What has changed hands meanwhile stays there.
    """
    check(by, P.HANDOVER_EDIT, on=appointment)
    ensure_has_a_section(section, frozenset(one.key for one in handover_sections.all()))
    with pghistory.context(user=by.pk):
        handover = _handover_of(appointment)
        ensure_not_taken(handover)
        note, _ = HandoverNote.objects.update_or_create(
            handover=handover,
            section=section,
            defaults={"text": text.strip(), "is_ready": is_ready, "written_by": by, "written_at": now()},
        )
    _give(by, appointment, section, gives or {})
    return note


@transaction.atomic
def take_handover(*, by: User, appointment: Appointment) -> Handover:
    """Say that one has read what the person before left. From then on the pack stays as it is."""
    check(by, P.HANDOVER_TAKE, on=appointment)
    handover = _handover_of(appointment)
    if handover.taken_at is None:
        handover.taken_at = now()
        with pghistory.context(user=by.pk):
            handover.save(update_fields=["taken_at"])
    return handover


@transaction.atomic
def introduce_successor(*, by: User, appointment: Appointment) -> None:
    """Connect a post that begins with the one before it, and a post that ends with the one after it.

    For actions that have just recorded the beginning or the end, and have checked that `by` may.
    """
    before, after = post_that_went_before(appointment), post_that_follows(appointment)
    with pghistory.context(user=by.pk):
        for outgoing, incoming in ((before, appointment), (appointment, after)):
            if outgoing is None or incoming is None or hasattr(incoming, "taken_from"):
                continue
            handover = _handover_of(outgoing)
            handover.successor = incoming
            handover.save(update_fields=["successor"])


@transaction.atomic
def pass_on(*, by: User) -> int:
    """Give what people who have left still hold to whoever takes over, and return how many things changed hands.

    What nobody takes over yet waits. The portal does this, at every beginning and end of a post and once a day, and
    each thing tells it in its own history.
    """
    if not by.is_system:
        raise PermissionDenied("Work is passed on by the portal.")
    moved, day = 0, today()
    for transfer in transfers.all():
        left = sorted(set(transfer.left_behind(day)))
        people = User.objects.in_bulk({person for person, _ in left})
        places = Organisation.objects.in_bulk({place for _, place in left})
        for person, place in left:
            taker = who_takes_over(people[person], places[place], day)
            for thing in transfer.held(people[person], places[place]) if taker else ():
                transfer.give(by=by, public_id=thing, to=taker)
                moved += 1
    return moved


def _give(by: User, appointment: Appointment, section: str, gives: Mapping[str, User]) -> None:
    for transfer in transfers.all():
        if transfer.section == section and appointment.organisation is not None:
            held = set(transfer.held(appointment.user, appointment.organisation))
            for thing, to in gives.items():
                if thing in held:
                    transfer.give(by=by, public_id=thing, to=to)


def _handover_of(appointment: Appointment) -> Handover:
    Handover.objects.get_or_create(appointment=appointment, defaults={"created_at": now()})
    rows = Handover.objects.select_for_update(of=("self",)).select_related("successor__user")
    return rows.get(appointment=appointment)
