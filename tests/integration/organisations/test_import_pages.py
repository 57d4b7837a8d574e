"""Importing in the browser: the preview is the dry run, what is confirmed is what was seen, and every step is kept."""

from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.models import User
from hileads.organisations import tasks
from hileads.organisations.actions.proposals import (
    _carry_out,
    carry_out_imports,
    confirm_import,
    discard_import,
    propose_import,
)
from hileads.organisations.forms.imports import SeveralFilesField
from hileads.organisations.models import Import, ImportFile, ImportState, Organisation
from hileads.organisations.odsfiles.planning import Plan
from hileads.organisations.odsfiles.reading import RefusedFileError
from hileads.organisations.odsfiles.telling import digest_of
from hileads.organisations.queries.imports import STEPS, preview, progress
from hileads.organisations.reference.shipped import FOLDER
from tests.actors import Cast
from tests.integration.organisations.conftest import (
    BOARDS,
    LOCATIONS,
    NETWORKS,
    PARENTS,
    REGIONS,
    TRUSTS,
    TRUSTS_BEFORE,
)

SignIn = Callable[[User], Client]
Enter = Callable[..., Plan]


def content_of(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def files(*names: str) -> list[tuple[str, bytes]]:
    return [(name, content_of(name)) for name in names]


def chosen(*given: tuple[str, bytes], **more: Any) -> dict[str, Any]:
    return {"chosen_files": [SimpleUploadedFile(*file) for file in given], **more}


def text_of(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def admin(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.national_admin)


def propose(admin: Client, *names: str) -> Import:
    answer = admin.post(reverse("import-add"), chosen(*files(*names)))
    run = Import.objects.newest_first()[0]
    assert answer["Location"] == reverse("import-show", args=[run.public_id])
    return run


def page_of(admin: Client, run: Import, **asked: str) -> str:
    answer = admin.get(reverse("import-show", args=[run.public_id]), asked)
    assert answer.status_code == 200
    return text_of(answer)


def confirm(admin: Client, run: Import) -> HttpResponse:
    seen = digest_of(preview(run))
    return admin.post(reverse("import-confirm", args=[run.public_id]), {"seen": seen}, follow=True)


def test_the_preview_says_what_a_dry_run_says_and_changes_nothing(imported: Enter, admin: Client):
    imported(*PARENTS, TRUSTS_BEFORE)
    before = Organisation.objects.count()
    run = propose(admin, TRUSTS)
    page = page_of(admin, run)
    out = StringIO()
    call_command("import_organisations", str(FOLDER / TRUSTS), dry_run=True, stdout=out)
    assert "created 64, updated 66 (of which closed 4), unchanged 141, rejected 3" in out.getvalue()
    for words in (
        "New: 64 rows",
        "Changed: 62 rows",
        "Closed: 4 rows",
        "Unchanged: 141 rows",
        "Left out: 3 rows",
    ):
        assert words in page
    assert Organisation.objects.count() == before
    changed = page_of(admin, run, rows="changed") + page_of(admin, run, rows="changed", page="2")
    assert "Oxleas NHS Foundation Trust" in changed
    assert "ICB: QKK → QKS" in changed
    assert "Closed: none → 2026-06-30" in page_of(admin, run, rows="closed")
    left_out = page_of(admin, run, rows="left_out")
    assert "Row " in left_out
    assert "Velindre" in left_out
    assert "1 of 3" in page_of(admin, run, rows="unchanged", page="2")


def test_a_short_file_is_imported_at_once_and_its_page_says_what_changed(imported: Enter, admin: Client):
    run = propose(admin, REGIONS)
    page = text_of(confirm(admin, run))
    assert "The files are imported. This is what changed." in page
    assert "New: 7 rows" in page
    assert "North West" in page
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    assert Organisation.objects.filter(code="Y62").exists()
    assert not ImportFile.objects.exists()
    assert "New: 7 rows" in page_of(admin, run)


def test_a_long_file_goes_to_the_queue_and_says_how_far_it_is(
    imported: Enter, admin: Client, monkeypatch: pytest.MonkeyPatch
):
    imported(*PARENTS)
    run = propose(admin, NETWORKS)
    sent: list[str] = []
    monkeypatch.setattr("hileads.organisations.actions.proposals.enqueue", sent.append)
    page = text_of(confirm(admin, run))
    assert sent == ["hileads.organisations.tasks.carry_out"]
    assert "Waiting for its turn" in page
    assert not Organisation.objects.filter(kind="pcn").exists()
    run.refresh_from_db()
    seen: list[str] = []
    monkeypatch.setattr(
        "hileads.organisations.actions.imports.expect_leads",
        lambda by: seen.append(page_of(admin, run)),
    )
    tasks.carry_out()
    assert f"Step 6 of 6: {STEPS[5]}." in seen[0]
    assert Organisation.objects.filter(kind="pcn").count() == 1366
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    assert progress(run) == (0, "")
    tasks.carry_out()
    assert Import.objects.get(pk=run.pk).finished_at == run.finished_at


def test_what_the_queue_cannot_import_any_more_waits_for_a_decision_again(imported: Enter, admin: Client):
    imported(*PARENTS)
    run = propose(admin, NETWORKS)
    confirm(admin, run)
    Organisation.objects.filter(code="QMM").update(kind="trust")
    Organisation.objects.filter(code__startswith="U").delete()
    from_boards = Organisation.objects.get(code="QMM")
    from_boards.sub_locations.all().delete()
    Organisation.objects.create(code="U00000", kind="trust", name="Not a network")
    assert carry_out_imports(by=User.objects.system()) == 0
    run.refresh_from_db()
    assert run.state == ImportState.PROPOSED
    page = page_of(admin, run)
    assert f"What is wrong with {NETWORKS}" in page
    assert "U00000 is not a primary care network" in page
    answer = admin.post(reverse("import-confirm", args=[run.public_id]), {"seen": ""}, follow=True)
    assert f"What is wrong with {NETWORKS}" in text_of(answer)


def test_an_import_that_another_worker_has_taken_is_left_alone(imported: Enter, admin: Client, cast: Cast):
    imported(*PARENTS)
    run = propose(admin, NETWORKS)
    confirm(admin, run)
    Import.objects.filter(pk=run.pk).update(state=ImportState.PROPOSED)
    assert _carry_out(run.pk, User.objects.system()) is False
    assert Import.objects.get(pk=run.pk).state == ImportState.PROPOSED


def test_a_file_with_mistakes_is_refused_with_the_numbers_of_its_rows_and_nothing_is_kept(admin: Client):
    answer = admin.post(reverse("import-add"), chosen(*files(REGIONS, BOARDS, NETWORKS)))
    page = text_of(answer)
    assert answer.status_code == 200
    assert "Error: " in page
    assert f"{NETWORKS} cannot be imported. What is wrong stands below" in page
    assert "sub-ICB location 26A is neither in the register nor a known exception" in page
    assert "And 1,284 more rows." in page
    assert not Import.objects.exists()
    broken = ("regions.csv", b"ods_code,ons_code,name\nY56,E4,London")
    assert "the last line has no line end" in text_of(admin.post(reverse("import-add"), chosen(broken)))


BAD = [
    ({}, "Choose one or more files"),
    (chosen(("a.csv", b"")), "The file is empty. Choose one that holds rows"),
    (chosen(*[("a.csv", b"x\n")] * 11), "Choose at most 10 files"),
    (
        chosen(
            ("a.csv", b"x\n"),
            **{"as_at_date-day": "1", "as_at_date-month": "1", "as_at_date-year": str(today().year + 2)},
        ),
        "The day must be today or in the past",
    ),
]


@pytest.mark.parametrize(("given", "message"), BAD)
def test_what_is_missing_or_too_much_is_said(admin: Client, given: dict[str, Any], message: str):
    assert message in text_of(admin.post(reverse("import-add"), given))
    assert not Import.objects.exists()


def test_a_file_may_not_be_too_large(admin: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(SeveralFilesField, "megabytes_at_most", 0)
    assert "a.csv is larger than 0 MB" in text_of(
        admin.post(reverse("import-add"), chosen(("a.csv", b"x\n")))
    )


def test_the_day_that_is_given_counts(admin: Client):
    day = {"as_at_date-day": "1", "as_at_date-month": "5", "as_at_date-year": "2026"}
    admin.post(reverse("import-add"), chosen(*files(REGIONS), **day))
    run = Import.objects.get()
    assert run.as_at_date == date(2026, 5, 1)
    assert "1 May 2026" in page_of(admin, run)


def test_what_was_not_seen_is_not_confirmed(imported: Enter, admin: Client):
    run = propose(admin, REGIONS)
    seen = digest_of(preview(run))
    imported(REGIONS)
    answer = admin.post(reverse("import-confirm", args=[run.public_id]), {"seen": seen})
    assert answer.status_code == 409
    assert "The register has changed since you looked at this preview" in text_of(answer)


def test_a_proposal_is_decided_once(admin: Client, cast: Cast):
    run = propose(admin, REGIONS)
    answer = admin.post(reverse("import-discard", args=[run.public_id]), follow=True)
    assert "The proposal is discarded" in text_of(answer)
    assert "Discarded on" in page_of(admin, run)
    assert not ImportFile.objects.exists()
    assert not Organisation.objects.filter(code="Y62").exists()
    for name in ("import-confirm", "import-discard"):
        answer = admin.post(reverse(name, args=[run.public_id]))
        assert answer.status_code == 409
        assert "This import is discarded. Nothing was changed." in text_of(answer)
    answer = admin.post(reverse("import-undo", args=[run.public_id]))
    assert answer.status_code == 409
    assert "Nothing has been imported yet" in text_of(answer)


def test_the_last_import_is_undone_in_the_browser_and_the_list_says_so(imported: Enter, admin: Client):
    imported(REGIONS)
    first = Import.objects.get()
    run = propose(admin, BOARDS)
    confirm(admin, run)
    listed = text_of(admin.get(reverse("import-list")))
    undo = reverse("import-undo", args=[run.public_id])
    assert listed.count("Undo this import") == 1
    assert undo in listed
    assert "42 rows that were new go" in text_of(admin.get(undo))
    assert admin.get(reverse("import-undo", args=[first.public_id])).status_code == 409
    page = text_of(admin.post(undo, follow=True))
    assert "The import is undone. The register is as it was before." in page
    assert "Undone on" in page
    assert "by Nat Admin" in page
    assert not Organisation.objects.filter(code="QNQ").exists()
    listed = text_of(admin.get(reverse("import-list")))
    assert "Undo this import" not in listed
    assert "Undone on" in listed
    assert admin.get(undo).status_code == 409
    answer = admin.post(undo)
    assert answer.status_code == 409


def test_only_what_was_done_can_be_undone(imported: Enter, cast: Cast, admin: Client):
    imported(REGIONS)
    run = propose(admin, BOARDS)
    answer = admin.post(reverse("import-undo", args=[run.public_id]))
    assert "This import is waiting for a decision, so there is nothing to undo." in text_of(answer)


def test_an_empty_list_says_what_to_do(admin: Client):
    assert "Nothing has been imported yet." in text_of(admin.get(reverse("import-list")))


def test_files_in_which_nothing_is_new_say_so(imported: Enter, admin: Client):
    imported(REGIONS)
    run = propose(admin, REGIONS)
    assert "Unchanged: 7 rows" in page_of(admin, run)
    confirm(admin, run)
    assert Import.objects.get(pk=run.pk).state == ImportState.DONE


def test_a_page_without_rows_says_so(imported: Enter, admin: Client, cast: Cast):
    run = propose(admin, REGIONS)
    Import.objects.filter(pk=run.pk).update(
        state="done",
        told={},
        finished_at=run.created_at,
        decided_at=run.created_at,
        decided_by=cast.national_admin,
    )
    assert "The files hold no rows of this kind." in page_of(admin, run)


WHO = [
    name
    for name in Cast.__dataclass_fields__
    if name not in ("region", "icb", "trust", "trust_elsewhere", "national_admin")
]


@pytest.mark.parametrize("who", WHO)
def test_nobody_else_proposes_confirms_discards_or_carries_out(cast: Cast, who: str):
    person = cast.people()[who]
    run = propose_import(by=cast.national_admin, files=files(REGIONS))
    for attempt in (
        lambda: propose_import(by=person, files=files(REGIONS)),
        lambda: confirm_import(by=person, run=run, seen=""),
        lambda: discard_import(by=person, run=run),
        lambda: carry_out_imports(by=person),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert Import.objects.get().state == ImportState.PROPOSED


def test_a_wrong_file_is_refused_before_anything_is_kept(cast: Cast):
    with pytest.raises(RefusedFileError):
        propose_import(by=cast.national_admin, files=files(LOCATIONS))
    assert not Import.objects.exists()
    run = propose_import(by=cast.national_admin, files=files(REGIONS))
    with pytest.raises(NotNow):
        confirm_import(by=cast.national_admin, run=run, seen="something else")


def test_the_list_runs_the_same_queries_with_few_and_many(
    admin: Client, cast: Cast, queries_of: Callable[[Client, str], int]
):
    propose_import(by=cast.national_admin, files=files(REGIONS))
    few = queries_of(admin, reverse("import-list"))
    for _ in range(20):
        propose_import(by=cast.national_admin, files=files(REGIONS))
    assert queries_of(admin, reverse("import-list")) == few
