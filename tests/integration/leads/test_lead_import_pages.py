"""The pages of lists of leads, and the command."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from hileads.clock import now
from hileads.leads.actions.leadimports import dispose_lead_files
from hileads.leads.forms import LeadFileForm
from hileads.leads.leadfiles.planning import Plan
from hileads.leads.models import Invitation, InvitationState, LeadImport, User
from tests.actors import Cast
from tests.factories.leadfiles import handed_in, list_of, row_of

SignIn = Callable[[User], Client]


@pytest.fixture
def admin(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.national_admin)


def upload(client: Client, content: bytes, name: str = "leads.csv") -> Any:
    return client.post(reverse("lead-import-add"), {"file": SimpleUploadedFile(name, content)}, follow=True)


def press(client: Client, page: Any) -> Any:
    plan: Plan = page.context_data["plan"]
    address = reverse("lead-import-apply", kwargs={"public_id": page.context_data["lead_import"].public_id})
    return client.post(address, {"seen": plan.fingerprint}, follow=True)


def test_from_the_list_to_the_invitations(cast: Cast, admin: Client):
    rows = [row_of("Nina New", cast.icb.code), row_of("Leila Lead", "RAV"), row_of("Wes Wrong", "RXX")]
    page = upload(admin, list_of(*rows))
    text = page.content.decode()
    assert "No organisation in the register has the code RXX." in text
    assert "Apply the 1 change and pass over the rest" in text
    assert not Invitation.objects.exists()
    assert "To be invited, from" in admin.get(page.redirect_chain[-1][0] + "?show=new").content.decode()
    done = press(admin, page)
    assert "Imported: 1 to be invited, 1 unchanged. Nobody has been written to." in done.content.decode()
    assert "1 row has to be mended. All others stand in the register." in done.content.decode()
    mend = admin.get(
        reverse("lead-import-mend", kwargs={"public_id": page.context_data["lead_import"].public_id})
    )
    sheet = openpyxl.load_workbook(io.BytesIO(mend.content))["Leads"]
    assert [cell.value for cell in sheet[2]][-1] == "No organisation in the register has the code RXX."
    rows[2]["code"], rows[2]["role"] = "RBM", "Deputy to the executive lead"
    mended = press(admin, upload(admin, list_of(*rows)))
    assert "1 to be invited, 2 unchanged" in mended.content.decode()
    again = upload(admin, list_of(*rows))
    assert "All 3 rows are unchanged" in again.content.decode()
    assert (
        "Nothing was changed: the register says all of this already." in press(admin, again).content.decode()
    )
    listed = admin.get(reverse("lead-import-add")).content.decode()
    assert "Invitations: 2 waiting to be sent" in listed
    assert "Applied on" in listed


def test_letting_the_invitations_go(cast: Cast, admin: Client):
    address = reverse("invitation-release")
    assert "No invitation waits to be sent." in admin.get(address).content.decode()
    press(admin, upload(admin, list_of(row_of("Nina New", cast.icb.code))))
    assert "Send the 1 invitation waiting" in admin.get(address).content.decode()
    invitation = Invitation.objects.get()
    one = reverse("invitation-show", kwargs={"public_id": invitation.public_id})
    assert "nobody has sent the mail yet" in admin.get(one).content.decode()
    assert "1 invitation on the way." in admin.post(address, follow=True).content.decode()
    assert "30 leave each minute" in admin.get(address).content.decode()
    assert "The mail leaves with the next ones." in admin.get(one).content.decode()
    assert "No invitation was waiting." in admin.post(address, follow=True).content.decode()
    admin.post(reverse("invitation-send-again", kwargs={"public_id": invitation.public_id}))
    invitation.refresh_from_db()
    assert invitation.state == InvitationState.SENT


def test_what_cannot_be_read_is_said_beside_the_field(admin: Client, monkeypatch: pytest.MonkeyPatch):
    assert "These columns are not known" not in upload(admin, b"").content.decode()
    assert "Missing: ODS code" in upload(admin, b"a,b\n1,2\n").content.decode()
    monkeypatch.setattr("hileads.leads.forms.people.MOST_BYTES", 3)
    form = LeadFileForm({}, {"file": SimpleUploadedFile("a.csv", b"four")})
    assert "larger than 5 MB" in form.errors["file"][0]
    assert not LeadImport.objects.exists()


def test_the_template_comes_as_workbook_and_as_text(admin: Client):
    for file_format, begins in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbfODS code,Role,Name")):
        answer = admin.get(reverse("lead-import-template", kwargs={"file_format": file_format}))
        assert answer.content.startswith(begins)
        assert f"leads.{file_format}" in answer["Content-Disposition"]
    assert admin.get(reverse("lead-import-template", kwargs={"file_format": "pdf"})).status_code == 404


def test_a_list_that_was_let_go_of_says_so(cast: Cast, admin: Client):
    kept = handed_in(cast.national_admin, row_of("Nina New", cast.icb.code))
    LeadImport.objects.update(uploaded_at=now().replace(year=2020))
    dispose_lead_files(by=User.objects.system(), moment=now())
    page = admin.get(reverse("lead-import-show", kwargs={"public_id": kept.public_id}))
    assert "has been let go of" in page.content.decode()
    mend = admin.get(reverse("lead-import-mend", kwargs={"public_id": kept.public_id}))
    assert openpyxl.load_workbook(io.BytesIO(mend.content))["Leads"].max_row == 1


def test_the_pages_ask_the_same_however_long_the_list_is(
    cast: Cast, admin: Client, queries_of: Callable[[Client, str], int]
):
    asked = []
    for size in (1, 20):
        rows = [row_of(f"Nina New{place}", "RAV", is_job_share="yes") for place in range(size)]
        kept = handed_in(cast.national_admin, *rows)
        asked.append(queries_of(admin, reverse("lead-import-show", kwargs={"public_id": kept.public_id})))
        press(admin, upload(admin, list_of(*rows)))
        asked.append(queries_of(admin, reverse("invitation-release")))
        asked.append(queries_of(admin, reverse("lead-import-add")))
    assert asked[:3] == asked[3:]


def test_the_command(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "leads.csv"
    file.write_bytes(list_of(row_of("Nina New", cast.icb.code), row_of("Wes Wrong", "RXX")))
    call_command("import_leads", str(file), "--dry-run")
    said = capsys.readouterr().out
    assert "Nothing was changed." in said
    assert "Row 3, Wes Wrong, RXX: Cannot be read. No organisation in the register has the code RXX." in said
    assert not LeadImport.objects.exists()
    call_command("import_leads", str(file), "--by", "Nat.Admin@nhs.example")
    assert "To be invited: 1 row\n" in capsys.readouterr().out
    assert Invitation.objects.get().confirmed_by == cast.national_admin
    call_command("import_leads", str(file))
    assert "Unchanged: 1 row\n" in capsys.readouterr().out
    assert LeadImport.objects.get().applied_at is not None
    for words in (
        [str(file), "--by", "nobody@nhs.example"],
        [str(file), "--by", cast.lead.email],
        [str(tmp_path / "none.csv")],
    ):
        with pytest.raises(CommandError, match="Nothing was changed"):
            call_command("import_leads", *words)
