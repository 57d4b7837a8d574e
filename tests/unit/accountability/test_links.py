"""The scales on which chance errors are even."""

import pytest

from accountability.statistics.links import Link, back, errors_from_limits, forward


@pytest.mark.parametrize("link", Link)
def test_going_there_and_back_changes_nothing(link: Link):
    assert back(forward([0.2, 0.9], link), link).tolist() == pytest.approx([0.2, 0.9])


def test_an_error_is_half_the_interval_on_its_scale():
    assert errors_from_limits(8, 12) == pytest.approx(2 / 1.959964)
    assert errors_from_limits(0.5, 2, Link.LOG) == pytest.approx(2 * 0.693147 / 2 / 1.959964)


@pytest.mark.parametrize(
    ("lower", "upper", "link", "message"),
    [
        (0, 0.2, Link.LOGIT, "no logarithm or log odds"),
        (0, 0.2, Link.LOG, "no logarithm or log odds"),
        (0.9, 1, Link.LOGIT, "no log odds"),
        (0.3, 0.2, Link.LOGIT, "above its upper limit"),
    ],
)
def test_limits_of_none_and_of_all_are_refused_in_plain_words(
    lower: float, upper: float, link: Link, message: str
):
    with pytest.raises(ValueError, match=message):
        errors_from_limits(lower, upper, link)
