"""Organisations under their ODS codes, their names, kinds and parents over time, and who succeeded whom."""

from hileads.organisations.models.expectation import Expectation
from hileads.organisations.models.grouping import Grouping, GroupingKind, GroupingMember
from hileads.organisations.models.imports import (
    CheckOutcome,
    Import,
    ImportFile,
    ImportOrigin,
    ImportRun,
    ImportState,
    RegisterCheck,
)
from hileads.organisations.models.organisation import (
    IN_SENTENCES,
    NHS_KINDS,
    PARTNER_CODE,
    Kind,
    Organisation,
    OrganisationName,
    OrganisationQuerySet,
    OrganisationType,
    ProviderType,
)
from hileads.organisations.models.partner import Partner, PartnerArea, PartnerKind
from hileads.organisations.models.place import LinkKind, OrganisationLink, SubLocation
from hileads.organisations.models.succession import Extent, Succession, SuccessionKind

__all__ = [
    "IN_SENTENCES",
    "NHS_KINDS",
    "PARTNER_CODE",
    "CheckOutcome",
    "Expectation",
    "Extent",
    "Grouping",
    "GroupingKind",
    "GroupingMember",
    "Import",
    "ImportFile",
    "ImportOrigin",
    "ImportRun",
    "ImportState",
    "Kind",
    "LinkKind",
    "Organisation",
    "OrganisationLink",
    "OrganisationName",
    "OrganisationQuerySet",
    "OrganisationType",
    "Partner",
    "PartnerArea",
    "PartnerKind",
    "ProviderType",
    "RegisterCheck",
    "SubLocation",
    "Succession",
    "SuccessionKind",
]
