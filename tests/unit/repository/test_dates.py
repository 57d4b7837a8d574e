"""Dates are given as far as publishers give them."""

import pytest
from django.core.exceptions import ValidationError

from repository.models.dates import check_partial_date, partial_date_words

IN_WORDS = [
    ("2021", "2021"),
    ("2021-12", "December 2021"),
    ("2021-12-01", "1 December 2021"),
    ("", "not known"),
]


@pytest.mark.parametrize(("written", "read"), IN_WORDS)
def test_a_date_reads_as_far_as_it_is_known(written: str, read: str):
    assert partial_date_words(written) == read


@pytest.mark.parametrize("written", ["2021", "2021-12", "2021-12-01"])
def test_a_year_a_month_or_a_day_will_do(written: str):
    check_partial_date(written)


@pytest.mark.parametrize(
    "written", ["21", "2021-1", "2021-13", "2021-02-30", "last year", "2021-12-01-02", "2021-"]
)
def test_anything_else_is_refused_with_an_example(written: str):
    with pytest.raises(ValidationError, match="2021-12-01"):
        check_partial_date(written)
