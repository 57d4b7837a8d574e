"""The canonical document: one JSON text for one frozen report, the same bytes for the same content.

The schema, version 2, is described in docs/reference/assurance-report-document-2.md.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SCHEMA = "assurance-report"
SCHEMA_VERSION = 2
NOT_YET_THERE: Mapping[int, Mapping[str, Any]] = {
    1: {"told": [], "footing": {"sentences": [], "next_step": "", "rows": []}},
    2: {},
}
"""By each version that can be read: what came later, as empty as it reads in a document of then."""

Document = Mapping[str, Any]


class AlteredDocumentError(ValueError):
    """The text of a frozen report is not the text that was frozen."""


class UnknownSchemaError(ValueError):
    """The document follows a schema that this version of the product does not know."""


def canonical_text(document: Document) -> str:
    """Return the document as text with sorted keys and no spare space. Raises ValueError for NaN or infinity."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read(text: str, sha256: str) -> Document:
    """Return the frozen document, with what later versions brought left empty.

    Raises AlteredDocumentError or UnknownSchemaError rather than show something else."""
    if fingerprint(text) != sha256:
        raise AlteredDocumentError(
            "The report's text no longer matches the fingerprint taken when it was frozen."
        )
    document: dict[str, Any] = json.loads(text)
    version: Any = document.get("schema_version")
    if document.get("schema") != SCHEMA or version not in NOT_YET_THERE:
        raise UnknownSchemaError(f"Schema {document.get('schema')} {version} is not known.")
    return {**NOT_YET_THERE[version], **document}
