"""The demo's people have an app that shows codes, so that the second step can be tried."""

from allauth.mfa.models import Authenticator

from hileads.access.actions import give_demo_apps
from hileads.leads.models import User
from tests.actors import Cast


def test_they_get_one_app_and_one_set_of_recovery_codes_however_often_the_demo_is_told(cast: Cast):
    for _ in range(2):
        give_demo_apps(by=User.objects.system(), people=[cast.lead])
    kinds = Authenticator.objects.filter(user=cast.lead).order_by("type").values_list("type", flat=True)
    assert list(kinds) == ["recovery_codes", "totp"]
