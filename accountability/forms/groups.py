"""The groups of a measure as lines that a person can write: one group a line."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from hileads.wording import lower_first

NOT_KNOWN = "(not known)"
BAR = "|"
LONGEST_KEY = 40


def text_of(groups: Iterable[Mapping[str, Any]]) -> str:
    """Return groups as lines: "Black | the Black group", with "(not known)" after what is not compared."""
    lines = (
        f"{one['label']} {BAR} {one['name']}{'' if one['is_known'] else ' ' + NOT_KNOWN}" for one in groups
    )
    return "\n".join(lines)


def groups_from(text: str, held: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the groups that lines name. One that keeps its label keeps its key, and so its figures.

    Raises ValidationError for a line without a name, and for two groups of the same name.
    """
    keys = {one["label"]: one["key"] for one in held}
    groups = [_group(line.strip(), keys) for line in text.splitlines() if line.strip()]
    if len({group["key"] for group in groups}) < len(groups):
        raise ValidationError("Two groups have the same name. Give each its own")
    return groups


def _group(line: str, keys: Mapping[str, str]) -> dict[str, Any]:
    is_known = not line.endswith(NOT_KNOWN)
    label, _, name = (part.strip() for part in line.removesuffix(NOT_KNOWN).partition(BAR))
    key = keys.get(label, slugify(label)[:LONGEST_KEY])
    if not key or key == "all":
        raise ValidationError(f"“{line}” does not name a group. Write its name in letters or numbers")
    return {"key": key, "label": label, "name": name or lower_first(label), "is_known": is_known}
