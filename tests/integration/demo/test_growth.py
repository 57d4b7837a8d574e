"""Pages ask the database as much with ten organisations as with all of them."""

from hileads.organisations.models import Organisation
from tests.bench.pages import FEW, addresses, few_organisations, queries_of_pages
from tests.integration.demo.conftest import PEOPLE


def test_pages_run_as_many_queries_with_ten_organisations_as_with_all(demo: None):
    pages = addresses()
    assert {"This week", "Directory", "Board report"} < pages.keys()
    assert Organisation.objects.count() > 1500
    with_all = queries_of_pages(PEOPLE["nadia"], pages)
    with few_organisations() as few:
        assert few == FEW
        assert queries_of_pages(PEOPLE["nadia"], pages) == with_all
