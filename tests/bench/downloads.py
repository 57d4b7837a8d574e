"""What the largest downloads cost: coverage with every organisation expected to have a lead, and a person's own data.

450 leads, all organisations that are open, and an administrator who has changed 20,000 entries.
"""

import time
import tracemalloc
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pghistory
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.database import as_owner
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Expectation, Kind, Organisation
from tests.bench.ground import milliseconds, seconds_of, table
from tests.bench.pages import browser_of

LEADS, EVENTS = 450, 20_000
BEGAN = date(2021, 4, 1)
MIB = 1024 * 1024


@transaction.atomic
def expect_everywhere() -> int:
    """Expect a lead of every open organisation, give 450 of them one, and return how many organisations there are."""
    day = today()
    places = Organisation.objects.open_on(day).exclude(kind__in=(Kind.REGION, Kind.PARTNER)).order_by("code")
    unasked = places.exclude(pk__in=Expectation.objects.on(day).values("organisation"))
    Expectation.objects.bulk_create(
        [
            Expectation(organisation=place, reason="For this measurement.", from_date=BEGAN)
            for place in unasked
        ]
    )
    unled = places.exclude(appointments__role=Role.EXECUTIVE_LEAD)[:LEADS]
    people = User.objects.bulk_create(
        [
            User(email=f"lead{number}@bench.example", name=f"Lead {number:03}", password="!")
            for number in range(len(unled))
        ]
    )
    Appointment.objects.bulk_create(
        [
            Appointment(user=person, organisation=place, role=Role.EXECUTIVE_LEAD, from_date=BEGAN)
            for person, place in zip(people, unled, strict=True)
        ]
    )
    return places.count()


def make_history(email: str) -> None:
    """Let the history say 20,000 things of a person: they changed every organisation, again and again."""
    person, count = User.objects.get(email=email), Organisation.objects.count()
    for number in range(EVENTS // count):
        with pghistory.context(user=person.pk):
            Organisation.objects.update(sub_location_code=f"B{number:04}")
    rest = Organisation.objects.order_by("code").values("pk")[: EVENTS % count]
    with pghistory.context(user=person.pk):
        Organisation.objects.filter(pk__in=rest).update(sub_location_code="REST")


def measure_downloads(email: str) -> None:
    """Print how long the downloads take for an administrator, how much memory they need at most, and their size."""
    organisations = expect_everywhere()
    make_history(email)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = browser_of(email)
    rows = [
        _cost("Coverage, CSV", client, reverse("coverage-csv")),
        _cost("Coverage, workbook", client, reverse("coverage-xlsx")),
        _cost("Everything about me", client, reverse("information-download")),
    ]
    heading = [f"Download, {organisations:,} organisations, {EVENTS:,} events"]
    table([*heading, "Time", "Of which Python's", "Memory", "Size"], rows)


def _cost(name: str, client: Client, address: str) -> list[str]:
    worked = time.process_time()
    seconds = seconds_of(lambda: _content(client, address))
    worked = time.process_time() - worked
    memory, content = _peak(client, address)
    size = f"{len(content) / 1024:,.0f} KiB"
    if address == reverse("information-download"):
        unpacked = sum(info.file_size for info in ZipFile(BytesIO(content)).infolist())
        size += f" ({unpacked / MIB:,.1f} MiB unpacked)"
    return [name, milliseconds(seconds), milliseconds(worked), f"{memory / MIB:,.0f} MiB", size]


def _content(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    return bytes(answer.getvalue())


def _peak(client: Client, address: str) -> tuple[int, bytes]:
    tracemalloc.start()
    try:
        content = _content(client, address)
        return tracemalloc.get_traced_memory()[1], content
    finally:
        tracemalloc.stop()
