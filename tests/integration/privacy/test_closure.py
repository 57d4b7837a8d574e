"""An account is closed: the public record stays, the person goes, from the history too."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session as SignIn
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from accountability.actions.plan import edit_action, note_action
from accountability.models import ActionNote, Signature
from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, Invitation, Role, User
from hileads.notifications.models import Message
from hileads.personal import CLOSED_NAME, erasures
from hileads.privacy.actions import close_account
from hileads.privacy.models import Correction, Disposal
from learning_sets.models import Commitment, Membership, Reflection, Rsvp
from tests.actors import Cast
from tests.factories.people import appointed
from tests.world import World

Browser = Callable[[User], Client]
NAME, ADDRESS = "Leila Lead", "leila.lead@nhs.example"
SURE = {"sure": "on"}
STAYS = {
    "accountability_snapshot": "the frozen report is the public record, word for word",
    "accountability_signature": "a signature is the public record, with its name",
    "accountability_signatureevent": "a signature is the public record, with its name",
    "notifications_message": "a message to somebody else is theirs, until its own rule deletes it",
}
"""Where a name may still stand after its account is closed, and why."""


def tables_that_hold(words: str) -> set[str]:
    """Return every table of the database that has these words in any column of any row."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f"SELECT count(*) FROM {connection.ops.quote_name(table)} t WHERE t::text ILIKE %s",  # noqa: S608 - a table of ours
                [f"%{words}%"],
            )
            found |= {table} if cursor.fetchone()[0] else set()
    return found


@pytest.fixture
def cast(world: World) -> Cast:
    """The world's own people: there is one of each in a file's transaction."""
    return world.cast


@pytest.fixture
def closing(world: World, signed_in: Browser) -> World:
    """The world, with whatever else names the lead: an invitation they accepted, and a change of who does what."""
    lead = world.cast.lead
    Invitation.objects.filter(pk=world.invitation.pk).update(
        email=lead.email, name=lead.name, state="accepted", appointment=lead.appointments.get()
    )
    edit_action(by=lead, action=world.action, owner=world.cast.deputy)
    note_action(by=world.cast.deputy, action=world.action, token=uuid4(), text="I take it on.")
    assert ActionNote.objects.filter(text__contains=NAME).exists()
    return world


def test_nothing_in_the_database_tells_any_more_who_it_was(closing: World, signed_in: Browser):
    assert tables_that_hold(ADDRESS) >= {
        "leads_user",
        "leads_userevent",
        "leads_invitation",
        "account_emailaddress",
    }
    close_account(by=closing.cast.lead, person=closing.cast.lead)
    assert tables_that_hold(ADDRESS) == set()
    assert tables_that_hold(NAME) - STAYS.keys() == set()
    assert "accountability_signature" in tables_that_hold(NAME)


def test_what_was_private_is_gone_and_so_is_its_history(closing: World):
    person = closing.cast.lead
    for kind, key in ((Commitment, "author"), (Reflection, "author"), (Membership, "user"), (Rsvp, "user")):
        assert kind.objects.filter(**{key: person}).exists()
    close_account(by=person, person=person)
    for kind, key in ((Commitment, "author"), (Reflection, "author"), (Membership, "user"), (Rsvp, "user")):
        assert not kind.objects.filter(**{key: person}).exists()
        assert not kind.pgh_event_model.objects.filter(**{key: person}).exists()
    assert not Message.objects.filter(recipient=person).exists()
    assert not Correction.pgh_event_model.objects.filter(person=person).exists()
    for way in (EmailAddress, Authenticator, SocialAccount):
        assert not way.objects.filter(user=person).exists()


def test_the_public_record_stays(closing: World, signed_in: Browser):
    person, post = closing.cast.lead, closing.cast.lead.appointments.get()
    others = User.pgh_event_model.objects.exclude(pgh_obj=person).count()
    close_account(by=person, person=person)
    post.refresh_from_db()
    assert (post.role, post.from_date, post.to_date) == (Role.EXECUTIVE_LEAD, post.from_date, today())
    assert Appointment.pgh_event_model.objects.filter(pgh_obj=post, pgh_label="insert").exists()
    assert Signature.objects.get().signed_name == NAME
    page = (
        signed_in(closing.cast.secretary).get(f"/report/{closing.frozen_report.public_id}/").content.decode()
    )
    assert f"by {NAME}" in page
    assert User.pgh_event_model.objects.exclude(pgh_obj=person).count() == others
    assert set(User.pgh_event_model.objects.filter(pgh_obj=person).values_list("name", flat=True)) == {
        CLOSED_NAME
    }
    plan = signed_in(closing.cast.deputy).get(f"/plan/actions/{closing.action.public_id}/").content.decode()
    assert NAME not in plan
    assert CLOSED_NAME in plan


def test_one_closes_ones_own_account_on_a_page_that_says_what_goes(closing: World, signed_in: Browser):
    here, elsewhere = signed_in(closing.cast.lead), signed_in(closing.cast.lead)
    page = here.get("/account/close/").content.decode()
    for erasure in erasures.all():
        assert erasure.in_words.split(".")[0] in page
    assert "Tick the box if you want" in here.post("/account/close/", {}).content.decode()
    assert User.objects.filter(email=ADDRESS).exists()
    answer = here.post("/account/close/", SURE, follow=True)
    assert "Your account is closed." in answer.content.decode()
    for browser in (here, elsewhere):
        assert browser.get("/account/")["Location"].startswith("/account/login/")
    number = str(closing.cast.lead.pk)
    assert [one for one in SignIn.objects.all() if one.get_decoded().get("_auth_user_id") == number] == []
    person = User.objects.get(pk=closing.cast.lead.pk)
    assert person.is_closed
    assert not person.is_active
    assert not person.has_usable_password()


def test_the_log_says_what_went_and_never_whose(closing: World):
    close_account(by=closing.cast.lead, person=closing.cast.lead)
    logged = {row.record_class: row for row in Disposal.objects.all()}
    assert logged["Commitments and reflections"].count == 2
    assert logged["Accounts"].count == 1
    assert logged["History of changes"].count > 5
    assert {row.rule for row in logged.values()} > {"Account closed"}


def test_a_national_administrator_does_it_for_somebody_who_asked(closing: World, signed_in: Browser):
    admin = signed_in(closing.cast.national_admin)
    unknown = admin.post("/accounts/close/", {"email": "nobody@nhs.example", **SURE}).content.decode()
    assert "Nobody signs in with this address" in unknown
    answer = admin.post("/accounts/close/", {"email": ADDRESS.upper(), **SURE}, follow=True)
    assert "The account is closed." in answer.content.decode()
    closed = User.objects.get(pk=closing.cast.lead.pk)
    again = admin.post("/accounts/close/", {"email": closed.email, **SURE}).content.decode()
    assert "This account is closed already." in again


def test_nobody_else_closes_an_account_and_the_last_administrator_stays(cast: Cast):
    with pytest.raises(PermissionDenied, match="Accounts are closed by the people themselves"):
        close_account(by=cast.secretary, person=cast.lead)
    with pytest.raises(NotNow, match="no other national administrator"):
        close_account(by=cast.national_admin, person=cast.national_admin)
    with pytest.raises(NotNow, match="closed already"):
        close_account(by=cast.national_admin, person=User.objects.system())
    second = appointed("Nia Second", Role.NATIONAL_ADMIN, None)
    close_account(by=cast.national_admin, person=cast.national_admin)
    assert not User.objects.get(pk=cast.national_admin.pk).is_active
    assert second.is_active


def test_a_post_still_to_come_ends_before_it_gives_rights(cast: Cast):
    coming = Appointment.objects.create(
        user=cast.deputy, role=Role.CHAIR, organisation=cast.icb, from_date=today() + timedelta(days=30)
    )
    close_account(by=cast.deputy, person=cast.deputy)
    coming.refresh_from_db()
    assert coming.to_date == coming.from_date
    assert not Appointment.objects.live(coming.from_date).filter(pk=coming.pk).exists()
