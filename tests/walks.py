"""A pytest plugin: walks of the product, a year of it and attacks on it are marked as walks.

`make test` runs them by themselves, first and uncounted: each room's own tests must try every line, and a walk proves
little of one.
"""

import pytest

WALKS = (
    "tests/journeys/",
    "tests/integration/demo/",
    "tests/integration/sweeps/",
    "tests/integration/organisations/test_growth.py",
    "tests/integration/notifications/test_year.py",
    "tests/unit/test_disclosure_release.py",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the walks, and begin with what takes longest and stands on what is made once.

    Each worker begins with its share of the list, and who is done takes over from the end of another's share: so no
    second worker makes the portal or the sweeps' world again, and all end together.
    """
    for item in items:
        if rank(item) < len(WALKS):
            item.add_marker(pytest.mark.walk)
    items.sort(key=rank)


def rank(item: pytest.Item) -> int:
    """Return the place of a test's kind in the order."""
    path = item.path.as_posix()
    return next((at for at, place in enumerate(WALKS) if place in path), len(WALKS))
