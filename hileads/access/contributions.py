"""What signing in adds to other pages and to the demo."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from hileads.access.actions import give_demo_apps
from hileads.access.models import LOSS_STATES, LossState, StepLoss
from hileads.access.queries import losses_for
from hileads.contributions import (
    AccountItem,
    Consequence,
    DemoChapter,
    DemoStage,
    Work,
    WorkLine,
    account_menu,
    demo_chapters,
    one_by_one,
    work,
)
from hileads.leads.models import User
from hileads.leads.reference.cast import CAST
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import Facts, PersonalData, each, personal_data
from hileads.states import StateMachine, machines

WITHOUT_A_SECOND_STEP = "joanna"
"""She came three days ago, so that the demo also shows how a second step is set up."""


def tell_who_has_an_app(stage: DemoStage) -> None:
    """Whoever signs in to the demo has an app that shows codes, but for the newest of them."""
    keys = [player.key for player in CAST if player.shows and player.key != WITHOUT_A_SECOND_STEP]
    give_demo_apps(by=User.objects.system(), people=[stage.people[key] for key in keys])


def keeps_second_steps(user: User) -> bool:
    """Say whether this person confirms that others have lost their second step."""
    return can(user, P.SECOND_STEP_RESET)


def losses_that_wait(user: User, day: date) -> list[WorkLine]:
    """Lost second steps that this person may confirm."""
    if not keeps_second_steps(user):
        return []
    return [
        WorkLine(
            key=f"loss:{loss.public_id}",
            consequence=Consequence.SOMEONE_WAITS,
            text=f"{loss.name} has lost their second step.",
            url=reverse("loss-list"),
            verb="Make sure that it is they",
        )
        for loss in losses_for(user)
        if loss.may_confirm
    ]


def losses_of(person: User) -> Iterator[Facts]:
    """What they asked about a lost second step, and what they decided about those of others."""
    had_a_part = Q(person=person) | Q(first_by=person) | Q(second_by=person) | Q(ended_by=person)
    rows = StepLoss.objects.filter(had_a_part).select_related("person", "first_by", "second_by", "ended_by")
    return each(
        rows.order_by("asked_at", "pk"),
        Whose="person.name",
        State="get_state_display",
        Asked="asked_at",
        First_confirmed_by="first_by.name",
        Second_confirmed_by="second_by.name",
        Ended_by="ended_by.name",
        Ended="ended_at",
    )


account_menu.add("losses", AccountItem("Lost second steps", "loss-list", keeps_second_steps, 42))
work.add("losses", Work(one_by_one(losses_that_wait)))
machines.add(
    "lost-steps",
    StateMachine(
        name="lost-steps",
        title="A lost second step",
        start=LossState.ASKED,
        changes=LOSS_STATES,
        words=dict(LossState.choices),
    ),
)
personal_data.add(
    "losses",
    PersonalData(
        "Lost second steps",
        "You, and national administrators.",
        15,
        losses_of,
        tuple(f"access.StepLoss.{name}" for name in ("person", "first_by", "second_by", "ended_by")),
    ),
)
account_menu.add("sign-in", AccountItem("Your sign-in", "sign-in-show", lambda user: True, 12))
demo_chapters.add("access", DemoChapter(11, tell_who_has_an_app))
