"""Figures that the portal does not hold: asked of somebody, answered when they come, or withdrawn."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client

from accountability.actions.catalogue import add_measure, retire_measure
from accountability.actions.figurerequests import answer_with_figures, ask_for_figure, close_request
from accountability.models import FigureRequest, FigureRequestState, MeasureVersion
from accountability.queries.figurerequests import figure_lines, resolve_request, why_not_ask
from hileads.clock import at, now, today
from hileads.frame.refusals import NotNow
from hileads.leads.models import Role, User
from hileads.notifications.models import Message
from hileads.organisations.models import Organisation
from hileads.permissions.rights import read_rights
from tests.actors import Cast
from tests.factories.boardroom import figure_of, meaning_of, measure_of
from tests.factories.figurefiles import figure_row, imported
from tests.factories.people import appointed

SignIn = Callable[[User], Client]
ANSWERED, WITHDRAWN = FigureRequestState.ANSWERED, FigureRequestState.WITHDRAWN
MAY = {
    "lead": True,
    "deputy": True,
    "secretary": True,
    "lead_elsewhere": False,
    "regional_convenor": False,
    "national_admin": False,
    "stranger": False,
    "leaver": False,
}


@pytest.fixture
def version(cast: Cast) -> MeasureVersion:
    return measure_of()


def own_of(by: User, organisation: Organisation) -> MeasureVersion:
    return add_measure(by=by, organisation=organisation, family="core", meaning=meaning_of())


def ask(cast: Cast, version: MeasureVersion, **values: object) -> FigureRequest:
    given = {
        "by": cast.secretary,
        "organisation": cast.trust,
        "token": uuid4(),
        "asked_of": cast.deputy,
        "wanted": "Twelve months, please.",
    }
    return ask_for_figure(version=version, **{**given, **values})


@pytest.mark.parametrize("who", MAY)
def test_who_may_ask_and_who_may_close(cast: Cast, version: MeasureVersion, who: str):
    person = cast.people()[who]
    if MAY[who]:
        request = ask(cast, version, by=person)
        assert close_request(by=person, request=request, state=WITHDRAWN).closed_by == person
    else:
        for step in (
            lambda: ask(cast, version, by=person),
            lambda: close_request(by=person, request=ask(cast, version), state=WITHDRAWN),
        ):
            with pytest.raises((PermissionDenied, Http404)):
                step()


def test_a_chair_may_ask(cast: Cast, version: MeasureVersion):
    assert ask(cast, version, by=appointed("Cher Chair", Role.CHAIR, cast.trust)).is_open


def test_one_message_goes_to_whoever_is_asked_and_none_to_oneself(cast: Cast, version: MeasureVersion):
    token = uuid4()
    request = ask(cast, version, token=token)
    assert ask(cast, version, token=token) == request, "sent twice, asked once"
    message = Message.objects.get()
    assert (message.recipient, message.subject) == (
        cast.deputy,
        "A figure for your board is wanted: Seen within four hours",
    )
    assert "Twelve months" not in message.body_text
    ask(cast, measure_of("other"), asked_of=cast.secretary)
    assert Message.objects.count() == 1


def test_the_same_figure_is_asked_for_once_at_a_time(cast: Cast, version: MeasureVersion):
    request = ask(cast, version)
    with pytest.raises(NotNow, match=f"{cast.deputy.name} was asked for this figure on"):
        ask(cast, version)
    with pytest.raises(IntegrityError), transaction.atomic():
        FigureRequest.objects.create(
            organisation=cast.trust,
            measure=version.measure,
            asked_of=cast.lead,
            asked_by=cast.lead,
            asked_at=now(),
        )
    close_request(by=cast.lead, request=request, state=WITHDRAWN)
    assert ask(cast, version).is_open


def test_only_people_with_a_post_there_are_asked(cast: Cast, version: MeasureVersion):
    with pytest.raises(NotNow, match="holds no post at"):
        ask(cast, version, asked_of=cast.lead_elsewhere)


def test_nobody_is_asked_for_a_figure_of_what_is_told_in_words(cast: Cast, signed_in: SignIn):
    told = measure_of("questions", title="Questions at board", has_number=False, unit="", numerator="")
    reason = "“Questions at board” is told in words and has no figure, so nobody was asked for one."
    with pytest.raises(NotNow, match=reason):
        ask(cast, told)
    address = f"/measures/board/{cast.trust.code}/questions/ask/"
    client, given = signed_in(cast.lead), {"asked_of": cast.deputy.pk, "wanted": "All.", "token": uuid4()}
    for answer in (client.get(address), client.post(address, given)):
        assert answer.status_code == 409
        assert reason in answer.content.decode()
    assert not FigureRequest.objects.exists()


def test_a_closed_organisation_asks_nobody_and_closes_nothing(cast: Cast, version: MeasureVersion):
    request = ask(cast, version)
    cast.trust.closed_date = today() - timedelta(days=1)
    cast.trust.save()
    for step in (
        lambda: ask(cast, measure_of("other")),
        lambda: close_request(by=cast.lead, request=request, state=ANSWERED),
    ):
        with pytest.raises(NotNow):
            step()


def test_a_request_is_closed_once(cast: Cast, version: MeasureVersion):
    request = close_request(by=cast.deputy, request=ask(cast, version), state=ANSWERED)
    assert close_request(by=cast.lead, request=request, state=ANSWERED).closed_by == cast.deputy
    with pytest.raises(NotNow, match="already, so nothing was changed"):
        close_request(by=cast.lead, request=request, state=WITHDRAWN)


def test_figures_that_come_in_from_a_file_answer_the_request(cast: Cast, version: MeasureVersion):
    request, other = ask(cast, version), ask(cast, measure_of("other"))
    imported(cast.lead, cast.trust, figure_row(3))
    request.refresh_from_db()
    other.refresh_from_db()
    assert (request.state, request.closed_by) == (ANSWERED, cast.lead)
    assert other.is_open


def test_older_figures_and_blanks_answer_nothing_and_published_ones_do(cast: Cast, version: MeasureVersion):
    with at(now() - timedelta(days=1)):
        figure_of(version, cast.trust, date(2026, 6, 1), 500)
    request = ask(cast, version)
    figure_of(version, cast.trust, date(2026, 7, 1), 0, state="missing", value=None)
    assert answer_with_figures(by=User.objects.system()) == 0
    figure_of(version, cast.trust, date(2026, 8, 1), 500)
    assert answer_with_figures(by=User.objects.system()) == 1
    request.refresh_from_db()
    assert not request.is_open


def lines_of(*people: User) -> list[tuple[User, str]]:
    read_rights(people)
    return [(person, line.text) for person, line in figure_lines(people, today())]


def test_whoever_is_asked_sees_it_in_their_week_until_it_is_closed(cast: Cast, version: MeasureVersion):
    request = ask(cast, version)
    words = f"{cast.secretary.name} asks you for a figure: Seen within four hours"
    assert lines_of(cast.lead, cast.deputy, cast.lead_elsewhere) == [(cast.deputy, words)]
    close_request(by=cast.lead, request=request, state=WITHDRAWN)
    assert lines_of(cast.deputy) == []


def test_a_message_is_left_out_once_it_is_no_longer_wanted(cast: Cast, version: MeasureVersion):
    request = ask(cast, version)
    assert why_not_ask(request.reference, cast.deputy) == ""
    assert "holds no post" in why_not_ask(request.reference, cast.leaver)
    close_request(by=cast.lead, request=request, state=WITHDRAWN)
    assert why_not_ask(request.reference, cast.deputy) == "The request is closed."
    request.delete()
    assert why_not_ask(request.reference, cast.deputy) == "It no longer exists."


def test_a_stored_reference_leads_to_the_request_for_those_who_see_it(cast: Cast, version: MeasureVersion):
    request = ask(cast, version)
    found = resolve_request(cast.lead, str(request.public_id), "")
    assert found is not None
    assert (found.title, found.kind_label) == ("Seen within four hours", "Request for a figure")
    assert resolve_request(cast.lead_elsewhere, str(request.public_id), "") is None
    assert resolve_request(cast.lead, "not-one", "") is None


def test_the_form_begins_with_what_to_ask_and_the_page_says_what_became_of_it(
    cast: Cast, version: MeasureVersion, signed_in: SignIn
):
    client = signed_in(cast.lead)
    address = f"/measures/board/{cast.trust.code}/a-measure/ask/"
    begins = "Could you find two counts: people seen within four hours; out of people who came?"
    assert begins in client.get(address).content.decode()
    assert "Choose whom do you ask" not in client.post(address, {"wanted": "Kept."}).content.decode()
    given = {"asked_of": cast.deputy.pk, "wanted": "The last year.", "token": str(uuid4())}
    text = client.post(address, given, follow=True).content.decode()
    assert f"{cast.deputy.name} is asked for the figure." in text
    assert "The last year." in text
    assert "Import our own figures" in text
    again = client.post(address, {**given, "token": str(uuid4())}).content.decode()
    assert "was asked for this figure on" in again
    shown = client.get(f"/measures/board/{cast.trust.code}/summary/")
    assert shown.status_code == 200
    request = FigureRequest.objects.get()
    text = client.post(f"/figures/requests/{request.public_id}/answer/", follow=True).content.decode()
    assert "The request is answered." in text
    assert f"Answered on {today().day} " in text
    assert "What you can do" not in text


def test_a_figure_of_a_measure_of_our_own_is_asked_for_like_any_other(cast: Cast, signed_in: SignIn):
    own = own_of(cast.lead, cast.trust)
    address = f"/measures/board/{cast.trust.code}/{own.measure.code}/ask/"
    given = {"asked_of": cast.deputy.pk, "wanted": "The last year.", "token": str(uuid4())}
    text = signed_in(cast.lead).post(address, given, follow=True).content.decode()
    assert f"{cast.deputy.name} is asked for the figure." in text
    assert "A figure is wanted: Asked on the first day" in text
    words = f"{cast.lead.name} asks you for a figure: Asked on the first day"
    assert lines_of(cast.deputy) == [(cast.deputy, words)]
    found = resolve_request(cast.deputy, str(FigureRequest.objects.get().public_id), "")
    assert found is not None
    assert found.title == "Asked on the first day"


def test_nobody_is_asked_for_a_figure_of_another_organisations_own_measure(cast: Cast, signed_in: SignIn):
    own = own_of(cast.lead_elsewhere, cast.trust_elsewhere)
    address = f"/measures/board/{cast.trust.code}/{own.measure.code}/ask/"
    assert signed_in(cast.lead).get(address).status_code == 404
    with pytest.raises(NotNow, match="another organisation’s own"):
        ask(cast, own)


def test_nobody_is_asked_for_a_figure_that_their_kind_of_organisation_does_not_have(
    cast: Cast, signed_in: SignIn
):
    version = measure_of(organisation_kinds=["pcn"])
    sent = {"token": uuid4(), "asked_of": cast.deputy.pk, "wanted": "Please"}
    answer = signed_in(cast.lead).post(f"/measures/board/{cast.trust.code}/a-measure/ask/", sent)
    assert "is measured for primary care networks, so" in answer.text
    assert not FigureRequest.objects.exists()
    with pytest.raises(NotNow, match="nobody was asked"):
        ask(cast, version)


def test_a_request_stays_in_sight_when_its_measure_is_retired(
    cast: Cast, version: MeasureVersion, signed_in: SignIn
):
    request = ask(cast, version)
    retire_measure(by=cast.national_admin, measure=version.measure)
    client = signed_in(cast.deputy)
    assert "asks you for a figure: Seen within four hours" in client.get("/this-week/").content.decode()
    text = client.get(f"/figures/requests/{request.public_id}/").content.decode()
    assert "A figure is wanted: Seen within four hours" in text


def test_a_request_is_withdrawn_by_a_button(cast: Cast, version: MeasureVersion, signed_in: SignIn):
    request = ask(cast, version)
    address = f"/figures/requests/{request.public_id}/"
    chair = signed_in(appointed("Cher Chair", Role.CHAIR, cast.trust))
    assert "and their team can import figures from a file" in chair.get(address).content.decode()
    text = chair.post(f"{address}withdraw/", follow=True).content.decode()
    assert "The request is withdrawn." in text


@pytest.mark.parametrize("change", ["own", "retired"])
def test_a_request_for_an_own_or_a_retired_measure_stays_readable(
    cast: Cast, version: MeasureVersion, signed_in: SignIn, change: str
):
    if change == "own":
        version.measure.organisation = cast.trust
        version.measure.save()
        assert signed_in(cast.lead).get("/measures/board/RAV/a-measure/ask/").status_code == 200
    request = ask(cast, version)
    if change == "retired":
        version.measure.retired_at = now()
        version.measure.save()
    client = signed_in(cast.deputy)
    assert "asks you for a figure: Seen within four hours" in client.get("/this-week/").content.decode()
    assert client.get(f"/figures/requests/{request.public_id}/").status_code == 200
    resolved = resolve_request(cast.deputy, str(request.public_id), "")
    assert resolved
    assert resolved.title == "Seen within four hours"


def test_another_organisations_own_measure_is_not_asked_for(cast: Cast, version: MeasureVersion):
    version.measure.organisation = cast.trust_elsewhere
    version.measure.save()
    with pytest.raises(NotNow, match="another organisation’s own"):
        ask(cast, version)
