"""A new portal gets its first people from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hileads.leads.models import Appointment, User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from tests.actors import Cast

EMAIL = "first.person@nhs.example"


def appoint(*arguments: str) -> str:
    said = StringIO()
    call_command("appoint", EMAIL, "First Person", *arguments, stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_the_first_national_administrator_is_appointed_where_nobody_is():
    said = appoint("--role=national_admin", "--post=Programme director")
    person = User.objects.get(email=EMAIL)
    assert can(person, P.NATIONAL_APPOINTMENT_EDIT)
    assert person.emailaddress_set.get().verified
    assert person.appointments.get().post_title == "Programme director"
    assert said.startswith("First Person is National administrator, England, since ")


def test_a_person_is_appointed_at_an_organisation_and_only_once(cast: Cast):
    appoint("--role=team_member", "--organisation=rav")
    said = appoint("--role=team_member", "--organisation=RAV")
    assert "Alder Vale NHS Foundation Trust" in said
    assert Appointment.objects.get(user__email=EMAIL).organisation == cast.trust


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--role=team_member", "--organisation=XXX"], "No organisation in the register has the code XXX"),
        (["--role=executive_lead", "--organisation=RAV"], "lead"),
        (["--role=national_admin", "--organisation=RAV"], "cannot be held at Alder Vale"),
    ],
)
def test_a_refusal_says_why_and_adds_nobody(cast: Cast, arguments: list[str], reason: str):
    with pytest.raises(CommandError, match=reason):
        appoint(*arguments)
    assert not User.objects.filter(email=EMAIL).exists()
