"""Who may do what: tables, with an invented permission, a leaver and a wrong organisation in each."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404

from accountability.models import Plan
from hileads.clock import now
from hileads.leads.models import Role, User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import REASONS, VIEW_FIRST, P
from hileads.permissions.checks import can, check, scope, users_who_can
from hileads.permissions.page import page
from hileads.permissions.roles import EVERYONE_APPOINTED, RELATIONS, ROLES
from learning_sets.models import Commitment
from tests.actors import Cast


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return Plan.objects.create(organisation=cast.trust, created_at=now())


PLAN_TABLE = [
    ("lead", True, True),
    ("deputy", True, True),
    ("secretary", True, False),
    ("lead_elsewhere", False, False),
    ("regional_convenor", False, False),
    ("national_admin", False, False),
    ("curator", False, False),
    ("facilitator", False, False),
    ("stranger", False, False),
    ("leaver", False, False),
]


@pytest.mark.parametrize(("who", "may_view", "may_edit"), PLAN_TABLE)
def test_who_sees_and_changes_a_plan(cast: Cast, plan: Plan, who: str, may_view: bool, may_edit: bool):
    person = cast.people()[who]
    assert can(person, P.PLAN_VIEW, on=plan) is may_view
    assert can(person, P.PLAN_EDIT, on=plan) is may_edit
    assert scope(Plan.objects.all(), person, P.PLAN_VIEW).exists() is may_view
    assert (person in users_who_can(P.PLAN_EDIT, on=plan)) is may_edit


def test_what_one_cannot_see_is_not_there_and_what_one_cannot_change_says_why(cast: Cast, plan: Plan):
    with pytest.raises(Http404):
        check(cast.lead_elsewhere, P.PLAN_EDIT, on=plan)
    with pytest.raises(PermissionDenied, match="The plan is changed by the lead"):
        check(cast.secretary, P.PLAN_EDIT, on=plan)
    check(cast.lead, P.PLAN_EDIT, on=plan)


COVERAGE_TABLE = [
    ("regional_convenor", {"trust", "icb"}),
    ("national_admin", {"trust", "icb", "trust_elsewhere"}),
    ("lead", set()),
    ("leaver", set()),
    ("stranger", set()),
]


@pytest.mark.parametrize(("who", "expected"), COVERAGE_TABLE)
def test_coverage_reaches_as_far_as_the_post(cast: Cast, who: str, expected: set[str]):
    watched = Organisation.objects.filter(pk__in=[cast.trust.pk, cast.icb.pk, cast.trust_elsewhere.pk])
    seen = set(scope(watched, cast.people()[who], P.COVERAGE_VIEW))
    assert seen == {getattr(cast, name) for name in expected}


@pytest.mark.parametrize(("who", "may_read"), [("lead", True), ("stranger", True), ("leaver", False)])
def test_shared_content_is_for_everyone_with_a_live_appointment(cast: Cast, who: str, may_read: bool):
    person = cast.people()[who]
    assert can(person, P.CONTENT_VIEW) is may_read
    assert can(person, P.ORGANISATION_VIEW, on=cast.trust) is may_read


def test_an_invented_permission_is_an_error_not_a_no(cast: Cast, plan: Plan):
    for question in (can, check):
        with pytest.raises(ValueError, match="plan_paint"):
            question(cast.lead, "plan_paint", on=plan)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="plan_paint"):
        scope(Plan.objects.all(), cast.lead, "plan_paint")  # type: ignore[arg-type]


def test_nobody_is_never_allowed_and_never_skips_the_check(cast: Cast, plan: Plan):
    assert not can(None, P.PLAN_VIEW, on=plan)
    with pytest.raises(Http404):
        check(None, P.PLAN_EDIT, on=plan)


def test_a_person_whose_account_is_closed_has_no_rights(cast: Cast, plan: Plan):
    cast.lead.is_active = False
    cast.lead.save()
    assert not can(cast.lead, P.PLAN_VIEW, on=plan)
    assert cast.lead not in users_who_can(P.PLAN_EDIT, on=plan)


def test_the_tables_are_complete():
    assert set(REASONS) == set(P)
    assert set(ROLES) == set(Role)
    given = EVERYONE_APPOINTED.union(*ROLES.values(), *RELATIONS.values())
    assert given == set(P), "a permission that nobody has is a door without a key"
    assert all(view.value.endswith("_view") for view in VIEW_FIRST.values())


def test_the_portal_itself_may_work_but_never_reads_what_is_private(cast: Cast, plan: Plan):
    portal = User.objects.system()
    assert can(portal, P.PLAN_EDIT, on=plan)
    assert Plan.objects.count() == scope(Plan.objects.all(), portal, P.PLAN_VIEW).count()
    private = Commitment.objects.all()
    assert not can(portal, P.COMMITMENT_VIEW)
    assert not scope(private, portal, P.COMMITMENT_VIEW).exists()
    assert User.objects.system() == portal


def test_the_page_in_the_docs_is_what_the_code_says():
    file = settings.BASE_DIR / "docs" / "reference" / "permissions.md"
    assert file.read_text(encoding="utf-8") == page(), "run manage.py write_permissions"
    assert "| `report_freeze` | Board secretary | `report_view` |" in page()
