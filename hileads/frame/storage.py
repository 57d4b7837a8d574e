"""Static files for production: named by their content, cached for ever, with nothing fetched from elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

FONT_FACE = re.compile(rb"@font-face\{[^}]*assets\.nhs\.uk[^}]*\}")
SOURCE_MAP = re.compile(rb"(/\*|//)# sourceMappingURL=\S+\.map( \*/)?\s*")


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Strip what the NHS.UK frontend names but does not ship: fonts on another host, and source maps."""

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        sources = {
            name: (StrippedSource(storage), path) if "nhsuk-frontend" in name else (storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(sources, *args, **options)


class StrippedSource:
    """A place to read files from, which leaves out what is not there."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def open(self, path: str) -> "File[bytes]":
        with self.storage.open(path) as original:
            return ContentFile(stripped(original.read()), name=path)


def stripped(text: bytes) -> bytes:
    """Return the file without font faces of another host and without the address of a missing source map."""
    return SOURCE_MAP.sub(b"", FONT_FACE.sub(b"", text))
