"""Sets begin, people join them, and only their members know of them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from hileads.clock import at
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from learning_sets.actions import add_member, begin_set
from learning_sets.models import LearningSet, Membership
from learning_sets.queries.people import members_of
from tests.actors import Cast
from tests.integration.learning_sets.conftest import PLANNED, Circle

pytestmark = pytest.mark.django_db

TABLE = [
    ("facilitator", True, True),
    ("lead", True, False),
    ("deputy", True, False),
    ("lead_elsewhere", True, False),
    ("regional_convenor", False, False),
    ("national_admin", False, False),
    ("curator", False, False),
    ("stranger", False, False),
    ("leaver", False, False),
]


@pytest.mark.parametrize(("who", "may_view", "may_run"), TABLE)
def test_who_sees_and_runs_a_set(cast: Cast, circle: Circle, who: str, may_view: bool, may_run: bool):
    person = cast.people()[who]
    with at(PLANNED):
        assert can(person, P.SET_VIEW, on=circle.learning_set) is may_view
        assert can(person, P.SET_RUN, on=circle.learning_set) is may_run


@pytest.mark.parametrize("who", ["lead", "national_admin", "leaver", "stranger"])
def test_sets_are_begun_by_facilitators(cast: Cast, who: str):
    with pytest.raises(PermissionDenied, match="begun by facilitators"):
        begin_set(by=cast.people()[who], name="A set", purpose="A purpose")
    assert not LearningSet.objects.exists()


def test_a_member_cannot_bring_in_others_and_a_stranger_finds_no_set(cast: Cast, circle: Circle):
    with at(PLANNED):
        with pytest.raises(PermissionDenied, match="run by its facilitator"):
            add_member(by=cast.lead, learning_set=circle.learning_set, person=cast.stranger)
        with pytest.raises(Http404):
            add_member(by=cast.national_admin, learning_set=circle.learning_set, person=cast.national_admin)


def test_joining_twice_is_one_membership(cast: Cast, circle: Circle):
    with at(PLANNED):
        again = add_member(by=cast.facilitator, learning_set=circle.learning_set, person=cast.lead)
    assert Membership.objects.get(learning_set=circle.learning_set, user=cast.lead) == again


def test_members_are_listed_by_name_with_their_organisation(cast: Cast, circle: Circle):
    with at(PLANNED):
        members = members_of(circle.learning_set)
    assert [(member.name, member.organisation_name, member.is_facilitator) for member in members] == [
        ("Dev Deputy", "Alder Vale NHS Foundation Trust", False),
        ("Else Lead", "Birch Moor NHS Trust", False),
        ("Fay Facilitator", "", True),
        ("Leila Lead", "Alder Vale NHS Foundation Trust", False),
        ("Sal Secretary", "Alder Vale NHS Foundation Trust", False),
    ]


def test_a_member_who_has_left_is_not_listed_and_sees_the_set_no_more(cast: Cast, circle: Circle):
    Membership.objects.filter(user=cast.lead).update(to_date=PLANNED.date())
    with at(PLANNED.replace(day=2)):
        assert cast.lead not in [member.user for member in members_of(circle.learning_set)]
        assert not can(cast.lead, P.SET_VIEW, on=circle.learning_set)
