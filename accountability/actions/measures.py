"""Loading the catalogue of measures and the published figures, as often as one likes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from accountability.actions.figurerequests import answer_with_figures
from accountability.models import DataSource, Measure, MeasureSplit, MeasureVersion, Observation
from accountability.reference.catalogue import CatalogueEntry, SourceEntry, catalogue
from accountability.reference.figures import ENGLAND, Figure, read
from accountability.statistics.observations import State
from hileads.clock import now
from hileads.contributions import LoadCounts
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

BATCH = 2000
COMPARED = (
    "period",
    "period_start_date",
    "state",
    "reason",
    "numerator",
    "denominator",
    "value",
    "lower",
    "upper",
)


@transaction.atomic
def load_catalogue(*, by: User, entries: Iterable[CatalogueEntry]) -> LoadCounts:
    """Bring the catalogue up to date: a new number is a new version, anything else corrects the words.

    What was written or corrected in the browser is left alone, until a number above all of the measure's comes.
    """
    check(by, P.MEASURE_EDIT)
    counts, splits = LoadCounts(), {}
    for entry in entries:
        splits[entry.code] = entry.split_of
        measure, _ = Measure.objects.update_or_create(
            code=entry.code, defaults={"family": entry.family, "position": entry.position}
        )
        version = measure.versions.filter(number=entry.number).first()
        if version is None and measure.versions.filter(number__gt=entry.number).exists():
            counts.unchanged += 1
        elif version is None:
            measure.versions.filter(is_live=True).update(is_live=False)
            MeasureVersion.objects.create(measure=measure, number=entry.number, **entry.meaning)
            counts.created += 1
        elif not version.is_curated and _corrected(version, entry.meaning):
            version.save()
            counts.updated += 1
        else:
            counts.unchanged += 1
    _pair(splits)
    return counts


@transaction.atomic
def load_source(*, by: User, entry: SourceEntry) -> LoadCounts:
    """Load one shipped file. A file that was loaded before, with the same register, is not read again."""
    check(by, P.MEASURE_EDIT)
    register = _Register.now()
    source, _ = DataSource.objects.update_or_create(
        code=entry.code, defaults={**entry.described, "sha256": entry.sha256()}
    )
    parts = [source.sha256, entry.read_with(), register.fingerprint]
    key = sha256("|".join(parts).encode()).hexdigest()
    if source.loaded_key == key:
        held = source.observations.filter(is_current=True).count()
        return LoadCounts(unchanged=held, rejected=source.rejected_count)
    counts = _write_figures(source, read(entry), register)
    source.loaded_key, source.rejected_count = key, counts.rejected
    source.save()
    answer_with_figures(by=by)
    return counts


@dataclass(frozen=True)
class _Register:
    """Whom figures can belong to, and which meaning they are loaded under: the shipped one, whatever is meant now."""

    organisations: Mapping[str, int | None]
    versions: Mapping[str, int]

    @classmethod
    def now(cls) -> "_Register":
        organisations: dict[str, int | None] = dict(Organisation.objects.values_list("code", "pk"))
        shipped = {(entry.code, entry.number) for entry in catalogue()}
        held = MeasureVersion.objects.values_list("measure__code", "number", "pk")
        versions = {code: pk for code, _, pk in held.filter(is_live=True)}
        versions |= {code: pk for code, number, pk in held if (code, number) in shipped}
        return cls({**organisations, ENGLAND: None}, versions)

    @property
    def fingerprint(self) -> str:
        known = [*sorted(self.organisations), *sorted(f"{code}={pk}" for code, pk in self.versions.items())]
        return sha256("|".join(known).encode()).hexdigest()


def _pair(splits: Mapping[str, str]) -> None:
    """Say which measure is another one seen by group; `splits` names for each code the one that it splits, or none."""
    measures = Measure.objects.in_bulk([*splits, *filter(None, splits.values())], field_name="code")
    MeasureSplit.objects.filter(
        measure__code__in=[code for code, core in splits.items() if not core]
    ).delete()
    for code, core in splits.items():
        if core:
            MeasureSplit.objects.update_or_create(measure=measures[code], defaults={"core": measures[core]})


def _corrected(version: MeasureVersion, meaning: Mapping[str, object]) -> bool:
    changed = [name for name, value in meaning.items() if getattr(version, name) != value]
    for name in changed:
        setattr(version, name, meaning[name])
    return bool(changed)


def _write_figures(source: DataSource, figures: Iterable[Figure], register: _Register) -> LoadCounts:
    """Insert what is new, keep what was restated beside what it says now, and count the rest.

    What an organisation handed in counts no more once its publisher publishes the same figure. Rejected are rows of organisations that the register does not have.
    """
    counts = LoadCounts()
    held = {_key(row): row for row in source.observations.filter(is_current=True)}
    new: list[Observation] = []
    outdated: list[int] = []
    for figure in figures:
        if figure.organisation not in register.organisations:
            counts.rejected += figure.state is not State.MISSING
            continue
        row = _observation(source, figure, register)
        before = held.pop(_key(row), None)
        if before is None:
            counts.created += 1
        elif _same(before, row):
            counts.unchanged += 1
            continue
        else:
            counts.updated += 1
            outdated.append(before.pk)
        new.append(row)
    outdated += [row.pk for row in held.values()]
    outdated += _handed_in(new)
    Observation.objects.filter(pk__in=outdated).update(is_current=False)
    Observation.objects.bulk_create(new, batch_size=BATCH)
    return counts


def _handed_in(new: Sequence[Observation]) -> list[int]:
    """Return the figures that organisations handed in and that their publisher has now published. One query."""
    keys = {_key(row) for row in new}
    rows = Observation.objects.current().filter(
        figure_import__isnull=False, version__in={row.version_id for row in new}
    )
    return [row.pk for row in rows.iterator() if _key(row) in keys]


def _observation(source: DataSource, figure: Figure, register: _Register) -> Observation:
    return Observation(
        version_id=register.versions[figure.measure],
        organisation_id=register.organisations[figure.organisation],
        period=figure.period.label,
        period_start_date=figure.period.start,
        period_end_date=figure.period.end,
        group=figure.group,
        state=figure.state.value,
        reason=figure.reason,
        numerator=figure.numerator,
        denominator=figure.denominator,
        value=figure.value,
        lower=figure.lower,
        upper=figure.upper,
        published_date=None,
        source=source,
        loaded_at=now(),
    )


def _key(row: Observation) -> tuple[object, ...]:
    return row.version_id, row.organisation_id, row.period_end_date, row.group


def _same(before: Observation, after: Observation) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in COMPARED)
