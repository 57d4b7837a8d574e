"""The rows of a file of figures beside the figures that the portal holds: copied, compared and entered in sets.

A million rows pass through one at a time and are never held: PostgreSQL takes them by COPY and compares them itself.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.core.cache import cache
from django.db import connection

from accountability.figurefiles.known import Known
from accountability.figurefiles.reading import rows_of
from accountability.figurefiles.rows import understood
from accountability.models import DataSource, FigureImport, Outcome
from accountability.policies.figureimports import ROW_FAULTS
from accountability.queries.figureimports import original, said_of
from hileads.clock import now
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.spreadsheets.layout import RawRow

TELL_EVERY = 2_000
COPY = """
COPY accountability_stagedfigure
    (of_import_id, number, outcome, fault, version_id, period, period_start_date, period_end_date, "group", state, reason,
     numerator, denominator, value, lower, upper, completeness, unknown_share, published_date)
FROM STDIN
"""
NOTHING = (None, "", None, None, "", "", "", *[None] * 8)

IN_SETS = "SET LOCAL enable_nestloop = off"
"""Nothing is known yet of how many rows have just been staged: taken for few, they would be compared one by one."""
AS_BEFORE = "SET LOCAL enable_nestloop TO DEFAULT"
REJECT_REPEATED = """
UPDATE accountability_stagedfigure AS staged
SET outcome = 'rejected',
    fault = replace(%(repeated)s, '{row}', found.other::text)
FROM (
    SELECT id, coalesce(lag(number) OVER same, lead(number) OVER same) AS other
    FROM accountability_stagedfigure WHERE of_import_id = %(run)s AND outcome = 'new'
    WINDOW same AS (PARTITION BY version_id, period_end_date, "group" ORDER BY number)
) AS found
WHERE staged.id = found.id AND found.other IS NOT NULL
"""
REJECT_CALLED_OTHERWISE = """
UPDATE accountability_stagedfigure AS staged
SET outcome = 'rejected',
    fault = replace(%(called_otherwise)s, '{period}', known.period)
FROM (
    SELECT DISTINCT ON (version_id, period_start_date, period_end_date)
        version_id, period_start_date, period_end_date, period
    FROM (
        SELECT version_id, period_start_date, period_end_date, period, 0 AS number
        FROM accountability_observation WHERE organisation_id = %(organisation)s AND is_current
        UNION ALL
        SELECT version_id, period_start_date, period_end_date, period, number
        FROM accountability_stagedfigure WHERE of_import_id = %(run)s AND outcome = 'new'
    ) AS named
    ORDER BY version_id, period_start_date, period_end_date, number
) AS known
WHERE staged.of_import_id = %(run)s AND staged.outcome = 'new'
    AND staged.version_id = known.version_id
    AND staged.period_start_date = known.period_start_date
    AND staged.period_end_date = known.period_end_date
    AND staged.period <> known.period
"""
COMPARE = """
UPDATE accountability_stagedfigure AS staged
SET replaces_id = held.id,
    outcome = CASE WHEN held.is_same THEN 'unchanged' WHEN held.is_loaded THEN 'rejected' ELSE 'changed' END,
    fault = CASE WHEN held.is_same OR NOT held.is_loaded THEN '' ELSE
        replace(%(loaded)s, '{source}', held.title) END
FROM (
    SELECT row.id AS staged_id, figure.id, figure.figure_import_id IS NULL AS is_loaded, source.title,
        (row.period, row.period_start_date, row.state, row.reason, row.numerator, row.denominator, row.value,
         row.lower, row.upper, row.completeness, row.unknown_share, row.published_date)
        IS NOT DISTINCT FROM
        (figure.period, figure.period_start_date, figure.state, figure.reason, figure.numerator, figure.denominator,
         figure.value, figure.lower, figure.upper, figure.completeness, figure.unknown_share, figure.published_date) AS is_same
    FROM accountability_stagedfigure AS row
    JOIN accountability_observation AS figure
        ON figure.is_current AND figure.organisation_id = %(organisation)s AND figure.version_id = row.version_id
        AND figure.period_end_date = row.period_end_date AND figure."group" = row."group"
    JOIN accountability_datasource AS source ON source.id = figure.source_id
    WHERE row.of_import_id = %(run)s AND row.outcome = 'new'
) AS held
WHERE staged.id = held.staged_id
"""
ENTER = """
INSERT INTO accountability_observation
    (organisation_id, source_id, figure_import_id, replaces_id, is_current, loaded_at, version_id, period,
     period_start_date, period_end_date, "group", state, reason, numerator, denominator, value, lower, upper,
     completeness, unknown_share, published_date)
SELECT %(organisation)s, %(source)s, %(run)s, replaces_id, true, %(moment)s, version_id, period,
    period_start_date, period_end_date, "group", state, reason, numerator, denominator, value, lower, upper,
    completeness, unknown_share, published_date
FROM accountability_stagedfigure WHERE of_import_id = %(run)s AND outcome IN ('new', 'changed')
ORDER BY number
"""


def stage_rows(*, by: User, run: FigureImport, known: Known) -> None:
    """Read a file row by row into the table of staged figures. Raises UnreadableError.

    Memory does not grow with the file. How far it is stands in the cache, where its page reads it.
    """
    check(by, P.FIGURE_IMPORT, on=run)
    if run.mapping:
        known = replace(known, one_is_most_deprived=run.mapping.one_is_most_deprived)
    with original(run) as file, connection.cursor() as cursor, cursor.copy(COPY) as copy:
        size = file.seek(0, 2)
        file.seek(0)
        is_text = file.read(2) != b"PK"
        file.seek(0)
        for count, values in enumerate(_staged(run, rows_of(file, said_of(run)), known), start=1):
            copy.write_row(values)
            if count % TELL_EVERY == 0:
                cache.set(run.progress_key, (count, 100 * file.tell() // size if is_text else None))


def compare_rows(*, by: User, run: FigureImport) -> None:
    """Say of each staged row whether it is new, changes a figure, is known already, or cannot stand beside others."""
    check(by, P.FIGURE_IMPORT, on=run)
    told = {"run": run.pk, "organisation": run.organisation_id} | ROW_FAULTS
    with connection.cursor() as cursor:
        cursor.execute(IN_SETS)
        for statement in (REJECT_REPEATED, REJECT_CALLED_OTHERWISE, COMPARE):
            cursor.execute(statement, told)
        cursor.execute(AS_BEFORE)


def enter_rows(*, by: User, run: FigureImport, source: DataSource) -> None:
    """Enter what is new or changed as figures that count."""
    check(by, P.FIGURE_IMPORT, on=run)
    with connection.cursor() as cursor:
        cursor.execute(
            ENTER,
            {"run": run.pk, "organisation": run.organisation_id, "source": source.pk, "moment": now()},
        )


def _staged(run: FigureImport, rows: Iterator[RawRow], known: Known) -> Iterator[tuple[object, ...]]:
    for row in rows:
        wanted, faults = understood(row, known)
        if wanted is None:
            yield run.pk, row.number, Outcome.REJECTED.value, " ".join(faults), *NOTHING
            continue
        numbers = wanted.numbers
        yield (
            run.pk,
            row.number,
            Outcome.NEW.value,
            "",
            wanted.version_id,
            wanted.period,
            wanted.period_start_date,
            wanted.period_end_date,
            wanted.group,
            numbers.state.value,
            wanted.reason,
            numbers.numerator,
            numbers.denominator,
            numbers.value,
            numbers.lower,
            numbers.upper,
            wanted.completeness,
            wanted.unknown_share,
            wanted.published_date,
        )
