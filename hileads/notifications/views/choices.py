"""What comes by mail: chosen after signing in, or by the link of a mail. Opening a link changes nothing."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from hileads.clock import today
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.models import User
from hileads.notifications.actions import choose_frequencies, choose_mail, undo_choice
from hileads.notifications.emails import choices_path
from hileads.notifications.forms import MailChoicesForm
from hileads.notifications.models import USUAL, Frequency, Stream
from hileads.notifications.policies import FOR_GOOD
from hileads.notifications.queries import choices_of, is_suppressed, pause_of, person_with_key
from hileads.wording import lower_first


class MailChoices(FormPage):
    """How one hears of each stream, and when not at all."""

    signed_in = True
    template_name = "notifications/mail_choices.jinja"
    form_class = MailChoicesForm

    def chooser(self) -> User:
        """Return whose choices these are."""
        return self.person

    def get_initial(self) -> dict[str, Any]:
        chooser = self.chooser()
        held = choices_of([chooser.pk], today())[chooser.pk]
        pause = pause_of(chooser, today())
        dates = {"from_date": pause.from_date, "to_date": pause.to_date} if pause else {}
        return {**{stream.value: held.frequency(stream) for stream in USUAL}, **dates}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        always = [(stream.label, why) for stream, why in FOR_GOOD.items()]
        chooser = self.chooser()
        return super().get_context_data(
            chooser=chooser,
            always=always,
            comes_back=is_suppressed(chooser.email) and chooser == self.request.user,
            **kwargs,
        )

    def form_valid(self, form: MailChoicesForm) -> HttpResponse:
        choose_mail(by=self.chooser(), wanted=form.wanted, pause=form.pause)
        return self.done("Your choices are kept.", self.request.path)


class ByLink:
    """What pages have in common that a link in a mail opens.

    SECURITY: the key in the address is made from the person and their address, and opens their choices about mail alone.
    """

    kwargs: dict[str, Any]

    def chooser(self) -> User:
        """Return whose choices the link opens."""
        person = person_with_key(self.kwargs["number"], self.kwargs["key"])
        if person is None:
            raise Http404
        return person


class MailChoicesByLink(ByLink, MailChoices):
    """The same without signing in."""

    signed_in = False
    public = True
    template_name = "notifications/mail_choices_by_link.jinja"


@method_decorator(csrf_exempt, name="dispatch")
class MailStop(ByLink, PageView):
    """One button that stops the mails of one stream, and one that takes it back.

    Mail programs press the first one by themselves when their reader asks for it (RFC 8058): they send no cookie and
    no token of a form, so the key in the address is all there is.
    """

    public = True
    template_name = "notifications/mail_stop.jinja"

    @property
    def stream(self) -> Stream:
        if self.kwargs["stream"] not in USUAL:
            raise Http404
        return Stream(self.kwargs["stream"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chooser = self.chooser()
        frequency = choices_of([chooser.pk], today())[chooser.pk].frequency(self.stream)
        return super().get_context_data(
            about=lower_first(self.stream.label),
            frequency=frequency,
            is_stopped=frequency == Frequency.NONE,
            choices_path=choices_path(chooser),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "undo" in request.POST:
            undo_choice(by=self.chooser(), stream=self.stream)
        else:
            frequency = Frequency.MONTHLY if "monthly" in request.POST else Frequency.NONE
            choose_frequencies(by=self.chooser(), wanted={self.stream: frequency}, by_link=True)
        return redirect(request.path)


class MailUndo(PermissionRequired):
    """The button on "This week" that takes back what a link in a mail stopped."""

    signed_in = True

    def post(self, request: HttpRequest, stream: str) -> HttpResponse:
        if stream not in USUAL:
            raise Http404
        undo_choice(by=self.person, stream=Stream(stream))
        return self.done("You hear of it again as before.", "mail-choices")
