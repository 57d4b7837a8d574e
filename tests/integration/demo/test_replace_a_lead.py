"""A lead of the demo is replaced: nothing is orphaned, and what they kept for themselves moves nowhere."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from psycopg import sql

from accountability.models import Action, Report, ReportState, TestOfChange
from hileads.clock import today
from hileads.leads.actions import accept_invitation, confirm_nomination, nominate_person
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import users_who_can
from learning_sets.models import Commitment, Reflection
from tests.integration.demo.conftest import PEOPLE

TRUST = "RAE"
PRIVATE = (Commitment, Reflection)


def person(key: str) -> User:
    return User.objects.get(email=PEOPLE[key])


def ciphertexts() -> list[tuple[object, ...]]:
    """Return what is stored of everything private, as it is stored, and whose it is."""
    found: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        for model in PRIVATE:
            query = sql.SQL("SELECT {}, id, author_id, text FROM {} ORDER BY id")
            cursor.execute(query.format(model.__name__, sql.Identifier(model._meta.db_table)))
            found += cursor.fetchall()
    return found


def rows_that_hold(words: str) -> dict[str, int]:
    """Return how many rows of which table hold these words in the clear."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            query = sql.SQL("SELECT count(*) FROM {} AS line WHERE line::text LIKE %s")
            cursor.execute(query.format(sql.Identifier(table)), [f"%{words}%"])
            (count,) = cursor.fetchone()
            if count:
                found[table] = count
    return found


def without_a_live_owner(actions: object) -> list[str]:
    live = Appointment.objects.live(today()).filter(organisation__code=TRUST).values("user")
    return [action.title for action in actions.exclude(owner__in=live)]  # type: ignore[attr-defined]


@pytest.fixture
def successor(demo: None) -> User:
    """Tom nominates, the region confirms, Nina accepts: she follows Dr Karim today."""
    trust = Organisation.objects.get(code=TRUST)
    invitation = nominate_person(
        by=person("tom"),
        organisation=trust,
        role=Role.EXECUTIVE_LEAD,
        email="nina.next@demo.example",
        name="Nina Next",
        from_date=today(),
    )
    invitation = confirm_nomination(by=person("sam"), invitation=invitation)
    return accept_invitation(by=User.objects.system(), invitation=invitation)


def test_nothing_is_orphaned_and_nothing_private_moves(
    demo: None, request: pytest.FixtureRequest, signed_in_to_demo: Callable[[User], Client]
):
    nadia = person("nadia")
    hers = Action.objects.open().filter(owner=nadia, plan__organisation__code=TRUST)
    titles = {action.title for action in hers}
    assert len(titles) == 2
    kept, whose = ciphertexts(), {model: set(model.objects.values_list("pk", "author")) for model in PRIVATE}
    own = [row.text for model in PRIVATE for row in model.objects.filter(author=nadia)]
    assert own
    assert [rows_that_hold(text) for text in own] == [{}] * len(own)

    successor: User = request.getfixturevalue("successor")

    post = Appointment.objects.get(user=nadia, organisation__code=TRUST)
    assert post.to_date == today() - timedelta(days=1)
    actions = Action.objects.filter(plan__organisation__code=TRUST).open()
    assert without_a_live_owner(actions) == []
    trials = TestOfChange.objects.filter(action__in=actions, decided_at__isnull=True)
    assert without_a_live_owner(Action.objects.filter(trials__in=trials)) == []
    assert {action.title for action in actions.filter(owner=successor)} == titles
    for report in Report.objects.filter(organisation__code=TRUST).exclude(state=ReportState.SIGNED):
        assert successor in users_who_can(P.REPORT_EDIT, on=report)
        assert list(users_who_can(P.REPORT_SIGN, on=report)) == [successor]

    browser = signed_in_to_demo(successor)
    pages = {
        page: browser.get(page).content.decode()
        for page in ("/this-week/", "/my-role/", f"/plan/{TRUST}/", f"/hand-overs/{post.public_id}/")
    }
    assert f"/hand-overs/{post.public_id}/" in pages["/this-week/"]
    for title in titles:
        assert title in pages[f"/plan/{TRUST}/"].replace("&#39;", "'")
        assert title in pages[f"/hand-overs/{post.public_id}/"].replace("&#39;", "'")

    assert ciphertexts() == kept
    assert {model: set(model.objects.values_list("pk", "author")) for model in PRIVATE} == whose
    assert [rows_that_hold(text) for text in own] == [{}] * len(own)
    assert [page for page, text in pages.items() for words in own if words in text] == []
    assert signed_in_to_demo(nadia).get(f"/hand-overs/{post.public_id}/").status_code == 404


@pytest.fixture
def signed_in_to_demo(demo: None) -> Callable[[User], Client]:
    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
