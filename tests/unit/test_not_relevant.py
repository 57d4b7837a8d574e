"""What may still stop a message at the last moment."""

import pytest

from hileads.notifications.models import Message
from hileads.notifications.queries import not_relevant


@pytest.mark.django_db
def test_a_message_to_an_address_that_belongs_to_nobody_here_goes_as_it_is():
    assert not_relevant(Message(address="someone@partner.example")) == ""
