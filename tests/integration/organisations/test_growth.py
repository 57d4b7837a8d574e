"""With hundreds of organisations the pages of the register ask the database as much as with ten.

`make bench` asks the same of them with 450 leads at 1,500 organisations.
"""

from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import Organisation
from tests.actors import Cast
from tests.bench.register import Size, grow, has_grown, queries_of_the_register

HUNDREDS = Size(organisations=300, trusts=60, leads=120)


def test_pages_run_the_same_queries_with_120_leads_at_300_organisations_as_with_ten(cast: Cast):
    expect_leads(by=User.objects.system())
    assert Organisation.objects.count() <= 10
    few = queries_of_the_register(cast)
    grow(cast, HUNDREDS)
    assert has_grown(HUNDREDS)
    assert queries_of_the_register(cast) == few
