"""Offering help to an organisation: a letter to its contacts, and a note on its page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from hileads.clock import today
from hileads.frame.views import FormPage
from hileads.leads.actions import offer_help
from hileads.leads.forms import SupportForm
from hileads.leads.models import SupportNote, User
from hileads.leads.policies import refuse_closed_organisation
from hileads.leads.queries import contacts_at, suggested_letter
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import users_who_can
from hileads.wording import listed


class SupportOffer(FormPage):
    """Write a letter that begins with words one can change, and a note of a sentence or two."""

    permission = P.SUPPORT_OFFER
    template_name = "leads/support_offer.jinja"
    form_class = SupportForm

    def get_subject(self) -> Organisation:
        return get_object_or_404(Organisation, code=self.kwargs["code"])

    @cached_property
    def contacts(self) -> list[User]:
        """The people whom the letter goes to."""
        return contacts_at(self.subject, today())

    def get_initial(self) -> dict[str, Any]:
        subject, letter = suggested_letter(self.subject, today())
        return {"subject": subject, "letter": letter, "note": "We have offered help and are glad to talk."}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"has_contacts": bool(self.contacts)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refuse_closed_organisation(self.subject, today())
        readers = users_who_can(P.SUPPORT_VIEW, on=self.subject).order_by("name", "pk")
        return super().get_context_data(contacts=self.contacts, readers=list(readers), **kwargs)

    def form_valid(self, form: SupportForm) -> HttpResponse:
        support = offer_help(by=self.person, organisation=self.subject, **form.cleaned_data)
        return self.done(_what_happened(support, self.contacts), "organisation-show", code=self.subject.code)


def _what_happened(support: SupportNote, contacts: list[User]) -> str:
    if not support.letter:
        return "Your note stands on this page."
    return f"Your letter is on its way to {listed([person.name for person in contacts])}. Your note stands on this page."
