"""May a role be called this?"""

from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, first_name_of, role_names


def refuse_name_of_another(role: Role, singular: str) -> None:
    """Refuse a name that another role has or began with: a list of leads could mean either."""
    for other, named in role_names().items():
        taken = {named.singular.casefold(), first_name_of(other).singular.casefold(), other.value}
        if other != role and singular.casefold() in taken:
            raise NotNow(f"“{singular}” is a name of another role: {named.singular}. Choose another name.")
