"""What the learning sets hold about a person. Private words are read for their author, and for nobody else."""

from collections.abc import Iterator

from hileads.leads.models import User
from hileads.personal import Facts, PersonalData, each, personal_data
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
