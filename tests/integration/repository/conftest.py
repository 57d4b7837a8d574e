"""Evidence to look through."""

import pytest

from hileads.leads.models import User
from repository.models import Population, Synonym, Topic
from tests.actors import Cast
from tests.factories.content import resource


@pytest.fixture
def lead(cast: Cast) -> User:
    return cast.lead


@pytest.fixture
def shelf(db: None) -> None:
    """Five publications and a draft, two topics, and words that mean the same."""
    waits, race = (Topic.objects.create(code=code, title=title) for code, title in TOPICS)
    children = Population.objects.create(code="children", title="Children")
    Synonym.objects.create(words=["WRES", "Workforce Race Equality Standard"])
    Synonym.objects.create(words=["deprivation", "poverty", "most deprived fifth"])
    resource("fair-waits", topics=(waits,))
    resource(
        "race-standard",
        title="Workforce Race Equality Standard",
        summary="Nine indicators about staff.",
        key_points=["One indicator is about the board."],
        questions_for_board=["Which indicator is worst here?"],
        topics=(race,),
        kind="framework",
    )
    resource(
        "smi-checks",
        title="Checks for people with SMI",
        summary="Yearly checks in one town.",
        key_points=["Half came."],
        questions_for_board=[],
        level="advanced",
        publisher="Aidan Press",
    )
    resource(
        "poor-places",
        title="Living in poor places",
        summary="What poverty does to health. It also costs money.",
        key_points=[],
        questions_for_board=["What does poverty cost us?"],
        topics=(waits, race),
        populations=[children],
    )
    resource("aids", title="The AIDS years", summary="A history.", key_points=[], questions_for_board=[])
    resource("draft", title="Secret unicorn draft", topics=(waits,), draft=True)


TOPICS = (("waits", "Waiting lists"), ("race", "Race equality and racism"))
