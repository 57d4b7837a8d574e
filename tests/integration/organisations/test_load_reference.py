"""The register comes with the portal, is loaded once, and says who is expected to name a lead."""

from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from hileads import contributions
from hileads.clock import today
from hileads.contributions import LoadCounts, ReferenceLoader
from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads, record_kinds_of_care
from hileads.organisations.contributions import load_register
from hileads.organisations.management.commands import load_reference
from hileads.organisations.models import Expectation, Kind, Organisation, OrganisationType
from hileads.organisations.reference.kinds_of_care import KINDS_OF_CARE
from hileads.registry import Registry
from tests.actors import Cast
from tests.factories.organisations import OrganisationFactory

EXPECTED = "Organisations expected to name a lead"


@pytest.mark.django_db
def test_the_shipped_register_is_loaded_once():
    first = load_register()
    assert first["NHS trusts (ODS etr) (etr_2026-07_raw.csv)"].created == 64
    assert first["Primary care networks (ODS ePCN) (epcn_2024-10_PCNDetails_raw.csv)"].created == 1366
    assert first[EXPECTED] == LoadCounts(created=235)
    expected = Organisation.objects.expected_to_have_a_lead(today())
    assert expected.of_kind(Kind.ICB).count() == 36
    assert expected.of_kind(Kind.TRUST).count() == 199
    assert expected.count() == 36 + 199
    assert dict(OrganisationType.objects.values_list("organisation__code", "provider_type")) == {
        "RAE": "acute",
        "RXG": "mental_health",
    }
    second = load_register()
    assert list(second) == list(first)
    for counts in second.values():
        assert (counts.created, counts.updated) == (0, 0)
    assert second["NHS trusts (ODS etr) (etr_2026-07_raw.csv)"] == LoadCounts(unchanged=271, rejected=3)
    assert second[EXPECTED] == LoadCounts(unchanged=235)


@pytest.mark.django_db
def test_an_expectation_that_somebody_has_ended_stays_ended():
    trust = OrganisationFactory()
    portal = User.objects.system()
    assert expect_leads(by=portal) == LoadCounts(created=1)
    held = Expectation.objects.get(organisation=trust)
    assert held.from_date == trust.opened_date
    held.to_date = today()
    held.save()
    assert expect_leads(by=portal) == LoadCounts(unchanged=1)
    assert Expectation.objects.count() == 1


@pytest.mark.django_db
def test_a_kind_of_care_of_a_trust_that_is_not_there_is_rejected():
    OrganisationFactory(code="RAE")
    portal = User.objects.system()
    assert record_kinds_of_care(by=portal, rows=KINDS_OF_CARE) == LoadCounts(created=1, rejected=1)
    assert record_kinds_of_care(by=portal, rows=KINDS_OF_CARE) == LoadCounts(unchanged=1, rejected=1)


@pytest.mark.parametrize("who", ["lead", "regional_convenor", "curator", "leaver"])
def test_only_who_keeps_the_register_says_who_is_expected(cast: Cast, who: str):
    with pytest.raises(PermissionDenied):
        expect_leads(by=cast.people()[who])
    with pytest.raises(PermissionDenied):
        record_kinds_of_care(by=cast.people()[who], rows=KINDS_OF_CARE)


@pytest.mark.django_db
def test_the_command_runs_every_loader_in_order_and_says_what_each_did(monkeypatch: pytest.MonkeyPatch):
    registry: Registry[ReferenceLoader] = Registry("reference loaders")
    registry.add("later", ReferenceLoader(20, lambda: {"Measures": LoadCounts(unchanged=1_200, rejected=1)}))
    registry.add("first", ReferenceLoader(10, lambda: {"Boards": LoadCounts(created=36, updated=2)}))
    monkeypatch.setattr(load_reference, "reference_loaders", registry)
    out = StringIO()
    call_command("load_reference", stdout=out)
    assert out.getvalue().splitlines() == [
        "Boards: created 36, updated 2, unchanged 0, rejected 0",
        "Measures: created 0, updated 0, unchanged 1,200, rejected 1",
        "Reference data: created 36, updated 2, unchanged 1,200, rejected 1.",
    ]
    assert contributions.reference_loaders.get("organisations") is not None
