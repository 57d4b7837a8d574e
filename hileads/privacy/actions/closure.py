"""An account is closed: the public record stays, the person goes. There is no other way to remove a person."""

from django.db import transaction

from hileads.leads.actions import erase_person
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check
from hileads.permissions.rights import forget_rights
from hileads.personal import Fate, erasures
from hileads.privacy.actions.disposal import forget_history, log_disposal
from hileads.privacy.policies import refuse_closure

AT_CLOSURE = "Account closed"


@transaction.atomic
def close_account(*, by: User, person: User) -> User:
    """Close an account, at the person's own wish or, by a national administrator, at their request.

    Each room does its part; then the account loses name, address and every way to sign in; then the database's own
    function takes the same out of the history. Each step is logged by class and number.
    """
    if by != person:
        check(by, P.ACCOUNT_CLOSE)
    person = User.objects.select_for_update().get(pk=person.pk)
    refuse_closure(person)
    for erasure in erasures.all():
        count = erasure.erase(by=by, person=person) if erasure.erase else 0
        log_disposal(
            by=by, record_class=erasure.record_class, rule=AT_CLOSURE, fate=erasure.fate, count=count
        )
    count = erase_person(by=by, person=person)
    log_disposal(by=by, record_class="Accounts", rule=AT_CLOSURE, fate=Fate.ANONYMISED, count=count)
    forget_history(by=by)
    forget_rights(person)
    return person
