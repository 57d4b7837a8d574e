"""A person's own account: who we take them for, and how they sign in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hileads.clock import today
from hileads.frame.panels import rendered_panels
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.actions import edit_own_entries
from hileads.leads.forms import AccountForm
from hileads.leads.policies import HAVE_BOARDS, PROVIDED_FOR
from hileads.leads.queries import appointments_of, given_by
from hileads.permissions.rights import live_delegations


class AccountShow(PageView):
    """Who you are to us, your posts, and how you sign in."""

    signed_in = True
    template_name = "leads/account_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            appointments=appointments_of(self.request.user),
            have_boards=HAVE_BOARDS,
            provided_for=PROVIDED_FOR,
            acting=live_delegations(self.person),
            given=list(given_by(self.person, today())),
            panels=rendered_panels(self.person, "leads.account"),
            **kwargs,
        )


class AccountEdit(FormPage):
    """Change one's own name, and what one's posts are called."""

    signed_in = True
    template_name = "leads/account_edit.jinja"
    form_class = AccountForm

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.person.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"posts": appointments_of(self.person)}

    def form_valid(self, form: AccountForm) -> HttpResponse:
        edit_own_entries(by=self.person, name=form.cleaned_data["name"], post_titles=form.post_titles)
        return self.done("Your entries are changed.", "account-show")


class AccountEmail(PermissionRequired):
    """Where allauth would let people change their address: here whoever keeps the appointment does."""

    signed_in = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("account-show")
