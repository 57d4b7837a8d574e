"""A lost second step: asking, confirming by two administrators, and stopping it."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hileads.access.actions import ask_for_reset, confirm_loss, refuse_loss, stop_loss
from hileads.access.models import LossState, StepLoss
from hileads.access.queries import losses_for
from hileads.frame.views import PageView, PermissionRequired
from hileads.permissions.catalogue import P


class LossAdd(PageView):
    """What happens when one has lost the second step, and the button that asks for it."""

    signed_in = True
    template_name = "access/loss_add.jinja"

    def post(self, request: HttpRequest) -> HttpResponse:
        ask_for_reset(by=self.person)
        return self.done("Two administrators now look at what you asked. It is below.", "sign-in-show")


class LossStop(PermissionRequired):
    """The owner's button: it was not I, or I have found it."""

    signed_in = True

    def get_subject(self) -> StepLoss:
        return get_object_or_404(StepLoss, public_id=self.kwargs["public_id"], person=self.person)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        stop_loss(by=self.person, loss=self.subject)
        return self.done("Stopped. Your second step stays as it is.", "sign-in-show")


class LossList(PageView):
    """Who has lost their second step, and what each waits for."""

    permission = P.SECOND_STEP_RESET
    template_name = "access/loss_list.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(losses=losses_for(self.person), **kwargs)


class OfLoss:
    """What the administrators' buttons share."""

    permission: ClassVar[P | None] = P.SECOND_STEP_RESET
    kwargs: dict[str, Any]

    def get_subject(self) -> StepLoss:
        return get_object_or_404(StepLoss, public_id=self.kwargs["public_id"])


class LossConfirm(OfLoss, PermissionRequired):
    """The button that says: I have spoken to them, and it is they."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        loss = confirm_loss(by=self.person, loss=self.subject)
        if loss.state == LossState.CONFIRMED:
            return self.done(f"{loss.person.name} is told by mail. It happens in 24 hours.", "loss-list")
        return self.done("Confirmed. A second administrator has to do it too.", "loss-list")


class LossRefuse(OfLoss, PermissionRequired):
    """The button that says: no."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        loss = refuse_loss(by=self.person, loss=self.subject)
        return self.done(f"Refused. The second step of {loss.person.name} stays.", "loss-list")
