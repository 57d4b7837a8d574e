"""Whom a letter of support goes to, how it may begin, and which help was offered."""

from datetime import date

from django.db.models import QuerySet

from hileads.leads.models import ROLES_IN_ORDER, Appointment, Role, SupportNote, User
from hileads.leads.queries.keeping import leading
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope

CONTACTS = (Role.EXECUTIVE_LEAD, Role.DEPUTY, Role.BOARD_SECRETARY)

LETTER = """\
We support the people who lead on health inequalities in NHS organisations.

{situation}

Would any of these help: a conversation with us, an introduction to a lead nearby, or a place in a learning set?

Answer as suits you. Nothing follows from it for any assessment."""
NO_LEAD = (
    "No executive lead for health inequalities is recorded for {place} at present. That may only mean that nobody has "
    "told us. If somebody has been chosen, your board secretary can nominate them in the portal."
)
ALONE = (
    "One person is recorded who can act on health inequalities for {place}. If it would help to have a second for the "
    "days when they are away, we can tell you how others have chosen a deputy."
)
ANY = "We would like to hear how things are going at {place}, and what would make the work easier."


def contacts_at(organisation: Organisation, day: date) -> list[User]:
    """Return the people who answer for health inequalities at an organisation: lead, deputy, board secretary."""
    posts = Appointment.objects.live(day).in_role(*CONTACTS).filter(organisation=organisation)
    ordered = sorted(posts.select_related("user"), key=lambda post: (ROLES_IN_ORDER[post.role], post.pk))
    return list(dict.fromkeys(post.user for post in ordered))


def suggested_letter(organisation: Organisation, day: date) -> tuple[str, str]:
    """Return a subject and words that a letter may begin with. Whoever sends it changes them."""
    posts = organisation.appointments.select_related("user")
    now = leading(list(posts), day)
    situation = ANY if now.has_enough else ALONE if now.leads else NO_LEAD
    return (
        f"An offer of help at {organisation.name}",
        LETTER.format(situation=situation.format(place=organisation.name)),
    )


def support_seen_by(user: User, organisation: Organisation) -> QuerySet[SupportNote]:
    """Return the help that was offered to an organisation, the newest first, as far as a person may see it."""
    notes = SupportNote.objects.filter(organisation=organisation).select_related("offered_by")
    return scope(notes, user, P.SUPPORT_VIEW)
