"""The demo's learning set: seven people, a session some weeks ago, one in some days, and what Nadia keeps to herself.

People and words are invented. Messages of the story's past are sent in that past.
"""

from datetime import date, datetime, time, timedelta

from hileads.clock import UK, at
from hileads.contributions import DemoChapter, DemoStage, demo_chapters
from hileads.leads.models import User
from hileads.notifications.actions import sweep_messages
from hileads.working_days import is_working_day
from learning_sets.actions import (
    add_member,
    answer_session,
    begin_set,
    plan_session,
    record_commitment,
    record_reflection,
)
from learning_sets.models import Answer, LearningSet, Session

NAME = "West Yorkshire leads"
PURPOSE = (
    "Seven people who lead on health inequalities in seven organisations. Each time one of us brings a question that "
    "has no ready answer, and everyone leaves with one thing to do."
)
MEMBERS = ("nadia", "farah", "owen", "grace", "daniel", "lena")
CAME_LAST_TIME = {"farah": True, "owen": True, "grace": True, "daniel": False, "lena": True, "nadia": True}
COMES_NEXT_TIME = {"farah": True, "owen": True, "grace": False, "lena": True}
"""Nadia and Daniel have not answered yet."""

BECOMES_AN_ACTION = "Before I plan anything else, ask the people who know our most deprived patients best why our offer is turned down."
STAYS_PRIVATE = (
    "Tell my own team which of our figures I do not understand, and ask for an hour to go through them."
)
REFLECTION = (
    "I brought an answer and was asked what the question was. Nobody told me what to do, which was harder than advice "
    "and more use. I talk about patients who do not come as if they had decided something. Perhaps we have."
)


def tell_of_the_set(stage: DemoStage) -> None:
    """Ruth brings a set together; it met some weeks ago and meets again in some days."""
    ruth = stage.people["ruth"]
    with at(stage.moment(days_ago=150)):
        learning_set = begin_set(by=ruth, name=NAME, purpose=PURPOSE)
        for key in MEMBERS:
            add_member(by=ruth, learning_set=learning_set, person=stage.people[key])
    met_on = _working_day(stage.today, (-42, -41, -43, -40, -44))
    meets_on = _working_day(stage.today, (5, 4, 6, 3, 2))
    last = _plan(stage, learning_set, met_on, days_ago=75)
    _answer(stage, last, CAME_LAST_TIME, days_ago=70)
    following = _plan(stage, learning_set, meets_on, days_ago=21)
    _answer(stage, following, COMES_NEXT_TIME, days_ago=16)
    stage.things |= {"learning set": learning_set, "past session": last, "next session": following}


def tell_of_what_nadia_kept(stage: DemoStage) -> None:
    """On the evening of the session Nadia writes down what she will do, and what she thinks."""
    nadia, session = stage.people["nadia"], stage.things["past session"]
    with at(datetime.combine(session.local_date, time(18), tzinfo=UK)):
        stage.things["commitment"] = record_commitment(
            by=nadia,
            session=session,
            text=BECOMES_AN_ACTION,
            due_date=stage.things["next session"].local_date,
        )
        record_commitment(
            by=nadia, session=session, text=STAYS_PRIVATE, due_date=stage.today + timedelta(days=3)
        )
        record_reflection(by=nadia, session=session, text=REFLECTION)


def _plan(stage: DemoStage, learning_set: LearningSet, day: date, *, days_ago: int) -> Session:
    with at(stage.moment(days_ago=days_ago)):
        session = plan_session(
            by=stage.people["ruth"],
            learning_set=learning_set,
            starts_at=datetime.combine(day, time(10), tzinfo=UK),
            ends_at=datetime.combine(day, time(12, 30), tzinfo=UK),
            place="Online",
            join_url="https://meetings.demo.example/west-yorkshire-leads",
        )
        sweep_messages(by=User.objects.system())
    return session


def _answer(stage: DemoStage, session: Session, answers: dict[str, bool], *, days_ago: int) -> None:
    with at(stage.moment(days_ago=days_ago, hour=15)):
        for key, comes in answers.items():
            answer = Answer.ACCEPTED if comes else Answer.DECLINED
            answer_session(by=stage.people[key], session=session, answer=answer)
        sweep_messages(by=User.objects.system())


def _working_day(today: date, offsets: tuple[int, ...]) -> date:
    """Return the first of these days, counted from today, on which people work."""
    days = [today + timedelta(days=offset) for offset in offsets]
    return next((day for day in days if is_working_day(day)), days[0])


demo_chapters.add("learning_sets.set", DemoChapter(20, tell_of_the_set))
demo_chapters.add("learning_sets.commitment", DemoChapter(40, tell_of_what_nadia_kept))
