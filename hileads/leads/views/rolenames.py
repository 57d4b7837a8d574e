"""What roles are called: read by administrators, and changed by them."""

from typing import Any

from django.http import Http404, HttpResponse

from hileads.frame.views import FormPage, PageView
from hileads.leads.actions import rename_role
from hileads.leads.forms import RoleNameForm
from hileads.leads.models import Role
from hileads.leads.queries import RoleCalled, roles_called
from hileads.permissions.catalogue import P


class RoleNameList(PageView):
    """Every role with its name, and since when it is called so."""

    permission = P.ROLE_NAME_EDIT
    template_name = "leads/role_name_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(roles=roles_called(), **kwargs)


class RoleNameEdit(FormPage):
    """Call a role something else."""

    permission = P.ROLE_NAME_EDIT
    template_name = "leads/role_name_edit.jinja"
    form_class = RoleNameForm
    refusal_field = "singular"

    @property
    def called(self) -> RoleCalled:
        found = next((one for one in roles_called() if one.role.value == self.kwargs["role"]), None)
        if found is None:
            raise Http404
        return found

    def get_initial(self) -> dict[str, Any]:
        return vars(self.called.name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(called=self.called, **kwargs)

    def form_valid(self, form: RoleNameForm) -> HttpResponse:
        name = rename_role(by=self.person, role=Role(self.called.role), **form.cleaned_data)
        return self.done(f"The name is kept: {name.singular}, {name.plural}.", "role-name-list")
