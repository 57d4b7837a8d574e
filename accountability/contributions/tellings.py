"""What is told in words elsewhere: in one's own information, and in the demo."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from accountability.actions.board import edit_board_measure
from accountability.actions.tellings import tell_in_words
from accountability.models import BoardFrequency, Telling
from accountability.queries.measures import live_versions
from hileads.clock import at
from hileads.contributions import DemoChapter, DemoStage, demo_chapters
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.personal import Facts, PersonalData, each, personal_data

TRUST, TOLD = "RAE", "board-questions"


def tellings_of(person: User) -> Iterator[Facts]:
    """What they told of measures without a figure."""
    rows = Telling.objects.filter(told_by=person).select_related("organisation", "measure").order_by("pk")
    return each(
        rows,
        Measure="measure.code",
        Organisation="organisation.name",
        From="from_date",
        To="to_date",
        What_was_seen="seen",
        How_it_is_known="known_by",
        Written="told_at",
    )


def tell_what_was_asked(stage: DemoStage) -> None:
    """The secretary puts a measure without a figure on the board's list, and tells of it from the minutes."""
    tom, trust = stage.people["tom"], Organisation.objects.get(code=TRUST)
    version = live_versions(trust).get(measure__code=TOLD)
    with at(stage.moment(days_ago=30)):
        edit_board_measure(
            by=tom,
            organisation=trust,
            measure=version.measure,
            owner=tom,
            frequency=BoardFrequency.QUARTERLY,
            board_minutes=5,
        )
        tell_in_words(
            by=tom,
            organisation=trust,
            version=version,
            token=uuid4(),
            from_date=stage.today - timedelta(days=125),
            to_date=stage.today - timedelta(days=35),
            seen=(
                "Demo words. At the item on waiting times a non-executive asked who is not on the list. We could not "
                "say, and the board asked for waiting times by deprivation."
            ),
            known_by="Demo minutes of the board’s last meeting",
        )


demo_chapters.add("what was told in words", DemoChapter(66, tell_what_was_asked))
personal_data.add(
    "accountability.Telling",
    PersonalData(
        "What you told of measures in words",
        "People appointed at that organisation who read its plan.",
        69,
        tellings_of,
        ("accountability.Telling.told_by",),
    ),
)
