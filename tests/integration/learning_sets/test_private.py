"""What people keep to themselves is kept: in the database, in its history, and from every other person."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from django.http import Http404
from wagtail.snippets.models import get_snippet_models

from hileads.clock import at
from hileads.contributions import search_sources
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope, users_who_can
from learning_sets.actions import (
    change_commitment,
    mark_commitment_shared,
    record_commitment,
    record_reflection,
)
from learning_sets.models import Commitment, CommitmentState, Membership, Reflection, Session
from learning_sets.public import CommitmentView, commitment_for_author
from learning_sets.queries.private import own_commitments, own_reflection
from tests.actors import Cast
from tests.integration.learning_sets.conftest import AFTER, PLANNED

pytestmark = pytest.mark.django_db

SECRET = "Tell the board that I do not understand our figures"
DUE = date(2027, 5, 1)


@pytest.fixture
def commitment(cast: Cast, session: Session) -> Commitment:
    with at(AFTER):
        return record_commitment(by=cast.lead, session=session, text=SECRET, due_date=DUE)


@pytest.fixture
def reflection(cast: Cast, session: Session) -> Reflection:
    with at(AFTER):
        return record_reflection(by=cast.lead, session=session, text=SECRET)


READERS = [
    ("lead", True),
    ("facilitator", False),
    ("deputy", False),
    ("lead_elsewhere", False),
    ("secretary", False),
    ("regional_convenor", False),
    ("national_admin", False),
    ("curator", False),
    ("stranger", False),
    ("leaver", False),
]


@pytest.mark.parametrize(("who", "may"), READERS)
def test_nobody_but_the_author_reads_or_changes_it(cast: Cast, commitment, reflection, who: str, may: bool):
    person = cast.people()[who]
    with at(AFTER):
        for permission in (P.COMMITMENT_VIEW, P.COMMITMENT_EDIT):
            assert can(person, permission, on=commitment) is may
        assert can(person, P.REFLECTION_VIEW, on=reflection) is may
        assert scope(Commitment.objects.all(), person, P.COMMITMENT_VIEW).exists() is may
        assert (commitment_for_author(person, commitment.public_id) is not None) is may
        assert list(own_commitments(person, commitment.session)) == ([commitment] if may else [])
        assert own_reflection(person, commitment.session) == (reflection if may else None)
        if not may:
            with pytest.raises(Http404):
                change_commitment(by=person, commitment=commitment, state=CommitmentState.DONE)
            with pytest.raises(Http404):
                mark_commitment_shared(by=person, public_id=commitment.public_id)


def test_the_portal_itself_reads_none_of_it_and_no_role_holds_the_right(cast: Cast, commitment):
    portal = User.objects.system()
    assert commitment_for_author(portal, commitment.public_id) is None
    assert not can(portal, P.COMMITMENT_VIEW, on=commitment)
    assert list(users_who_can(P.COMMITMENT_VIEW, on=commitment)) == [commitment.author]


def test_an_invented_permission_gives_nothing(cast: Cast, commitment):
    with pytest.raises(ValueError, match="commitment_peek"):
        can(cast.lead, "commitment_peek", on=commitment)


@pytest.mark.parametrize("table", ["learning_sets_commitment", "learning_sets_reflection"])
def test_the_database_holds_no_readable_word(cast: Cast, commitment, reflection, table: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT text FROM {table}")  # noqa: S608 - a name of ours
        [(raw,)] = cursor.fetchall()
    assert raw.startswith("gAAAA")
    assert not [word for word in SECRET.split() if len(word) > 4 and word in raw]


@pytest.mark.parametrize("table", ["learning_sets_commitmentevent", "learning_sets_reflectionevent"])
def test_the_history_holds_that_it_was_written_and_not_what(cast: Cast, commitment, reflection, table: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(row) FROM {table} row")  # noqa: S608
        rows = [str(row) for (row,) in cursor.fetchall()]
        cursor.execute("SELECT metadata::text FROM pghistory_context")
        rows += [row for (row,) in cursor.fetchall()]
    assert rows
    assert not [row for row in rows if "figures" in row or "gAAAA" in row or "'text'" in row]


def test_no_table_of_the_database_holds_the_words(cast: Cast, commitment, reflection):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables "
            "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        assert len(tables) > 50
        for table in tables:
            search = f'SELECT count(*) FROM "{table}" row WHERE row::text LIKE %s'  # noqa: S608 - names of ours
            cursor.execute(search, ["%understand our figures%"])
            assert cursor.fetchone() == (0,), table


def test_private_words_are_in_no_admin_and_no_search(cast: Cast, commitment, reflection, signed_in):
    assert not apps.is_installed("django.contrib.admin")
    assert not {Commitment, Reflection} & set(get_snippet_models())
    with at(AFTER):
        for person in (cast.lead, cast.national_admin):
            for source in search_sources.all():
                assert not [hit for hit in source.find(person, "understand figures") if "figures" in str(hit)]
    with pytest.raises(ValueError, match="cannot be searched"):
        Commitment.objects.filter(text__contains="figures")


def test_how_a_row_prints_gives_nothing_away(commitment, reflection):
    for row in (commitment, reflection):
        assert "figures" not in str(row) + repr(row)


def test_private_words_are_in_no_log(cast: Cast, session, caplog):
    with at(AFTER):
        record_commitment(by=cast.lead, session=session, text=SECRET, due_date=DUE)
    assert "figures" not in caplog.text


def test_the_author_still_reads_it_after_leaving_the_set(cast: Cast, commitment):
    Membership.objects.filter(user=cast.lead).update(to_date=PLANNED.date())
    with at(AFTER):
        assert commitment_for_author(cast.lead, commitment.public_id).text == SECRET


def test_the_board_room_gets_ones_own_commitment_through_the_front_door(cast: Cast, commitment):
    assert commitment_for_author(cast.lead, commitment.public_id) == CommitmentView(
        public_id=commitment.public_id,
        text=SECRET,
        due_date=DUE,
        session_date=date(2027, 4, 8),
        is_shared=False,
    )


def test_making_an_action_of_it_is_remembered_once_and_shares_nothing(cast: Cast, commitment):
    with at(AFTER):
        assert mark_commitment_shared(by=cast.lead, public_id=commitment.public_id) == commitment.pk
    commitment.refresh_from_db()
    first = commitment.shared_at
    mark_commitment_shared(by=cast.lead, public_id=commitment.public_id)
    commitment.refresh_from_db()
    assert commitment.shared_at == first
    assert commitment_for_author(cast.lead, commitment.public_id).is_shared
    assert commitment_for_author(cast.deputy, commitment.public_id) is None


def test_the_same_words_twice_are_one_commitment(cast: Cast, commitment, session):
    with at(AFTER):
        again = record_commitment(by=cast.lead, session=session, text=f" {SECRET}\n", due_date=DUE)
        other = record_commitment(by=cast.lead, session=session, text="Something else", due_date=DUE)
        record_commitment(by=cast.deputy, session=session, text=SECRET, due_date=DUE)
    assert again == commitment
    assert other != commitment
    assert Commitment.objects.count() == 3


@pytest.mark.parametrize("state", CommitmentState)
def test_every_outcome_is_taken_alike(cast: Cast, commitment, state: CommitmentState):
    with at(AFTER):
        change_commitment(by=cast.lead, commitment=commitment, state=state)
    commitment.refresh_from_db()
    assert (commitment.state, commitment.text) == (state, SECRET)
    assert commitment.is_open is (state == CommitmentState.OPEN)


def test_a_reflection_is_one_page_written_anew(cast: Cast, reflection, session):
    with at(AFTER):
        again = record_reflection(by=cast.lead, session=session, text="Second thoughts")
        record_reflection(by=cast.deputy, session=session, text="Another person's")
    assert again == reflection
    assert Reflection.objects.get(author=cast.lead).text == "Second thoughts"


@pytest.mark.parametrize("record", [record_commitment, record_reflection])
def test_who_may_record_and_when(cast: Cast, session, record):
    values = {"due_date": DUE} if record is record_commitment else {}
    with at(AFTER), pytest.raises(Http404):
        record(by=cast.national_admin, session=session, text=SECRET, **values)
    with at(PLANNED), pytest.raises(NotNow, match="once it has begun"):
        record(by=cast.lead, session=session, text=SECRET, **values)
