"""This room in the curator's workshop: what is edited there, and what follows a publication."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import published, unpublished

from hileads.leads.models import User
from repository.actions.search import record_publication, withdraw_from_search
from repository.models import Resource


@receiver(published, sender=Resource, dispatch_uid="repository.record_publication")
def resource_published(instance: Resource, revision: Revision, **kwargs: Any) -> None:
    """A resource can be read from now on."""
    record_publication(by=User.objects.system(), resource=instance, revision=revision)


@receiver(unpublished, sender=Resource, dispatch_uid="repository.withdraw_from_search")
def resource_unpublished(instance: Resource, **kwargs: Any) -> None:
    """A resource can no longer be read."""
    withdraw_from_search(by=User.objects.system(), resource=instance)
