"""A pytest plugin: walks of the product, a year of it and attacks on it come first, and are not counted as coverage.

Each room's own tests must try every line. Counting costs three times the time, and a walk proves little of a line.
"""

from collections.abc import Generator

import pytest

WALKS = (
    "tests/journeys/",
    "tests/integration/demo/",
    "tests/integration/sweeps/",
    "tests/integration/organisations/test_growth.py",
    "tests/integration/notifications/test_year.py",
    "tests/unit/test_disclosure_release.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest and stands on what is made once.

    Each worker begins with its share of the list, and who is done takes over from the end of another's share: so no
    second worker makes the portal or the sweeps' world again, and all end together.
    """
    items.sort(key=rank)


def rank(item: pytest.Item) -> int:
    """Return the place of a test's kind in the order."""
    path = item.path.as_posix()
    return next((at for at, place in enumerate(WALKS) if place in path), len(WALKS))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let coverage rest from before the test's fixtures are made until after they are gone."""
    counting = item.config.pluginmanager.get_plugin("_cov")
    controller = counting.cov_controller if counting else None
    if controller is None or rank(item) == len(WALKS):
        return (yield)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()
