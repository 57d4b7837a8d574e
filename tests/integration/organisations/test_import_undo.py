"""The last import can be undone until the next, and the register is as it was before."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, User
from hileads.organisations.actions.imports import import_files, undo_import
from hileads.organisations.models import (
    Expectation,
    Import,
    ImportRun,
    ImportState,
    Organisation,
    OrganisationLink,
    OrganisationName,
    SubLocation,
    Succession,
)
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.queries.imports import last_import
from hileads.organisations.queries.register import load_register
from hileads.organisations.reference.shipped import FOLDER
from tests.actors import Cast
from tests.factories.people import appointed
from tests.integration.organisations.conftest import (
    BOARDS,
    BOARDS_NOW,
    LOCATIONS,
    NETWORKS,
    PARENTS,
    REGIONS,
    SUCCESSIONS,
    TODAY,
    TRUSTS,
    TRUSTS_BEFORE,
    shipped,
)

Import_ = Callable[..., Plan]


def stored() -> dict[str, list[tuple]]:
    """Return what the register holds, by what it says and not by row numbers, which a row that comes back changes."""
    return {
        "organisations": list(
            Organisation.objects.order_by("code").values_list(
                "code", "name", "opened_date", "closed_date", "town", "postcode", "sub_location_code"
            )
        ),
        "names": sorted(
            OrganisationName.objects.values_list("organisation__code", "name", "from_date", "to_date"),
            key=str,
        ),
        "places": sorted(
            OrganisationLink.objects.values_list(
                "organisation__code", "parent__code", "from_date", "to_date"
            ),
            key=str,
        ),
        "locations": sorted(
            SubLocation.objects.values_list("code", "name", "icb__code", "from_date", "to_date"), key=str
        ),
        "successions": sorted(
            Succession.objects.values_list("predecessor__code", "successor__code", "kind", "effective_date"),
            key=str,
        ),
        "expectations": sorted(
            Expectation.objects.values_list("organisation__code", "from_date", "to_date"), key=str
        ),
    }


STEPS = [
    ((REGIONS, BOARDS), (TRUSTS_BEFORE,)),
    ((REGIONS, BOARDS, TRUSTS_BEFORE), (BOARDS_NOW, SUCCESSIONS, LOCATIONS)),
    ((*PARENTS, TRUSTS_BEFORE), (TRUSTS,)),
    ((*PARENTS, TRUSTS), (TRUSTS_BEFORE,)),
    ((REGIONS, BOARDS, BOARDS_NOW, LOCATIONS), (NETWORKS, SUCCESSIONS)),
    ((), PARENTS),
]


@pytest.mark.parametrize(("before", "last"), STEPS)
def test_undoing_brings_back_exactly_what_was_there(
    imported: Import_, cast: Cast, before: tuple[str, ...], last: tuple[str, ...]
):
    if before:
        imported(*before)
    was, register = stored(), load_register()
    imported(*last)
    assert stored() != was
    run = undo_import(by=cast.national_admin, run=last_import())
    assert stored() == was
    assert load_register() == register
    assert (run.state, run.undone_by) == (ImportState.UNDONE, cast.national_admin)
    assert run.undone_at is not None


def test_what_was_undone_can_be_imported_again_and_is_recorded_twice(imported: Import_):
    imported(*PARENTS)
    plan = imported(TRUSTS)
    undo_import(by=User.objects.system(), run=None)
    assert Organisation.objects.filter(code="RAE").count() == 0
    again = imported(TRUSTS)
    assert again.after.entries == plan.after.entries
    runs = ImportRun.objects.filter(kind="trusts").order_by("pk")
    assert [run.is_undone for run in runs] == [True, False]
    assert [run.state for run in Import.objects.order_by("pk")] == ["done", "undone", "done"]


def test_the_same_files_again_are_no_new_import_and_so_the_last_can_still_be_undone(imported: Import_):
    imported(REGIONS)
    imported(REGIONS)
    assert Import.objects.count() == 1
    undo_import(by=User.objects.system(), run=None)
    assert not Organisation.objects.exists()


def test_the_same_file_true_on_another_day_is_recorded_though_it_changes_nothing(imported: Import_):
    imported(REGIONS)
    (dated,) = shipped(REGIONS)
    import_files(by=User.objects.system(), files=[Dated(dated.file, date(2026, 5, 1))])
    assert Import.objects.count() == 2


def test_only_the_last_import_can_be_undone_and_only_once(imported: Import_):
    imported(REGIONS)
    first = last_import()
    imported(BOARDS)
    system = User.objects.system()
    with pytest.raises(NotNow, match="Another import has come since"):
        undo_import(by=system, run=first)
    undo_import(by=system, run=None)
    with pytest.raises(NotNow, match="was undone on"):
        undo_import(by=system, run=None)
    with pytest.raises(NotNow, match="Another import has come since"):
        undo_import(by=system, run=first)


def test_nothing_is_undone_where_nothing_was_imported(db: None):
    with pytest.raises(NotNow, match="Nothing has been imported yet"):
        undo_import(by=User.objects.system(), run=None)


def test_an_organisation_that_is_in_use_by_now_is_not_taken_away(imported: Import_):
    imported(*PARENTS)
    imported(TRUSTS)
    for number, trust in enumerate(Organisation.objects.filter(kind="trust").by_name()[:7]):
        appointed(f"Tess Trust {number}", Role.CHAIR, trust)
    was = stored()
    with pytest.raises(
        NotNow, match="Something has been recorded at organisations that this import brought"
    ) as no:
        undo_import(by=User.objects.system(), run=None)
    assert "and 2 others" in no.value.reason
    assert stored() == was


def test_an_expectation_that_somebody_ended_since_stays_ended(imported: Import_):
    imported(*PARENTS, TRUSTS_BEFORE)
    imported(TRUSTS)
    ended = Expectation.objects.get(organisation__code="RVJ")
    assert ended.to_date == date(2026, 6, 30)
    ended.to_date = date(2026, 5, 1)
    ended.save()
    undo_import(by=User.objects.system(), run=None)
    ended.refresh_from_db()
    assert ended.to_date == date(2026, 5, 1)
    assert Organisation.objects.get(code="RVJ").closed_date is None
    assert Expectation.objects.get(organisation__code="RY2").to_date is None


def test_a_corrected_kind_of_succession_comes_back(imported: Import_):
    imported(*PARENTS)
    content = (FOLDER / SUCCESSIONS).read_bytes().replace(b"acquisition", b"boundary")
    import_files(by=User.objects.system(), files=[Dated(read_file("corrected.csv", content), TODAY)])
    undo_import(by=User.objects.system(), run=None)
    row = Succession.objects.get(successor__code="QRL")
    assert row.kind == "acquisition"


WHO = [
    name for name in Cast.__dataclass_fields__ if name not in ("region", "icb", "trust", "trust_elsewhere")
]


@pytest.mark.parametrize("who", [name for name in WHO if name != "national_admin"])
def test_nobody_else_undoes_an_import(imported: Import_, cast: Cast, who: str):
    imported(REGIONS)
    with pytest.raises(PermissionDenied):
        undo_import(by=cast.people()[who], run=None)


def test_the_command_undoes_and_says_what(imported: Import_, capsys: pytest.CaptureFixture[str]):
    imported(REGIONS)
    call_command("import_organisations", undo=True)
    assert f"Undone: the import of {REGIONS}, of " in capsys.readouterr().out
    with pytest.raises(CommandError, match="was undone on"):
        call_command("import_organisations", undo=True)


@pytest.mark.parametrize(("files", "undo"), [([], False), ([str(FOLDER / REGIONS)], True)])
def test_the_command_takes_files_or_undo(db: None, files: list[str], undo: bool):
    with pytest.raises(CommandError, match="Name the files to import, or say --undo"):
        call_command("import_organisations", *files, undo=undo)
