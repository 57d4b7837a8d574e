"""The shipped files, as tests of the register take them."""

from collections.abc import Callable
from datetime import date

import pytest

from hileads.leads.models import User
from hileads.organisations.actions.imports import import_files
from hileads.organisations.odsfiles.planning import Dated, Plan
from hileads.organisations.reference.shipped import FILES, dated_files

TODAY = date(2026, 11, 22)
REGIONS, BOARDS, BOARDS_NOW, SUCCESSIONS, LOCATIONS, TRUSTS_BEFORE, TRUSTS, NETWORKS = FILES
PARENTS = (REGIONS, BOARDS, BOARDS_NOW, SUCCESSIONS, LOCATIONS)


def shipped(*names: str) -> list[Dated]:
    """Return shipped files by name, all of them without a name."""
    return [dated for dated in dated_files(TODAY) if dated.file.name in (names or FILES)]


@pytest.fixture
def imported(db: None) -> Callable[..., Plan]:
    """Return a way to import shipped files as the portal does."""

    def run(*names: str) -> Plan:
        return import_files(by=User.objects.system(), files=shipped(*names)).plan

    return run
