"""Curators see what they write as its readers will see it."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.content import activity, example_measure, policy_item, role_guide

KINDS: dict[str, Callable[[], object]] = {
    "activity": activity,
    "guide": role_guide,
    "measure": example_measure,
    "policy item": policy_item,
}


def asked_by(person: User) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = person
    return request


@pytest.mark.parametrize("kind", KINDS)
def test_a_preview_shows_the_content_in_the_portals_frame(cast: Cast, kind: str):
    content = KINDS[kind]()
    answer = content.make_preview_request(preview_mode="", original_request=asked_by(cast.curator))
    if hasattr(answer, "render"):
        answer.render()
    assert content.title in answer.content.decode()
