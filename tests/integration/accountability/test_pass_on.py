"""Nothing is orphaned: what a leaver did passes to whom they chose, to whoever follows, or waits where all can see it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from accountability.actions.board import edit_board_measure
from accountability.models import Action, BoardMeasure
from accountability.queries.handover import board_measures, open_actions
from accountability.queries.work import work_lines
from hileads.clock import UK, at, today
from hileads.leads.actions import appoint_person, end_appointment, pass_on, write_handover_note
from hileads.leads.models import Appointment, Role, User
from hileads.leads.queries import who_takes_over
from hileads.leads.tasks import pass_on_what_was_left
from tests.actors import Cast
from tests.factories.boardroom import action_of, measure_of
from tests.factories.content import example_measure
from tests.factories.people import UserFactory, appointed
from tests.lines import lines_from

YESTERDAY, TOMORROW = today() - timedelta(days=1), today() + timedelta(days=1)
SignIn = Callable[[User], Client]


@pytest.fixture
def action(cast: Cast) -> Action:
    return action_of(cast.lead, cast.trust, title="Ask", due_date=TOMORROW, example_measure=example_measure())


def leave(cast: Cast, person: User, last_day: date = YESTERDAY) -> Appointment:
    """Record the last day of this person's post at the trust."""
    post = Appointment.objects.get(user=person, organisation=cast.trust)
    return end_appointment(by=cast.secretary, appointment=post, last_day=last_day)


def follow(cast: Cast, role: Role = Role.EXECUTIVE_LEAD, from_date: date | None = None) -> User:
    """Return whoever follows in a post at the trust."""
    person: User = UserFactory(name="Nell Next")
    appoint_person(
        by=cast.secretary,
        person=person,
        role=role,
        organisation=cast.trust,
        from_date=from_date or today(),
    )
    return person


def owner(action: Action) -> User:
    return Action.objects.get(pk=action.pk).owner


def history(action: Action) -> list[tuple[str, str]]:
    return [(note.written_by.name, note.text) for note in action.notes.all()]


def lines(person: User, day: date) -> list[tuple[str, str]]:
    return [(line.text, line.url) for line in lines_from(work_lines, person, day)]


def test_the_successor_gets_what_was_left_and_the_history_says_so(cast: Cast, action: Action):
    post = leave(cast, cast.lead)
    assert owner(action) == cast.lead
    successor = follow(cast)
    assert owner(action) == successor
    assert history(action) == [("The portal", "Nell Next does it now, and Leila Lead did before.")]
    (item,) = open_actions(successor, post)
    assert item.detail.endswith("Nell Next does it now.")
    assert item.transfer == ""
    assert pass_on(by=User.objects.system()) == 0


def test_it_waits_in_the_plan_and_on_this_week_while_nobody_follows(
    cast: Cast, action: Action, signed_in: SignIn
):
    assert lines(cast.deputy, today()) == []
    leave(cast, cast.lead)
    assert lines(cast.deputy, TOMORROW + timedelta(days=9)) == [
        (
            "1 action of people who have left waits for somebody to do it.",
            f"/plan/actions/{action.public_id}/edit/",
        )
    ]
    assert lines(cast.secretary, today()) == []
    second = action_of(cast.lead, cast.trust, title="Tell", example_measure=action.example_measure)
    assert lines(cast.deputy, today()) == [
        ("2 actions of people who have left wait for somebody to do them.", "/plan/RAV/")
    ]
    deputy = signed_in(cast.deputy)
    for address in ("/plan/RAV/", f"/plan/actions/{second.public_id}/"):
        assert (
            "Leila Lead, who has left: it waits for somebody to do it."
            in deputy.get(address).content.decode()
        )


def test_whoever_follows_later_gets_it_on_their_first_day(cast: Cast, action: Action):
    leave(cast, cast.lead, last_day=today())
    successor = follow(cast, from_date=TOMORROW)
    pass_on_what_was_left()
    assert owner(action) == cast.lead
    with at(datetime.combine(TOMORROW, time(0, 10), tzinfo=UK)):
        pass_on_what_was_left()
        pass_on_what_was_left()
    assert owner(action) == successor
    assert len(history(action)) == 1


def test_a_deputys_work_goes_to_the_lead_unless_another_deputy_follows(cast: Cast):
    action = action_of(cast.deputy, cast.trust)
    leave(cast, cast.deputy)
    assert owner(action) == cast.lead
    member = appointed("Tea Member", Role.TEAM_MEMBER, cast.trust)
    own = action_of(member, cast.trust)
    leave(cast, member, last_day=today())
    follower = follow(cast, role=Role.TEAM_MEMBER, from_date=TOMORROW)
    with at(datetime.combine(TOMORROW, time(9), tzinfo=UK)):
        pass_on(by=User.objects.system())
    assert owner(own) == follower


def test_nothing_moves_while_its_owner_holds_another_post_there(cast: Cast, action: Action):
    appointed_again = {"by": cast.secretary, "person": cast.lead, "role": Role.TEAM_MEMBER}
    appoint_person(**appointed_again, organisation=cast.trust, from_date=date(2025, 1, 1))
    post = Appointment.objects.get(user=cast.lead, role=Role.EXECUTIVE_LEAD)
    end_appointment(by=cast.secretary, appointment=post, last_day=YESTERDAY)
    follow(cast)
    assert owner(action) == cast.lead


def test_somebody_who_never_had_a_post_leaves_it_to_the_lead(cast: Cast):
    assert who_takes_over(cast.stranger, cast.trust, today()) == cast.lead
    assert who_takes_over(cast.stranger, cast.icb, today()) is None


def test_work_is_passed_on_by_the_portal_alone(cast: Cast):
    with pytest.raises(PermissionDenied, match="passed on by the portal"):
        pass_on(by=cast.national_admin)


def test_the_leaver_chooses_who_takes_an_action(cast: Cast, action: Action, signed_in: SignIn):
    post = leave(cast, cast.lead, last_day=TOMORROW)
    address = f"/hand-overs/{post.public_id}/sections/actions/"
    leaver, field = signed_in(cast.lead), f"give-{action.public_id}"
    text = leaver.get(address).content.decode()
    assert "Who takes “Ask”?" in text
    assert "Whoever follows in the post, after the last day" in text
    assert "Dev Deputy, from today" in text
    assert leaver.post(address, {"text": "", field: ""}).status_code == 302
    assert owner(action) == cast.lead
    assert leaver.post(address, {"text": "Ask Dev.", field: str(cast.deputy.public_id)}).status_code == 302
    assert owner(action) == cast.deputy
    assert history(action) == [("Leila Lead", "Dev Deputy does it now, and Leila Lead did before.")]
    assert "Dev Deputy does it now." in leaver.get(address).content.decode()
    assert "Who takes" not in leaver.get(address).content.decode()


def test_the_secretary_writes_notes_and_gives_nothing_away(cast: Cast, action: Action, signed_in: SignIn):
    post = leave(cast, cast.lead, last_day=TOMORROW)
    address = f"/hand-overs/{post.public_id}/sections/actions/"
    assert "Who takes" not in signed_in(cast.secretary).get(address).content.decode()
    words = {"appointment": post, "section": "actions", "text": "", "is_ready": True}
    with pytest.raises(PermissionDenied, match="The plan is changed by the lead"):
        write_handover_note(by=cast.secretary, gives={str(action.public_id): cast.deputy}, **words)


def test_what_has_changed_hands_meanwhile_stays_there(cast: Cast, action: Action):
    post = leave(cast, cast.lead, last_day=TOMORROW)
    elsewhere = action_of(cast.lead_elsewhere, cast.trust_elsewhere)
    words = {"appointment": post, "section": "actions", "text": "", "is_ready": True}
    for _ in range(2):
        write_handover_note(
            by=cast.lead,
            gives={str(action.public_id): cast.deputy, str(elsewhere.public_id): cast.deputy},
            **words,
        )
    assert (owner(action), owner(elsewhere)) == (cast.deputy, cast.lead_elsewhere)
    assert len(history(action)) == 1


@pytest.fixture
def watched(cast: Cast) -> BoardMeasure:
    """A measure on the board's list for which the lead answers."""
    measure = measure_of().measure
    return edit_board_measure(
        by=cast.secretary, organisation=cast.trust, measure=measure, owner=cast.lead, target=80.0
    )


def test_a_measure_on_the_boards_list_passes_to_whoever_follows_and_keeps_the_rest(
    cast: Cast, watched: BoardMeasure
):
    post = leave(cast, cast.lead)
    (item,) = board_measures(cast.deputy, post)
    assert item.detail == "At least 80.0%. How often the board sees it is not agreed."
    successor = follow(cast)
    watched.refresh_from_db()
    assert (watched.owner, watched.target) == (successor, 80.0)
    (item,) = board_measures(successor, post)
    assert item.detail.endswith("Nell Next answers for it now.")
    assert item.transfer == ""
    assert watched.events.latest("pgh_id").pgh_context.metadata["user"] == User.objects.system().pk
    assert pass_on(by=User.objects.system()) == 0


def test_what_the_board_no_longer_watches_is_not_passed_on(cast: Cast, watched: BoardMeasure):
    BoardMeasure.objects.update(is_watched=False)
    leave(cast, cast.lead)
    follow(cast)
    watched.refresh_from_db()
    assert watched.owner == cast.lead


def test_the_leaver_chooses_who_answers_for_a_measure(cast: Cast, watched: BoardMeasure, signed_in: SignIn):
    post = leave(cast, cast.lead, last_day=TOMORROW)
    address = f"/hand-overs/{post.public_id}/sections/board/"
    text = signed_in(cast.lead).get(address).content.decode()
    assert "Who takes “Seen within four hours”?" in text
    sent = {"text": "Ask Dev.", f"give-{watched.public_id}": str(cast.deputy.public_id)}
    assert signed_in(cast.lead).post(address, sent).status_code == 302
    watched.refresh_from_db()
    assert watched.owner == cast.deputy


def test_a_measure_that_a_job_answers_for_now_says_so(cast: Cast, watched: BoardMeasure):
    post = leave(cast, cast.lead, last_day=TOMORROW)
    for title, words in (("Chief nurse", "Chief nurse"), ("", "Nobody")):
        BoardMeasure.objects.update(owner=None, owner_title=title)
        (item,) = board_measures(cast.lead, post)
        assert item.detail.endswith(f"{words} answers for it now.")
