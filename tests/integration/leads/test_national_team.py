"""National posts: one administrator nominates, another confirms, the person accepts by link or code."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from hileads.clock import UK, at
from hileads.frame.refusals import NotNow
from hileads.leads.actions import (
    accept_invitation,
    confirm_nomination,
    end_appointment,
    nominate_person,
    send_invitation_again,
    withdraw_invitation,
)
from hileads.leads.models import NATIONAL_ROLES, Appointment, Invitation, InvitationState, Role, User
from hileads.leads.policies import PLACES
from hileads.leads.queries import invitations_to_confirm
from hileads.notifications.models import Message
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.work import lines_for
from tests.actors import Cast
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
EMAIL = "cora.second@nhs.example"
TODAY = date(2026, 11, 26)
BOXES = {"from_date-day": "26", "from_date-month": "11", "from_date-year": "2026"}

pytestmark = pytest.mark.usefixtures("_noon")


@pytest.fixture
def _noon(db: None) -> Any:
    with at(datetime.combine(TODAY, time(12), tzinfo=UK)):
        yield


@pytest.fixture(autouse=True)
def _mail_goes_to_the_ledger(settings: Any) -> None:
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"


@pytest.fixture
def second(cast: Cast) -> User:
    """A second national administrator."""
    return appointed("Ned Second", Role.NATIONAL_ADMIN, None)


def nominated(by: User, **changes: Any) -> Invitation:
    said = {
        "organisation": None,
        "role": Role.CURATOR,
        "email": EMAIL,
        "name": "Cora Second",
        "from_date": TODAY,
    }
    return nominate_person(by=by, **(said | changes))


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def page_of(invitation: Invitation, step: str = "show") -> str:
    name = "national-nomination-confirm" if step == "confirm" else f"national-invitation-{step}"
    return reverse(name, kwargs={"public_id": invitation.public_id})


class TestNominating:
    def test_another_administrator_confirms(self, cast: Cast, second: User):
        invitation = nominated(cast.national_admin)
        assert invitation.state == InvitationState.NOMINATED
        assert not Message.objects.filter(address=EMAIL).exists()
        with pytest.raises(NotNow, match=r"You nominated Cora Second yourself, so .*: Ned Second"):
            confirm_nomination(by=cast.national_admin, invitation=invitation)
        sent = confirm_nomination(by=second, invitation=invitation)
        assert (sent.state, sent.confirmed_by) == (InvitationState.SENT, second)
        mail = Message.objects.get(address=EMAIL)
        assert mail.subject == "Your national post in the health inequalities portal"
        assert "Nationally, at no organisation" in mail.body_text

    def test_the_only_administrator_may_confirm_their_own(self, cast: Cast):
        invitation = nominated(cast.national_admin)
        assert confirm_nomination(by=cast.national_admin, invitation=invitation).state == InvitationState.SENT

    def test_at_an_organisation_nothing_changes(self, cast: Cast, second: User):
        sent = nominated(second, organisation=cast.trust, role=Role.TEAM_MEMBER)
        assert sent.state == InvitationState.SENT

    @pytest.mark.parametrize(
        "who", ["lead", "secretary", "regional_convenor", "curator", "stranger", "leaver"]
    )
    def test_nobody_else_has_a_part_in_it(self, cast: Cast, who: str):
        person, invitation = cast.people()[who], nominated(cast.national_admin)
        for step in (confirm_nomination, send_invitation_again, withdraw_invitation):
            with pytest.raises(PermissionDenied, match="National appointments are recorded by"):
                step(by=person, invitation=invitation)
        with pytest.raises(PermissionDenied, match="National appointments are recorded by"):
            nominated(person)
        assert not can(person, P.NOMINATION_ADD, on=invitation)

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"role": Role.EXECUTIVE_LEAD}, "cannot be held at national level"),
            ({"role": Role.REGIONAL_CONVENOR}, "cannot be held at national level"),
            ({"email": "cam.curator@nhs.example"}, "Cam Curator has been curator since 1 April 2024"),
        ],
    )
    def test_what_cannot_be_is_refused(self, cast: Cast, changes: dict[str, Any], reason: str):
        with pytest.raises(NotNow, match=reason):
            nominated(cast.national_admin, **changes)

    def test_once_at_a_time(self, cast: Cast):
        first = nominated(cast.national_admin)
        with pytest.raises(NotNow, match="from the page of the national team"):
            nominated(cast.national_admin)
        twin = {**vars(Invitation.objects.get(pk=first.pk)), "id": None, "public_id": uuid4()}
        with pytest.raises(IntegrityError, match="one_open_invitation"), transaction.atomic():
            Invitation(**{key: value for key, value in twin.items() if key != "_state"}).save()
        with pytest.raises(IntegrityError, match="only_national_posts"), transaction.atomic():
            Invitation.objects.filter(pk=first.pk).update(role=Role.EXECUTIVE_LEAD)

    def test_the_roles_without_an_organisation_are_the_same_in_the_database(self):
        assert set(NATIONAL_ROLES) == {role for role, places in PLACES.items() if None in places}

    def test_it_waits_in_this_week_for_the_others_alone(self, cast: Cast, second: User):
        invitation = nominated(cast.national_admin)
        assert list(invitations_to_confirm([second])) == [(second, invitation)]
        assert list(invitations_to_confirm([cast.national_admin])) == []
        assert list(invitations_to_confirm([cast.regional_convenor])) == []
        line = next(line for line in lines_for(second, TODAY) if line.key.startswith("nomination:"))
        assert (line.url, line.area, line.organisation_name) == (page_of(invitation), "", "")


class TestAccepting:
    def test_the_person_holds_the_post_from_then_on(self, cast: Cast):
        invitation = confirm_nomination(by=cast.national_admin, invitation=nominated(cast.national_admin))
        person = accept_invitation(by=User.objects.system(), invitation=invitation)
        post = Appointment.objects.get(user=person)
        assert (post.role, post.organisation, post.from_date) == (Role.CURATOR, None, TODAY)
        assert can(person, P.CONTENT_EDIT)

    def test_by_the_code_of_the_mail(self, cast: Cast):
        confirm_nomination(by=cast.national_admin, invitation=nominated(cast.national_admin))
        found = re.search(r"Your code: (\d{3}) (\d{3})", Message.objects.get(address=EMAIL).body_text)
        assert found
        client = Client()
        answer = client.post(reverse("invitation-code"), {"email": EMAIL, "code": found[1] + found[2]})
        page = text(client.get(answer["Location"]))
        assert "Nationally, at no organisation" in page
        client.post(answer["Location"])
        assert Appointment.objects.get(user__email=EMAIL).role == Role.CURATOR


class TestEnding:
    def test_the_last_administrator_stays_until_there_is_another(self, cast: Cast):
        post = cast.national_admin.appointments.get()
        with pytest.raises(NotNow, match="Nobody else would be national administrator"):
            end_appointment(by=cast.national_admin, appointment=post, last_day=TODAY)
        appointed("Ned Second", Role.NATIONAL_ADMIN, None)
        assert end_appointment(by=cast.national_admin, appointment=post, last_day=TODAY).to_date == TODAY


class TestPages:
    def test_from_nomination_to_invitation(self, cast: Cast, second: User, signed_in: SignIn):
        client, others = signed_in(cast.national_admin), signed_in(second)
        team = reverse("national-team-show")
        assert team in text(client.get("/this-week/"))
        page = text(client.get(team))
        assert "Cam Curator" in page
        assert "Curator, from 1 April 2024." in page
        assert reverse("organisation-people", kwargs={"code": cast.region.code}) in page
        add = reverse("national-nomination-add")
        assert "Another national administrator confirms it: Ned Second." in text(client.get(add))
        answer = client.post(
            add, {"name": "Cora Second", "email": EMAIL, "role": "curator", **BOXES}, follow=True
        )
        invitation = Invitation.objects.get(email=EMAIL)
        page = text(answer)
        assert "Cora Second is nominated." in page
        assert "so somebody else confirms it: Ned Second." in page
        assert page_of(invitation, "confirm") not in page
        assert client.post(page_of(invitation, "confirm")).status_code == 409
        assert page_of(invitation) in text(others.get(team))
        assert page_of(invitation, "confirm") in text(others.get(page_of(invitation)))
        page = text(others.post(page_of(invitation, "confirm"), follow=True))
        assert f"An invitation is on its way to {EMAIL}." in page
        assert "It is good until" in page
        page = text(others.post(page_of(invitation, "send-again"), follow=True))
        assert "An invitation is on its way" in page
        page = text(client.post(page_of(invitation, "withdraw"), follow=True))
        assert "Cora Second is not invited any more." in page
        assert "Nominate somebody else" in text(client.get(page_of(invitation)))

    def test_a_single_administrator_is_told_that_they_confirm_themselves(self, cast: Cast, signed_in: SignIn):
        client, invitation = signed_in(cast.national_admin), nominated(cast.national_admin)
        assert "You are the only national administrator" in text(client.get(reverse("national-team-show")))
        assert "you confirm it yourself" in text(client.get(reverse("national-nomination-add")))
        page = text(client.get(page_of(invitation)))
        assert "you may confirm your own nomination" in page
        assert page_of(invitation, "confirm") in page

    def test_what_was_typed_stays_beside_the_reason(self, cast: Cast, signed_in: SignIn):
        page = text(
            signed_in(cast.national_admin).post(
                reverse("national-nomination-add"),
                {"name": "Cam", "email": "cam.curator@nhs.example", "role": "curator", **BOXES},
            )
        )
        assert "There is nothing to invite them to" in page
        assert 'value="cam.curator@nhs.example"' in page
        assert "share the post" not in page

    def test_the_last_day_is_recorded(self, cast: Cast, signed_in: SignIn):
        client, post = signed_in(cast.national_admin), cast.curator.appointments.get()
        address = reverse("national-appointment-end", kwargs={"public_id": post.public_id})
        assert address in text(client.get(reverse("national-team-show")))
        assert "Cam Curator" in text(client.get(address))
        last = {"last_day-day": "26", "last_day-month": "11", "last_day-year": "2026"}
        assert "The last day of Cam Curator is recorded." in text(client.post(address, last, follow=True))
        with at(datetime.combine(TODAY + timedelta(days=1), time(9), tzinfo=UK)):
            assert not can(User.objects.get(pk=cast.curator.pk), P.CONTENT_EDIT)
        own = reverse(
            "national-appointment-end",
            kwargs={"public_id": cast.national_admin.appointments.get().public_id},
        )
        assert "Nobody else would be national administrator" in text(client.post(own, last))

    def test_without_a_region_the_page_says_what_to_do(self, cast: Cast, signed_in: SignIn):
        cast.region.__class__.objects.filter(kind="region").update(closed_date=date(2026, 1, 1))
        page = text(signed_in(cast.national_admin).get(reverse("national-team-show")))
        assert "No region is in the register yet." in page

    def test_the_pages_of_organisations_and_of_national_posts_do_not_mix(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.national_admin)
        national = nominated(cast.national_admin)
        other = {"public_id": national.public_id}
        assert client.get(reverse("invitation-show", kwargs=other)).status_code == 404
        assert client.post(reverse("nomination-confirm", kwargs=other)).status_code == 404
        here = nominated(cast.secretary, organisation=cast.trust, role=Role.TEAM_MEMBER)
        assert client.get(page_of(here)).status_code == 404
        post = {"public_id": cast.lead.appointments.get().public_id}
        assert client.get(reverse("national-appointment-end", kwargs=post)).status_code == 404

    def test_a_second_step_is_needed(self, cast: Cast, signed_in_by_code: SignIn):
        invitation = nominated(cast.national_admin)
        client = signed_in_by_code(cast.national_admin)
        assert client.post(page_of(invitation, "confirm")).status_code == 302
        assert Invitation.objects.get().state == InvitationState.NOMINATED

    def test_the_number_of_queries_does_not_grow(
        self, cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
    ):
        client = signed_in(cast.national_admin)
        nominated(cast.national_admin)
        few = queries_of(client, reverse("national-team-show"))
        for number in range(19):
            nominated(cast.national_admin, email=f"c{number}@nhs.example")
            appointed(f"Cy {number}", Role.CURATOR, None)
        assert queries_of(client, reverse("national-team-show")) == few


def test_a_convenor_is_nominated_on_the_page_of_the_region(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.national_admin)
    people = reverse("organisation-people", kwargs={"code": cast.region.code})
    add = reverse("nomination-add", kwargs={"code": cast.region.code})
    assert add in text(client.get(people))
    assert "Regional convenor" in text(client.get(add))
    client.post(add, {"name": "Con New", "email": EMAIL, "role": "regional_convenor", **BOXES})
    invitation = Invitation.objects.get(email=EMAIL)
    assert invitation.state == InvitationState.SENT
    person = accept_invitation(by=User.objects.system(), invitation=invitation)
    assert can(person, P.COVERAGE_VIEW)
    assert can(person, P.NOMINATION_ADD, on=cast.trust)
    assert not can(person, P.NOMINATION_ADD, on=cast.trust_elsewhere)
