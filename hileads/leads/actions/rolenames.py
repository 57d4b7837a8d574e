"""Roles are given another name. What they may do does not change with it."""

import pghistory
from django.db import transaction

from hileads.leads.models import Named, Role, RoleName, User, forget_role_names, role_names
from hileads.leads.policies import refuse_name_of_another
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def rename_role(*, by: User, role: Role, singular: str, plural: str) -> Named:
    """Call a role something else from now on, everywhere. Said twice, it is once."""
    check(by, P.ROLE_NAME_EDIT)
    said = Named(" ".join(singular.split()), " ".join(plural.split()))
    if role_names()[role] == said:
        return said
    refuse_name_of_another(role, said.singular)
    with pghistory.context(user=by.pk):
        RoleName.objects.update_or_create(
            role=role, defaults={"singular": said.singular, "plural": said.plural}
        )
    forget_role_names()
    return said
