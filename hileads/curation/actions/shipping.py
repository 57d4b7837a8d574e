"""Publishing content from code: what the portal ships, and what the demo tells. People publish through review."""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from wagtail.hooks import search_for_hooks
from wagtail.models import Revision

from hileads.clock import now
from hileads.contributions import LoadCounts
from hileads.curation.models import Curated
from hileads.leads.models import User
from hileads.permissions.catalogue import P
from hileads.permissions.checks import check

Content = Mapping[str, Any]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shipment:
    """How one kind of content is shipped: what a row is called, how it is written, and how it reads.

    `write` puts content on a thing without saving it and raises ValidationError or KeyError for content that
    cannot be; `read` says what the thing holds now, in the same words whoever wrote it.
    """

    model: type[models.Model]
    key: str
    write: Callable[[Any, Content], None]
    read: Callable[[Any], Content]


def ship(*, by: User, shipment: Shipment, rows: Iterable[Content]) -> LoadCounts:
    """Bring shipped rows into the portal: new ones, and newer texts of those that nobody has edited since.

    What a curator has changed stays as the curator left it. Returns what was done, row by row; a row that cannot
    be is counted as rejected, with the reason in the log.
    """
    check(by, P.CONTENT_PUBLISH)
    counts = LoadCounts()
    for row in rows:
        try:
            outcome = _ship_row(by, shipment, row)
        except (ValidationError, ObjectDoesNotExist, KeyError, ValueError) as error:
            logger.warning(
                "%s %s was rejected: %s", shipment.model._meta.verbose_name, row.get(shipment.key), error
            )
            outcome = "rejected"
        setattr(counts, outcome, getattr(counts, outcome) + 1)
    return counts


@transaction.atomic
def publish(*, by: User, thing: Curated) -> Revision:
    """Publish the thing as it stands, as a version of its own, at the clock's time. Read it anew afterwards."""
    check(by, P.CONTENT_PUBLISH)
    # What follows a publication listens from the rooms' `wagtail_hooks`, which commands have not read yet.
    search_for_hooks()
    thing.full_clean()
    if thing.pk is None:
        thing.save()
    revision: Revision = thing.save_revision(user=by, clean=False)
    revision.publish(user=by, skip_permission_checks=True)
    Revision.objects.filter(pk=revision.pk).update(created_at=now())
    return revision


@transaction.atomic
def _ship_row(by: User, shipment: Shipment, row: Content) -> str:
    wanted = shipment.model()
    shipment.write(wanted, row)
    shipped = _fingerprint(shipment.read(wanted))
    held: Any = (
        shipment.model._default_manager.select_for_update()
        .filter(**{shipment.key: getattr(wanted, shipment.key)})
        .first()
    )
    if held is None:
        _put(by, wanted, shipped)
        return "created"
    if held.shipped_hash == shipped or _edited_by_people(shipment, held):
        return "unchanged"
    shipment.write(held, row)
    _put(by, held, shipped)
    return "updated"


def _edited_by_people(shipment: Shipment, held: Any) -> bool:
    return getattr(held, "has_unpublished_changes", False) or (
        _fingerprint(shipment.read(held)) != held.shipped_hash
    )


def _put(by: User, thing: Any, shipped: str) -> None:
    thing.shipped_hash = shipped
    if isinstance(thing, Curated):
        publish(by=by, thing=thing)
    else:
        thing.full_clean()
        thing.save()


def _fingerprint(content: Content) -> str:
    text = json.dumps(content, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()
