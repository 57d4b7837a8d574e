"""Appoint a person from the command line: how a new portal gets its first national administrator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.actions import add_person, appoint_person
from hileads.leads.models import Appointment, Role, User
from hileads.organisations.models import Organisation
from hileads.wording import long_date


class Command(BaseCommand):
    help = "Appoint a person, from today. They sign in by a code sent to their address."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="their e-mail address, which must be theirs alone")
        parser.add_argument("name", help="their name, as others will see it")
        parser.add_argument("--role", choices=Role.values, required=True)
        parser.add_argument("--organisation", metavar="CODE", help="its ODS code; none for a national role")
        parser.add_argument("--post", default="", help="the title of their post")

    def handle(self, *args: Any, **options: Any) -> None:
        organisation = self._organisation(options["organisation"])
        try:
            appointment = self._appoint(options, organisation)
        except NotNow as refusal:
            raise CommandError(refusal.reason) from refusal
        where = organisation.name if organisation else "England"
        self.stdout.write(
            f"{appointment.user.name} is {appointment.get_role_display()}, {where}, "
            f"since {long_date(appointment.from_date)}."
        )

    @transaction.atomic
    def _appoint(self, options: dict[str, Any], organisation: Organisation | None) -> Appointment:
        portal = User.objects.system()
        person = add_person(by=portal, email=options["email"], name=options["name"], address_verified=True)
        return appoint_person(
            by=portal,
            person=person,
            role=Role(options["role"]),
            organisation=organisation,
            from_date=today(),
            post_title=options["post"],
        )

    def _organisation(self, code: str | None) -> Organisation | None:
        if code is None:
            return None
        found = Organisation.objects.filter(code=code.upper()).first()
        if found is None:
            raise CommandError(f"No organisation in the register has the code {code}. Nobody was appointed.")
        return found
