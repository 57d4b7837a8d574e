"""May the time and support of this post be told now?"""

from datetime import date

from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, Role
from hileads.leads.policies.delegations import place_of
from hileads.organisations.policies import refuse_closed
from hileads.wording import long_date

PROVIDED_FOR = frozenset({Role.EXECUTIVE_LEAD, Role.DEPUTY})
"""The posts whose time and support are asked about."""


def refuse_provision(appointment: Appointment, today: date) -> None:
    """Refuse a post that nobody asks about, that is over, or whose organisation is closed."""
    if Role(appointment.role) not in PROVIDED_FOR:
        raise NotNow("Time and support are asked about for executive leads and their deputies only.")
    if appointment.to_date is not None and appointment.to_date < today:
        raise NotNow(
            f"This post ended on {long_date(appointment.to_date)}. What was told of it stays as it was."
        )
    refuse_closed(place_of(appointment), today)
