"""What a role sees, on sample content that leaves nothing behind."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from hileads.home.actions import look_as
from hileads.home.queries import looked_at_by
from hileads.leads.models import Role, User
from hileads.privacy.actions import ask_for_correction
from tests.actors import Cast

SignIn = Callable[[User], Client]


def rows() -> dict[str, int]:
    """Return how many rows each table of the database has."""
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a table of ours
            counts[table] = cursor.fetchone()[0]
    return counts


def page(client: Client, role: str) -> str:
    answer = client.get(f"/roles/{role}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_role_sees_its_own_work_and_buttons(cast: Cast, signed_in: SignIn):
    admin = signed_in(cast.national_admin)
    listed = admin.get("/roles/").content.decode()
    assert all(f"/roles/{role.value}/" in listed for role in Role)
    lead = page(admin, "executive_lead")
    for words in (
        "A sample executive lead for health inequalities, at Sample Valley NHS Trust.",
        "waits for your signature",
        "A sample colleague is nominated",
        "Offer help to stop smoking where people smoke most",
        "Not theirs. The report is frozen by the board secretary of this organisation.",
    ):
        assert words in lead, words
    secretary = page(admin, "board_secretary")
    assert "waits for your signature" not in secretary
    assert "is being prepared" in secretary
    assert "Coverage" in page(admin, "regional_convenor")
    member = page(admin, "team_member")
    assert (
        "A sample board secretary asks you for a figure: Asked about smoking on the day of admission"
        in member
    )
    assert "Not theirs. What the board watches is settled by the lead" in member
    assert "Nothing of the samples waits for this role." in page(admin, "chair")


def test_nobody_real_is_shown_and_nothing_stays(cast: Cast, signed_in: SignIn):
    ask_for_correction(by=cast.lead, about="other", wrong="This", right="That")
    admin = signed_in(cast.national_admin)
    admin.get("/roles/")
    User.objects.system()
    before = rows()
    national = page(admin, "national_admin")
    assert "A sample colleague is nominated" in national
    for person in cast.people().values():
        if person != cast.national_admin:
            assert person.name not in national
    assert rows() == before


@pytest.mark.parametrize("role", Role)
def test_every_role_can_be_looked_at(cast: Cast, role: Role):
    look = look_as(by=cast.national_admin, role=role, look=looked_at_by)
    assert look.person == f"A sample {role.label.lower()}"
    assert any(button.is_theirs for button in look.buttons) or role in (Role.CURATOR, Role.FACILITATOR)
    assert all(button.reason for button in look.buttons if not button.is_theirs)


def test_it_is_for_national_administrators_and_knows_no_invented_role(cast: Cast, signed_in: SignIn):
    with pytest.raises(PermissionDenied, match="looked at by national administrators"):
        look_as(by=cast.lead, role=Role.CHAIR, look=looked_at_by)
    assert signed_in(cast.national_admin).get("/roles/emperor/").status_code == 404
