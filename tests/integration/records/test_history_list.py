"""The page of the history: for national administrators, in plain words, a page at a time."""

from collections.abc import Callable
from datetime import timedelta

import pghistory
import pytest
from django.test import Client

from accountability.models import Plan
from hileads.clock import now, today
from hileads.encryption import EncryptedTextField
from hileads.leads.actions import end_appointment, nominate_person
from hileads.leads.models import Appointment, Role, User
from hileads.records.queries import history as asked
from hileads.records.queries.history import Key, Wanted, event_models, fields_of, history, tracked
from hileads.records.queries.wording import Named, changes_between, name_of
from tests.actors import Cast
from tests.factories.boardroom import action_of
from tests.reader import Reader

SignIn = Callable[[User], Client]


@pytest.fixture
def admin(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.national_admin)


def words(client: Client, address: str = "/history/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(Reader(answer.content.decode()).words.split())


def test_who_did_what_stands_there_with_the_words_before_and_after(cast: Cast, admin: Client):
    post = cast.deputy.appointments.get()
    last_day = today() + timedelta(days=3)
    end_appointment(by=cast.secretary, appointment=post, last_day=last_day)
    shown = words(admin)
    assert "Changed: appointment, Dev Deputy, Alder Vale NHS Foundation Trust" in shown
    assert "By: Sal Secretary" in shown
    assert f"To: nothing became {last_day.day} {last_day:%B %Y}" in shown


def test_acting_for_somebody_is_said(cast: Cast):
    with pghistory.context(user=cast.deputy.pk, acting_for=cast.lead.pk):
        Appointment.objects.filter(user=cast.leaver).update(post_title="Was here")
    entry = history(Wanted(kind="leads.Appointment", person=cast.leaver)).entries[0]
    assert (entry.who, entry.acting_for) == ("Dev Deputy", "Leila Lead")
    assert [vars(change) for change in entry.changes] == [
        {"field": "Post", "before": "nothing", "after": "Was here"}
    ]


def test_what_was_removed_is_told_as_it_last_was(cast: Cast, admin: Client):
    cast.leaver.appointments.all().delete()
    shown = words(admin)
    assert "Removed: appointment, Len Leaver, Alder Vale NHS Foundation Trust" in shown
    assert "Role: Health inequalities team member" in shown


def test_it_is_narrowed_by_kind_organisation_person_and_date(cast: Cast, admin: Client):
    nominate_person(
        by=cast.lead,
        organisation=cast.trust,
        role=Role.TEAM_MEMBER,
        email="ivo@nhs.example",
        name="Ivo Invited",
        from_date=today(),
    )
    everything = len(history(Wanted()).entries)
    by_kind = history(Wanted(kind="leads.Invitation")).entries
    assert {entry.name for entry in by_kind} == {"Ivo Invited, Alder Vale NHS Foundation Trust"}
    by_person = history(Wanted(person=cast.lead)).entries
    assert {entry.kind for entry in by_person} == {"user", "appointment", "invitation"}
    at_the_trust = history(Wanted(organisation=cast.trust)).entries
    assert 0 < len(at_the_trust) < everything
    assert all("Birch Moor" not in entry.name for entry in at_the_trust)
    assert history(Wanted(to_date=today() - timedelta(days=1))).entries == ()
    assert len(history(Wanted(from_date=today())).entries) == everything
    assert "Ivo Invited" in words(admin, f"/history/?organisation=rav&person={cast.lead.email}&kind=")
    assert "Nothing in the history matches" in words(admin, "/history/?kind=accountability.Report")


def test_what_is_no_answer_is_said_and_left_out(cast: Cast, admin: Client):
    shown = words(admin, "/history/?organisation=nope&person=nobody@nhs.example&after=rubbish")
    assert "No organisation has the code NOPE." in shown
    assert "Nobody has the address nobody@nhs.example." in shown
    assert "Added: " in shown


def test_it_is_read_page_by_page_and_no_entry_is_lost_or_told_twice(
    cast: Cast, admin: Client, monkeypatch: pytest.MonkeyPatch
):
    everything = history(Wanted()).entries
    assert len(everything) > 20
    monkeypatch.setattr(asked, "A_PAGE", 3)
    found, page = [], history(Wanted())
    while True:
        found += page.entries
        if not page.next_key:
            break
        page = history(Wanted(after=asked.key_from(page.next_key)))
    assert tuple(found) == everything
    assert "after=" in admin.get("/history/").content.decode()
    assert asked.key_from(str(Key(now(), 2, 3))).number == 3


def test_confidential_things_are_told_without_their_words(cast: Cast, admin: Client):
    action_of(cast.lead, cast.trust, title="Ask the night shift")
    Plan.objects.get().actions.update(title="Ask the day shift")
    shown = words(admin, "/history/?kind=accountability.Action")
    assert "Changed: action" in shown
    assert "Concerned: " in shown
    assert "shift" not in shown


def test_nothing_private_reaches_the_history():
    private = [
        f"{tracked(model)._meta.label}.{field.name}"
        for model in event_models()
        for field in fields_of(model)
        if isinstance(field, EncryptedTextField)
        or any(word in field.name for word in ("password", "digest", "secret", "token"))
    ]
    assert len(event_models()) > 25
    assert private == []


ROOMS_READ_BY_ADMINISTRATORS = {
    "ColumnMapping",
    "DataSource",
    "FigureImport",
    "Measure",
    "MeasureSplit",
    "MeasureVersion",
}


def test_what_only_its_own_people_read_is_confidential_in_the_history_too():
    rooms = [
        tracked(model) for model in event_models() if not tracked(model).__module__.startswith("hileads.")
    ]
    closed = {model for model in rooms if model._meta.app_label in ("accountability", "learning_sets")}
    open_to_all = {model.__name__ for model in closed if not model.history_is_confidential}  # type: ignore[attr-defined]
    assert open_to_all == ROOMS_READ_BY_ADMINISTRATORS


def test_it_asks_as_much_of_the_database_for_many_changes_as_for_few(
    cast: Cast, admin: Client, queries_of: Callable[[Client, str], int]
):
    few = queries_of(admin, "/history/")
    for number in range(30):
        role = (Role.CHAIR, Role.TEAM_MEMBER)[number % 2]
        Appointment.objects.filter(user=cast.leaver).update(role=role)
    assert queries_of(admin, "/history/") == few


def test_an_organisations_page_leads_to_its_history_for_those_who_read_it(cast: Cast, signed_in: SignIn):
    address = f"/directory/{cast.trust.code}/"
    assert "/history/?organisation=RAV" in signed_in(cast.national_admin).get(address).content.decode()
    assert "/history/" not in signed_in(cast.lead).get(address).content.decode()


@pytest.mark.django_db
def test_words_for_every_sort_of_value():
    named = Named({1: "Ann Able"}, {2: "Alder Vale"})
    before = {"is_job_share": False, "confirmed_date": "2026-04-03", "user_id": 9, "organisation_id": None}
    after = {
        "is_job_share": True,
        "confirmed_date": None,
        "user_id": 1,
        "organisation_id": 2,
        "role": "chair",
    }
    found = {field: (old, new) for field, old, new in changes_between(Appointment, before, after, named)}
    assert found == {
        "Is job share": ("no", "yes"),
        "Last confirmed": ("3 April 2026", "nothing"),
        "User": ("Somebody whose account is gone", "Ann Able"),
        "Organisation": ("nothing", "Alder Vale"),
        "Role": ("nothing", "Chair"),
    }
    assert named.organisation(7) == "An organisation that is gone"
    assert name_of({"user_id": 1, "organisation_id": 2}, named) == "Ann Able, Alder Vale"
    [(field, _, moment)] = changes_between(User, {}, {"joined_at": "2026-04-03T13:30:00+00:00"}, named)
    assert (field, moment) == ("Joined at", "3 April 2026 at 2:30pm")
