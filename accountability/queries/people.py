"""Who can be asked to do something at an organisation."""

from datetime import date

from django.db.models import QuerySet

from hileads.leads.models import Appointment, User
from hileads.organisations.models import Organisation


def people_at(organisation: Organisation, *, on: date) -> QuerySet[User]:
    """Return everyone who holds a post at the organisation on this day, by name."""
    posts = Appointment.objects.live(on).filter(organisation=organisation)
    return User.objects.filter(pk__in=posts.values("user")).order_by("name", "pk")
