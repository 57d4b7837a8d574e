"""The API says no unless a view of it says who may."""

from hileads.permissions.api import DenyByDefault


def test_an_api_view_that_says_nothing_lets_nobody_in():
    assert DenyByDefault().has_permission(request=None, view=None) is False
