"""Places in learning sets are personal: a pack reminds the leaver of them, and shows them to nobody else."""

from hileads.contributions import HandoverItem, HandoverSection, handover_sections
from hileads.leads.models import Appointment, User
from learning_sets.queries.sets import own_places


def places_in_sets(reader: User, post: Appointment) -> list[HandoverItem]:
    """Return the sets of the leaver, to the leaver alone."""
    if reader.pk != post.user_id:
        return []
    return own_places(reader)


handover_sections.add(
    "sets",
    HandoverSection(
        key="sets",
        title="Learning sets",
        hint="Whether the next person could ask for a place, and from whom",
        empty="A place in a learning set is personal, so nobody’s places are listed for others. "
        "Commitments and reflections stay with the person who wrote them.",
        items=places_in_sets,
        order=60,
    ),
)
