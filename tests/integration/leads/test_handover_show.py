"""A leaver writes to whoever comes next, section by section; the successor reads it and takes it over."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from hileads.clock import UK, at, today
from hileads.contributions import handover_sections
from hileads.frame.refusals import NotNow
from hileads.leads.actions import appoint_person, end_appointment, take_handover, write_handover_note
from hileads.leads.contributions.handover import handover_lines, left_to_you
from hileads.leads.models import Appointment, Handover, Role, User
from hileads.leads.queries import contacts, packs_waiting, post_that_follows, post_that_went_before
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.wording import long_date
from tests.actors import Cast
from tests.factories.people import UserFactory, appointed
from tests.lines import lines_from

LAST_DAY = today() + timedelta(days=20)
SignIn = Callable[[User], Client]


@pytest.fixture
def post(cast: Cast) -> Appointment:
    """The lead's post, whose last day is recorded."""
    return end_appointment(
        by=cast.secretary, appointment=Appointment.objects.get(user=cast.lead), last_day=LAST_DAY
    )


def follow(cast: Cast, from_date: date) -> User:
    """Return a new lead who follows."""
    person: User = UserFactory(name="Nell Next")
    appoint_person(
        by=cast.secretary,
        person=person,
        role=Role.EXECUTIVE_LEAD,
        organisation=cast.trust,
        from_date=from_date,
    )
    return person


def write(by: User, post: Appointment, section: str = "contacts", text: str = "Ask Sal first.") -> None:
    write_handover_note(by=by, appointment=post, section=section, text=text, is_ready=True)


def lines(person: User, day: date) -> list[tuple[str, str]]:
    return [(line.verb, line.text) for line in lines_from(handover_lines, person, day)]


WHO = [
    ("lead", True, True),
    ("deputy", True, True),
    ("secretary", True, True),
    ("lead_elsewhere", False, False),
    ("regional_convenor", False, False),
    ("national_admin", False, False),
    ("stranger", False, False),
    ("leaver", False, False),
]


@pytest.mark.parametrize(("who", "sees", "writes"), WHO)
def test_who_sees_and_writes_a_hand_over(cast: Cast, post: Appointment, who: str, sees: bool, writes: bool):
    person = cast.people()[who]
    assert can(person, P.HANDOVER_VIEW, on=post) is sees
    assert can(person, P.HANDOVER_EDIT, on=post) is writes
    assert not can(person, P.HANDOVER_TAKE, on=post)
    if not writes:
        with pytest.raises((PermissionDenied, Http404)):
            write(person, post)


def test_whoever_leaves_writes_their_own_whatever_their_role(cast: Cast):
    member = appointed("Tea Member", Role.TEAM_MEMBER, cast.trust)
    own = Appointment.objects.get(user=member)
    assert can(member, P.HANDOVER_EDIT, on=own)
    assert not can(member, P.HANDOVER_VIEW, on=Appointment.objects.get(user=cast.lead))
    with at_the_day_after(LAST_DAY):
        end_appointment(by=cast.secretary, appointment=own, last_day=LAST_DAY)
        assert not can(member, P.HANDOVER_EDIT, on=own)


def at_the_day_after(day: date) -> AbstractContextManager[None]:
    return at(stage(day + timedelta(days=1)))


def stage(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UK)


def test_this_week_asks_the_leaver_until_every_section_is_ready(cast: Cast, post: Appointment):
    assert lines(cast.lead, today()) == [
        (
            "Prepare the hand-over",
            f"You leave as executive lead for health inequalities on {long_date(LAST_DAY)}. Hand over what is open.",
        )
    ]
    assert lines(cast.lead, LAST_DAY - timedelta(days=43)) == []
    assert lines(cast.deputy, today()) == []
    for section in handover_sections.all():
        write(cast.lead, post, section.key)
    assert lines(cast.lead, today()) == []


def test_a_note_is_replaced_and_its_history_is_kept_without_the_words_on_the_page(
    cast: Cast, post: Appointment
):
    write(cast.lead, post)
    write(cast.deputy, post, text=" Ask Dev too. ")
    note = Handover.objects.get(appointment=post).notes.get()
    assert (note.text, note.written_by) == ("Ask Dev too.", cast.deputy)
    assert note.events.count() == 2
    assert note.history_is_confidential
    assert (str(note), str(note.handover)) == (
        "Note on contacts",
        "Hand-over of Leila Lead, Executive lead for health inequalities",
    )
    with pytest.raises(NotNow, match="no such section"):
        write(cast.lead, post, section="secrets")


def test_the_successor_finds_it_first_and_takes_it_over(cast: Cast, post: Appointment):
    write(cast.lead, post)
    first_day = LAST_DAY + timedelta(days=1)
    successor = follow(cast, first_day)
    assert lines(successor, today()) == []
    assert not can(successor, P.HANDOVER_TAKE, on=post)
    with at(stage(first_day)):
        (line,) = lines_from(handover_lines, successor, first_day)
        assert line.is_beginning
        assert line.text.startswith("Leila Lead, who was executive lead")
        assert left_to_you(successor, None) == {"posts": [post]}
        taken = take_handover(by=successor, appointment=post)
        assert taken.taken_at == take_handover(by=successor, appointment=post).taken_at
        assert lines(successor, first_day) == []
        assert left_to_you(successor, None) is not None
        with pytest.raises(NotNow, match="Nell Next has taken this hand-over"):
            write(cast.deputy, post)
        with pytest.raises(PermissionDenied, match="taken by the person who follows"):
            take_handover(by=cast.deputy, appointment=post)
    with at(stage(first_day + timedelta(days=91))):
        assert left_to_you(successor, None) is None


def test_it_waits_for_the_post_while_nobody_follows(cast: Cast, post: Appointment):
    write(cast.lead, post)
    day = LAST_DAY + timedelta(days=1)
    assert packs_waiting(cast.trust, today()) == []
    assert [pack.appointment for pack in packs_waiting(cast.trust, day)] == [post]
    with at(stage(day)):
        follow(cast, day + timedelta(days=30))
    assert packs_waiting(cast.trust, day) == []


def test_who_comes_first_is_found_when_the_end_is_recorded_later(cast: Cast):
    post = Appointment.objects.get(user=cast.deputy)
    other = appointed("Otto Other", Role.DEPUTY, cast.trust, from_date=LAST_DAY + timedelta(days=5))
    end_appointment(by=cast.secretary, appointment=post, last_day=LAST_DAY)
    assert Handover.objects.get(appointment=post).successor == Appointment.objects.get(user=other)


def test_national_posts_have_nobody_before_or_after(cast: Cast):
    post = Appointment.objects.get(user=cast.curator)
    assert post_that_went_before(post) is None
    assert post_that_follows(post) is None
    assert contacts(cast.curator, post, today()) == []


def test_contacts_are_colleagues_then_those_who_lead_the_system_and_the_region(cast: Cast, post: Appointment):
    appointed("Ida System", Role.EXECUTIVE_LEAD, cast.icb)
    appointed("Sid Secretary", Role.BOARD_SECRETARY, cast.icb)
    names = [row.user.name for row in contacts(cast.lead, post, today())]
    assert names == ["Dev Deputy", "Sal Secretary", "Ida System", "Rae Convenor"]


def test_the_pages_from_the_note_to_the_take_over(cast: Cast, post: Appointment, signed_in: SignIn):
    address = f"/hand-overs/{post.public_id}/"
    leaver = signed_in(cast.lead)
    assert address in leaver.get("/this-week/").content.decode()
    assert address in leaver.get("/account/").content.decode()
    assert address in leaver.get("/directory/RAV/people/").content.decode()
    text = leaver.get(address).content.decode()
    assert "Nobody is appointed to follow yet" in text
    assert "Dev Deputy" in text
    assert "never part of it" in text
    section = f"{address}sections/contacts/"
    assert "People to know" in leaver.get(section).content.decode()
    assert leaver.get(f"{address}sections/secrets/").status_code == 404
    answer = leaver.post(section, {"text": "Ask Sal first.", "is_ready": "on"}, follow=True)
    text = answer.content.decode()
    assert "It is saved." in text
    assert "Ask Sal first." in text
    assert f"1 of {len(handover_sections.all())} sections ready" in text
    assert "Ask Sal first." in leaver.get(section).content.decode()


def test_the_successor_begins_with_the_pack(cast: Cast, signed_in: SignIn):
    post = Appointment.objects.get(user=cast.lead)
    write(cast.lead, post)
    end_appointment(by=cast.secretary, appointment=post, last_day=today() - timedelta(days=1))
    secretary = signed_in(cast.secretary)
    assert "Waiting for whoever comes next" in secretary.get("/directory/RAV/people/").content.decode()
    successor = signed_in(follow(cast, today()))
    address = f"/hand-overs/{post.public_id}/"
    for page in ("/this-week/", "/my-role/"):
        assert address in successor.get(page).content.decode()
    assert "Welcome, Nell Next" in successor.get("/this-week/").content.decode()
    assert "I have taken this over" in successor.get(address).content.decode()
    text = successor.post(f"{address}take/", follow=True).content.decode()
    assert "You have taken over." in text
    assert "Nell Next has taken this over." in text
    assert address in successor.get("/my-role/").content.decode()
    assert signed_in(cast.lead).get(address).status_code == 404


def test_a_pack_and_this_week_read_as_often_with_one_row_as_with_twenty(
    cast: Cast, post: Appointment, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    leaver, address = signed_in(cast.lead), f"/hand-overs/{post.public_id}/"
    write(cast.lead, post)
    before = [queries_of(leaver, page) for page in (address, "/this-week/")]
    for number in range(20):
        appointed(f"Member {number}", Role.TEAM_MEMBER, cast.trust)
    for section in ("actions", "reports", "measures", "reading"):
        write(cast.lead, post, section)
    assert [queries_of(leaver, page) for page in (address, "/this-week/")] == before


def test_a_national_post_is_not_handed_over_here(cast: Cast, signed_in: SignIn):
    post = Appointment.objects.get(user=cast.national_admin)
    assert signed_in(cast.national_admin).get(f"/hand-overs/{post.public_id}/").status_code == 404
