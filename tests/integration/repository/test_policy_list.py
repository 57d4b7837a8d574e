"""The policy timeline is an equal list by date, for everyone or for those it binds."""

from collections.abc import Callable

import pytest
from django.test import Client

from hileads.leads.models import User
from repository.models import PolicyItem
from repository.queries.policy import policy_answering, timeline
from tests.actors import Cast
from tests.factories.content import policy_item

SignIn = Callable[[User], Client]


@pytest.fixture
def items(cast: Cast) -> None:
    newer = policy_item("newer", title="A newer duty", date="2024-05", binds=["icb", "trust"])
    policy_item("older", title="An older duty", date="2021", status="superseded", superseded_by=newer)
    policy_item("undated", title="A duty without a date", date="", binds=["pcn"], supports=[])
    policy_item("nobody", title="A plan", date="2024-05-20", binds=[])
    policy_item("draft", title="A rumour", draft=True)


def codes(user: User, binds: str = "") -> list[tuple[str, list[str]]]:
    return [(year.label, [item.code for item in year.items]) for year in timeline(user, binds)]


@pytest.mark.usefixtures("items")
def test_the_newest_comes_first_and_what_has_no_date_last(lead: User):
    assert codes(lead) == [
        ("2024", ["nobody", "newer"]),
        ("2021", ["older"]),
        ("Date not known", ["undated"]),
    ]


@pytest.mark.usefixtures("items")
@pytest.mark.parametrize(
    ("binds", "expected"),
    [("icb", {"newer"}), ("pcn", {"undated"}), ("moon", {"newer", "older", "undated", "nobody"})],
)
def test_the_list_narrows_to_those_it_binds(lead: User, binds: str, expected: set[str]):
    assert {code for _, found in codes(lead, binds) for code in found} == expected


@pytest.mark.usefixtures("items")
def test_the_page_says_whom_each_item_binds_and_what_it_asks(lead: User, signed_in: SignIn):
    page = signed_in(lead).get("/evidence/policy/").content.decode()
    assert "Binds: Integrated care board, NHS trust" in page
    assert "Binds: nobody directly" in page
    assert "Say who waits longest." in page
    assert "A rumour" not in page
    narrowed = signed_in(lead).get("/evidence/policy/?binds=icb").content.decode()
    assert "Showing what binds: Integrated care board." in narrowed
    assert "An older duty" not in narrowed


def test_an_empty_timeline_says_where_else_to_look(lead: User, signed_in: SignIn):
    page = signed_in(lead).get("/evidence/policy/?binds=pcn").content.decode()
    assert "No policy item is listed for Primary care network." in page


@pytest.mark.usefixtures("items")
def test_an_item_leads_to_what_replaced_it_and_back(lead: User, signed_in: SignIn):
    client = signed_in(lead)
    old = client.get("/evidence/policy/older/").content.decode()
    assert "This has been replaced by" in old
    assert "/evidence/policy/newer/" in old
    new = client.get("/evidence/policy/newer/").content.decode()
    assert "What it replaced" in new
    assert "May 2024" in new
    undated = client.get("/evidence/policy/undated/").content.decode()
    assert "Not known: the source shows none" in undated
    assert "None of the five recommendations" in undated
    assert client.get("/evidence/policy/draft/").status_code == 404


@pytest.mark.usefixtures("items")
def test_policy_is_found_by_any_telling_word(lead: User):
    assert next(item.code for item in policy_answering(lead, "is there an older duty?")) == "older"
    assert list(policy_answering(lead, "what is it?")) == []
    assert list(policy_answering(lead, "rumour")) == []


@pytest.mark.usefixtures("items")
def test_the_number_of_queries_does_not_grow(
    lead: User, signed_in: SignIn, queries_of: Callable[[Client, str], int]
):
    client = signed_in(lead)
    few = queries_of(client, "/evidence/policy/")
    for place in range(10):
        policy_item(f"more-{place}", title=f"More {place}")
    assert queries_of(client, "/evidence/policy/") == few
    assert PolicyItem.objects.count() > 10
