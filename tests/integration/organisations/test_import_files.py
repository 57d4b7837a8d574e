"""Importing the real files writes what they say, once, and all of it or nothing."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from hileads.leads.models import User
from hileads.organisations.actions.imports import import_files
from hileads.organisations.models import (
    Expectation,
    ImportRun,
    Kind,
    LinkKind,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Succession,
)
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.queries.register import load_register
from hileads.organisations.reference.shipped import FOLDER
from tests.actors import Cast
from tests.integration.organisations.conftest import (
    NETWORKS,
    PARENTS,
    REGIONS,
    SUCCESSIONS,
    TODAY,
    TRUSTS,
    TRUSTS_BEFORE,
    shipped,
)

Import = Callable[..., Plan]
FIRST_SEEN, SEEN_AGAIN = date(2024, 12, 31), date(2026, 6, 30)


def everything_stored() -> dict[str, list[tuple]]:
    models = (Organisation, OrganisationName, OrganisationLink, Succession, Expectation, ImportRun)
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in models}


def test_the_register_holds_what_the_files_say_and_the_same_files_again_change_nothing(imported: Import):
    plan = imported()
    assert load_register() == plan.after
    counts = {kind: Organisation.objects.of_kind(kind).count() for kind in Kind}
    still_open = {kind: Organisation.objects.of_kind(kind).open_on(TODAY).count() for kind in Kind}
    assert counts == {
        Kind.REGION: 7,
        Kind.ICB: 48,
        Kind.TRUST: 271,
        Kind.PCN: 1366,
        Kind.NATIONAL: 0,
        Kind.PARTNER: 0,
    }
    assert still_open == {
        Kind.REGION: 7,
        Kind.ICB: 36,
        Kind.TRUST: 199,
        Kind.PCN: 1285,
        Kind.NATIONAL: 0,
        Kind.PARTNER: 0,
    }
    assert Succession.objects.count() == 16
    stored = everything_stored()
    again = imported()
    assert again.after == again.before
    assert everything_stored() == stored


def test_files_may_come_one_by_one_and_the_older_one_last(imported: Import):
    imported(*PARENTS)
    imported(TRUSTS)
    plan = imported(TRUSTS_BEFORE)
    assert load_register() == plan.after
    oxleas = OrganisationLink.objects.filter(organisation__code="RPG", kind=LinkKind.ICB).order_by(
        "from_date"
    )
    assert [(row.parent.code, row.from_date) for row in oxleas] == [("QKK", FIRST_SEEN), ("QKS", SEEN_AGAIN)]
    assert Organisation.objects.get(code="RA7").name == "Bristol NHS Foundation Trust"
    names = OrganisationName.objects.filter(organisation__code="RA7").order_by("from_date")
    assert [row.to_date for row in names] == [date(2026, 6, 29), None]


def test_a_newer_file_updates_closes_and_keeps_the_rows_of_what_only_ends(imported: Import):
    imported(*PARENTS, TRUSTS_BEFORE)
    place = OrganisationLink.objects.get(organisation__code="RPG", kind=LinkKind.ICB)
    assert Expectation.objects.get(organisation__code="RVJ").to_date is None
    imported(TRUSTS)
    place.refresh_from_db()
    assert place.to_date == date(2026, 6, 29)
    closed = Organisation.objects.get(code="RVJ")
    assert closed.closed_date == date(2026, 6, 30)
    assert Expectation.objects.get(organisation=closed).to_date == date(2026, 6, 30)


def test_successions_that_come_late_put_places_right(imported: Import):
    imported(*(name for name in PARENTS if name != SUCCESSIONS), TRUSTS_BEFORE, TRUSTS)
    place = OrganisationLink.objects.get(organisation__code="G6V2S", parent__code="Z9B2Z")
    assert place.from_date == SEEN_AGAIN
    imported(SUCCESSIONS)
    place = OrganisationLink.objects.get(organisation__code="G6V2S", parent__code="Z9B2Z")
    assert place.from_date == date(2026, 4, 1)


def test_a_file_that_does_not_fit_changes_nothing_not_even_what_came_with_it(imported: Import):
    imported(REGIONS)
    stored = everything_stored()
    with pytest.raises(RefusedFileError):
        imported(*PARENTS[1:4], NETWORKS)
    assert everything_stored() == stored


def test_an_import_is_recorded_with_its_file_its_day_and_who_did_it(imported: Import):
    imported(REGIONS)
    run = ImportRun.objects.get()
    assert (run.kind, run.file_names, run.as_at_date) == ("regions", REGIONS, date(2026, 4, 1))
    assert run.counts == {"created": 7, "updated": 0, "closed": 0, "unchanged": 0, "rejected": 0}
    assert run.imported_by == User.objects.system()
    assert str(run) == f"regions: {REGIONS}"
    imported(REGIONS)
    assert ImportRun.objects.count() == 1


WHO_MAY_IMPORT = [
    ("national_admin", None),
    ("regional_convenor", PermissionDenied),
    ("lead", PermissionDenied),
    ("deputy", PermissionDenied),
    ("secretary", PermissionDenied),
    ("lead_elsewhere", PermissionDenied),
    ("curator", PermissionDenied),
    ("facilitator", PermissionDenied),
    ("stranger", PermissionDenied),
    ("leaver", PermissionDenied),
]


@pytest.mark.parametrize(("who", "refusal"), WHO_MAY_IMPORT)
def test_national_administrators_keep_the_register(cast: Cast, who: str, refusal: type[Exception] | None):
    by = cast.people()[who]
    if refusal is None:
        import_files(by=by, files=shipped(REGIONS))
        assert Organisation.objects.filter(code="Y63").exists()
    else:
        with pytest.raises((refusal, Http404)):
            import_files(by=by, files=shipped(REGIONS))
        assert not ImportRun.objects.exists()


def test_a_corrected_kind_of_succession_and_a_new_town_are_written(imported: Import):
    imported(*PARENTS, TRUSTS)
    content = (
        (FOLDER / SUCCESSIONS).read_bytes().replace(b"QRL,NHS Hampshire and Isle of Wight", b"QRL,NHS H")
    )
    file = read_file("corrected.csv", content.replace(b"acquisition", b"boundary"))
    import_files(by=User.objects.system(), files=[Dated(file, TODAY)])
    assert Succession.objects.get(successor__code="QRL").kind == "boundary"
    content = (FOLDER / TRUSTS).read_bytes().replace(b'"BD9 6RJ"', b'"BD1 1AA"')
    import_files(by=User.objects.system(), files=[Dated(read_file("etr.csv", content), TODAY)])
    assert Organisation.objects.get(code="RAE").postcode == "BD1 1AA"
