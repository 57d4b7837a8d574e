"""What has been kept long enough goes, by rules that everybody can read, and every disposal is logged."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session as SignIn
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from hileads.clock import at, now
from hileads.forgetting import FUNCTION, RECORD_CLASS
from hileads.leads.models import Invitation, User
from hileads.notifications.models import Message, Seen
from hileads.personal import Fate, retention_rules
from hileads.privacy.actions import answer_correction, forget_history
from hileads.privacy.models import Correction, Disposal
from hileads.privacy.tasks import apply_retention
from learning_sets.actions import answer_session
from learning_sets.models import Answer, Rsvp
from tests.actors import Cast
from tests.world import World, build

Browser = Callable[[User], Client]
KINDS = (Message, Seen, Invitation, Rsvp, Correction, SignIn)


@pytest.fixture
def lived_in(db: None, signed_in: Browser) -> World:
    """A world with one of everything that a rule disposes of."""
    world = build()
    signed_in(world.cast.lead).post("/this-week/seen/")
    answer_session(by=world.cast.lead, session=world.session, answer=Answer.ACCEPTED)
    answer_correction(
        by=world.cast.national_admin, correction=world.correction, state="done", answer="It says March now."
    )
    Message.objects.update(state="sent", sent_at=now())
    return world


def counts() -> dict[str, int]:
    return {kind.__name__: kind.objects.count() for kind in KINDS}


def test_nothing_goes_before_its_time(lived_in: World):
    before = counts()
    assert all(before.values()), before
    apply_retention()
    assert counts() == before
    assert not Disposal.objects.exists()


def test_everything_goes_in_its_time_and_the_log_says_how_much(lived_in: World, signed_in: Browser):
    before = counts()
    history = Invitation.pgh_event_model.objects.count()
    with at(now() + timedelta(days=800)):
        apply_retention()
        assert counts() == dict.fromkeys(before, 0)
        apply_retention()
    logged = {row.record_class: row.count for row in Disposal.objects.all()}
    about_sign_in = logged["Messages about signing in"]
    assert about_sign_in + logged["All other messages"] == before["Message"]
    assert logged["Which lines of “This week” you looked at"] == before["Seen"]
    assert logged["Invitations that nobody accepted"] == before["Invitation"]
    assert logged["Answers to sessions"] == before["Rsvp"]
    assert logged["Corrections asked for"] == 1
    assert logged["Sign-ins"] == before["Session"]
    assert logged[RECORD_CLASS] >= history
    assert len(logged) == Disposal.objects.count(), "the second run disposed of nothing"
    assert not Invitation.pgh_event_model.objects.exists()
    assert not Rsvp.pgh_event_model.objects.exists()
    page = signed_in(lived_in.cast.national_admin).get("/privacy/disposals/").content.decode()
    assert "Deleted: 180 days, counted from the nomination" in page
    assert "Ivo Invited" not in page


def test_an_invitation_that_was_accepted_stays(lived_in: World):
    Invitation.objects.filter(pk=lived_in.invitation.pk).update(
        state="accepted", appointment=lived_in.cast.deputy.appointments.get()
    )
    with at(now() + timedelta(days=181)):
        apply_retention()
    assert list(Invitation.objects.all()) == [lived_in.invitation]
    assert Invitation.pgh_event_model.objects.filter(pgh_obj=lived_in.invitation).exists()


def test_the_rules_are_one_table_for_everybody_who_signs_in(cast: Cast, signed_in: Browser):
    page = signed_in(cast.leaver).get("/privacy/retention/").content.decode()
    for rule in retention_rules.all():
        assert rule.record_class in page
        assert (rule.dispose is None) or (rule.fate == Fate.DELETED)
    assert len(retention_rules.all()) > 8
    assert "/privacy/disposals/" not in page
    assert "/privacy/disposals/" in signed_in(cast.national_admin).get("/privacy/retention/").content.decode()


def test_an_empty_log_says_so(cast: Cast, signed_in: Browser):
    page = signed_in(cast.national_admin).get("/privacy/disposals/").content.decode()
    assert "Nothing has been disposed of yet." in page


def test_the_log_holds_as_many_queries_however_long_it_is(
    cast: Cast, signed_in: Browser, queries_of: Callable[[Client, str], int]
):
    def log(count: int) -> None:
        for _ in range(count):
            Disposal.objects.create(
                record_class="Sign-ins", rule="A rule", fate="Deleted", count=1, disposed_at=now()
            )

    admin = signed_in(cast.national_admin)
    log(1)
    few = queries_of(admin, "/privacy/disposals/")
    log(20)
    assert queries_of(admin, "/privacy/disposals/") == few
    assert str(Disposal.objects.first()) == "Sign-ins: 1"


def test_the_history_forgets_only_what_is_gone_and_nobody_can_aim_it(lived_in: World):
    before = {kind: kind.pgh_event_model.objects.count() for kind in (User, Invitation, Rsvp, Correction)}
    assert forget_history(by=lived_in.cast.national_admin) == 0
    assert {kind: kind.pgh_event_model.objects.count() for kind in before} == before
    assert not Disposal.objects.exists()
    for call in (f"SELECT {FUNCTION}(1)", f"SELECT {FUNCTION}('leads_userevent')"):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(call)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosecdef, pg_get_userbyid(proowner) <> current_user, proconfig::text FROM pg_proc WHERE proname = %s",
            [FUNCTION],
        )
        secure, owned_by_another, settings = cursor.fetchone()
    assert secure
    assert owned_by_another
    assert "search_path=public, pg_temp" in settings
