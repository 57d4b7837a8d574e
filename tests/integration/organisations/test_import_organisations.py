"""`manage.py import_organisations` says what it did, and refuses a broken file with exit status 1."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hileads.organisations.models import ImportRun, Organisation
from hileads.organisations.reference.shipped import FOLDER
from tests.integration.organisations.conftest import BOARDS, NETWORKS, PARENTS, REGIONS, TRUSTS, TRUSTS_BEFORE

NOTHING = "Nothing was changed."


def told(*arguments: object, **options: object) -> str:
    out = StringIO()
    call_command("import_organisations", *(str(argument) for argument in arguments), stdout=out, **options)
    return out.getvalue()


def paths(*names: str) -> list[Path]:
    return [FOLDER / name for name in names]


@pytest.mark.django_db
def test_it_says_what_was_created_then_that_everything_is_unchanged():
    first = told(*paths(*PARENTS, TRUSTS_BEFORE, TRUSTS))
    assert "NHS trusts (ODS etr), as at 30 June 2026" in first
    assert "created 64, updated 66 (of which closed 4), unchanged 141, rejected 3" in first
    assert "RPG ICB: QKK → QKS" in first
    assert "RA7 name: UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST → BRISTOL" in first
    assert "3 Welsh trusts are left out" in first
    assert "NHS trust: 271, of which open 199" in first
    second = told(*paths(*PARENTS, TRUSTS_BEFORE, TRUSTS))
    assert "created 0, updated 0, unchanged 271, rejected 3" in second
    assert "→" not in second


@pytest.mark.django_db
def test_a_dry_run_says_what_would_change_and_changes_nothing():
    assert "created 7, updated 0" in told(*paths(REGIONS), dry_run=True)
    assert "A dry run. Nothing was changed." in told(*paths(REGIONS), dry_run=True)
    assert not Organisation.objects.exists()
    assert not ImportRun.objects.exists()


@pytest.mark.django_db
def test_the_day_on_which_a_file_was_true_can_be_said():
    assert "NHS England regions, as at 1 May 2026" in told(*paths(REGIONS), as_at="2026-05-01")
    assert ImportRun.objects.get().as_at_date.isoformat() == "2026-05-01"


BAD_CALLS = [
    ({"as_at": "2026-02-30"}, "--as-at 2026-02-30 is not a date of the form YYYY-MM-DD."),
    ({"as_at": "1 May"}, "--as-at 1 May is not a date"),
    ({"as_at": "2999-01-01"}, "--as-at 2999-01-01 has not come yet."),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("options", "message"), BAD_CALLS)
def test_a_day_that_is_none_is_refused(options: dict[str, str], message: str):
    with pytest.raises(CommandError, match=message) as refusal:
        told(*paths(REGIONS), **options)
    assert NOTHING in str(refusal.value)


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(CommandError, match=r"none\.csv cannot be read: No such file or directory"):
        told(tmp_path / "none.csv")
    with pytest.raises(CommandError, match="cannot be read: Is a directory"):
        told(tmp_path)


@pytest.mark.django_db
def test_every_wrong_row_is_told_up_to_fifty(tmp_path: Path):
    with pytest.raises(CommandError) as refusal:
        told(*paths(REGIONS, BOARDS, NETWORKS))
    lines = str(refusal.value).splitlines()
    assert lines[0] == f"{NETWORKS} is refused. {NOTHING}"
    assert lines[1].startswith(
        "  Row 2: sub-ICB location 26A is neither in the register nor a known exception."
    )
    assert len(lines) == 52
    assert lines[-1] == "  and 1,284 more."
    assert not Organisation.objects.exists()


def test_a_broken_file_ends_the_command_with_status_1(own_database: str, tmp_path: Path):
    broken = tmp_path / "etr.csv"
    broken.write_bytes((FOLDER / TRUSTS).read_bytes()[:20_000])
    command = [sys.executable, "manage.py", "import_organisations", str(broken)]
    result = subprocess.run(
        command,
        cwd=FOLDER.parents[2],
        env={"DATABASE_URL": own_database, "REDIS_URL": "redis://unused", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "etr.csv is refused. Nothing was changed." in result.stderr
    assert "Row 98: the last line has no line end" in result.stderr
    assert result.stdout == ""
