"""Publishing content from code, and telling people what waits for them."""

from hileads.curation.actions.erasure import erase_workshop_settings
from hileads.curation.actions.review import tell_reviewers
from hileads.curation.actions.shipping import Shipment, publish, ship

__all__ = ["Shipment", "erase_workshop_settings", "publish", "ship", "tell_reviewers"]
