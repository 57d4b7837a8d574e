"""With 450 leads at 1,500 organisations the pages of the register ask the database as much as with ten."""

from hileads.leads.models import User
from hileads.organisations.actions.expectations import expect_leads
from hileads.organisations.models import Organisation
from tests.actors import Cast
from tests.register import IN_LIFE, grow, has_grown, queries_of_the_register


def test_pages_run_the_same_queries_with_450_leads_at_1500_organisations_as_with_ten(cast: Cast):
    expect_leads(by=User.objects.system())
    assert Organisation.objects.count() <= 10
    few = queries_of_the_register(cast)
    grow(cast, IN_LIFE)
    assert has_grown(IN_LIFE)
    assert queries_of_the_register(cast) == few
