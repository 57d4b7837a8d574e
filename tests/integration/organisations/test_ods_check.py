"""The check against the Organisation Data Service asks a real server, and proposes: it changes nothing by itself.

The server's answers are composed from the shapes that the service's guidance for developers documents.
"""

import json
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.leads.models import User
from hileads.organisations import tasks
from hileads.organisations.actions.checks import record_check, record_failed_check
from hileads.organisations.actions.proposals import confirm_import
from hileads.organisations.models import (
    CheckOutcome,
    Import,
    ImportOrigin,
    Organisation,
    OrganisationName,
    RegisterCheck,
)
from hileads.organisations.odsapi.client import A_PAGE, PAGES_AT_MOST, OdsClient, OdsUnavailableError
from hileads.organisations.odsapi.records import BOARDS_NAME, TRUSTS_NAME
from hileads.organisations.odsfiles.planning import Plan
from hileads.organisations.odsfiles.telling import digest_of, told
from hileads.organisations.queries.imports import checked_since, files_of
from hileads.organisations.queries.register import plan_import
from tests.actors import Cast
from tests.integration.organisations.conftest import PARENTS, TRUSTS
from tests.journeys.portal import free_port

Answer = tuple[int, bytes]
Enter = Callable[..., Plan]
TRUST, BOARD, IS_BOARD, REGION = "RO197", "RO261", "RO318", "RO209"


class Ods:
    """A server on this machine that answers as the service does, from `records` and by role from `changed`."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Any]] = {}
        self.changed: dict[str, list[str]] = {TRUST: [], BOARD: []}
        self.instead: Answer | None = None
        self.seconds = 0.0
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}/ORD/2-0-0"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        ods = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                time.sleep(ods.seconds)
                status, body = ods.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        return Handler

    def answer(self, target: str) -> Answer:
        parts = urlsplit(target)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        path = parts.path.removeprefix("/ORD/2-0-0/")
        self.asked.append((path, asked))
        if self.instead:
            return self.instead
        if path != "organisations":
            return self._record(path.removeprefix("organisations/"))
        codes = self.changed[asked["PrimaryRoleId"]]
        start = int(asked.get("Offset", 0))
        found = [self._summary(code) for code in codes[start : start + int(asked["Limit"])]]
        return 200, json.dumps({"Organisations": found}).encode()

    def _summary(self, code: str) -> dict[str, str]:
        return {
            "Name": "A NAME",
            "OrgId": code,
            "Status": "Active",
            "OrgRecordClass": "RC1",
            "PostCode": "AL10 8YE",
            "LastChangeDate": "2026-11-20",
            "PrimaryRoleId": TRUST,
            "PrimaryRoleDescription": "NHS TRUST",
            "OrgLink": f"{self.address}/organisations/{code}",
        }

    def _record(self, code: str) -> Answer:
        if code not in self.records:
            return 404, b'{"errorCode": 404, "errorText": "Not found."}'
        return 200, json.dumps({"Organisation": self.records[code]}).encode()


def trust(code: str, name: str, icb: str = "QWO", **more: Any) -> dict[str, Any]:
    """Return a record of a trust as the service documents it."""
    return {
        "Name": name,
        "Date": [
            {"Type": "Operational", "Start": "1992-04-01"},
            {"Type": "Legal", "Start": "2001-04-01", "End": "2021-09-30"},
        ],
        "OrgId": {
            "root": "2.16.840.1.113883.2.1.3.2.4.18.48",
            "assigningAuthorityName": "HSCIC",
            "extension": code,
        },
        "Status": "Active",
        "LastChangeDate": "2026-11-20",
        "orgRecordClass": "RC1",
        "GeoLoc": {
            "Location": {
                "AddrLn1": "DUCKWORTH LANE",
                "Town": "BRADFORD",
                "PostCode": "BD9 6RJ",
                "Country": "ENGLAND",
            }
        },
        "Roles": {"Role": [{"id": TRUST, "uniqueRoleId": 1, "primaryRole": True, "Status": "Active"}]},
        "Rels": {
            "Rel": [
                _relation("QT1", "Inactive"),
                _relation(icb, "Active"),
                {"id": "RE8", "Target": {"OrgId": {"extension": "X24"}, "PrimaryRoleId": {"id": "RO116"}}},
            ]
        },
        **more,
    }


def board(
    code: str,
    name: str,
    *,
    opened: str = "2022-07-01",
    closed: str = "",
    region: str = "Y63",
    roles: tuple[str, ...] = (BOARD, IS_BOARD),
) -> dict[str, Any]:
    """Return a record of a board: a strategic partnership since 2020, and a board since its role says so."""
    record = trust(code, name)
    life = {"Type": "Operational", "Start": "2020-04-01"} | ({"End": closed} if closed else {})
    days = {BOARD: [life], IS_BOARD: [{"Type": "Operational", "Start": opened}]}
    record["Date"] = [life]
    record["Roles"] = {"Role": [{"id": role, "Date": days[role], "Status": "Active"} for role in roles]}
    record["Rels"] = {"Rel": [_relation(region, "Active", role=REGION)] if region else []}
    return record


def _relation(code: str, status: str, *, role: str = BOARD) -> dict[str, Any]:
    return {
        "Date": [{"Type": "Operational", "Start": "2020-04-01"}],
        "Status": status,
        "Target": {"OrgId": {"extension": code}, "PrimaryRoleId": {"id": role}},
        "id": "RE5",
        "uniqueRelId": 696688,
    }


@pytest.fixture
def ods(settings: Any) -> Iterator[Ods]:
    found = Ods()
    settings.ODS_CHECK_URL = found.address
    settings.ODS_CHECK_SECONDS = 5.0
    worker = Thread(target=found.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    worker.start()
    yield found
    found.server.shutdown()
    found.server.server_close()
    worker.join()


@pytest.fixture
def register(imported: Enter) -> None:
    imported(*PARENTS, TRUSTS)


BRADFORD = "BRADFORD TEACHING HOSPITALS NHS FOUNDATION TRUST"


def test_what_has_changed_is_proposed_and_nothing_changes_by_itself(
    register: None, ods: Ods, cast: Cast, signed_in: Callable[[User], Client]
):
    ods.changed = {TRUST: ["RAE", "RNEW"], BOARD: []}
    ods.records = {
        "RAE": trust("RAE", "BRADFORD DISTRICT NHS FOUNDATION TRUST"),
        "RNEW": trust(
            "RNEW",
            "NEW NHS TRUST",
            Date=[{"Type": "Legal", "Start": "2026-11-01", "End": "2026-11-20"}],
            Succs={
                "Succ": [
                    {
                        "uniqueSuccId": 38096,
                        "Date": [{"Type": "Legal", "Start": "2026-11-21"}],
                        "Type": "Successor",
                        "Target": {"OrgId": {"extension": "RAE"}, "PrimaryRoleId": {"id": TRUST}},
                    },
                    {"Type": "Predecessor", "Target": {"OrgId": {"extension": "RCF"}}},
                ]
            },
        ),
    }
    tasks.check_against_ods()
    check = RegisterCheck.objects.get()
    assert (check.outcome, str(check)) == (CheckOutcome.PROPOSED, "An import is proposed")
    assert Organisation.objects.get(code="RAE").name == "Bradford Teaching Hospitals NHS Foundation Trust"
    run = Import.objects.get(origin=ImportOrigin.CHECK)
    assert (run.file_names, run.created_by) == (TRUSTS_NAME, User.objects.system())
    client = signed_in(cast.national_admin)
    listed = client.get(reverse("import-list")).content.decode()
    assert "An import is proposed." in listed
    assert reverse("import-show", args=[run.public_id]) in listed
    page = client.get(reverse("import-show", args=[run.public_id])).content.decode()
    assert "New: 1 row" in page
    assert "ODS records that RNEW passed to RAE on 2026-11-21." in page
    assert "ODS records that RCF passed to RNEW on a day it does not say." in page
    page = client.get(reverse("import-show", args=[run.public_id]), {"rows": "changed"}).content.decode()
    assert f"Name: {BRADFORD} → BRADFORD DISTRICT NHS FOUNDATION TRUST" in page
    tasks.check_against_ods()
    assert Import.objects.filter(origin=ImportOrigin.CHECK).count() == 1
    assert RegisterCheck.objects.latest("pk").outcome == CheckOutcome.NOTHING_NEW


def test_changed_boards_are_proposed_with_the_trusts(
    register: None, ods: Ods, cast: Cast, signed_in: Callable[[User], Client]
):
    ods.changed = {TRUST: ["RAE"], BOARD: ["QWO", "QNEW", "QOLD", "QNO"]}
    ods.records = {
        "RAE": trust("RAE", BRADFORD, icb="QNEW"),
        "QWO": board("QWO", "NHS WEST OF YORKSHIRE INTEGRATED CARE BOARD", opened="2020-04-01", region=""),
        "QNEW": board("QNEW", "NHS NEW INTEGRATED CARE BOARD", opened="2026-11-02", region="Y63"),
        "QOLD": board("QOLD", "OLD STRATEGIC PARTNERSHIP", roles=(BOARD,)),
        "QNO": board("QNO", "NHS NOWHERE INTEGRATED CARE BOARD", region=""),
    }
    tasks.check_against_ods()
    run = Import.objects.get(origin=ImportOrigin.CHECK)
    assert run.file_names == f"{BOARDS_NAME}, {TRUSTS_NAME}"
    client = signed_in(cast.national_admin)
    page = client.get(reverse("import-show", args=[run.public_id])).content.decode()
    assert "New: 1 row" in page
    assert "ODS has a board QNO, NHS NOWHERE INTEGRATED CARE BOARD, and does not say in which region" in page
    assert "QOLD" not in page
    tasks.check_against_ods()
    assert Import.objects.filter(origin=ImportOrigin.CHECK).count() == 1
    by, seen = cast.national_admin, digest_of(told(plan_import(files_of(run))))
    confirm_import(by=by, run=run, seen=seen)
    west, new = (Organisation.objects.get(code=code) for code in ("QWO", "QNEW"))
    assert (west.name, west.opened_date) == ("NHS West of Yorkshire Integrated Care Board", date(2022, 7, 1))
    assert west.names.get(to_date__isnull=True).from_date == today()
    assert (new.opened_date, new.kind) == (date(2026, 11, 2), "icb")
    assert new.links.get().parent.code == "Y63"
    assert Organisation.objects.get(code="RAE").links.filter(parent=new).exists()
    assert new.expectations.exists()


def test_a_board_that_ods_has_closed_closes(register: None, ods: Ods, cast: Cast):
    ods.changed[BOARD] = ["QWO"]
    known = Organisation.objects.get(code="QWO")
    ods.records = {"QWO": board("QWO", known.names.latest("from_date").name, closed="2026-11-20")}
    tasks.check_against_ods()
    run = Import.objects.get(origin=ImportOrigin.CHECK)
    assert run.file_names == BOARDS_NAME
    confirm_import(by=cast.national_admin, run=run, seen=digest_of(told(plan_import(files_of(run)))))
    known.refresh_from_db()
    assert known.closed_date == date(2026, 11, 20)
    assert Organisation.objects.get(code="RAE").links.get(parent=known).to_date == date(2026, 11, 20)


def test_a_board_that_is_as_the_register_says_is_not_proposed(register: None, ods: Ods):
    ods.changed[BOARD] = ["QWO", "QOLD"]
    name = OrganisationName.objects.filter(organisation__code="QWO").latest("from_date").name
    ods.records = {"QWO": board("QWO", name), "QOLD": board("QOLD", "OLD PARTNERSHIP", roles=(BOARD,))}
    tasks.check_against_ods()
    assert RegisterCheck.objects.get().outcome == CheckOutcome.NOTHING_NEW


def test_what_the_register_holds_already_is_not_proposed(register: None, ods: Ods):
    ods.changed[TRUST] = ["RAE"]
    ods.records = {"RAE": trust("RAE", BRADFORD, Date=[{"Type": "Operational", "Start": "1993-04-01"}])}
    known = Organisation.objects.get(code="RAE")
    opened = known.opened_date
    assert opened is not None
    ods.records["RAE"]["Date"][0]["Start"] = opened.isoformat()
    tasks.check_against_ods()
    assert RegisterCheck.objects.get().outcome == CheckOutcome.NOTHING_NEW
    assert not Import.objects.filter(origin=ImportOrigin.CHECK).exists()


def test_an_empty_answer_is_nothing_new_and_the_next_check_goes_on_from_there(register: None, ods: Ods):
    tasks.check_against_ods()
    check = RegisterCheck.objects.get()
    assert check.outcome == CheckOutcome.NOTHING_NEW
    assert check.since_date == today() - timedelta(days=7)
    assert [path for path, _ in ods.asked] == ["organisations", "organisations"]
    assert ods.asked[0][1] == {
        "PrimaryRoleId": TRUST,
        "LastChangeDate": check.since_date.isoformat(),
        "Limit": "1000",
    }
    assert checked_since(today()) == today()
    assert checked_since(today() + timedelta(days=400)) == today() + timedelta(days=400 - 185)


def test_a_failed_check_says_why_and_the_next_asks_about_the_same_days(
    register: None, ods: Ods, cast: Cast, signed_in: Callable[[User], Client]
):
    ods.instead = (500, b"out of order")
    tasks.check_against_ods()
    check = RegisterCheck.objects.get()
    assert (check.outcome, check.notes) == (
        CheckOutcome.FAILED,
        "The answer about organisations was an error (500).",
    )
    assert checked_since(today()) == check.since_date
    listed = signed_in(cast.national_admin).get(reverse("import-list")).content.decode()
    assert "The check failed." in listed
    assert "was an error (500)" in listed


def test_what_does_not_fit_the_register_is_a_failed_check(register: None, ods: Ods):
    ods.changed[TRUST] = ["RAE"]
    ods.records = {"RAE": trust("RAE", BRADFORD, icb="QZZ")}
    tasks.check_against_ods()
    check = RegisterCheck.objects.get()
    assert check.outcome == CheckOutcome.FAILED
    assert "ICB QZZ is neither in the register nor a known exception." in check.notes


def test_nothing_is_asked_until_the_address_is_given(db: None, settings: Any):
    assert settings.ODS_CHECK_URL == ""
    tasks.check_against_ods()
    assert not RegisterCheck.objects.exists()


def test_a_long_list_is_read_page_by_page(ods: Ods):
    ods.changed[TRUST] = [f"R{number:04d}" for number in range(2 * A_PAGE + 1)]
    found = OdsClient(ods.address).changed_since(date(2026, 11, 1), role=TRUST)
    assert found == ods.changed[TRUST]
    assert [asked.get("Offset") for _, asked in ods.asked] == [None, "1000", "2000"]


def test_a_list_without_an_end_is_given_up(ods: Ods):
    rows = {"Organisations": [{"OrgId": "RAE"}] * A_PAGE}
    ods.instead = (200, json.dumps(rows).encode())
    with pytest.raises(OdsUnavailableError, match="went on after 20 pages"):
        OdsClient(ods.address).changed_since(date(2026, 11, 1), role=TRUST)
    assert len(ods.asked) == PAGES_AT_MOST


WRONG = [
    ((200, b"not json"), "is not JSON"),
    ((200, b"[]"), "is of another shape"),
    ((200, b"{}"), "holds no list of organisations"),
    ((200, b'{"Organisations": [{"Name": "A"}]}'), "holds no code"),
    ((200, b'{"Organisations": ["RAE"]}'), "holds no code"),
    ((503, b""), "was an error \\(503\\)"),
]


@pytest.mark.parametrize(("instead", "message"), WRONG)
def test_an_answer_that_is_not_as_documented_is_told(ods: Ods, instead: Answer, message: str):
    ods.instead = instead
    with pytest.raises(OdsUnavailableError, match=message):
        OdsClient(ods.address).changed_since(date(2026, 11, 1), role=TRUST)


def test_a_record_that_is_missing_or_empty_is_told(ods: Ods):
    with pytest.raises(OdsUnavailableError, match=r"organisations/RZZ was an error \(404\)"):
        OdsClient(ods.address).record("RZZ")
    ods.instead = (200, b"{}")
    with pytest.raises(OdsUnavailableError, match="about RZZ holds no organisation"):
        OdsClient(ods.address).record("RZZ")


def test_a_service_that_does_not_answer_in_time_or_is_not_there_is_told(ods: Ods):
    ods.seconds = 0.5
    with pytest.raises(OdsUnavailableError, match=r"No answer about organisations within 0\.1 seconds"):
        OdsClient(ods.address, seconds=0.1).changed_since(date(2026, 11, 1), role=TRUST)
    with pytest.raises(OdsUnavailableError, match="cannot be reached"):
        OdsClient(f"http://127.0.0.1:{free_port()}").record("RAE")


@pytest.mark.parametrize("who", ["regional_convenor", "lead", "secretary", "curator", "stranger", "leaver"])
def test_nobody_else_records_a_check(cast: Cast, who: str):
    person = cast.people()[who]
    for attempt in (
        lambda: record_check(by=person, since=today(), trusts=[]),
        lambda: record_failed_check(by=person, since=today(), reason="It did not answer."),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
