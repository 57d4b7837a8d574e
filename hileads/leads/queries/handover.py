"""The pack that a leaver hands over, and who follows whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from hileads.contributions import HandoverItem, HandoverSection, handover_sections
from hileads.dated import in_force
from hileads.leads.models import Appointment, Handover, HandoverNote, Role, User
from hileads.organisations.models import Organisation

AHEAD = timedelta(days=42)
SHOWN_FOR = timedelta(days=90)
TO_KNOW = (Role.EXECUTIVE_LEAD, Role.DEPUTY, Role.REGIONAL_CONVENOR)


@dataclass(frozen=True)
class PackSection:
    """One section of a pack: what there is, and what the leaver says about it."""

    about: HandoverSection
    items: Sequence[HandoverItem]
    note: HandoverNote | None

    @property
    def is_ready(self) -> bool:
        return self.note is not None and self.note.is_ready


@dataclass(frozen=True)
class Pack:
    """Everything that a post's holder hands over to whoever comes next."""

    post: Appointment
    sections: Sequence[PackSection]
    successor: Appointment | None
    is_taken: bool

    @property
    def ready(self) -> int:
        return sum(section.is_ready for section in self.sections)


def pack_of(post: Appointment, reader: User) -> Pack:
    """Return a post's pack as far as this reader may see what is in it. Sections read a constant number of times."""
    handover = Handover.objects.filter(appointment=post).select_related("successor__user").first()
    notes = {note.section: note for note in handover.notes.select_related("written_by")} if handover else {}
    return Pack(
        post=post,
        sections=[
            PackSection(section, list(section.items(reader, post)), notes.get(section.key))
            for section in handover_sections.all()
        ],
        successor=handover.successor if handover else None,
        is_taken=handover is not None and handover.taken_at is not None,
    )


def packs_to_prepare(people: Sequence[User], day: date) -> list[Appointment]:
    """Return these people's posts whose last day is near and whose pack is not ready yet, the nearest first. 3 queries."""
    leaving = Appointment.objects.live(day).filter(
        user__in=people, organisation__isnull=False, to_date__lte=day + AHEAD
    )
    posts = leaving.select_related("organisation", "user").order_by("to_date", "pk")
    ready: dict[int, set[str]] = {}
    for note in HandoverNote.objects.filter(handover__appointment__in=leaving, is_ready=True):
        ready.setdefault(note.handover_id, set()).add(note.section)
    packs = {pack.appointment_id: pack.pk for pack in Handover.objects.filter(appointment__in=leaving)}
    wanted = {section.key for section in handover_sections.all()}
    return [post for post in posts if not wanted <= ready.get(packs.get(post.pk, 0), set())]


def packs_taken_up_by(people: Sequence[User], day: date) -> list[Handover]:
    """Return the packs left to people whose turn has begun: those not taken yet, and those of ninety days."""
    packs = Handover.objects.filter(in_force(day, "successor__"), successor__user__in=people)
    wanted = packs.filter(Q(taken_at__isnull=True) | Q(successor__from_date__gt=day - SHOWN_FOR))
    related = wanted.select_related("appointment__user", "appointment__organisation", "successor__user")
    return list(related.order_by("successor__from_date", "pk"))


def packs_waiting(organisation: Organisation, day: date) -> list[Handover]:
    """Return the packs of people who have left, which wait for whoever comes next, the last leaver's first."""
    packs = Handover.objects.filter(
        appointment__organisation=organisation, appointment__to_date__lt=day, successor__isnull=True
    )
    return list(packs.select_related("appointment__user").order_by("-appointment__to_date", "-pk"))


def post_that_went_before(post: Appointment) -> Appointment | None:
    """Return whose place this post takes: the last in the same role there who left and whom nobody has followed."""
    if post.organisation_id is None:
        return None
    ended = Appointment.objects.filter(
        role=post.role, organisation=post.organisation, to_date__lt=post.from_date
    )
    free = ended.exclude(user=post.user).exclude(handover__successor__isnull=False)
    return free.order_by("-to_date", "-pk").first()


def post_that_follows(post: Appointment) -> Appointment | None:
    """Return who takes this post's place: the first in the same role there to begin after it, if already appointed."""
    if post.organisation_id is None or post.to_date is None:
        return None
    later = Appointment.objects.filter(
        role=post.role, organisation=post.organisation, from_date__gt=post.to_date, taken_from__isnull=True
    )
    return later.exclude(user=post.user).order_by("from_date", "pk").first()


def who_takes_over(person: User, organisation: Organisation, day: date) -> User | None:
    """Return who does what this person left behind there: whoever follows in their post, else the executive lead.

    None while neither is in post: then it waits.
    """
    there = Appointment.objects.filter(organisation=organisation)
    left = there.filter(user=person, to_date__lt=day).order_by("-to_date", "-pk")
    live = there.live(day).exclude(user=person).select_related("user")
    follower = live.filter(taken_from__appointment__in=left[:1]).first()
    lead = live.in_role(Role.EXECUTIVE_LEAD).order_by("from_date", "pk").first()
    found = follower or lead
    return found.user if found else None


def contacts(reader: User, post: Appointment, day: date) -> list[Appointment]:
    """Return whom the next holder should know: colleagues there, then those who lead the system and the region."""
    if post.organisation is None:
        return []
    parents = post.organisation.links.on(day).values("parent")
    rows = Appointment.objects.live(day).filter(
        Q(organisation=post.organisation) | Q(organisation__in=parents, role__in=TO_KNOW)
    )
    others = rows.exclude(user=post.user).select_related("user", "organisation")
    return sorted(
        others,
        key=lambda row: (row.organisation_id != post.organisation_id, row.user.name.casefold(), row.pk),
    )
