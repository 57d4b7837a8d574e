"""Regions and the national team offer help: a letter that can be changed, and a note that the organisation sees."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse

from hileads.clock import UK, at
from hileads.frame.refusals import NotNow
from hileads.leads.actions import offer_help
from hileads.leads.models import Appointment, Role, SupportNote, User
from hileads.leads.queries import contacts_at, suggested_letter, support_seen_by
from hileads.notifications.models import Message, Stream
from hileads.references import resolve
from tests.actors import Cast
from tests.factories.people import AppointmentFactory, appointed

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 26)
NOTE = "We spoke about a second person and are glad to talk again."


@pytest.fixture(autouse=True)
def _noon(db: None) -> Any:
    with at(datetime.combine(TODAY, time(12), tzinfo=UK)):
        yield


def offered(by: User, cast: Cast, **changes: Any) -> SupportNote:
    said: dict[str, Any] = {
        "organisation": cast.trust,
        "token": uuid4(),
        "note": NOTE,
        "subject": "An offer of help",
        "letter": "Would a conversation help?\n\nIt's <free>.",
    }
    return offer_help(by=by, **(said | changes))


def page(client: Client, name: str, code: str = "RAV") -> str:
    answer = client.get(reverse(name, kwargs={"code": code}))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


class TestOffering:
    def test_the_letter_goes_to_lead_deputy_and_secretary_once_each(self, cast: Cast):
        AppointmentFactory(user=cast.secretary, role=Role.DEPUTY, organisation=cast.trust)
        appointed("Tess Team", Role.TEAM_MEMBER, cast.trust)
        assert contacts_at(cast.trust, TODAY) == [cast.lead, cast.deputy, cast.secretary]
        support = offered(cast.regional_convenor, cast)
        mails = Message.objects.order_by("pk")
        assert [mail.recipient for mail in mails] == [cast.lead, cast.deputy, cast.secretary]
        mail = mails[0]
        assert (mail.subject, mail.stream) == ("An offer of help", Stream.COMMUNITY)
        assert "Would a conversation help?\n\nIt's <free>." in mail.body_text
        assert "To answer, write to rae.convenor@nhs.example." in mail.body_text
        assert "&lt;free&gt;" in mail.body_html
        assert support.offered_by == cast.regional_convenor
        seen = resolve(cast.lead, mail.reference)
        assert seen is not None
        assert (seen.kind_label, seen.url) == ("Offer of help", "/directory/RAV/")
        assert resolve(cast.stranger, mail.reference) is None

    def test_said_twice_it_is_one_note_and_one_letter(self, cast: Cast):
        token = uuid4()
        first = offered(cast.national_admin, cast, token=token)
        assert offered(cast.national_admin, cast, token=token) == first
        assert Message.objects.count() == 3

    def test_a_note_alone_sends_nothing(self, cast: Cast):
        support = offered(cast.national_admin, cast, subject="", letter="")
        assert support.letter == ""
        assert Message.objects.count() == 0
        with pytest.raises(IntegrityError), transaction.atomic():
            SupportNote.objects.filter(pk=support.pk).update(letter="Without a subject")

    @pytest.mark.parametrize("who", ["lead", "secretary", "lead_elsewhere", "curator", "stranger"])
    def test_others_may_not(self, cast: Cast, who: str):
        with pytest.raises(PermissionDenied, match="Help is offered by"):
            offered(cast.people()[who], cast)
        with pytest.raises(PermissionDenied):
            offered(cast.regional_convenor, cast, organisation=cast.trust_elsewhere)
        with pytest.raises(Http404):
            offered(cast.leaver, cast)
        assert SupportNote.objects.count() == 0

    def test_a_closed_organisation_is_past_help(self, cast: Cast, signed_in: SignIn):
        cast.trust.closed_date = TODAY - timedelta(days=1)
        cast.trust.save()
        with pytest.raises(NotNow, match="is not open on 26 November 2026"):
            offered(cast.national_admin, cast)
        answer = signed_in(cast.national_admin).get(reverse("support-offer", kwargs={"code": "RAV"}))
        assert answer.status_code == 409

    def test_the_first_words_fit_what_is_known_and_chase_nobody(self, cast: Cast):
        letters = [suggested_letter(cast.trust, TODAY)[1]]
        Appointment.objects.filter(user=cast.deputy).update(to_date=TODAY - timedelta(days=1))
        letters.append(suggested_letter(cast.trust, TODAY)[1])
        Appointment.objects.filter(user=cast.lead).update(to_date=TODAY - timedelta(days=1))
        letters.append(suggested_letter(cast.trust, TODAY)[1])
        for letter, words in zip(
            letters,
            ("We would like to hear how things are going", "One person is recorded", "No executive lead"),
            strict=True,
        ):
            assert words in letter
            assert "Nothing follows from it for any assessment." in letter
            assert not any(
                word in letter.lower() for word in ("overdue", "late", "must", "deadline", "remind")
            )


SEES = [
    ("lead", True),
    ("deputy", True),
    ("secretary", True),
    ("regional_convenor", True),
    ("national_admin", True),
    ("lead_elsewhere", False),
    ("stranger", False),
    ("curator", False),
    ("facilitator", False),
    ("leaver", False),
]


class TestPages:
    @pytest.mark.parametrize(("who", "sees"), SEES)
    def test_the_organisation_its_region_and_the_nation_see_the_note(
        self, cast: Cast, signed_in: SignIn, who: str, sees: bool
    ):
        offered(cast.regional_convenor, cast)
        person = cast.people()[who]
        assert support_seen_by(person, cast.trust).exists() is sees
        if who != "leaver":
            shown = page(signed_in(person), "organisation-show")
            assert (NOTE in shown) is sees
            assert ("Rae Convenor, 26 November 2026." in shown) is sees
            assert ("Help offered" in shown) is sees
            assert ("Seen by 5 people: who they are" in shown) is sees

    def test_the_convenor_changes_the_words_and_sends_them(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.regional_convenor)
        assert "None yet." not in page(client, "organisation-show")
        assert "Nobody has recorded an offer of help yet." in page(client, "organisation-show")
        shown = page(client, "support-offer")
        assert "One mail each goes to Leila Lead, Dev Deputy and Sal Secretary." in shown
        assert "We would like to hear how things are going at Alder Vale" in shown
        assert "Today that is 5 people: who they are" in shown
        assert "<li>Nat Admin</li>" in shown
        address = reverse("support-offer", kwargs={"code": "RAV"})
        said = {"token": str(uuid4()), "subject": "", "letter": "Hello.", "note": ""}
        wrong = client.post(address, said).content.decode()
        assert "Enter a subject for the letter" in wrong
        assert "Answer “What should the organisation’s page say?”" in wrong
        said |= {"subject": "Help", "note": NOTE}
        done = client.post(address, said, follow=True).content.decode()
        assert "Your letter is on its way to Leila Lead, Dev Deputy and Sal Secretary." in done
        assert NOTE in done
        assert Message.objects.count() == 3
        said |= {"token": str(uuid4()), "letter": ""}
        done = client.post(address, said, follow=True).content.decode()
        assert "Your note stands on this page." in done
        assert Message.objects.count() == 3

    def test_where_nobody_could_get_a_letter_the_note_waits(self, cast: Cast, signed_in: SignIn):
        client = signed_in(cast.regional_convenor)
        shown = page(client, "support-offer", cast.icb.code)
        assert "who could get a letter" in shown
        assert "nominate them" in shown
        assert 'name="letter"' not in shown
        address = reverse("support-offer", kwargs={"code": cast.icb.code})
        done = client.post(address, {"token": str(uuid4()), "note": NOTE}, follow=True).content.decode()
        assert "Your note stands on this page." in done

    def test_the_page_runs_the_same_queries_with_one_note_and_with_many(
        self, cast: Cast, signed_in: SignIn, queries_of: Callable[[Client, str], int]
    ):
        client = signed_in(cast.lead)
        offered(cast.regional_convenor, cast)
        few = queries_of(client, "/directory/RAV/")
        for number in range(10):
            convenor = appointed(f"Convenor {number}", Role.REGIONAL_CONVENOR, cast.region)
            offered(convenor, cast, subject="", letter="")
        assert support_seen_by(cast.lead, cast.trust).count() == 11
        assert queries_of(client, "/directory/RAV/") == few
