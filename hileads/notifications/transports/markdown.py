"""Plain text for a place that reads Markdown, as GOV.UK Notify does: shown as it stands, with working links."""

import re

ADDRESS = re.compile(r"(https?://[^\s<]+)")
MARKS = re.compile(r"([\\\[\]`|])")
"""What begins a link, code or a table wherever it stands."""

FIRST = re.compile(r"^(?:([-+*#_~])|(\d+)\.)")
"""What makes a line a heading, a list or a rule, and can be told not to with a backslash."""

FIRST_WITHOUT_BACKSLASH = ("•", "^", "=")
UNSEEN = "\u2060"
"""A word joiner, which has no width: with it in front, a line does not begin with its first mark."""


def as_it_stands(text: str) -> str:
    """Return the text so that no line becomes a heading, a list, a quotation or code, and no words become a link.

    Space at the beginning of lines is left out: four of them would be code, and a page would not show them.
    """
    return "\n".join(_line(line.strip()) for line in text.strip().splitlines())


def _line(line: str) -> str:
    parts = ADDRESS.split(line)
    parts[::2] = [MARKS.sub(r"\\\1", part) for part in parts[::2]]
    escaped = FIRST.sub(_told_not_to, "".join(parts))
    return UNSEEN + escaped if escaped.startswith(FIRST_WITHOUT_BACKSLASH) else escaped


def _told_not_to(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\."
