"""Loading the catalogue and the figures: repeatable, honest about what it left out, and keeping what was restated."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from accountability.actions.measures import load_catalogue, load_source
from accountability.contributions.measures import load_shipped
from accountability.models import DataSource, Measure, MeasureVersion, Observation
from accountability.reference.catalogue import CatalogueEntry, SourceEntry, catalogue, sources
from hileads.contributions import LoadCounts
from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory
from tests.integration.accountability.conftest import Real

RTT = "rtt-provider-months"


def entry_of(code: str) -> SourceEntry:
    return next(entry for entry in sources() if entry.code == code)


def test_a_second_run_finds_everything_unchanged(real: Real):
    before = Observation.objects.count()
    loaded = load_shipped()
    assert len(loaded) == 1 + len(sources())
    assert all(counts.created == counts.updated == 0 for counts in loaded.values())
    assert sum(counts.unchanged for counts in loaded.values()) == before + len(catalogue())
    assert Observation.objects.count() == before


def test_rows_of_organisations_outside_the_register_are_rejected_and_counted_again(real: Real):
    counts = load_source(by=User.objects.system(), entry=entry_of(RTT))
    assert counts == LoadCounts(unchanged=6, rejected=1037)


def test_an_organisation_that_joins_the_register_gets_its_figures(real: Real):
    OrganisationFactory(code="RR8")
    counts = load_source(by=User.objects.system(), entry=entry_of(RTT))
    assert (counts.created, counts.unchanged, counts.rejected) == (2, 6, 1035)


def test_a_restated_figure_is_kept_beside_what_it_says_now(real: Real):
    held = Observation.objects.get(
        organisation=real["RAE"], version__measure__code="rtt-18-weeks-trust", period="April 2026"
    )
    Observation.objects.filter(pk=held.pk).update(numerator=1, value=0.1)
    DataSource.objects.update(loaded_key="")
    counts = load_source(by=User.objects.system(), entry=entry_of(RTT))
    assert (counts.updated, counts.unchanged) == (1, 5)
    rows = Observation.objects.filter(organisation=real["RAE"], version=held.version, period="April 2026")
    assert dict(rows.values_list("is_current", "numerator")) == {False: 1, True: 20746}


def test_a_figure_that_its_file_no_longer_has_is_no_longer_current(real: Real):
    row = Observation.objects.filter(source__code=RTT).first()
    Observation.objects.filter(pk=row.pk).update(group="elsewhere")
    DataSource.objects.update(loaded_key="")
    load_source(by=User.objects.system(), entry=entry_of(RTT))
    row.refresh_from_db()
    assert not row.is_current


def test_no_figure_claims_to_know_when_it_was_published(real: Real):
    assert not Observation.objects.exclude(published_date=None).exists()


def test_a_measure_whose_words_are_corrected_keeps_its_version_and_a_new_meaning_is_a_new_one(db: None):
    portal, first = User.objects.system(), replace(catalogue()[0], split_of="")
    assert load_catalogue(by=portal, entries=[first]) == LoadCounts(created=1)
    assert load_catalogue(by=portal, entries=[first]) == LoadCounts(unchanged=1)
    corrected = _with(first, title="Smoking, more or less deprived")
    assert load_catalogue(by=portal, entries=[corrected]) == LoadCounts(updated=1)
    assert MeasureVersion.objects.get().title == "Smoking, more or less deprived"
    load_catalogue(by=portal, entries=[replace(corrected, number=2)])
    versions = Measure.objects.get(code=first.code).versions
    assert dict(versions.values_list("number", "is_live")) == {1: False, 2: True}


@pytest.mark.parametrize("who", ["lead", "secretary", "curator", "leaver", "stranger"])
def test_the_catalogue_is_kept_by_national_administrators(cast: Cast, who: str):
    person = cast.people()[who]
    with pytest.raises(PermissionDenied, match="national administrators"):
        load_catalogue(by=person, entries=[])
    with pytest.raises(PermissionDenied, match="national administrators"):
        load_source(by=person, entry=entry_of(RTT))
    assert load_catalogue(by=cast.national_admin, entries=[]) == LoadCounts()


def _with(entry: CatalogueEntry, **meaning: str) -> CatalogueEntry:
    return replace(entry, meaning={**entry.meaning, **meaning})
