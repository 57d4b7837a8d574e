"""Who gets into the workshop, and what of Wagtail is closed to everybody."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from hileads.curation.backends import AppointmentBackend, needed_for
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from tests.actors import Cast

SignIn = Callable[[User], Client]
HOME, RESOURCES, TOPICS = (
    "/curate/",
    "/curate/snippets/repository/resource/",
    "/curate/snippets/repository/topic/",
)

IN, NOT_THERE, TURNED_BACK = 200, 404, 302
DOORS = [
    ("curator", IN, IN, TURNED_BACK),
    ("national_admin", IN, IN, IN),
    ("lead", NOT_THERE, NOT_THERE, NOT_THERE),
    ("secretary", NOT_THERE, NOT_THERE, NOT_THERE),
    ("regional_convenor", NOT_THERE, NOT_THERE, NOT_THERE),
    ("facilitator", NOT_THERE, NOT_THERE, NOT_THERE),
    ("stranger", NOT_THERE, NOT_THERE, NOT_THERE),
    ("leaver", NOT_THERE, NOT_THERE, NOT_THERE),
]


@pytest.mark.parametrize(("who", "home", "resources", "topics"), DOORS)
def test_who_gets_in(cast: Cast, signed_in: SignIn, who: str, home: int, resources: int, topics: int):
    client = signed_in(cast.people()[who])
    assert [client.get(address).status_code for address in (HOME, RESOURCES, TOPICS)] == [
        home,
        resources,
        topics,
    ]


@pytest.mark.parametrize("address", [HOME, RESOURCES, "/curate/login/", "/curate/account/", "/curate/pages/"])
def test_people_who_are_not_signed_in_are_sent_to_the_portals_sign_in(db: None, client: Client, address: str):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/?next=")


CLOSED = ["pages/", "pages/1/", "password_reset/", "collections/", "failwhale/", "test404/"]


@pytest.mark.parametrize("address", CLOSED)
@pytest.mark.parametrize("who", ["curator", "national_admin"])
def test_what_the_portal_does_not_use_is_closed_to_everybody(
    cast: Cast, signed_in: SignIn, who: str, address: str
):
    assert signed_in(cast.people()[who]).get(f"/curate/{address}").status_code == 404


REFUSED_BY_RIGHTS = [
    "images/",
    "documents/",
    "users/",
    "groups/",
    "workflows/list/",
    "workflows/tasks/index/",
]


@pytest.mark.parametrize("address", REFUSED_BY_RIGHTS)
@pytest.mark.parametrize("who", ["curator", "national_admin"])
def test_nobody_keeps_pictures_people_or_workflows_here(
    cast: Cast, signed_in: SignIn, who: str, address: str
):
    answer = signed_in(cast.people()[who]).get(f"/curate/{address}")
    assert (answer.status_code, answer["Location"]) == (302, "/curate/")


def test_ones_account_is_the_portals_and_a_link_leads_to_an_address(cast: Cast, signed_in: SignIn):
    client = signed_in(cast.curator)
    assert client.get("/curate/account/")["Location"] == "/account/"
    assert client.get("/curate/choose-page/?allow_external_link=true")["Location"] == (
        "/curate/choose-external-link/?allow_external_link=true"
    )
    stranger = signed_in(cast.stranger)
    assert stranger.get("/curate/account/").status_code == 404
    assert stranger.get("/curate/choose-page/").status_code == 404


def workshop_routes() -> Iterator[URLPattern]:
    def walk(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns)
            else:
                yield pattern

    for outer in get_resolver().url_patterns:
        inner = getattr(outer, "url_patterns", [])
        yield from walk([one for one in inner if str(one.pattern).startswith("curate/")])


OPEN_OR_CLOSED_TO_ALL = {"curate-sign-in", "curate-closed"}


def test_every_route_of_the_workshop_stands_behind_the_door():
    routes = list(workshop_routes())
    assert len(routes) > 200
    unguarded = [
        str(route.name)
        for route in routes
        if not getattr(route.callback, "is_for_curators", False) and route.name not in OPEN_OR_CLOSED_TO_ALL
    ]
    assert unguarded == []


RIGHTS = [
    ("wagtailadmin.access_admin", True, True),
    ("curation.publish_reviewtask", False, True),
    ("repository.add_resource", True, True),
    ("repository.change_resource", True, True),
    ("repository.view_resource", True, True),
    ("repository.lock_resource", True, True),
    ("repository.unlock_resource", False, True),
    ("repository.publish_resource", False, True),
    ("repository.delete_resource", False, False),
    ("repository.paint_resource", False, True),
    ("repository.change_nothing", False, False),
    ("induction.change_roleguide", True, True),
    ("induction.publish_roleguide", False, True),
    ("induction.change_trainingtopic", False, True),
    ("repository.change_topic", False, True),
    ("repository.delete_synonym", False, True),
    ("wagtailimages.add_image", False, False),
    ("wagtaildocs.add_document", False, False),
    ("leads.change_user", False, False),
    ("accountability.change_plan", False, False),
    ("wagtailcore.add_workflow", False, False),
    ("nonsense", False, False),
]


@pytest.mark.parametrize(("right", "curator", "national_admin"), RIGHTS)
def test_wagtails_rights_follow_from_appointments(
    cast: Cast, right: str, curator: bool, national_admin: bool
):
    assert cast.curator.has_perm(right) is curator
    assert cast.national_admin.has_perm(right) is national_admin
    for who in (cast.lead, cast.stranger, cast.leaver):
        assert not who.has_perm(right)


def test_a_row_in_djangos_tables_gives_nobody_a_right(cast: Cast):
    permission = Permission.objects.get(content_type__app_label="repository", codename="change_resource")
    group = Group.objects.create(name="Sneaky")
    group.permissions.add(permission)
    cast.lead.groups.add(group)
    cast.lead.user_permissions.add(permission)
    assert not User.objects.get(pk=cast.lead.pk).has_perm("repository.change_resource")


def test_wagtails_own_groups_are_gone(db: None):
    assert not Group.objects.exists()


def test_the_backend_knows_people_who_may_still_sign_in(cast: Cast):
    backend = AppointmentBackend()
    assert backend.get_user(cast.lead.pk) == cast.lead
    cast.lead.is_active = False
    cast.lead.save()
    assert backend.get_user(cast.lead.pk) is None
    assert needed_for("repository.view_policyitem") == P.CONTENT_EDIT
