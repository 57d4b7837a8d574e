"""Lists of leads: what each row comes to, and what applying the list does."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from hileads.clock import UK, at
from hileads.frame.refusals import NotNow
from hileads.leads.actions import (
    accept_invitation,
    decline_invitation,
    name_deputy,
    nominate_person,
    send_invitation_again,
    sending,
    withdraw_invitation,
)
from hileads.leads.actions.leadimports import (
    apply_lead_import,
    dispose_lead_files,
    erase_from_lead_files,
    keep_lead_file,
)
from hileads.leads.actions.sending import release_invitations, send_released_invitations
from hileads.leads.leadfiles.lines import Line, Outcome
from hileads.leads.leadfiles.planning import Plan
from hileads.leads.leadfiles.reading import read
from hileads.leads.models import (
    Appointment,
    Area,
    Delegation,
    Invitation,
    InvitationState,
    LeadImport,
    Role,
    User,
)
from hileads.leads.queries.leadimports import invitation_progress, plan_leads
from hileads.leads.tasks import send_invitations
from hileads.notifications.models import Message
from hileads.spreadsheets.cells import UnreadableError
from tests.actors import Cast
from tests.factories.leadfiles import handed_in, list_of, row_of
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import AppointmentFactory, appointed

TODAY = date(2026, 11, 26)
NOON = datetime.combine(TODAY, time(12), tzinfo=UK)

pytestmark = pytest.mark.usefixtures("_noon", "cast")
Row = dict[str, str]


@pytest.fixture
def _noon(db: None) -> Any:
    with at(NOON):
        yield


@pytest.fixture
def look(cast: Cast) -> Callable[..., list[Line]]:
    """Return what rows would come to."""
    OrganisationFactory(name="Dale NHS Trust", code="RDA")

    def looked(*rows: Row) -> list[Line]:
        return list(plan_leads(read(list_of(*rows)), TODAY).lines)

    return looked


@pytest.fixture
def apply(cast: Cast, look: Any) -> Callable[..., Plan]:
    """Hand rows in and apply them."""

    def applied(*rows: Row) -> Plan:
        return apply_lead_import(by=cast.national_admin, lead_import=handed_in(cast.national_admin, *rows))

    return applied


def lead_of(code: str) -> set[str]:
    """Return who leads there today."""
    posts = Appointment.objects.on(TODAY).filter(organisation__code=code, role=Role.EXECUTIVE_LEAD)
    return {post.user.name for post in posts}


def ready(name: str) -> Invitation:
    return Invitation.objects.get(name=name, state=InvitationState.READY)


ROWS = [
    (row_of("Nina New", "RDA"), Outcome.NEW, "To be invited, from 26 November 2026."),
    (row_of("Nina New", "rda", from_date="1/1/2027"), Outcome.NEW, "from 1 January 2027"),
    (row_of("Leila Lead", "RAV"), Outcome.UNCHANGED, ""),
    (
        row_of("Dr Leila Lead", "RAV", email="leila.lead@nhs.example", post_title="Medical director"),
        Outcome.UPDATE,
        "Post: nothing becomes Medical",
    ),
    (row_of("Leila Lead", "RAV", is_job_share="yes"), Outcome.UPDATE, "Job share: no becomes yes."),
    (
        row_of("Leila Lead", "RAV", from_date="2/4/2024"),
        Outcome.UPDATE,
        "From: 1 April 2024 becomes 2 April 2024.",
    ),
    (row_of("Leila Lead", "RAV", last_day="30/11/2026"), Outcome.LEAVER, "Leaves on 30 November 2026."),
    (
        row_of("Leila Lead", "RDA", leaves="RAV"),
        Outcome.MOVE,
        "Leaves Alder Vale NHS Foundation Trust on 25 November",
    ),
    (row_of("Leila Lead", "RDA", leaves="keeps"), Outcome.NEW, "To be invited"),
    (row_of("Leila Lead", "RDA"), Outcome.CONFLICT, "Write RAV in “Leaves” if they move, or “keeps”"),
    (
        row_of("Leila Lead", "RDA", leaves="RDA"),
        Outcome.REJECTED,
        "names the organisation of the row itself",
    ),
    (
        row_of("Nina New", "RDA", leaves="RAV"),
        Outcome.REJECTED,
        "Nobody with this address holds this post at RAV",
    ),
    (
        row_of("Leila Lead", "RDA", leaves="RAV", from_date="1/4/2024"),
        Outcome.CONFLICT,
        "began at Alder Vale NHS Foundation Trust on 1 April 2024",
    ),
    (
        row_of("Nina New", "RAV"),
        Outcome.CONFLICT,
        "Leila Lead (leila.lead@nhs.example) is the executive lead here",
    ),
    (row_of("Nina New", "RAV", is_job_share="yes"), Outcome.NEW, "To be invited"),
    (row_of("Nina New", "RXX"), Outcome.REJECTED, "No organisation in the register has the code RXX"),
    (row_of("Nina New", "RDA", role="Curator"), Outcome.REJECTED, "cannot be held at Dale NHS Trust"),
    (row_of("Nina New", "RDA", from_date="1/1/2000"), Outcome.REJECTED, "is not open on 1 January 2000"),
    (row_of("Nina New", "RDA", role="King"), Outcome.REJECTED, "No role is called “King”"),
    (
        row_of("Nina New", "RDA", last_day="30/11/2026"),
        Outcome.REJECTED,
        "Nobody with this address holds this post.",
    ),
    (
        row_of("Nina New", "RDA", email="leila.lead@nhs.example"),
        Outcome.CONFLICT,
        "is the address of Leila Lead. An address is one person’s for ever",
    ),
    (
        row_of("Leila Lead", "RAV", last_day="1/1/2024"),
        Outcome.CONFLICT,
        "This post began on 1 April 2024; it cannot end before.",
    ),
    (row_of("Len Leaver", "RAV", role="team_member"), Outcome.CONFLICT, "left this post on 2 April 2024"),
    (
        row_of("Len Leaver", "RAV", role="Health inequalities team member", from_date="2/4/2024"),
        Outcome.CONFLICT,
        "left this post on 2 April 2024",
    ),
    (
        row_of("Len Leaver", "RAV", role="team_member", from_date="1/5/2024"),
        Outcome.NEW,
        "from 1 May 2024",
    ),
    (row_of("Len Leaver", "RAV", role="team_member", last_day="2/4/2024"), Outcome.UNCHANGED, ""),
    (
        row_of("Len Leaver", "RAV", role="team_member", last_day="5/4/2024"),
        Outcome.CONFLICT,
        "This post already ends on 2 April 2024.",
    ),
    (row_of("Len Leaver", "RDA", role="team_member", leaves="RAV"), Outcome.NEW, "To be invited"),
]


def test_what_a_row_comes_to(look: Callable[..., list[Line]]):
    lines = [look(row)[0] for row, _, _ in ROWS]
    found = [
        (line.outcome, says in " ".join(line.says)) for line, (_, _, says) in zip(lines, ROWS, strict=True)
    ]
    assert found == [(outcome, True) for _, outcome, _ in ROWS], [line.says for line in lines]


class TestRowsBesideEachOther:
    def test_two_rows_for_one_post_are_one_too_many(self, look: Any):
        lines = look(row_of("Nina New", "RDA"), row_of("Nina New", "RDA", post_title="Director"))
        assert [line.outcome for line in lines] == [Outcome.NEW, Outcome.REJECTED]
        assert lines[1].says == ("Row 2 speaks of the same post. Keep one of the two.",)

    def test_an_address_is_one_persons(self, look: Any):
        lines = look(row_of("Nina New", "RDA"), row_of("Nora Next", "RAV", email="nina.new@nhs.example"))
        assert [line.outcome for line in lines] == [Outcome.REJECTED, Outcome.REJECTED]
        assert "Row 3 gives the same address to Nora Next" in lines[0].says[0]

    def test_two_leads_at_once_need_a_decision(self, look: Any):
        lines = look(row_of("Nina New", "RDA"), row_of("Nora Next", "RDA", from_date="1/1/2027"))
        assert [line.outcome for line in lines] == [Outcome.CONFLICT, Outcome.CONFLICT]
        assert "Row 3 makes Nora Next the executive lead here at the same time" in lines[0].says[0]

    def test_two_who_share_the_post_do_not(self, look: Any):
        rows = [row_of(name, "RDA", is_job_share="yes") for name in ("Nina New", "Nora Next")]
        assert {line.outcome for line in look(*rows)} == {Outcome.NEW}

    def test_a_lead_follows_one_who_leaves_in_the_same_list(self, look: Any):
        lines = look(
            row_of("Nina New", "RAV", from_date="1/12/2026"),
            row_of("Leila Lead", "RAV", last_day="30/11/2026"),
        )
        assert [line.outcome for line in lines] == [Outcome.NEW, Outcome.LEAVER]

    def test_a_move_that_cannot_be_frees_nobodys_place(self, look: Any):
        lines = look(
            row_of("Leila Lead", "RBM", leaves="RAV"), row_of("Nina New", "RAV"), row_of("Zed Other", "RDA")
        )
        assert [line.outcome for line in lines] == [Outcome.CONFLICT, Outcome.CONFLICT, Outcome.NEW]
        assert "Else Lead" in lines[0].says[0]
        assert "Leila Lead" in lines[1].says[0]

    def test_a_move_and_the_old_post_are_said_once(self, look: Any):
        lines = look(
            row_of("Leila Lead", "RDA", leaves="RAV"), row_of("Leila Lead", "RAV", last_day="30/11/2026")
        )
        assert [line.outcome for line in lines] == [Outcome.CONFLICT, Outcome.LEAVER]
        assert "Row 3 speaks of the same person at RAV too" in lines[0].says[0]

    def test_somebody_may_hold_the_post_in_two_places_of_the_list(self, look: Any):
        lines = look(row_of("Leila Lead", "RDA"), row_of("Leila Lead", "RAV"))
        assert [line.outcome for line in lines] == [Outcome.NEW, Outcome.UNCHANGED]

    def test_a_closed_account_needs_a_decision(self, cast: Cast, look: Any):
        cast.lead.is_active = False
        cast.lead.save()
        assert look(row_of("Leila Lead", "RAV"))[0].says == ("The account of Leila Lead is closed.",)

    def test_a_post_does_not_grow_into_an_earlier_one_of_the_same_person(self, cast: Cast, look: Any):
        AppointmentFactory(user=cast.leaver, role=Role.TEAM_MEMBER, organisation=cast.trust, from_date=TODAY)
        line = look(row_of("Len Leaver", "RAV", role="team_member", from_date="2/4/2024"))[0]
        assert line.says == ("Len Leaver held this post before, until 2 April 2024.",)

    def test_a_lead_does_not_grow_into_their_predecessor(self, cast: Cast, look: Any):
        appointed(
            "Pia Past", Role.EXECUTIVE_LEAD, cast.trust, from_date=date(2020, 1, 1), to_date=date(2024, 3, 31)
        )
        line = look(row_of("Leila Lead", "RAV", from_date="1/3/2024"))[0]
        assert line.outcome == Outcome.CONFLICT
        assert "Pia Past" in line.says[0]
        assert "until 31 March 2024" in line.says[0]

    def test_a_later_beginning_after_one_who_shares_is_fine(self, cast: Cast, look: Any):
        Appointment.objects.filter(user=cast.lead).update(to_date=date(2026, 12, 31))
        appointed("Fay Future", Role.EXECUTIVE_LEAD, cast.trust, from_date=date(2027, 1, 1))
        assert look(row_of("Leila Lead", "RAV", from_date="3/4/2024"))[0].outcome == Outcome.UPDATE


class TestApplying:
    def test_nobody_is_written_to_and_the_second_time_all_is_unchanged(self, apply: Any):
        rows = [
            row_of("Nina New", "RDA", post_title="Director", is_interim="yes"),
            row_of("Leila Lead", "RAV", last_day="30/11/2026"),
            row_of("Else Lead", "RBM", post_title="Chief nurse", from_date="2/4/2024"),
            row_of("Rolf Wrong", "RXX"),
        ]
        first = apply(*rows)
        assert first.counts() == {
            "rejected": 1, "conflict": 0, "new": 1, "move": 0, "leaver": 1, "update": 1, "unchanged": 0,
        }  # fmt: skip
        invitation = ready("Nina New")
        assert (invitation.post_title, invitation.is_interim, invitation.from_date) == (
            "Director",
            True,
            TODAY,
        )
        assert Appointment.objects.get(user__name="Else Lead").post_title == "Chief nurse"
        assert Appointment.objects.get(user__name="Leila Lead").to_date == date(2026, 11, 30)
        before = list(Appointment.objects.order_by("pk").values()), list(Invitation.objects.values())
        again = apply(*rows)
        assert again.counts()["unchanged"] == 3
        assert again.changes == []
        assert before == (
            list(Appointment.objects.order_by("pk").values()),
            list(Invitation.objects.values()),
        )
        assert not Message.objects.exists()
        kept = LeadImport.objects.get()
        assert kept.counts["unchanged"] == 3

    def test_who_moves_leaves_one_place_and_begins_at_the_other(self, cast: Cast, apply: Any):
        rows = [row_of("Leila Lead", "RDA", leaves="RAV", from_date="20/11/2026")]
        apply(*rows)
        assert (lead_of("RAV"), lead_of("RDA")) == (set(), {"Leila Lead"})
        assert cast.lead.appointments.get(organisation=cast.trust).to_date == date(2026, 11, 19)
        assert apply(*rows).counts()["unchanged"] == 1

    def test_who_holds_both_and_then_leaves_one(self, cast: Cast, apply: Any):
        dale = Appointment.objects.create(
            user=cast.lead,
            role=Role.EXECUTIVE_LEAD,
            organisation=OrganisationFactory(code="REX"),
            from_date=date(2026, 1, 1),
        )
        plan = apply(row_of("Leila Lead", "REX", leaves="RAV", post_title="Chief"))
        assert plan.lines[0].says[:2] == (
            "Leaves Alder Vale NHS Foundation Trust on 31 December 2025.",
            f"Begins at {dale.organisation} on 1 January 2026.",
        )
        dale.refresh_from_db()
        assert dale.post_title == "Chief"
        assert lead_of("RAV") == set()
        assert apply(row_of("Leila Lead", "REX", leaves="RAV")).changes == []

    def test_an_invitation_moves_too(self, apply: Any):
        apply(row_of("Nina New", "RDA"))
        apply(row_of("Nina New", "RDA", name="Nina Newer", is_interim="yes"))
        assert ready("Nina Newer").is_interim
        OrganisationFactory(code="REX")
        rows = [row_of("Nina New", "REX", name="Nina Newer", leaves="RDA")]
        apply(*rows)
        assert ready("Nina Newer").organisation.code == "REX"
        assert apply(*rows).changes == []
        apply(row_of("Nina New", "REX", name="Nina Newer", last_day="30/11/2026"))
        assert not Invitation.objects.open().exists()
        assert apply(row_of("Nina New", "REX", name="Nina Newer", last_day="30/11/2026")).changes == []

    def test_an_open_invitation_stands_in_the_way_of_another_lead(self, apply: Any, look: Any):
        apply(row_of("Nina New", "RDA"))
        line = look(row_of("Nora Next", "RDA"))[0]
        assert line.outcome == Outcome.CONFLICT
        assert "is invited as the executive lead here" in line.says[0]

    def test_somebody_who_comes_back_is_invited_with_their_later_day(self, cast: Cast, apply: Any):
        apply(row_of("Len Leaver", "RAV", role="team_member", from_date="1/12/2026"))
        assert ready("Len Leaver").from_date == date(2026, 12, 1)

    def test_who_said_no_is_not_asked_again_by_a_list(self, cast: Cast, apply: Any, look: Any):
        row = row_of("Nina New", "RDA")
        apply(row)
        invitation = send_invitation_again(by=cast.national_admin, invitation=ready("Nina New"))
        decline_invitation(by=User.objects.system(), invitation=invitation)
        assert "said no to an invitation" in look(row)[0].says[0]

    def test_who_accepted_is_unchanged(self, cast: Cast, apply: Any, look: Any):
        row = row_of("Nina New", "RDA")
        apply(row)
        invitation = send_invitation_again(by=cast.national_admin, invitation=ready("Nina New"))
        accept_invitation(by=User.objects.system(), invitation=invitation)
        assert look(row)[0].outcome == Outcome.UNCHANGED

    def test_what_is_done_is_what_was_looked_at(self, cast: Cast, look: Any):
        kept = handed_in(cast.national_admin, row_of("Nina New", "RDA"))
        seen = plan_leads(read(bytes(kept.content or b"")), TODAY).fingerprint
        appointed("Ola Other", Role.EXECUTIVE_LEAD, OrganisationFactory(code="REX"))
        with at(NOON + timedelta(days=1)), pytest.raises(NotNow, match="has changed since you looked"):
            apply_lead_import(by=cast.national_admin, lead_import=kept, seen=seen)
        assert apply_lead_import(by=cast.national_admin, lead_import=kept, seen=seen).changes

    def test_a_first_day_after_somebody_began_to_act_is_refused_whole(self, cast: Cast, apply: Any):
        name_deputy(
            by=cast.lead,
            appointment=cast.lead.appointments.get(),
            deputy=cast.deputy,
            from_date=TODAY,
            to_date=TODAY + timedelta(days=7),
            areas=[Area.PLAN],
        )
        with pytest.raises(NotNow, match="Nothing was changed"):
            apply(row_of("Leila Lead", "RAV", from_date="1/12/2026"), row_of("Nina New", "RDA"))
        assert not Invitation.objects.exists()
        apply(row_of("Leila Lead", "RDA", leaves="RAV", from_date="28/11/2026"))
        assert Delegation.objects.get().to_date == date(2026, 11, 27)

    @pytest.mark.parametrize("who", ["lead", "secretary", "regional_convenor", "curator", "leaver"])
    def test_only_national_administrators_import(self, cast: Cast, who: str):
        person = cast.people()[who]
        with pytest.raises(PermissionDenied):
            handed_in(person, row_of("Nina New", "RAV"))
        kept = handed_in(cast.national_admin, row_of("Nina New", "RAV"))
        with pytest.raises(Http404):
            apply_lead_import(by=person, lead_import=kept)
        for refused in (release_invitations, send_released_invitations):
            with pytest.raises(PermissionDenied):
                refused(by=person)

    def test_what_cannot_be_read_is_not_kept(self, cast: Cast):
        with pytest.raises(UnreadableError):
            keep_lead_file(by=cast.national_admin, file_name="a.csv", content=b"a,b")
        assert not LeadImport.objects.exists()

    def test_a_list_is_let_go_of_after_a_month(self, cast: Cast):
        kept = handed_in(cast.national_admin, row_of("Nina New", "RAV"))
        assert handed_in(cast.national_admin, row_of("Nina New", "RAV")) == kept
        portal = User.objects.system()
        assert dispose_lead_files(by=portal, moment=NOON) == 0
        assert dispose_lead_files(by=portal, moment=NOON + timedelta(days=31)) == 1
        kept.refresh_from_db()
        assert kept.content is None
        with pytest.raises(NotNow, match="not kept any more"):
            apply_lead_import(by=cast.national_admin, lead_import=kept)
        assert str(kept) == "leads.csv"

    def test_a_list_that_names_somebody_who_closes_their_account_is_let_go_of(self, cast: Cast):
        naming = handed_in(cast.national_admin, row_of("Leila Lead", "RAV", email="Leila.Lead@nhs.example"))
        other = handed_in(cast.national_admin, row_of("Nina New", "RAV"))
        assert erase_from_lead_files(by=cast.lead, person=cast.lead) == 1
        naming.refresh_from_db()
        other.refresh_from_db()
        assert (naming.content is None, other.content is None) == (True, False)

    def test_the_history_holds_who_imported_but_not_the_list(self, cast: Cast, apply: Any):
        apply(row_of("Nina New", "RDA"))
        table = apps.get_model("leads", "LeadImportEvent")
        assert "content" not in {field.name for field in table._meta.get_fields()}
        told = table.objects.order_by("pgh_id").last()
        assert told.pgh_context.metadata == {"user": cast.national_admin.pk, "file": "leads.csv"}

    @pytest.mark.parametrize("size", [2, 40])
    def test_a_plan_asks_the_same_however_long_the_list_is(self, cast: Cast, size: int):
        rows = []
        for number in range(size):
            place = OrganisationFactory(code=f"RQ{number:03}")
            appointed(f"Held {number}", Role.EXECUTIVE_LEAD, place)
            rows.append(row_of(f"Held {number}", place.code, post_title="Director"))
        read_rows = read(list_of(*rows))
        with CaptureQueriesContext(connection) as captured:
            assert len(plan_leads(read_rows, TODAY).changes) == size
        assert len(captured) == 5


class TestSending:
    def test_invitations_leave_batch_by_batch_once_they_are_let_go(
        self, cast: Cast, apply: Any, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(sending, "INVITATIONS_A_BATCH", 2)
        apply(*(row_of(f"Nina New{letter}", "RDA", is_job_share="yes") for letter in "abc"))
        send_invitations()
        assert not Message.objects.exists()
        assert release_invitations(by=cast.national_admin) == 3
        assert release_invitations(by=cast.national_admin) == 0
        progress = invitation_progress(NOON)
        assert (progress.waiting, progress.on_their_way, progress.is_any) == (0, 3, True)
        withdraw_invitation(by=cast.national_admin, invitation=ready("Nina Newb"))
        assert send_released_invitations(by=User.objects.system()) == 2
        assert send_released_invitations(by=User.objects.system()) == 0
        progress = invitation_progress(NOON)
        assert (progress.on_their_way, progress.unanswered, progress.ended) == (0, 2, 0)
        assert invitation_progress(NOON + timedelta(days=8)).ended == 2
        mail = Message.objects.filter(address="nina.newa@nhs.example").get()
        assert "Nat Admin nominated you" in mail.body_text

    def test_one_that_was_taken_back_meanwhile_is_passed_over(self, cast: Cast, apply: Any):
        apply(row_of("Nina New", "RDA"))
        release_invitations(by=cast.national_admin)
        invitation = ready("Nina New")
        withdraw_invitation(by=cast.national_admin, invitation=invitation)
        assert sending._send_one(cast.national_admin, invitation.pk) is False

    def test_the_list_and_a_nomination_are_one_invitation(self, cast: Cast, look: Any):
        nominate_person(
            by=cast.national_admin,
            organisation=cast.trust,
            role=Role.TEAM_MEMBER,
            email="nina.new@nhs.example",
            name="Nina New",
            from_date=TODAY,
        )
        assert look(row_of("Nina New", "RAV", role="team_member"))[0].outcome == Outcome.UNCHANGED
