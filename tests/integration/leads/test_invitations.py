"""People come by invitation: one nominates, another confirms, and the person says yes or no."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse

from hileads.clock import UK, at
from hileads.frame.refusals import NotNow
from hileads.leads.actions import (
    accept_invitation,
    confirm_nomination,
    decline_invitation,
    enter_code,
    nominate_person,
    send_invitation_again,
    withdraw_invitation,
)
from hileads.leads.emails import answer_path
from hileads.leads.models import Appointment, Invitation, InvitationState, Role, User
from hileads.notifications.models import Message
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.work import lines_for
from tests.actors import Cast
from tests.factories.people import AppointmentFactory, appointed

SignIn = Callable[[User], Client]
EMAIL = "nina.newcomer@nhs.example"
TODAY = date(2026, 11, 26)
NOON = datetime.combine(TODAY, time(12), tzinfo=UK)

pytestmark = pytest.mark.usefixtures("_noon")


@pytest.fixture
def _noon(db: None) -> Any:
    with at(NOON):
        yield


@pytest.fixture(autouse=True)
def _mail_goes_to_the_ledger(settings: Any) -> None:
    settings.EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"


def nominated(by: User, cast: Cast, **changes: Any) -> Invitation:
    """Nina is nominated for the trust's team, unless said otherwise."""
    said = {
        "organisation": cast.trust,
        "role": Role.TEAM_MEMBER,
        "email": " Nina.Newcomer@NHS.example ",
        "name": "Nina Newcomer",
        "from_date": TODAY,
        "post_title": "Analyst",
    }
    return nominate_person(by=by, **(said | changes))


def mails() -> list[Message]:
    return list(Message.objects.filter(address=EMAIL).order_by("pk"))


def code_in(mail: Message) -> str:
    found = re.search(r"Your code: (\d{3}) (\d{3})", mail.body_text)
    assert found
    return found[1] + found[2]


def the_portal() -> User:
    return User.objects.system()


class TestNominating:
    def test_the_secretary_nominates_and_the_lead_confirms(self, cast: Cast):
        invitation = nominated(cast.secretary, cast)
        assert invitation.state == InvitationState.NOMINATED
        assert invitation.email == EMAIL
        assert mails() == []
        assert not User.objects.filter(email=EMAIL).exists()
        invitation = confirm_nomination(by=cast.lead, invitation=invitation)
        assert invitation.state == InvitationState.SENT
        assert invitation.confirmed_by == cast.lead
        assert len(mails()) == 1

    @pytest.mark.parametrize("who", ["lead", "regional_convenor", "national_admin"])
    def test_who_may_confirm_invites_at_once(self, cast: Cast, who: str):
        assert nominated(cast.people()[who], cast).state == InvitationState.SENT

    @pytest.mark.parametrize("who", ["stranger", "lead_elsewhere", "curator", "facilitator"])
    def test_others_may_not_nominate(self, cast: Cast, who: str):
        with pytest.raises(PermissionDenied):
            nominated(cast.people()[who], cast)

    def test_leavers_may_not_nominate(self, cast: Cast):
        with pytest.raises(Http404):
            nominated(cast.leaver, cast)

    def test_the_secretary_and_the_deputy_do_not_confirm(self, cast: Cast):
        invitation = nominated(cast.secretary, cast)
        for person in (cast.secretary, cast.deputy):
            with pytest.raises(PermissionDenied):
                confirm_nomination(by=person, invitation=invitation)

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"role": Role.NATIONAL_ADMIN}, "cannot be held at Alder Vale"),
            ({"role": Role.FACILITATOR}, "cannot be held at Alder Vale"),
            ({"from_date": date(1980, 1, 1)}, "is not open on 1 January 1980"),
            ({"role": Role.DEPUTY, "email": "dev.deputy@nhs.example"}, "There is nothing to invite them to"),
            (
                {"role": Role.EXECUTIVE_LEAD, "from_date": date(2024, 4, 1)},
                "A successor can begin on a later day only",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, cast: Cast, changes: dict[str, Any], reason: str):
        cast.trust.opened_date = date(1991, 4, 1)
        cast.trust.save()
        with pytest.raises(NotNow, match=reason):
            nominated(cast.lead, cast, **changes)
        assert Invitation.objects.count() == 0

    def test_one_person_is_invited_to_one_post_once(self, cast: Cast):
        invitation = nominated(cast.lead, cast)
        with pytest.raises(NotNow, match="was nominated for this post on 26 November 2026 already"):
            nominated(cast.secretary, cast)
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.filter(pk=invitation.pk).update(email=EMAIL.upper())
        withdraw_invitation(by=cast.secretary, invitation=invitation)
        assert nominated(cast.lead, cast).state == InvitationState.SENT

    def test_a_nomination_waits_on_this_week_of_those_who_may_confirm(self, cast: Cast):
        nominated(cast.secretary, cast)
        expected = "Nina Newcomer is nominated as health inequalities team member."
        for person in (cast.lead, cast.regional_convenor):
            assert expected in [line.text for line in lines_for(person, TODAY)]
        for person in (cast.secretary, cast.stranger, cast.lead_elsewhere):
            assert expected not in [line.text for line in lines_for(person, TODAY)]


class TestAnswering:
    def test_who_accepts_holds_the_post_and_has_proven_the_address(self, cast: Cast):
        person = accept_invitation(by=the_portal(), invitation=nominated(cast.lead, cast))
        assert (person.email, person.name) == (EMAIL, "Nina Newcomer")
        assert person.emailaddress_set.get().verified
        post = person.appointments.get()
        assert (post.organisation, post.post_title, post.from_date) == (cast.trust, "Analyst", TODAY)
        assert post.invitation.state == InvitationState.ACCEPTED
        assert can(person, P.PLAN_EDIT, on=cast.trust)

    def test_a_person_who_is_known_gains_a_post_and_stays_one_person(self, cast: Cast):
        known = appointed("Nina Newcomer", Role.CHAIR, cast.trust_elsewhere)
        person = accept_invitation(by=the_portal(), invitation=nominated(cast.lead, cast, email=known.email))
        assert person == known
        assert {post.organisation for post in person.appointments.all()} == {cast.trust, cast.trust_elsewhere}

    def test_a_successor_takes_over_on_the_day_after_the_leaver_s_last(self, cast: Cast):
        begins = TODAY + timedelta(days=5)
        invitation = nominated(cast.lead, cast, role=Role.EXECUTIVE_LEAD, from_date=begins)
        assert Appointment.objects.get(user=cast.lead).to_date is None
        person = accept_invitation(by=the_portal(), invitation=invitation)
        assert Appointment.objects.get(user=cast.lead).to_date == begins - timedelta(days=1)
        assert not can(person, P.REPORT_SIGN, on=cast.trust)
        with at(NOON + timedelta(days=5)):
            assert can(person, P.REPORT_SIGN, on=cast.trust)
            assert not can(User.objects.get(pk=cast.lead.pk), P.PLAN_VIEW, on=cast.trust)

    def test_a_job_share_ends_nobody_s_post(self, cast: Cast):
        Appointment.objects.filter(user=cast.lead).update(is_job_share=True)
        shared = nominated(cast.lead, cast, role=Role.EXECUTIVE_LEAD, is_job_share=True)
        accept_invitation(by=the_portal(), invitation=shared)
        assert (
            Appointment.objects.in_role(Role.EXECUTIVE_LEAD)
            .live(TODAY)
            .filter(organisation=cast.trust)
            .count()
            == 2
        )

    def test_an_invitation_is_answered_once(self, cast: Cast):
        invitation = nominated(cast.lead, cast)
        accept_invitation(by=the_portal(), invitation=invitation)
        for answer in (accept_invitation, decline_invitation):
            with pytest.raises(NotNow, match="This invitation is accepted"):
                answer(by=the_portal(), invitation=invitation)
        assert Appointment.objects.filter(user__email=EMAIL).count() == 1

    def test_it_ends_after_a_week_and_can_be_sent_again(self, cast: Cast):
        invitation = nominated(cast.lead, cast)
        with at(NOON + timedelta(days=7)):
            with pytest.raises(NotNow, match=r"ended on 3 December 2026\. Ask Leila Lead"):
                accept_invitation(by=the_portal(), invitation=invitation)
            again = send_invitation_again(by=cast.secretary, invitation=invitation)
            assert accept_invitation(by=the_portal(), invitation=again).email == EMAIL
        assert len(mails()) == 2

    def test_only_what_was_sent_is_sent_again_and_only_what_waits_is_confirmed(self, cast: Cast):
        invitation = nominated(cast.secretary, cast)
        with pytest.raises(NotNow, match="is waiting to be confirmed"):
            send_invitation_again(by=cast.secretary, invitation=invitation)
        confirm_nomination(by=cast.lead, invitation=invitation)
        with pytest.raises(NotNow, match="is waiting for an answer"):
            confirm_nomination(by=cast.lead, invitation=invitation)

    def test_a_lead_who_came_meanwhile_is_not_pushed_out(self, cast: Cast):
        Appointment.objects.filter(user=cast.lead).update(to_date=TODAY)
        begins = TODAY + timedelta(days=3)
        invitation = nominated(cast.lead, cast, role=Role.EXECUTIVE_LEAD, from_date=begins)
        other = appointed("Olga Other", Role.EXECUTIVE_LEAD, cast.trust, from_date=begins)
        with pytest.raises(NotNow, match="Olga Other has been the executive lead here"):
            accept_invitation(by=the_portal(), invitation=invitation)
        assert Appointment.objects.get(user=other).to_date is None


class TestTheCode:
    def test_the_code_of_the_mail_opens_the_invitation(self, cast: Cast):
        invitation = nominated(cast.lead, cast)
        assert enter_code(by=the_portal(), email=f" {EMAIL.upper()} ", code=code_in(mails()[0])) == invitation

    def test_the_code_is_kept_nowhere_but_in_the_mail(self, cast: Cast):
        invitation = nominated(cast.lead, cast)
        assert code_in(mails()[0]) not in invitation.code_digest
        assert "code_digest" not in {field.name for field in Invitation.pgh_event_model._meta.get_fields()}

    def test_five_wrong_codes_end_it_until_it_is_sent_again(self, cast: Cast):
        invitation = nominated(cast.lead, cast)
        code = code_in(mails()[0])
        wrong = "000000" if code != "000000" else "111111"
        for _ in range(5):
            with pytest.raises(NotNow, match="do not fit together"):
                enter_code(by=the_portal(), email=EMAIL, code=wrong)
        with pytest.raises(NotNow, match="do not fit together"):
            enter_code(by=the_portal(), email=EMAIL, code=code)
        send_invitation_again(by=cast.lead, invitation=invitation)
        with pytest.raises(NotNow, match="do not fit together"):
            enter_code(by=the_portal(), email=EMAIL, code=code)
        assert enter_code(by=the_portal(), email=EMAIL, code=code_in(mails()[1])) == invitation

    def test_a_stranger_s_address_gets_the_same_answer(self, cast: Cast):
        with pytest.raises(NotNow, match="do not fit together"):
            enter_code(by=the_portal(), email="nobody@nhs.example", code="123456")


class TestPages:
    def test_the_lead_invites_and_the_person_accepts_by_the_link(
        self, cast: Cast, signed_in: SignIn, client: Client
    ):
        page = signed_in(cast.lead).get(reverse("nomination-add", kwargs={"code": "RAV"}))
        assert "They are invited by email at once" in page.content.decode()
        answer = signed_in(cast.lead).post(
            reverse("nomination-add", kwargs={"code": "RAV"}), typed(), follow=True
        )
        assert "An invitation is on its way to nina.newcomer@nhs.example" in answer.content.decode()
        link = re.search(r"https?://[^/\s]+(/invitation/\S+/)\n", mails()[0].body_text)
        assert link
        assert "Nina Newcomer, you are invited" in client.get(link[1]).content.decode()
        accepted = client.post(link[1])
        assert accepted["Location"] == reverse("this-week")
        assert "Nina Newcomer" in client.get(reverse("this-week")).content.decode()
        assert "You have accepted this invitation" in Client().get(link[1]).content.decode()

    def test_the_person_comes_by_the_code(self, cast: Cast, client: Client):
        nominated(cast.lead, cast)
        code = code_in(mails()[0])
        wrong = client.post(reverse("invitation-code"), {"email": EMAIL, "code": "12"})
        assert "The code has six digits" in wrong.content.decode()
        wrong = client.post(reverse("invitation-code"), {"email": "x@nhs.example", "code": code})
        assert "do not fit together" in wrong.content.decode()
        right = client.post(
            reverse("invitation-code"), {"email": EMAIL, "code": f"{code[:3]} {code[3:]}"}, follow=True
        )
        assert "Nina Newcomer, you are invited" in right.content.decode()

    def test_opening_the_link_changes_nothing_however_often(self, cast: Cast, client: Client):
        invitation = nominated(cast.lead, cast)
        before = Invitation.objects.values().get()
        for _ in range(3):
            assert client.get(answer_path(invitation)).status_code == 200
            assert client.head(answer_path(invitation)).status_code == 200
        assert Invitation.objects.values().get() == before
        assert not User.objects.filter(email=EMAIL).exists()

    def test_an_earlier_link_and_an_invented_one_are_not_there(self, cast: Cast, client: Client):
        invitation = nominated(cast.lead, cast)
        earlier = answer_path(invitation)
        invitation = send_invitation_again(by=cast.lead, invitation=invitation)
        assert client.get(earlier).status_code == 404
        assert client.get(answer_path(invitation)).status_code == 200
        invented = reverse("invitation-answer", kwargs={"public_id": invitation.public_id, "key": "x" * 43})
        assert client.post(invented).status_code == 404

    def test_the_person_says_no(self, cast: Cast, client: Client):
        invitation = nominated(cast.lead, cast)
        answer = client.post(answer_path(invitation), {"decline": "yes"}, follow=True)
        assert "You have declined this invitation" in answer.content.decode()
        assert not User.objects.filter(email=EMAIL).exists()

    def test_somebody_else_who_is_signed_in_does_not_accept(self, cast: Cast, signed_in: SignIn):
        invitation = nominated(cast.lead, cast)
        client = signed_in(cast.stranger)
        assert "This invitation is for nina.newcomer" in client.get(answer_path(invitation)).content.decode()
        assert client.post(answer_path(invitation)).status_code == 409
        assert not User.objects.filter(email=EMAIL).exists()

    def test_the_person_who_is_signed_in_accepts_a_second_post(self, cast: Cast, signed_in: SignIn):
        invitation = nominated(cast.lead, cast, email=cast.stranger.email)
        answer = signed_in(cast.stranger).post(answer_path(invitation))
        assert answer["Location"] == reverse("this-week")
        assert cast.stranger.appointments.count() == 2

    def test_an_ended_and_a_withdrawn_invitation_say_whom_to_ask(self, cast: Cast, client: Client):
        invitation = nominated(cast.lead, cast)
        with at(NOON + timedelta(days=8)):
            assert "Ask Leila Lead to send it again" in client.get(answer_path(invitation)).content.decode()
        withdraw_invitation(by=cast.lead, invitation=invitation)
        assert "This invitation has ended" in client.get(answer_path(invitation)).content.decode()

    def test_a_nomination_passes_from_the_secretary_to_the_lead(self, cast: Cast, signed_in: SignIn):
        add = reverse("nomination-add", kwargs={"code": "RAV"})
        answer = signed_in(cast.secretary).post(add, typed(role="executive_lead"), follow=True)
        assert "Nina Newcomer is nominated. The executive lead or your region" in answer.content.decode()
        show = reverse("invitation-show", kwargs={"public_id": Invitation.objects.get().public_id})
        seen = signed_in(cast.secretary).get(show).content.decode()
        assert "It waits for the executive lead or your region" in seen
        assert "Leila Lead is the executive lead here. When Nina Newcomer accepts" in seen
        assert "Confirm and invite them" in signed_in(cast.lead).get(show).content.decode()
        for button, words in (
            ("nomination-confirm", "An invitation is on its way"),
            ("invitation-send-again", "An invitation is on its way"),
            ("invitation-withdraw", "Nina Newcomer is not invited any more"),
        ):
            address = reverse(button, kwargs={"public_id": Invitation.objects.get().public_id})
            assert words in signed_in(cast.lead).post(address, follow=True).content.decode()
        assert "Nominate somebody else" in signed_in(cast.lead).get(show).content.decode()

    def test_an_invitation_that_was_accepted_or_has_ended_says_so(self, cast: Cast, signed_in: SignIn):
        invitation = nominated(cast.lead, cast)
        show = reverse("invitation-show", kwargs={"public_id": invitation.public_id})
        with at(NOON + timedelta(days=8)):
            assert "The invitation ended on 3 December" in signed_in(cast.lead).get(show).content.decode()
        accept_invitation(by=the_portal(), invitation=invitation)
        assert "Nina Newcomer holds the post" in signed_in(cast.lead).get(show).content.decode()

    def test_what_was_typed_stays_when_it_is_refused(self, cast: Cast, signed_in: SignIn):
        nominated(cast.lead, cast)
        add = reverse("nomination-add", kwargs={"code": "RAV"})
        text = signed_in(cast.lead).post(add, typed()).content.decode()
        assert "was nominated for this post on 26 November 2026 already" in text
        assert 'value="Nina Newcomer"' in text


def typed(**changes: str) -> dict[str, str]:
    said = {"name": "Nina Newcomer", "email": EMAIL, "role": "team_member", "post_title": "Analyst"}
    day = {"from_date-day": "26", "from_date-month": "11", "from_date-year": "2026"}
    return said | day | changes


class TestTheEntries:
    ADDRESS = "/directory/RAV/people/"

    def test_an_organisation_without_anybody_is_told_whom_to_nominate_first(
        self, cast: Cast, signed_in: SignIn
    ):
        Appointment.objects.filter(organisation=cast.trust).delete()
        text = signed_in(cast.national_admin).get(self.ADDRESS).content.decode()
        assert "Nominate the executive lead first" in text
        Appointment.objects.filter(organisation=cast.region).delete()
        text = signed_in(cast.national_admin).get(f"/directory/{cast.region.code}/people/").content.decode()
        assert "Nominate the regional convenor first" in text

    def test_a_closed_organisation_keeps_its_entries(self, cast: Cast, signed_in: SignIn):
        cast.trust.closed_date = TODAY - timedelta(days=1)
        cast.trust.save()
        client = signed_in(cast.national_admin)
        text = client.get(self.ADDRESS).content.decode()
        assert "is closed. Its entries stay as they were." in text
        assert "Nominate somebody" not in text
        assert "still right" not in text
        assert client.post(f"{self.ADDRESS}still-right/").status_code == 409

    def test_one_click_confirms_all_entries(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.secretary)
        names = re.findall(r'-1"><strong>(.+?)</strong>', client.get(self.ADDRESS).content.decode())
        assert names[-3:] == ["Leila Lead", "Dev Deputy", "Sal Secretary"]
        assert "These entries have not been confirmed yet." in client.get(self.ADDRESS).content.decode()
        text = client.post(f"{self.ADDRESS}still-right/", follow=True).content.decode()
        assert "The entries are confirmed as of today." in text
        assert "The oldest of these entries was confirmed on 26 November 2026." in text
        with_a_date = Appointment.objects.filter(confirmed_date=TODAY)
        assert {post.user for post in with_a_date} == {cast.lead, cast.deputy, cast.secretary}

    def test_the_secretary_records_a_last_day(self, cast: Cast, signed_in: SignIn):
        post = cast.deputy.appointments.get()
        end = reverse("appointment-end", kwargs={"public_id": post.public_id})
        day = {"last_day-day": "30", "last_day-month": "11", "last_day-year": "2023"}
        text = signed_in(cast.secretary).post(end, day).content.decode()
        assert "it cannot end before" in text
        text = (
            signed_in(cast.secretary).post(end, day | {"last_day-year": "2026"}, follow=True).content.decode()
        )
        assert "The last day of Dev Deputy is recorded." in text
        assert "to 30 November 2026" in text

    def test_national_posts_are_not_ended_here(self, cast: Cast, signed_in: SignIn):
        post = AppointmentFactory(user=cast.stranger, role=Role.CURATOR, organisation=None)
        end = reverse("appointment-end", kwargs={"public_id": post.public_id})
        assert signed_in(cast.national_admin).get(end).status_code == 404

    def test_only_those_who_keep_the_entries_are_led_to_them(self, cast: Cast, signed_in: SignIn):
        words = "Keep these entries right"
        assert words in signed_in(cast.secretary).get("/directory/RAV/").content.decode()
        assert words not in signed_in(cast.stranger).get("/directory/RAV/").content.decode()
