"""What a million figures cost: a CSV file handed in, checked and imported, beside PostgreSQL's own COPY of the same rows.

`python -m tests.bench.figures` runs this part alone. COPY goes into the same table, with the same keys and indexes, in
the same run, so the ratio means something on any machine. Memory is the most that this process ever held.
"""

import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from django.core.files import File
from django.db import connection

from accountability.actions.figurefiles import check_figure_file, keep_figure_file
from accountability.actions.figureimports import apply_figures, carry_out_figure_imports
from accountability.figurefiles.columns import LAYOUT
from accountability.models import (
    Family,
    FigureImport,
    FigureImportState,
    Measure,
    MeasureVersion,
)
from accountability.statistics.deprivation import deprivation_groups
from accountability.statistics.observations import Breakdown
from hileads.leads.models import User
from hileads.organisations.models import Kind, Organisation
from tests.bench.ground import own_database, say, seconds_of, table

MOST_TIMES_COPY = 10
FEW, MANY = 100_000, 1_000_000
MEASURES = 4
FIRST_DAY = date(1950, 1, 1)
MIB = 1024
COLUMNS = (
    'version_id, period, period_start_date, period_end_date, "group", state, reason, numerator, '
    "denominator, value, lower, upper, published_date, source_id, figure_import_id, replaces_id, is_current, loaded_at"
)


def measures_of(stamp: str) -> list[str]:
    """Let there be measures by tenth of deprivation, and return their codes."""
    codes = [f"bench-{stamp}-{number}" for number in range(MEASURES)]
    for code in codes:
        measure = Measure.objects.create(code=code, family=Family.INEQUALITY)
        MeasureVersion.objects.create(
            measure=measure,
            title=f"Measure {code}",
            unit="percent",
            direction="neutral",
            breakdown=Breakdown.DEPRIVATION_DECILE,
        )
    return codes


def lines_of(rows: int, codes: list[str], organisation: Organisation) -> Iterator[str]:
    """Yield the lines of a file: every measure, every tenth, as many days as it takes."""
    yield ",".join(LAYOUT.headings)
    groups = [group.key for group in deprivation_groups(Breakdown.DEPRIVATION_DECILE)]
    for day in (FIRST_DAY + timedelta(days=number) for number in range(rows // (MEASURES * len(groups)))):
        for code in codes:
            for group in groups:
                count = (day.toordinal() * 7 + int(group)) % 900
                yield f"{code},{organisation.code},{day},{day},{day},{group},{count},1000,,,,,,"


@contextmanager
def file_of(rows: int, stamp: str, organisation: Organisation) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines_of(rows, measures_of(stamp), organisation))
        yield path


def bring(path: Path, organisation: Organisation, by: User) -> dict[str, float]:
    """Hand a file in, check it and import it, as the queue does; return the seconds of each step."""
    kept: list[FigureImport] = []

    def hand_in() -> None:
        with path.open("rb") as file:
            kept.append(
                keep_figure_file(by=by, organisation=organisation, file_name=path.name, file=File(file))
            )

    steps = {"Handed in": seconds_of(hand_in)}
    (run,) = kept
    steps["Checked"] = seconds_of(lambda: check_figure_file(by=by, run=run))
    apply_figures(by=by, run=run, seen=run.checked_at.isoformat() if run.checked_at else "")
    steps["Imported"] = seconds_of(lambda: carry_out_figure_imports(by=by))
    run.refresh_from_db()
    assert run.state == FigureImportState.APPLIED, run.refusal
    assert run.counts["rejected"] == 0, run.counts
    return steps


def copied(organisation: Organisation) -> float:
    """Return how long COPY takes to put the same rows into the same table, as another organisation's."""
    other = Organisation.objects.create(
        code=f"{organisation.code}C", kind=Kind.TRUST, name="Another trust", opened_date=FIRST_DAY
    )
    with tempfile.TemporaryFile() as file, connection.cursor() as cursor:
        rows = f"SELECT {other.pk}, {COLUMNS} FROM accountability_observation WHERE organisation_id = %s"  # noqa: S608 - names of ours
        with cursor.copy(f"COPY ({rows}) TO STDOUT", [organisation.pk]) as copy:
            for part in copy:
                file.write(part)
        file.seek(0)

        def copy_in() -> None:
            with cursor.copy(
                f"COPY accountability_observation (organisation_id, {COLUMNS}) FROM STDIN"
            ) as copy:
                while part := file.read(MIB * MIB):
                    copy.write(part)

        return seconds_of(copy_in)


def most_memory() -> float:
    """Return the most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB


def measure_figures() -> bool:
    """Print what few and many figures cost, and say whether importing is at most ten times as slow as COPY."""
    by, rows, ratio = User.objects.system(), [], 0.0
    for count in (FEW, MANY):
        place = Organisation.objects.create(
            code=f"B{count}", kind=Kind.TRUST, name=f"Trust of {count:,}", opened_date=FIRST_DAY
        )
        with file_of(count, str(count), place) as path:
            steps = bring(path, place, by)
        memory, plain = most_memory(), copied(place)
        ratio = sum(steps.values()) / plain
        seconds = [f"{value:.1f} s" for value in steps.values()]
        rows.append([f"{count:,}", *seconds, f"{plain:.1f} s", f"{ratio:.1f}", f"{memory:,.0f} MiB"])
    table(["Figures from CSV", "Handed in", "Checked", "Imported", "COPY", "Ratio", "Memory, at most"], rows)
    return ratio <= MOST_TIMES_COPY


if __name__ == "__main__":
    with own_database():
        kept_up = measure_figures()
    if not kept_up:
        say(f"Importing took more than {MOST_TIMES_COPY} times as long as COPY.")
    raise SystemExit(0 if kept_up else 1)
