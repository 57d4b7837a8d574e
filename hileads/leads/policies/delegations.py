"""May this person act for that one, then and there?"""

from datetime import date, timedelta

from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, Delegation, User
from hileads.leads.policies.appointments import HAVE_BOARDS
from hileads.organisations.models import Kind, Organisation
from hileads.wording import long_date

LONGEST = timedelta(days=183)


def place_of(appointment: Appointment) -> Organisation:
    """Return where a post is held, or refuse one that nobody can be named for."""
    place = appointment.organisation
    if place is None or Kind(place.kind) not in HAVE_BOARDS:
        raise NotNow("Only for posts at an organisation with a board can a deputy be named.")
    return place


def refuse_period(appointment: Appointment, from_date: date, to_date: date, today: date) -> None:
    """Refuse days that are over, the wrong way round, too many, or outside the post's own."""
    if to_date < from_date:
        raise NotNow("The last day is before the first.")
    if to_date < today:
        raise NotNow("These days are over. Name days to come.")
    if to_date - from_date > LONGEST:
        raise NotNow("This is longer than six months. Nominate an interim for the post instead.")
    if not appointment.holds_on(from_date):
        raise NotNow(f"{appointment.user.name} does not hold this post on {long_date(from_date)}.")
    if not appointment.holds_on(to_date):
        raise NotNow(f"{appointment.user.name} does not hold this post any more on {long_date(to_date)}.")


def refuse_stand_in(appointment: Appointment, deputy: User, from_date: date, to_date: date) -> None:
    """Refuse oneself, and somebody who is not in post at the organisation all that time."""
    if deputy == appointment.user:
        raise NotNow("Choose somebody else: nobody can act for themselves.")
    posts = Appointment.objects.live(from_date).filter(user=deputy, organisation=appointment.organisation)
    if not any(post.holds_on(to_date) for post in posts):
        raise NotNow(f"{deputy.name} does not hold a post here for all of these days.")


def refuse_second_stand_in(appointment: Appointment, from_date: date, to_date: date) -> None:
    """Refuse a second deputy for the same days."""
    others = appointment.delegations.filter(from_date__lte=to_date, to_date__gte=from_date)
    known = others.select_related("deputy").first()
    if known:
        raise NotNow(
            f"{known.deputy.name} is named already, {period_of(known)}. End that first, or choose other days."
        )


def refuse_over(delegation: Delegation, today: date) -> None:
    """Refuse to end what is over."""
    if delegation.to_date is not None and delegation.to_date < today:
        raise NotNow(f"This ended on {long_date(delegation.to_date)}.")


def period_of(delegation: Delegation) -> str:
    """Return the days of a delegation in words."""
    return f"from {long_date(delegation.from_date)} to {long_date(delegation.to_date)}"
