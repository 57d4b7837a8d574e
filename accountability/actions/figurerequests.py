"""Figures that the portal does not hold are asked of somebody, and the request is closed when they come."""

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from accountability.emails import figure_asked
from accountability.models import FigureRequest, FigureRequestState, MeasureVersion, Observation
from accountability.policies.board import (
    FIGURE_ASKED,
    ensure_may_close,
    ensure_not_asked,
    refuse_to_ask_for,
)
from accountability.policies.plan import ensure_holds_a_post
from accountability.queries.people import people_at
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.notifications.actions import post_message
from hileads.notifications.models import Stream
from hileads.organisations.models import Organisation
from hileads.organisations.policies import refuse_closed
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check


@transaction.atomic
def ask_for_figure(
    *, by: User, organisation: Organisation, version: MeasureVersion, token: UUID, asked_of: User, wanted: str
) -> FigureRequest:
    """Ask somebody at the organisation for a figure, by one message. A form sent twice (the same `token`) asks once."""
    check(by, P.FIGURE_ASK, on=organisation)
    refuse_to_ask_for(version, organisation, today())
    requests = FigureRequest.objects.filter(organisation=organisation).select_related("asked_of")
    sent_before = requests.filter(public_id=token).first()
    if sent_before is not None:
        return sent_before
    ensure_not_asked(requests.open().filter(measure=version.measure_id).first())
    holds = people_at(organisation, on=today()).filter(pk=asked_of.pk).exists()
    ensure_holds_a_post(asked_of.name, organisation.name, holds=holds)
    request = FigureRequest.objects.create(
        public_id=token,
        organisation=organisation,
        measure=version.measure,
        wanted=wanted,
        asked_of=asked_of,
        asked_by=by,
        asked_at=now(),
    )
    if asked_of != by:
        _tell(by, request, version)
    return request


@transaction.atomic
def close_request(*, by: User, request: FigureRequest, state: FigureRequestState) -> FigureRequest:
    """Say that a request is answered in another way than by figures in the portal, or withdraw it. Once is enough."""
    check(by, P.FIGURE_ASK, on=request)
    rows = FigureRequest.objects.select_for_update(of=("self",)).select_related("organisation")
    request = rows.get(pk=request.pk)
    if request.state == state:
        return request
    refuse_closed(request.organisation, today())
    ensure_may_close(request, state)
    request.state, request.closed_at, request.closed_by = state, now(), by
    request.save()
    return request


@transaction.atomic
def answer_with_figures(*, by: User, organisation: Organisation | None = None) -> int:
    """Close the open requests whose figures have come since they were asked for; everywhere, without an organisation."""
    check(by, P.FIGURE_IMPORT, on=organisation)
    came = Observation.objects.current().filter(
        organisation=OuterRef("organisation"),
        version__measure=OuterRef("measure"),
        loaded_at__gte=OuterRef("asked_at"),
        value__isnull=False,
    )
    answered = FigureRequest.objects.open().filter(Exists(came))
    if organisation is not None:
        answered = answered.filter(organisation=organisation)
    return answered.update(state=FigureRequestState.ANSWERED, closed_at=now(), closed_by=by)


def _tell(by: User, request: FigureRequest, version: MeasureVersion) -> None:
    words = figure_asked(request, version)
    post_message(
        by=by,
        kind=FIGURE_ASKED,
        stream=Stream.OBLIGATIONS,
        recipient=request.asked_of,
        meaning_key=f"{FIGURE_ASKED}:{request.public_id}",
        subject=words.subject,
        template=words.template,
        context=words.context,
        reference=request.reference,
    )
