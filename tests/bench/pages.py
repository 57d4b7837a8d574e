"""What pages cost with ten organisations and with all of them: queries, and time in one run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accountability.models import Measure, Report
from hileads.database import APP_ROLE
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from tests.bench.ground import median_of

FEW = 10
RUNS = 15
# Where the demo's people are: kept when all but ten organisations go.
KEPT = ("RAE", "RXG", "QWO", "Y63")


@dataclass(frozen=True)
class Cost:
    """What one page cost."""

    queries: int
    seconds: float


def addresses() -> dict[str, str]:
    """Return the pages that must not grow, by the name that people know them by."""
    measures = {measure.family: measure.code for measure in Measure.objects.order_by("-position", "-code")}
    report = Report.objects.filter(organisation__code="RAE").order_by("-to_date").first()
    assert report is not None
    return {
        "This week": reverse("this-week"),
        "Directory": reverse("organisation-list"),
        "Organisation": reverse("organisation-show", args=["RAE"]),
        "Our measures": reverse("measure-list"),
        "Board view": reverse("board-show", args=["RAE"]),
        "Equal-footing check": reverse("board-footing", args=["RAE"]),
        **{f"Measure: {code}": reverse("measure-show", args=[code]) for code in measures.values()},
        "Comparison": f"{reverse('measure-compare', args=[measures['core']])}?among=kind",
        "Board report": reverse("report-show", args=[report.public_id]),
    }


def costs(email: str, pages: dict[str, str]) -> dict[str, Cost]:
    """Return what each page costs for this person, its caches warm."""
    queries, client = queries_of_pages(email, pages), browser_of(email)
    return {
        name: Cost(queries[name], median_of(lambda address=address: client.get(address), RUNS))
        for name, address in pages.items()
    }


def queries_of_pages(email: str, pages: dict[str, str]) -> dict[str, int]:
    """Return how many queries each page runs for this person, its caches warm."""
    client = browser_of(email)
    return {name: _queries(client, address) for name, address in pages.items()}


def browser_of(email: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=email), backend="hileads.curation.backends.AppointmentBackend")
    return client


def _queries(client: Client, address: str) -> int:
    for _ in range(2):
        answer = client.get(address)
        assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@contextmanager
def few_organisations() -> Iterator[int]:
    """Let only ten organisations be there for a while, with their figures and people. Yields how many there are."""
    with transaction.atomic():
        kept = list(Organisation.objects.filter(code__in=KEPT).values_list("pk", flat=True))
        others = Organisation.objects.exclude(pk__in=kept).order_by("code")
        kept += others.values_list("pk", flat=True)[: FEW - len(kept)]
        with connection.cursor() as cursor:
            # Neither keys nor history are asked: what is removed comes back when the transaction is undone.
            cursor.execute("SET LOCAL ROLE NONE")
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table, column in _places_of_organisations():
                cursor.execute(f'DELETE FROM "{table}" WHERE NOT "{column}" = ANY(%s)', [kept])  # noqa: S608
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")
            cursor.execute("ANALYZE")
            cursor.execute(f"SET LOCAL ROLE {APP_ROLE}")
        yield Organisation.objects.count()
        transaction.set_rollback(True)


def _places_of_organisations() -> list[tuple[str, str]]:
    """Return every table and column that names an organisation, the register itself last."""
    places = [
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Organisation and model._meta.managed
    ]
    return [*places, (Organisation._meta.db_table, "id")]
