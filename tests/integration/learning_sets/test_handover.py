"""A pack reminds the leaver of their places in learning sets, and shows them to nobody else."""

from hileads.clock import at
from hileads.leads.models import Appointment
from learning_sets.contributions.handover import places_in_sets
from tests.integration.learning_sets.conftest import AFTER, Circle


def test_places_are_shown_to_the_person_whose_they_are(circle: Circle):
    lead, deputy = circle.members[0], circle.members[1]
    post = Appointment.objects.get(user=lead)
    with at(AFTER):
        (item,) = places_in_sets(lead, post)
        assert places_in_sets(deputy, post) == []
    assert item.text == "Valley leads"
    assert item.url == f"/learning-sets/{circle.learning_set.public_id}/"
