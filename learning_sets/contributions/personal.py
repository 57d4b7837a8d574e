"""What the learning sets hold about a person. Private words are read for their author, and for nobody else."""

from collections.abc import Iterator

from hileads.leads.models import User
from hileads.personal import (
    Erasure,
    Facts,
    Fate,
    Forgetting,
    PersonalData,
    RetentionRule,
    each,
    erasures,
    forgettings,
    personal_data,
    retention_rules,
)
from learning_sets.actions import dispose_answers, erase_places, erase_private_words
from learning_sets.models import Commitment, Membership, Reflection, Rsvp

THE_SET = "The members of that set."
YOU_ALONE = "You alone. It is stored encrypted, and stays out of the history of changes."


def memberships_of(person: User) -> Iterator[Facts]:
    """The sets they belong or belonged to."""
    rows = Membership.objects.filter(user=person).select_related("learning_set").order_by("from_date", "pk")
    return each(rows, Set="learning_set.name", From="from_date", To="to_date", Facilitator="is_facilitator")


def answers_of(person: User) -> Iterator[Facts]:
    """What they answered to sessions."""
    rows = Rsvp.objects.filter(user=person).select_related("session__learning_set").order_by("pk")
    return each(
        rows,
        Set="session.learning_set.name",
        Session="session.when",
        Answer="get_answer_display",
        Answered="answered_at",
    )


def commitments_of(person: User) -> Iterator[Facts]:
    """SECURITY: asked by the author alone, also after the last appointment has ended."""
    rows = Commitment.objects.filter(author=person).select_related("session").order_by("created_at", "pk")
    return each(
        rows,
        What_I_will_do="text",
        By="due_date",
        State="get_state_display",
        Session="session.when",
        Recorded="created_at",
        Made_an_action_of="shared_at",
    )


def reflections_of(person: User) -> Iterator[Facts]:
    """SECURITY: asked by the author alone, also after the last appointment has ended."""
    rows = Reflection.objects.filter(author=person).select_related("session").order_by("created_at", "pk")
    return each(rows, What_I_think="text", Session="session.when", Written="created_at")


personal_data.add(
    "memberships",
    PersonalData("Your learning sets", THE_SET, 40, memberships_of, ("learning_sets.Membership.user",)),
)
personal_data.add(
    "answers",
    PersonalData("Your answers to sessions", THE_SET, 41, answers_of, ("learning_sets.Rsvp.user",)),
)
personal_data.add(
    "commitments",
    PersonalData("Your commitments", YOU_ALONE, 42, commitments_of, ("learning_sets.Commitment.author",)),
)
personal_data.add(
    "reflections",
    PersonalData("Your reflections", YOU_ALONE, 43, reflections_of, ("learning_sets.Reflection.author",)),
)
for kind in (Membership, Rsvp, Commitment, Reflection):
    forgettings.add(kind._meta.label, Forgetting(gone=True))
retention_rules.add(
    "private words",
    RetentionRule(
        "Commitments and reflections",
        "as long as their author has an account",
        "counted from nothing else",
        Fate.DELETED,
        "They are their author's alone, and nobody else may say when they have served.",
        40,
    ),
)
retention_rules.add(
    "answers",
    RetentionRule(
        "Answers to sessions",
        "two years",
        "counted from the session",
        Fate.DELETED,
        "Who meant to come to a session of long ago is of no use to anybody.",
        41,
        dispose_answers,
    ),
)
erasures.add(
    "private words",
    Erasure(
        "Commitments and reflections",
        Fate.DELETED,
        "Your commitments and reflections are deleted unread. An action that you made of one stays with the plan.",
        30,
        erase_private_words,
    ),
)
erasures.add(
    "places",
    Erasure(
        "Places in learning sets and answers to sessions",
        Fate.DELETED,
        "Your places in learning sets and your answers to sessions are deleted.",
        31,
        erase_places,
    ),
)
