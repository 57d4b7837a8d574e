"""One of everything, at one trust: what the sweeps walk through."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.test import Client

from accountability.actions.board import edit_board_measure
from accountability.actions.catalogue import add_measure
from accountability.actions.figurefiles import check_figure_file, say_columns
from accountability.actions.figurerequests import ask_for_figure
from accountability.actions.plan import add_action, cite_resource
from accountability.actions.report import edit_front_sheet, edit_narrative, freeze_report, open_report
from accountability.actions.tellings import tell_in_words
from accountability.actions.trials import start_trial
from accountability.models import (
    Action,
    BoardMeasure,
    FigureImport,
    FigureRequest,
    MeasureSplit,
    MeasureVersion,
    Report,
    Telling,
    TestOfChange,
)
from hileads.access.actions import ask_for_reset, give_demo_apps
from hileads.access.models import StepLoss
from hileads.clock import at, now, today
from hileads.leads.actions import (
    name_deputy,
    nominate_person,
    offer_help,
    tell_provision,
    write_handover_note,
)
from hileads.leads.models import (
    Appointment,
    Area,
    Delegation,
    Handover,
    Invitation,
    LeadImport,
    Provision,
    Role,
    Support,
    User,
)
from hileads.notifications.actions import choose_mail, post_digests, stop_stream
from hileads.notifications.models import Frequency, Message, Preference, Stream, StreamStop
from hileads.notifications.queries import week_at
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.actions.groupings import add_grouping, add_grouping_member
from hileads.organisations.actions.imports import import_files
from hileads.organisations.actions.partners import register_partner
from hileads.organisations.actions.proposals import propose_import
from hileads.organisations.models import (
    Grouping,
    GroupingKind,
    GroupingMember,
    Import,
    Organisation,
    PartnerKind,
)
from hileads.organisations.odsfiles.layouts import read_file
from hileads.organisations.odsfiles.planning import Dated
from hileads.partnerships.actions import add_committee, add_seat, fill_seat
from hileads.partnerships.models import CommitteeKind, SeatHolder
from hileads.privacy.actions import ask_for_correction
from hileads.privacy.models import About, Correction
from induction.models import Activity, RoleGuide
from learning_sets.actions import add_member, begin_set, plan_session, record_commitment
from learning_sets.models import Commitment, LearningSet, Session
from repository.models import PolicyItem, Resource
from repository.public import resource_for_citation
from tests.actors import Cast, gather
from tests.factories.boardroom import figure_of, meaning_of, measure_of
from tests.factories.content import activity, example_measure, policy_item, resource, role_guide
from tests.factories.figurefiles import asking, checked, figure_row, foreign_csv, imported
from tests.factories.figurefiles import handed_in as handed_in_figures
from tests.factories.leadfiles import handed_in, row_of
from tests.identity import named
from tests.passkeys import Device

AWAY = named("NHSmail", "http://127.0.0.1:9")
"""An identity provider at which nobody answers. What asks for its pages lets the settings name it."""
REGIONS = ("regions.csv", b"ods_code,ons_code,name\nY56,E40000003,London\n")
SHEET = {"ask": "note", "ask_detail": "Note the gap.", "alert": "", "advise": "", "assure": ""}
WORDS = {"narrative": "The gap is smaller.", "learning": "Evenings did not work.", "next_steps": "Go on."}


@dataclass(frozen=True)
class World:
    """The cast, and one of everything that has a page."""

    cast: Cast
    guide: RoleGuide
    activity: Activity
    resource: Resource
    policy: PolicyItem
    version: MeasureVersion
    own_measure: MeasureVersion
    action: Action
    trial: TestOfChange
    report: Report
    frozen_report: Report
    learning_set: LearningSet
    session: Session
    session_held: Session
    commitment: Commitment
    message: Message
    choices: list[Preference]
    held: StreamStop
    nomination: Invitation
    invitation: Invitation
    national_nomination: Invitation
    delegation: Delegation
    post_left: Appointment
    provision: Provision | None
    seat_held: SeatHolder
    correction: Correction
    passkey: Authenticator
    elsewhere: UserSession
    grouping: Grouping
    grouping_member: GroupingMember
    partner: Organisation
    proposal: Import
    imported: Import
    lead_import: LeadImport
    figure_import: FigureImport
    figures_imported: FigureImport
    board_measure: BoardMeasure
    figure_request: FigureRequest
    telling: Telling
    figures_asking: FigureImport
    step_loss: StepLoss
    link: SocialAccount


def build() -> World:
    """Bring the world together, by the product's own actions where it has them."""
    cast = gather()
    expect_leads(by=User.objects.system())
    found_measure = example_measure()
    found_activity = activity(measures=(found_measure,))
    found_resource, version = resource(), measure_of()
    for month in range(4, 9):
        figure_of(version, cast.trust, date(2026, month, 1), 700 + 10 * month)
    added = add_action(
        by=cast.lead,
        organisation=cast.trust,
        token=uuid4(),
        title="Offer help to stop smoking",
        owner=cast.lead,
        due_date=today() + timedelta(days=60),
        measure=version.measure,
        from_activity_id=found_activity.pk,
    )
    read = resource_for_citation(cast.lead, found_resource.code)
    cite_resource(by=cast.lead, action=added, resource=read, reason="It worked in a town like ours.")
    offer_help(
        by=cast.regional_convenor,
        organisation=cast.trust,
        token=uuid4(),
        note="We have offered help and are glad to talk.",
        subject="An offer of help",
        letter="Would a conversation help?",
    )
    trial = start_trial(
        by=cast.lead, action=added, token=uuid4(), change="Ask at every visit", prediction="More will ask"
    )
    return World(
        cast=cast,
        guide=role_guide(),
        activity=found_activity,
        resource=found_resource,
        policy=policy_item(),
        version=version,
        own_measure=add_measure(
            by=cast.lead, organisation=cast.trust, family="inequality", meaning=meaning_of()
        ),
        action=added,
        trial=trial,
        frozen_report=report_of_a_year_ago(cast),
        report=open_report(by=cast.secretary, organisation=cast.trust, **half_year_to(days_ago=20)),
        **learning_set_of(cast),
        message=digest_of(cast),
        choices=choose_mail(
            by=cast.lead,
            wanted={Stream.ACTIONS: Frequency.DAILY},
            pause=(today() + timedelta(days=300), today() + timedelta(days=314)),
        ),
        held=stop_stream(by=cast.national_admin, stream=Stream.COMMUNITY, reason="A wrong link"),
        nomination=nominated_by(cast.secretary, cast, "Nora Newcomer"),
        invitation=nominated_by(cast.lead, cast, "Ivo Invited"),
        national_nomination=nominated_nationally(cast),
        delegation=holiday_of(cast),
        post_left=left_to_the_deputy(cast),
        provision=told_by_the_lead(cast),
        seat_held=seat_of(cast),
        correction=ask_for_correction(
            by=cast.lead, about=About.POST, wrong="Since April 2024", right="Since March 2024"
        ),
        **sign_in_of(cast.lead),
        **grouping_of(cast),
        partner=register_partner(
            by=cast.national_admin,
            icb=cast.icb,
            name="Valley Borough Council",
            kind=PartnerKind.COUNCIL,
            town="Valley",
            from_date=date(2025, 4, 1),
        ),
        imported=regions_imported(cast),
        proposal=propose_import(by=cast.national_admin, files=[REGIONS]),
        lead_import=handed_in(
            cast.national_admin, row_of("Lotte Listed", cast.icb.code), row_of("Wes Wrong", "X")
        ),
        figures_imported=imported(cast.lead, cast.trust, figure_row(3)),
        figures_asking=asked_once(cast),
        figure_import=checked(cast.lead, cast.trust, figure_row(1), figure_row(2, numerator="many")),
        **board_of(cast, version),
    )


def asked_once(cast: Cast) -> FigureImport:
    """Return a file that waits to be told its columns, beside one of another kind that was told them."""
    told = handed_in_figures(
        cast.lead, cast.trust, foreign_csv(("July 2025", "1"), headings=("Month", "Cases"))
    )
    check_figure_file(by=cast.lead, run=told)
    say_columns(
        by=cast.lead,
        run=told,
        columns=["period", "numerator"],
        measure="a-measure",
        one_is_most_deprived=True,
    )
    return asking(cast.lead, cast.trust)


def grouping_of(cast: Cast) -> dict[str, Any]:
    """Return a partnership of a place, to which the trust belongs."""
    grouping = add_grouping(
        by=cast.national_admin,
        icb=cast.icb,
        kind=GroupingKind.PLACE_PARTNERSHIP,
        name="Alder Vale Place",
        from_date=date(2025, 4, 1),
    )
    member = add_grouping_member(
        by=cast.national_admin, grouping=grouping, organisation=cast.trust, from_date=date(2025, 4, 1)
    )
    return {"grouping": grouping, "grouping_member": member}


def regions_imported(cast: Cast) -> Import:
    """Return the import of a list of one region."""
    import_files(by=cast.national_admin, files=[Dated(read_file(*REGIONS), today())])
    return Import.objects.get()


def nominated_by(by: User, cast: Cast, name: str) -> Invitation:
    """Return a nomination for the trust's team; the lead's own is an invitation already."""
    return nominate_person(
        by=by,
        organisation=cast.trust,
        role=Role.TEAM_MEMBER,
        email=f"{name.lower().replace(' ', '.')}@nhs.example",
        name=name,
        from_date=today(),
    )


def nominated_nationally(cast: Cast) -> Invitation:
    """Return a nomination for a national post, which waits to be confirmed."""
    return nominate_person(
        by=cast.national_admin,
        organisation=None,
        role=Role.CURATOR,
        email="cora.second@nhs.example",
        name="Cora Second",
        from_date=today(),
    )


def holiday_of(cast: Cast) -> Delegation:
    """Return that the deputy will act for the lead next month."""
    return name_deputy(
        by=cast.lead,
        appointment=cast.lead.appointments.get(),
        deputy=cast.deputy,
        from_date=today() + timedelta(days=30),
        to_date=today() + timedelta(days=44),
        areas=[Area.PLAN],
    )


def left_to_the_deputy(cast: Cast) -> Appointment:
    """Return the post that the leaver held, which the deputy follows."""
    post, after = cast.leaver.appointments.get(), cast.deputy.appointments.get()
    write_handover_note(by=cast.lead, appointment=post, section="contacts", text="Ask Sal.", is_ready=True)
    Handover.objects.filter(appointment=post).update(successor=after)
    return post


def told_by_the_lead(cast: Cast) -> Provision | None:
    """Return what the lead has for the work."""
    return tell_provision(
        by=cast.lead,
        appointment=cast.lead.appointments.get(),
        days_a_month=Decimal(2),
        has_budget=True,
        pounds_a_year=25_000,
        support=[Support.ANALYST],
    )


def board_of(cast: Cast, core: MeasureVersion) -> dict[str, Any]:
    """Return a core measure on the board's list, and that its split was asked for."""
    split = measure_of("a-split", family="inequality", title="Seen within four hours, by ethnicity")
    MeasureSplit.objects.create(measure=split.measure, core=core.measure)
    board_measure = edit_board_measure(
        by=cast.secretary,
        organisation=cast.trust,
        measure=core.measure,
        owner=cast.lead,
        target=80.0,
        target_date=today() + timedelta(days=100),
        frequency="monthly",
        has_chart=True,
        board_minutes=10,
        narrative="More people came than ever.",
    )
    request = ask_for_figure(
        by=cast.secretary,
        organisation=cast.trust,
        version=split,
        token=uuid4(),
        asked_of=cast.lead,
        wanted="The last twelve months, please.",
    )
    return {
        "board_measure": board_measure,
        "figure_request": request,
        "telling": told_by(cast.lead, cast.trust),
    }


def told_by(person: User, organisation: Organisation) -> Telling:
    """Return what was seen of a measure that is told in words."""
    version = measure_of(
        "questions", title="Questions at board", family="inequality", has_number=False, unit=""
    )
    return tell_in_words(
        by=person,
        organisation=organisation,
        version=version,
        token=uuid4(),
        from_date=today() - timedelta(days=100),
        to_date=today() - timedelta(days=10),
        seen="The chair asked who was missing from the list.",
        known_by="Minutes of the board",
    )


def seat_of(cast: Cast) -> SeatHolder:
    """Return the lead's seat in a committee of the system."""
    by, day = cast.national_admin, today() - timedelta(days=100)
    committee = add_committee(
        by=by, icb=cast.icb, kind=CommitteeKind.PLACE, name="Valley partnership", from_date=day
    )
    seat = add_seat(by=by, committee=committee, title="Member", is_on_inequalities=True, from_date=day)
    return fill_seat(by=by, seat=seat, person=cast.lead, from_date=day)


def report_of_a_year_ago(cast: Cast) -> Report:
    """Return a report that has been written and frozen."""
    report = open_report(by=cast.secretary, organisation=cast.trust, **half_year_to(days_ago=380))
    edit_front_sheet(by=cast.secretary, report=report, **SHEET)
    edit_narrative(by=cast.secretary, report=report, **WORDS)
    freeze_report(by=cast.secretary, report=report)
    return report


def half_year_to(*, days_ago: int) -> dict[str, date]:
    to_date = today() - timedelta(days=days_ago)
    return {
        "from_date": to_date - timedelta(days=182),
        "to_date": to_date,
        "meeting_date": to_date + timedelta(days=40),
    }


def learning_set_of(cast: Cast) -> dict[str, Any]:
    """Return a set with a session held, from which the lead took a commitment, and one to come."""
    with at(now() - timedelta(days=30)):
        group = begin_set(by=cast.facilitator, name="Valley set", purpose="Working on our own challenges.")
        add_member(by=cast.facilitator, learning_set=group, person=cast.lead)
        held = session_of(cast, group, in_days=10)
    with at(now() - timedelta(days=15)):
        commitment = record_commitment(
            by=cast.lead, session=held, text="Ask who is missing from our list.", due_date=today()
        )
    return {
        "learning_set": group,
        "session": session_of(cast, group, in_days=10),
        "session_held": held,
        "commitment": commitment,
    }


def session_of(cast: Cast, group: LearningSet, *, in_days: int) -> Session:
    starts_at = now() + timedelta(days=in_days)
    return plan_session(
        by=cast.facilitator,
        learning_set=group,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        join_url="https://meet.example/valley",
    )


def digest_of(cast: Cast) -> Message:
    """Return the lead's digest of this week, which waits to be sent."""
    post_digests(by=User.objects.system(), periods=[week_at(now())])
    return Message.objects.get(recipient=cast.lead, stream=Stream.DIGEST)


def sign_in_of(person: User) -> dict[str, Any]:
    """Let somebody have an app, recovery codes and a passkey, and be signed in on a phone too."""
    give_demo_apps(by=User.objects.system(), people=[person])
    made = json.loads(Device().makes({"publicKey": {"challenge": b"0" * 32}}))
    phone = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Safari"})
    phone.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return {
        "step_loss": ask_for_reset(by=person),
        "link": SocialAccount.objects.create(user=person, provider=AWAY.key, uid="12345"),
        "passkey": WebAuthn.add(person, "Work laptop", made).instance,
        "elsewhere": UserSession.objects.create(
            user=person,
            session_key=phone.session.session_key,
            ip="192.0.2.7",
            user_agent="Mozilla/5.0 (iPhone) Safari",
        ),
    }
