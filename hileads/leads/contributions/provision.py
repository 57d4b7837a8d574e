"""Time and support among what is held about a person."""

from collections.abc import Iterator

from django.db.models import Q

from hileads.leads.models import Provision, User
from hileads.personal import Facts, PersonalData, each, personal_data


def provisions_with(person: User) -> Iterator[Facts]:
    """What was told of their posts, and what they told of others'."""
    rows = Provision.objects.filter(Q(appointment__user=person) | Q(told_by=person))
    return each(
        rows.select_related("appointment__user", "appointment__organisation", "told_by").order_by(
            "told_at", "pk"
        ),
        Whose_post="appointment.user.name",
        Role="appointment.get_role_display",
        Organisation="appointment.organisation.name",
        Protected_time="time_in_words",
        Budget_for_the_work="budget_in_words",
        Who_helps="support_in_words",
        Told_by="told_by.name",
        Told="told_at",
    )


personal_data.add(
    "time and support",
    PersonalData(
        "Time and support of your posts, and what you told of others’",
        "You, whoever follows in the post, and the lead, deputy and board secretary of that organisation. The national "
        "team sees counts of five and more.",
        22,
        provisions_with,
        ("leads.Provision.told_by",),
    ),
)
