"""What signing in adds to other pages and to the demo."""

from hileads.access.actions import give_demo_apps
from hileads.contributions import AccountItem, DemoChapter, DemoStage, account_menu, demo_chapters
from hileads.leads.models import User
from hileads.leads.reference.cast import CAST

WITHOUT_A_SECOND_STEP = "joanna"
"""She came three days ago, so that the demo also shows how a second step is set up."""


def tell_who_has_an_app(stage: DemoStage) -> None:
    """Whoever signs in to the demo has an app that shows codes, but for the newest of them."""
    keys = [player.key for player in CAST if player.shows and player.key != WITHOUT_A_SECOND_STEP]
    give_demo_apps(by=User.objects.system(), people=[stage.people[key] for key in keys])


account_menu.add("sign-in", AccountItem("Your sign-in", "sign-in-show", lambda user: True, 12))
demo_chapters.add("access", DemoChapter(11, tell_who_has_an_app))
