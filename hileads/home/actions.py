"""Looking at the portal as a role does, on sample content that is gone again before anybody else could see it."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

from hileads.clock import today
from hileads.leads.actions import add_person, appoint_person
from hileads.leads.models import Role, User, role_name
from hileads.leads.policies import PLACES
from hileads.organisations.models import Kind, LinkKind, Organisation, OrganisationLink
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.samples import SampleStage, samples
from hileads.wording import lower_first

T = TypeVar("T")

TRUST, REGION = "Sample Valley NHS Trust", "Sample Region"


@transaction.atomic
def look_as(*, by: User, role: Role, look: Callable[[User, Organisation, Callable[[], None]], T]) -> T:
    """Return what `look(person, trust, tell)` sees of an invented person in this role, and undo all of it.

    The trust, its people and what `tell` lets happen there exist inside one transaction, which is rolled back: nobody
    else ever sees them, no message leaves, and nothing stays. Nobody real is looked at, and nobody's name is borrowed.
    """
    check(by, P.ROLE_LOOK)
    with transaction.atomic():
        stage = _stage()

        def tell() -> None:
            for sample in samples.all():
                sample.tell(stage)

        found = look(stage.people[role], stage.organisation, tell)
        transaction.set_rollback(True)
    return found


def _stage() -> SampleStage:
    """Bring an invented trust in an invented region together, with one person in each role."""
    region = Organisation.objects.create(code="SAMPLEREGION", kind=Kind.REGION, name=REGION)
    trust = Organisation.objects.create(code="SAMPLE", kind=Kind.TRUST, name=TRUST)
    OrganisationLink.objects.create(
        organisation=trust, parent=region, kind=LinkKind.REGION, from_date=today()
    )
    people = {}
    for role in Role:
        people[role] = add_person(
            by=User.objects.system(),
            email=f"{role.value}@sample.invalid",
            name=f"A sample {lower_first(role_name(role))}",
        )
        kinds = PLACES[role]
        place = trust if Kind.TRUST in kinds else None if None in kinds else region
        appoint_person(
            by=User.objects.system(), person=people[role], role=role, organisation=place, from_date=today()
        )
    return SampleStage(trust, people)
