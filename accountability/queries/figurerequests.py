"""Requests for figures: on their page, as a line of "This week", and whether their message is still wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from accountability.models import FigureRequest, MeasureVersion
from hileads.contributions import Consequence, Resolved, WorkLine
from hileads.leads.models import User
from hileads.notifications.models import Stream
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can, scope, scope_each
from hileads.references import parse


@dataclass(frozen=True)
class RequestPage:
    """A request for a figure, and what this person may do about it."""

    request: FigureRequest
    version: MeasureVersion
    may_close: bool
    may_import: bool


def request_page(request: FigureRequest, user: User, *, on: date) -> RequestPage:
    """Return what a request's page shows."""
    is_open = request.is_open and request.organisation.is_open_on(on)
    return RequestPage(
        request=request,
        version=_version_of(request),
        may_close=is_open and can(user, P.FIGURE_ASK, on=request),
        may_import=is_open and can(user, P.FIGURE_IMPORT, on=request.organisation),
    )


def requests_with_people() -> QuerySet[FigureRequest]:
    """Return requests with everybody who has a part in them."""
    return FigureRequest.objects.select_related(
        "organisation", "measure", "asked_of", "asked_by", "closed_by"
    )


def figure_lines(people: Sequence[User], today: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield the figures that each of these people was asked for. Two queries."""
    rows = FigureRequest.objects.open().filter(asked_of__in=people).select_related("organisation", "asked_by")
    wanted = MeasureVersion.objects.meant_now().filter(measure__in=rows.values("measure"))
    titles = dict(wanted.values_list("measure", "title"))
    for person, request in scope_each(rows.order_by("asked_at", "pk"), people, P.BOARD_VIEW):
        if request.asked_of_id == person.pk:
            yield (
                person,
                WorkLine(
                    key=f"figure-request:{request.public_id}",
                    consequence=Consequence.SOMEONE_WAITS,
                    text=f"{request.asked_by.name} asks you for a figure: {titles[request.measure_id]}",
                    url=reverse("figure-request-show", kwargs={"public_id": request.public_id}),
                    verb="See what is wanted",
                    organisation_name=request.organisation.name,
                    stream=Stream.OBLIGATIONS,
                ),
            )


def why_not_ask(reference: str, person: User) -> str:
    """Return why somebody needs not be asked for a figure any more, or "" while they do."""
    rows = FigureRequest.objects.select_related("organisation")
    request = rows.filter(public_id=UUID(parse(reference).public_id)).first()
    if request is None:
        return "It no longer exists."
    if not request.is_open:
        return "The request is closed."
    return "" if can(person, P.BOARD_VIEW, on=request) else "This person holds no post there any more."


def resolve_request(user: User, public_id: str, revision: str) -> Resolved | None:
    """Say what a stored reference to a request points to, for people who may see it."""
    try:
        rows = FigureRequest.objects.filter(public_id=UUID(public_id))
    except ValueError:
        return None
    request = scope(rows, user, P.BOARD_VIEW).first()
    if request is None:
        return None
    address = reverse("figure-request-show", kwargs={"public_id": request.public_id})
    return Resolved(_version_of(request).title, address, "Request for a figure")


def _version_of(request: FigureRequest) -> MeasureVersion:
    """Return what the measure asked for means now, also of an organisation's own and of one that is retired since."""
    return MeasureVersion.objects.meant_now().select_related("measure").get(measure=request.measure_id)
