"""What the register adds to other pages, and how the shipped files fill it."""

from collections.abc import Mapping

from hileads.clock import today
from hileads.contributions import LoadCounts, ReferenceLoader, reference_loaders
from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads, record_kinds_of_care
from hileads.organisations.actions.imports import import_files
from hileads.organisations.odsfiles.planning import Dated
from hileads.organisations.queries.register import counts_of_last_import
from hileads.organisations.reference.kinds_of_care import KINDS_OF_CARE
from hileads.organisations.reference.shipped import dated_files


def load_register() -> Mapping[str, LoadCounts]:
    """Import the shipped files unless they have been, then say who is expected to name a lead."""
    by = User.objects.system()
    files = dated_files(today())
    known = counts_of_last_import(files)
    loaded = _unchanged(files, known) if known else _imported(by, files)
    return loaded | {
        "Organisations expected to name a lead": expect_leads(by=by),
        "Trusts whose kind of care a source gives": record_kinds_of_care(by=by, rows=KINDS_OF_CARE),
    }


def _imported(by: User, files: list[Dated]) -> dict[str, LoadCounts]:
    outcomes = import_files(by=by, files=files).outcomes
    return {
        f"{outcome.title} ({outcome.file_name})": LoadCounts(
            len(outcome.created), len(outcome.updated), len(outcome.unchanged), len(outcome.rejected)
        )
        for outcome in outcomes
    }


def _unchanged(files: list[Dated], known: list[dict[str, int]]) -> dict[str, LoadCounts]:
    return {
        f"{dated.file.layout.title} ({dated.file.name})": LoadCounts(
            unchanged=counts["created"] + counts["updated"] + counts["unchanged"], rejected=counts["rejected"]
        )
        for dated, counts in zip(files, known, strict=True)
    }


reference_loaders.add("organisations", ReferenceLoader(10, load_register))
