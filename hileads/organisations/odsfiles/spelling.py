"""How a name reads on a page: ODS writes names in capitals, people do not."""

import re

SMALL = {"and", "at", "by", "for", "in", "le", "of", "on", "the", "to", "under", "upon", "with"}
UPPER = {
    *("NHS", "ICB", "PCN", "GP", "UK", "CIC"),
    *("APL", "ASOP", "FABB", "GOSK", "HASP", "HIPC", "HOSMS", "IGPC", "LOCC", "MPA", "NEL", "PCCO", "SAPA"),
    *("SEOXHA", "TABA", "TASC", "UOS", "WACA"),
}
"""Abbreviations that hold a vowel and so could be words. Those from PCN names are the networks' own initials."""
SPELLED = {"ST": "St", "LTD": "Ltd", "DR": "Dr", "GPS": "GPs"}
SHORT_WORDS = {
    "an",
    "as",
    "be",
    "do",
    "go",
    "he",
    "if",
    "is",
    "it",
    "me",
    "my",
    "no",
    "or",
    "so",
    "up",
    "us",
    "we",
}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST_CODE = 5
LONGEST_INITIALS = 4


def readable(name: str) -> str:
    """Return "GUY'S AND ST THOMAS' NHS FOUNDATION TRUST" as "Guy's and St Thomas' NHS Foundation Trust".

    A name that has small letters already is somebody's spelling and stays as it is.
    """
    if name != name.upper():
        return name
    return WORD.sub(lambda match: _in_its_place(name, match), name)


def _in_its_place(name: str, match: re.Match[str]) -> str:
    """Spell a word by where it stands: at the start, or in brackets, where a short word alone is initials."""
    before, after = name[: match.start()][-1:], name[match.end() :][:1]
    if before == "(" and after == ")" and len(match.group()) <= LONGEST_INITIALS:
        return match.group()
    return _word(match.group(), first=before in ("", "("))


def _word(word: str, *, first: bool) -> str:
    if word in SPELLED:
        return SPELLED[word]
    if word.lower() in SMALL:
        return word.capitalize() if first else word.lower()
    if _is_abbreviation(word):
        return word
    return "'".join(_parts(re.split("['’]", word)))


def _is_abbreviation(word: str) -> bool:
    if any(letter.isdigit() for letter in word):
        return len(word) <= LONGEST_CODE
    has_vowel = any(letter in "AEIOUY" for letter in word)
    return word in UPPER or not has_vowel or (len(word) <= 2 and word.lower() not in SHORT_WORDS)


def _parts(parts: list[str]) -> list[str]:
    """Capitalise what stands before and after an apostrophe: King's, but O'Neill."""
    first, *rest = parts
    prefix = len(first) == 1
    return [_capitalised(first), *(part.capitalize() if prefix else part.lower() for part in rest)]


def _capitalised(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), word)
