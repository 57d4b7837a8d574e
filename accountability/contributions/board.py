"""The board view on other pages: figures that somebody is asked for, and in the demo."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.db.models import Q

from accountability.actions.board import edit_board_measure
from accountability.actions.figurerequests import ask_for_figure
from accountability.models import BoardFrequency, BoardMeasure, FigureRequest, FigureRequestState
from accountability.policies.board import FIGURE_ASKED, REQUEST_CHANGES
from accountability.queries.figurerequests import figure_lines, resolve_request, why_not_ask
from accountability.queries.measures import live_versions
from hileads import contributions as hileads
from hileads.clock import at
from hileads.contributions import DemoChapter, DemoStage, Work
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.personal import Facts, Fate, PersonalData, RetentionRule, each, personal_data, retention_rules
from hileads.states import StateMachine, machines

THE_BOARDROOM = "People appointed at that organisation who read what its board watches."
TRUST = "RAE"
CORE, INEQUALITY, SPLIT = "ae-four-hours", "smoking-deprivation", "ae-four-hours-deprivation"
IN_ONE_VIEW = "Demo words. Most of the movement is within what chance explains. Winter planning is the board’s next look."
A_FIRST_WORD = "Demo words. The figure is the whole system’s, not ours alone. Our part is to offer help to everyone we admit."


def board_measures_of(person: User) -> Iterator[Facts]:
    """Measures that they own for a board, or wrote about."""
    rows = BoardMeasure.objects.filter(Q(owner=person) | Q(narrated_by=person)).order_by("pk")
    return each(
        rows.select_related("organisation", "measure", "owner", "narrated_by"),
        Measure="measure.code",
        Organisation="organisation.name",
        Owner="owner.name",
        What_is_said_of_it="narrative",
        Written_by="narrated_by.name",
        Written="narrated_at",
    )


def figure_requests_of(person: User) -> Iterator[Facts]:
    """Figures that they asked for, were asked for, or closed the request for."""
    had_a_part = Q(asked_of=person) | Q(asked_by=person) | Q(closed_by=person)
    rows = FigureRequest.objects.filter(had_a_part).order_by("pk")
    return each(
        rows.select_related("organisation", "measure", "asked_of", "asked_by", "closed_by"),
        Measure="measure.code",
        Organisation="organisation.name",
        What_is_wanted="wanted",
        Asked_of="asked_of.name",
        Asked_by="asked_by.name",
        Asked="asked_at",
        State="get_state_display",
        Closed_by="closed_by.name",
        Closed="closed_at",
    )


def tell_what_the_board_watches(stage: DemoStage) -> None:
    """The secretary settles a core measure; the lead gives an inequality measure an owner, and asks for a split."""
    nadia, tom, amara = (stage.people[name] for name in ("nadia", "tom", "amara"))
    trust = Organisation.objects.get(code=TRUST)
    versions = {version.measure.code: version for version in live_versions()}
    with at(stage.moment(days_ago=110)):
        edit_board_measure(
            by=tom,
            organisation=trust,
            measure=versions[CORE].measure,
            owner_title="Chief operating officer",
            target=78.0,
            target_date=stage.today + timedelta(days=120),
            frequency=BoardFrequency.MONTHLY,
            has_chart=True,
            board_minutes=20,
            narrative=IN_ONE_VIEW,
        )
    with at(stage.moment(days_ago=100)):
        edit_board_measure(
            by=nadia,
            organisation=trust,
            measure=versions[INEQUALITY].measure,
            owner=nadia,
            frequency=BoardFrequency.HALF_YEARLY,
            has_chart=True,
            narrative=A_FIRST_WORD,
        )
    with at(stage.moment(days_ago=9)):
        ask_for_figure(
            by=nadia,
            organisation=trust,
            version=versions[SPLIT],
            token=uuid4(),
            asked_of=amara,
            wanted="Could our own records give the last twelve months of this, by fifth of deprivation?",
        )


hileads.work.add("figures wanted", Work(figure_lines))
hileads.resolvers.add("accountability:figure-request", resolve_request)
hileads.relevance.add(FIGURE_ASKED, why_not_ask)
hileads.demo_chapters.add("what the board watches", DemoChapter(65, tell_what_the_board_watches))
machines.add(
    "figure-request",
    StateMachine(
        name="figure-request",
        title="A request for a figure",
        start=FigureRequestState.OPEN,
        changes=REQUEST_CHANGES,
        words={state: state.label for state in FigureRequestState},
    ),
)
personal_data.add(
    "accountability.BoardMeasure",
    PersonalData(
        "Measures that you own for a board or wrote about",
        THE_BOARDROOM,
        68,
        board_measures_of,
        ("accountability.BoardMeasure.owner", "accountability.BoardMeasure.narrated_by"),
    ),
)
personal_data.add(
    "accountability.FigureRequest",
    PersonalData(
        "Figures that you asked for or were asked for",
        THE_BOARDROOM,
        69,
        figure_requests_of,
        tuple(f"accountability.FigureRequest.{link}" for link in ("asked_of", "asked_by", "closed_by")),
    ),
)
retention_rules.add(
    "boards",
    RetentionRule(
        "What boards watch, what is told in words, and the figures they asked for",
        "for good",
        "counted from nothing",
        Fate.KEPT,
        "They are the organisation's record of what its board looked at, and say how it came to its decisions.",
        63,
    ),
)
