"""Closing an account: one's own, or another's at their request."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect

from hileads.frame.views import FormPage
from hileads.permissions.catalogue import P
from hileads.personal import erasures
from hileads.privacy.actions import close_account
from hileads.privacy.forms import AccountCloseForForm, AccountCloseForm


class AccountClose(FormPage):
    """Close one's own account, knowing what goes and what stays."""

    signed_in = True
    template_name = "privacy/account_close.jinja"
    form_class = AccountCloseForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(erasures=erasures.all(), **kwargs)

    def form_valid(self, form: AccountCloseForm) -> HttpResponse:
        close_account(by=self.person, person=self.person)
        logout(self.request)
        messages.success(
            self.request, "Your account is closed. The public record stays; you are gone from the rest."
        )
        return redirect("welcome")


class AccountCloseFor(FormPage):
    """Close the account of somebody who asked for it and does not do it themselves."""

    permission = P.ACCOUNT_CLOSE
    template_name = "privacy/account_close_for.jinja"
    form_class = AccountCloseForForm
    refusal_field = "email"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(erasures=erasures.all(), **kwargs)

    def form_valid(self, form: AccountCloseForForm) -> HttpResponse:
        close_account(by=self.person, person=form.cleaned_data["email"])
        return self.done("The account is closed. The disposal log says what went.", "disposal-list")
