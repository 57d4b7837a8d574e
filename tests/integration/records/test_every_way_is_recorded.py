"""Whichever way a change is made, the database keeps it: who where that is known, what, and what it was before."""

from collections.abc import Callable

import pghistory
import pytest
from celery import current_app, shared_task
from django.db import connection
from django.test import Client

from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Organisation
from hileads.records.queries.history import Entry, Wanted, history
from repository.models import Resource
from tests.actors import Cast
from tests.factories.content import resource
from tests.factories.organisations import OPENED
from tests.integration.curation.conftest import Workshop

DATABASE = "Directly in the database"


def newest(kind: str, name: str) -> Entry:
    """Return the last thing that happened to what has this name."""
    return next(entry for entry in history(Wanted(kind=kind)).entries if name in entry.name)


def told(entry: Entry) -> tuple[str, str, list[tuple[str, str, str]]]:
    return entry.who, entry.verb, [(change.field, change.before, change.after) for change in entry.changes]


def test_raw_sql(cast: Cast):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE leads_user SET name = 'Renamed Raw' WHERE id = %s", [cast.lead.pk])
    entry = newest("leads.User", "Renamed Raw")
    assert told(entry) == (DATABASE, "Changed", [("Name", "Leila Lead", "Renamed Raw")])


def test_raw_sql_inside_an_action_says_who(cast: Cast):
    with pghistory.context(user=cast.national_admin.pk), connection.cursor() as cursor:
        cursor.execute("DELETE FROM leads_appointment WHERE user_id = %s", [cast.leaver.pk])
    entry = newest("leads.Appointment", "Len Leaver")
    assert (entry.who, entry.verb) == ("Nat Admin", "Removed")


def test_an_update_of_many_rows(cast: Cast):
    with pghistory.context(user=cast.secretary.pk):
        Appointment.objects.filter(organisation=cast.trust).update(post_title="All alike")
    for name in ("Leila Lead", "Dev Deputy", "Sal Secretary", "Len Leaver"):
        entry = newest("leads.Appointment", name)
        assert told(entry) == ("Sal Secretary", "Changed", [("Post", "nothing", "All alike")])


def test_many_rows_made_at_once(cast: Cast):
    with pghistory.context(user=cast.national_admin.pk):
        Organisation.objects.bulk_create(
            Organisation(code=code, kind="trust", name=f"{code} Trust", opened_date=OPENED)
            for code in ("BULK1", "BULK2")
        )
    for code in ("BULK1", "BULK2"):
        entry = newest("organisations.Organisation", code)
        assert (entry.who, entry.verb) == ("Nat Admin", "Added")
        assert ("Name", "nothing", f"{code} Trust") in told(entry)[2]


def test_rows_copied_in(cast: Cast):
    columns = "code, kind, name, town, postcode, status, opened_date, sub_location_code"
    present = {field.column for field in Organisation._meta.concrete_fields}
    columns = ", ".join(name for name in columns.split(", ") if name in present)
    values = {"code": "COPY1", "kind": "trust", "name": "Copied Trust", "opened_date": "2022-07-01"}
    row = tuple(values.get(name, "") for name in columns.split(", "))
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY organisations_organisation ({columns}) FROM STDIN") as copy,
    ):
        copy.write_row(row)
    entry = newest("organisations.Organisation", "Copied Trust")
    assert (entry.who, entry.verb) == (DATABASE, "Added")
    assert ("Opened", "nothing", "1 July 2022") in told(entry)[2]


@shared_task
def rename(number: int) -> None:
    """A task that forgets to say who it works for."""
    User.objects.filter(pk=number).update(name="Renamed Later")


def test_a_task_of_the_queue(cast: Cast, settings):
    current_app.conf.task_always_eager = True
    try:
        rename.delay(cast.deputy.pk)
    finally:
        current_app.conf.task_always_eager = False
    entry = newest("leads.User", "Renamed Later")
    assert (entry.who, told(entry)[2]) == (DATABASE, [("Name", "Dev Deputy", "Renamed Later")])


def test_the_curators_workshop(cast: Cast, signed_in: Callable[[User], Client]):
    found = resource()
    Workshop(signed_in(cast.curator)).edit(found, title="Fairer waits")
    Workshop(signed_in(cast.national_admin)).client.post(
        "/curate/snippets/repository/topic/add/", {"code": "night-work", "title": "Night work"}
    )
    entry = newest("repository.Resource", "Fair waits")
    assert (entry.who, entry.verb) == ("Cam Curator", "Changed")
    assert "Latest revision" in {change.field for change in entry.changes}
    entry = newest("repository.Topic", "Night work")
    assert told(entry)[:2] == ("Nat Admin", "Added")
    assert Resource.objects.get().title == "Fair waits: a guide"


def test_a_page_of_the_portal(cast: Cast, signed_in: Callable[[User], Client]):
    signed_in(cast.secretary).post(f"/directory/{cast.trust.code}/people/still-right/")
    entry = newest("leads.Appointment", "Leila Lead")
    assert entry.who == "Sal Secretary"
    assert [change.field for change in entry.changes] == ["Last confirmed"]


def test_a_change_without_anybody_signed_in(cast: Cast):
    with pghistory.context(url="/invitation/"):
        Appointment.objects.filter(user=cast.leaver, role=Role.TEAM_MEMBER).update(is_interim=True)
    entry = newest("leads.Appointment", "Len Leaver")
    assert told(entry) == ("Nobody signed in", "Changed", [("Is interim", "no", "yes")])


def test_what_did_not_change_leaves_no_trace(cast: Cast):
    before = len(history(Wanted()).entries)
    User.objects.filter(pk=cast.lead.pk).update(name=cast.lead.name)
    assert len(history(Wanted()).entries) == before


@pytest.fixture(autouse=True)
def _mail_goes_to_the_ledger(settings) -> None:
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"
