"""What roles are called is data: administrators change it, and it is read everywhere at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import nominate_person, rename_role
from hileads.leads.leadfiles.reading import read
from hileads.leads.models import (
    Appointment,
    Invitation,
    Named,
    Role,
    RoleName,
    User,
    first_name_of,
    role_name,
    role_names,
)
from hileads.leads.queries import roles_called
from hileads.leads.queries.leadimports import plan_leads
from hileads.once import forget, once, reading_once
from tests.actors import Cast
from tests.factories.leadfiles import list_of, row_of
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
NEW = {"singular": "Accountable lead for fair care", "plural": "Accountable leads for fair care"}


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def renamed(cast: Cast, role: Role = Role.EXECUTIVE_LEAD, **changes: str) -> Named:
    return rename_role(by=cast.national_admin, role=role, **(NEW | changes))


class TestRenaming:
    def test_until_somebody_renames_them_roles_are_called_what_they_began_as(self, cast: Cast):
        assert role_names() == {role: first_name_of(role) for role in Role}
        assert role_names()[Role.BOARD_SECRETARY].plural == "Board secretaries"
        assert role_names()[Role.CURATOR].plural == "Curators"

    def test_a_name_is_read_at_once_and_its_history_is_kept(self, cast: Cast):
        renamed(cast, singular="  Accountable lead ")
        renamed(cast)
        renamed(cast)
        assert role_name("executive_lead") == NEW["singular"]
        assert str(RoleName.objects.get()) == NEW["singular"]
        called = roles_called()[0]
        assert [one.name.singular for one in called.renamings] == [NEW["singular"], "Accountable lead"]
        assert called.began_as.singular == "Executive lead for health inequalities"
        assert roles_called()[1].renamings == []

    @pytest.mark.parametrize("who", ["lead", "secretary", "regional_convenor", "curator", "leaver"])
    def test_administrators_alone_rename(self, cast: Cast, who: str):
        with pytest.raises(PermissionDenied, match="What roles are called is kept by"):
            rename_role(by=cast.people()[who], role=Role.CHAIR, **NEW)

    @pytest.mark.parametrize("name", ["chair", "National Administrator", "board_secretary"])
    def test_two_roles_never_have_one_name(self, cast: Cast, name: str):
        with pytest.raises(NotNow, match="is a name of another role"):
            renamed(cast, singular=name)

    def test_a_name_that_another_role_began_with_stays_its_own(self, cast: Cast):
        renamed(cast, role=Role.CHAIR, singular="Chairperson", plural="Chairpeople")
        with pytest.raises(NotNow, match="is a name of another role: Chairperson"):
            renamed(cast, singular="Chair")
        assert renamed(cast, role=Role.CHAIR, singular="Chair", plural="Chairs") == first_name_of(Role.CHAIR)

    def test_the_database_keeps_no_empty_name(self, cast: Cast):
        renamed(cast)
        with pytest.raises(IntegrityError, match="say_something"), transaction.atomic():
            RoleName.objects.update(plural="")


class TestEverywhere:
    def test_posts_and_invitations_read_it(self, cast: Cast):
        renamed(cast)
        post = cast.lead.appointments.get()
        assert post.get_role_display() == NEW["singular"]
        invitation = Invitation(role=Role.EXECUTIVE_LEAD, name="Nia")
        assert str(invitation) == f"Nia, {NEW['singular']}"

    def test_pages_forms_and_refusals_read_it(self, cast: Cast, signed_in: SignIn):
        renamed(cast, role=Role.DEPUTY, singular="Second lead", plural="Second leads")
        client, code = signed_in(cast.secretary), {"code": cast.trust.code}
        for page in ("organisation-show", "organisation-people", "nomination-add"):
            shown = text(client.get(reverse(page, kwargs=code)))
            assert "Second lead" in shown, page
            assert "Deputy to the executive lead" not in shown, page
        assert "Second lead" in text(signed_in(cast.deputy).get("/account/"))
        with pytest.raises(NotNow, match="Dev Deputy has been second lead here since"):
            nominate_person(
                by=cast.secretary,
                organisation=cast.trust,
                role=Role.DEPUTY,
                email=cast.deputy.email,
                name="Dev",
                from_date=today(),
            )
        with pytest.raises(NotNow, match="Second lead cannot be held at"):
            nominate_person(
                by=cast.national_admin,
                organisation=cast.region,
                role=Role.DEPUTY,
                email="n@nhs.example",
                name="Dev",
                from_date=today(),
            )

    def test_administrators_read_it_in_every_list(self, cast: Cast, signed_in: SignIn):
        renamed(cast, role=Role.CURATOR, singular="Editor", plural="Editors")
        renamed(cast, role=Role.REGIONAL_CONVENOR, singular="Regional host", plural="Regional hosts")
        client = signed_in(cast.national_admin)
        for address in ("/national-team/", "/national-team/nominate/", "/roles/", "/roles/curator/"):
            assert "Editor" in text(client.get(address)), address
        assert "Regional hosts" in text(client.get("/national-team/"))
        nominate_person(
            by=cast.national_admin,
            organisation=None,
            role=Role.CURATOR,
            email="e@nhs.example",
            name="Edi",
            from_date=today(),
        )
        assert "Editor" in text(client.get("/history/"))

    @pytest.mark.parametrize(
        "name",
        [
            NEW["singular"],
            NEW["singular"].upper(),
            "Executive lead for health inequalities",
            "executive_lead",
        ],
    )
    def test_lists_of_leads_may_use_the_newest_name_the_first_one_and_the_code(self, cast: Cast, name: str):
        renamed(cast)
        plan = plan_leads(read(list_of(row_of("Lotte Listed", cast.icb.code, role=name))), today())
        assert plan.lines[0].role == NEW["singular"]
        assert plan.lines[0].wanted is not None
        assert plan.lines[0].wanted.role == Role.EXECUTIVE_LEAD


class TestPages:
    def test_an_administrator_renames_a_role(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.national_admin)
        assert reverse("role-name-list") in text(client.get("/national-team/"))
        address = reverse("role-name-edit", kwargs={"role": "executive_lead"})
        page = text(client.get(reverse("role-name-list")))
        assert address in page
        assert "From the beginning" in page
        assert 'value="Executive leads for health inequalities"' in text(client.get(address))
        page = text(client.post(address, NEW, follow=True))
        assert "The name is kept: Accountable lead for fair care" in page
        assert "Since " in page
        assert "Accountable leads for fair care), since" in text(client.get(address))
        page = text(client.post(address, NEW | {"singular": "Chair"}))
        assert "“Chair” is a name of another role" in page
        assert 'value="Chair"' in page
        assert client.get(reverse("role-name-edit", kwargs={"role": "king"})).status_code == 404

    def test_names_are_asked_for_once_a_page(
        self, cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
    ):
        client = signed_in(cast.secretary)
        address = reverse("organisation-people", kwargs={"code": cast.trust.code})
        few = queries_of(client, address)
        for number in range(19):
            appointed(f"Tea {number}", Role.TEAM_MEMBER, cast.trust)
        assert queries_of(client, address) == few
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        assert sum("leads_rolename" in query["sql"] for query in captured) == 1


class TestOnce:
    def test_inside_it_is_read_once_and_outside_every_time(self):
        answers = iter(range(9))

        def read() -> int:
            return next(answers)

        assert [once("number", read), once("number", read)] == [0, 1]
        with reading_once():
            assert [once("number", read), once("number", read)] == [2, 2]
            forget("number")
            assert once("number", read) == 3
        forget("number")
        assert once("number", read) == 4

    def test_a_change_is_seen_in_the_same_request(self, cast: Cast):
        with reading_once():
            assert role_name("chair") == "Chair"
            renamed(cast, role=Role.CHAIR)
            assert role_name("chair") == NEW["singular"]
        assert Appointment.objects.get(user=cast.stranger).get_role_display() == NEW["singular"]
