"""Print what pages, loading, exports, downloads and statistics cost: `make bench`."""

from datetime import UTC, datetime
from io import StringIO

from django.core.management import call_command

from accountability.exports import pdf, spreadsheet, word
from accountability.models import Report
from accountability.queries.report import report_document
from hileads.clock import today
from hileads.organisations.models import Organisation
from tests.bench.digests import measure_digests
from tests.bench.downloads import measure_downloads
from tests.bench.figures import MOST_TIMES_COPY, measure_figures
from tests.bench.ground import machine, median_of, milliseconds, own_database, say, seconds_of, table
from tests.bench.pages import addresses, costs, few_organisations
from tests.bench.slopes import measure_slopes

NATIONAL = "priya.raman@demo.example"
READER = "nadia.karim@demo.example"
EXPORTS = {"PDF": pdf.render, "Word": word.render, "Spreadsheet": spreadsheet.render}


def command(name: str) -> float:
    return seconds_of(lambda: call_command(name, stdout=StringIO()))


def measure_loading() -> None:
    rows = [
        ["load_reference, into an empty database", f"{command('load_reference'):.1f} s"],
        ["load_reference, again", f"{command('load_reference'):.1f} s"],
        ["load_demo", f"{command('load_demo'):.1f} s"],
    ]
    table(["Loading", "Time"], rows)


def measure_pages() -> bool:
    """Print what each page costs, and say whether none ran more queries with all organisations."""
    pages = addresses()
    every, of_all = Organisation.objects.count(), costs(READER, pages)
    with few_organisations() as few:
        of_few = costs(READER, pages)
    rows = [
        [
            name,
            str(of_few[name].queries),
            str(of_all[name].queries),
            milliseconds(of_few[name].seconds),
            milliseconds(of_all[name].seconds),
            f"{of_all[name].seconds / of_few[name].seconds:.2f}",
        ]
        for name in pages
    ]
    heading = ["Page", f"Queries, {few}", f"Queries, {every:,}", f"Time, {few}", f"Time, {every:,}", "Ratio"]
    table(heading, rows)
    return all(of_all[name].queries == of_few[name].queries for name in pages)


def measure_exports() -> None:
    report = Report.objects.filter(organisation__code="RAE").order_by("-to_date")[0]
    document = report_document(report, on=today())
    rows = []
    for name, render in EXPORTS.items():
        first = seconds_of(lambda render=render: render(document))
        later = median_of(lambda render=render: render(document), 5)
        size = len(render(document)) / 1024
        rows.append([name, milliseconds(first), milliseconds(later), f"{size:,.0f} KiB"])
    table(["Export of the board report", "First", "Median of 5", "Size"], rows)


def main() -> int:
    with own_database() as database:
        say(f"{datetime.now(UTC):%Y-%m-%d}. {machine()}.\n")
        measure_loading()
        constant = measure_pages()
        measure_exports()
        measure_downloads(NATIONAL)
        swift = measure_figures()
        even = measure_digests(database)
        quick = measure_slopes()
    if not constant:
        say("A page ran another number of queries with all organisations than with ten.")
    if not even:
        say("A digest took more queries among many recipients than among few.")
    if not quick:
        say("Limits of slopes took too long beside plain numpy's, or were too far from them.")
    if not swift:
        say(f"Importing figures took more than {MOST_TIMES_COPY} times as long as COPY.")
    return 0 if constant and even and quick and swift else 1


if __name__ == "__main__":
    raise SystemExit(main())
