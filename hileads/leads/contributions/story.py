"""How the demo's people came."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from hileads.clock import UK, at
from hileads.contributions import (
    DemoChapter,
    DemoStage,
    demo_chapters,
)
from hileads.leads.actions import (
    add_person,
    appoint_person,
    end_appointment,
    take_handover,
    tell_provision,
    write_handover_note,
)
from hileads.leads.models import Appointment, Support, User
from hileads.leads.reference.cast import APPOINTED, CAST, Player, Post
from hileads.organisations.models import Organisation

LEFT = {
    "actions": "There is no plan here yet. I carried this beside the operating theatres, and it deserves more than that.",
    "contacts": "Start with Tom: he knows how to get half an hour at the board. Ruth at the ICB answers on the same day.",
}


def tell_who_came(stage: DemoStage) -> None:
    """People are appointed, one after another as they came; the portal appoints the first."""
    places = {one.code: one for one in Organisation.objects.filter(code__in=_codes())}
    arrivals = [(post, player) for player in CAST for post in player.posts]
    for post, player in sorted(arrivals, key=_came):
        _take_up(stage, player, post, places.get(post.organisation or ""))


def tell_the_first_hand_over(stage: DemoStage) -> None:
    """The lead before leaves what she knows on her last day, and her successor takes it over."""
    helen, nadia = stage.people["helen"], stage.people["nadia"]
    post = Appointment.objects.get(user=helen)
    with at(stage.moment(days_ago=APPOINTED + 1, hour=15)):
        for section, text in LEFT.items():
            write_handover_note(by=helen, appointment=post, section=section, text=text, is_ready=True)
    with at(stage.moment(days_ago=APPOINTED - 1)):
        take_handover(by=nadia, appointment=post)


def tell_what_the_lead_has(stage: DemoStage) -> None:
    """The lead tells what she was given for the work."""
    nadia = stage.people["nadia"]
    with at(stage.moment(days_ago=APPOINTED - 30)):
        tell_provision(
            by=nadia,
            appointment=nadia.appointments.get(organisation__code="RAE"),
            days_a_month=Decimal("1.5"),
            has_budget=False,
            pounds_a_year=None,
            support=[Support.ANALYST],
        )


def _take_up(stage: DemoStage, player: Player, post: Post, place: Organisation | None) -> None:
    if post.organisation and place is None:
        raise LookupError(
            f"The demo needs the organisation {post.organisation}. Run manage.py load_reference first."
        )
    first_day = stage.today - timedelta(days=post.since)
    with at(datetime.combine(first_day, time(9, 0), tzinfo=UK)):
        by = stage.people.get("priya") or User.objects.system()
        person = add_person(by=by, email=player.email, name=player.name, address_verified=True)
        appointment = appoint_person(
            by=by,
            person=person,
            role=post.role,
            organisation=place,
            from_date=first_day,
            post_title=post.title,
        )
    stage.people[player.key] = person
    if post.until is not None:
        last_day = stage.today - timedelta(days=post.until)
        with at(datetime.combine(last_day, time(17, 0), tzinfo=UK)):
            end_appointment(by=by, appointment=appointment, last_day=last_day)


def _codes() -> list[str]:
    return [post.organisation for player in CAST for post in player.posts if post.organisation]


def _came(pair: tuple[Post, Player]) -> int:
    return -pair[0].since


demo_chapters.add("leads", DemoChapter(10, tell_who_came))
demo_chapters.add("hand-over", DemoChapter(11, tell_the_first_hand_over))
demo_chapters.add("time and support", DemoChapter(12, tell_what_the_lead_has))
