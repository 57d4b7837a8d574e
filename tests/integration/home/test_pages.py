"""The pages that belong to no single room: welcome, search, whom one acts for, what this is, how it stands."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory, NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.urls import reverse
from redis.exceptions import ConnectionError as NoRedisError

from hileads.clock import now
from hileads.contributions import SearchHit, SearchSource, search_sources
from hileads.home.queries import pages as queries
from hileads.home.reference.recommendations import RECOMMENDATIONS
from hileads.leads.models import Appointment, Role, User
from hileads.leads.queries import acting_organisation
from hileads.notifications.models import Message, State, Stream
from tests.actors import Cast

SignIn = Callable[[User], Client]


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_first_page_says_what_this_is_and_sends_people_on(cast: Cast, signed_in: SignIn):
    shown = page(Client(), "/")
    assert "Who it is for" in shown
    assert f'href="{reverse("account_login")}"' in shown
    assert signed_in(cast.lead).get("/").url == reverse("this-week")


def test_each_of_the_five_recommendations_leads_to_where_it_lives(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.lead)
    shown = page(client, "/recommendations/")
    assert len(RECOMMENDATIONS) == 5
    for one in RECOMMENDATIONS:
        assert one.title in shown
        for place in one.places:
            assert f'href="{reverse(place.url_name)}">{place.label}</a>' in shown
            assert client.get(reverse(place.url_name)).status_code == 200


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/accessibility/", "partially compliant"),
        ("/privacy/", "It holds nothing about patients"),
        ("/cookies/", "We set two cookies"),
        ("/status/", "The portal works."),
    ],
)
def test_everyone_may_read_how_the_portal_is_run(db: None, address: str, words: str):
    assert words in page(Client(), address)


def test_whom_to_write_to_is_a_setting(settings: object):
    assert "the person in your NHS England region" in page(Client(), "/privacy/")
    settings.SERVICE_CONTACT = "help@nhs.example"  # type: ignore[attr-defined]
    assert "mailto:help@nhs.example" in page(Client(), "/privacy/")


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    hits = {"race equality": [SearchHit("Workforce race", "/evidence/race/", "Evidence", "What it says")]}
    monkeypatch.setattr(search_sources, "_entries", {})
    search_sources.add("a", SearchSource("Nothing here", 1, lambda user, words: []))
    search_sources.add("b", SearchSource("Evidence", 2, lambda user, words: hits.get(words, [])))


def test_search_shows_what_each_room_found(cast: Cast, signed_in: SignIn, sources: None):
    shown = page(signed_in(cast.lead), "/search/?q=+race+equality+")
    assert "<title>race equality: search" in shown.replace("<title >", "<title>")
    assert 'href="/evidence/race/">Workforce race</a>' in shown
    assert "What it says" in shown
    assert "Nothing here" not in shown


def test_search_without_a_result_says_what_to_do(cast: Cast, signed_in: SignIn, sources: None):
    assert "Nothing was found for “xyzzy”." in page(signed_in(cast.lead), "/search/?q=xyzzy")
    assert "Nothing was found" not in page(signed_in(cast.lead), "/search/?q=+")


@pytest.fixture
def lead_of_two(cast: Cast) -> User:
    Appointment.objects.create(
        user=cast.lead, role=Role.CHAIR, organisation=cast.trust_elsewhere, from_date=date(2024, 4, 1)
    )
    return cast.lead


def test_a_person_with_several_organisations_chooses_for_whom_they_act(
    cast: Cast, lead_of_two: User, signed_in: SignIn
):
    client = signed_in(lead_of_two)
    assert "Acting for <strong>Alder Vale" in page(client, "/account/")
    assert 'href="/acting-for/?next=/account/"' in page(client, "/account/")
    assert 'value="RAV" checked' in page(client, "/acting-for/?next=/account/")
    response = client.post("/acting-for/", {"organisation": "RBM", "next": "/account/"})
    assert response.url == "/account/"
    assert "Acting for <strong>Birch Moor" in page(client, "/account/")


def test_one_cannot_act_for_an_organisation_one_has_no_post_at(lead_of_two: User, signed_in: SignIn):
    client = signed_in(lead_of_two)
    shown = client.post("/acting-for/", {"organisation": "RCH"}).content.decode()
    assert "There is a problem" in shown
    assert "acting_for" not in client.session


def test_one_is_not_led_away_after_choosing(lead_of_two: User, signed_in: SignIn):
    response = signed_in(lead_of_two).post(
        "/acting-for/", {"organisation": "RBM", "next": "https://elsewhere.example/"}
    )
    assert response.url == reverse("this-week")


def test_a_choice_that_has_ended_is_passed_over(cast: Cast, lead_of_two: User, signed_in: SignIn, rf: object):
    Appointment.objects.filter(organisation=cast.trust_elsewhere, user=lead_of_two).update(
        to_date=date(2024, 5, 1)
    )
    client = signed_in(lead_of_two)
    session = client.session
    session["acting_for"] = "RBM"
    session.save()
    assert "Acting for <strong>Alder Vale" in page(client, "/account/")
    request = rf.get("/")  # type: ignore[attr-defined]
    request.user, request.session = cast.national_admin, {}
    assert acting_organisation(request) is None


@pytest.mark.parametrize(
    ("who", "words"),
    [("deputy", "So there is nothing to choose"), ("national_admin", "no appointment at an organisation")],
)
def test_without_a_choice_the_page_says_why(cast: Cast, signed_in: SignIn, who: str, words: str):
    shown = page(signed_in(cast.people()[who]), "/acting-for/")
    assert words in shown
    assert "Change" not in shown


def test_an_account_without_an_appointment_says_whom_to_ask(cast: Cast, signed_in: SignIn):
    assert "You hold no appointment at present" in page(signed_in(cast.leaver), "/account/")
    assert "Executive lead for health inequalities, Alder Vale" in page(signed_in(cast.lead), "/account/")
    assert "National administrator, national" in page(signed_in(cast.national_admin), "/account/")


def test_machines_learn_that_the_portal_is_live_and_ready(db: None):
    assert Client().get("/health/live").json() == {"status": "live"}
    answer = Client().get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "database": "ok",
        "redis": "ok",
        "migrations": "ok",
        "messages": "ok",
        "heartbeat": "failing",
    }


def test_late_messages_are_told_but_stop_no_page(cast: Cast):
    Message.objects.create(
        meaning_key="late",
        kind="test",
        stream=Stream.SECURITY,
        recipient=cast.lead,
        address=cast.lead.email,
        due_at=now() - timedelta(hours=1),
        state=State.DUE,
        subject="Late",
        body_text="Late",
        created_at=now(),
        posted_by=User.objects.system(),
    )
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()["messages"]) == (200, "failing")
    assert "Late: they will leave as soon as possible" in page(Client(), "/status/")


def test_without_redis_the_portal_is_not_ready(db: None, monkeypatch: pytest.MonkeyPatch):
    def no_answer(key: str) -> None:
        raise NoRedisError

    monkeypatch.setattr(cache, "get", no_answer)
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()["redis"]) == (503, "failing")


def test_without_the_database_the_portal_is_not_ready(monkeypatch: pytest.MonkeyPatch):
    def no_answer() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", no_answer)
    answer = Client().get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["status"] == "not ready"
    assert "Some parts do not answer" in page(Client(), "/status/")


def test_with_a_database_older_than_the_program_the_portal_is_not_ready(
    db: None, monkeypatch: pytest.MonkeyPatch
):
    queries._ask_migrations.cache_clear()
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["one to go"])
    assert Client().get("/health/ready").json()["migrations"] == "failing"


@pytest.mark.parametrize(
    "problem",
    [
        NodeNotFoundError("its parent is missing", ("leads", "0002")),
        InconsistentMigrationHistory("applied before its parent"),
    ],
)
def test_with_migrations_that_do_not_fit_together_the_portal_is_not_ready(
    db: None, monkeypatch: pytest.MonkeyPatch, problem: Exception
):
    def refuse(self: MigrationLoader) -> None:
        raise problem

    queries._ask_migrations.cache_clear()
    monkeypatch.setattr(MigrationLoader, "build_graph", refuse)
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()["migrations"]) == (503, "failing")
    assert "Some parts do not answer" in page(Client(), "/status/")


def test_browsers_that_ask_for_a_symbol_get_one():
    assert settings.STATIC_URL in Client().get("/favicon.ico").url
