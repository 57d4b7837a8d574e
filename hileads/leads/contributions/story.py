"""How the demo's people came."""

from datetime import datetime, time, timedelta

from hileads.clock import UK, at
from hileads.contributions import (
    DemoChapter,
    DemoStage,
    demo_chapters,
)
from hileads.leads.actions import add_person, appoint_person, end_appointment
from hileads.leads.models import User
from hileads.leads.reference.cast import CAST, Player, Post
from hileads.organisations.models import Organisation


def tell_who_came(stage: DemoStage) -> None:
    """People are appointed, one after another as they came; the portal appoints the first."""
    places = {one.code: one for one in Organisation.objects.filter(code__in=_codes())}
    arrivals = [(post, player) for player in CAST for post in player.posts]
    for post, player in sorted(arrivals, key=_came):
        _take_up(stage, player, post, places.get(post.organisation or ""))


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
