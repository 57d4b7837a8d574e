"""What a sentence typed into a search box asks for: its telling words, with acronyms kept whole."""

import re
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9&+]*")
_POSSESSIVE = re.compile(r"['’](s|S)?\b")
_CAPITALS = re.compile(r"[A-Z]")

STOP_WORDS = frozenset(
    """
    a about above after again against all also always am an and another any anyone anything are around as at be
    because been before being below between both but by can cannot could did do does doing done down during each
    either else ever every everyone few for from further get gets getting give given gives go goes going got had has
    have having he her here hers him his how however i if in into is it its itself just kind let like lot made make
    makes making many may me mean means might mine more most much must my need needs neither no nobody nor not now of
    off often on once one only onto or other others otherwise ought our ours ourselves out over own please put really
    said same say says see she should so some somebody someone something such sure take than that the their theirs
    them themselves then there these they thing things this those through to together too tell under until up upon us
    use used using very want wants was way ways we well were what whatever when where whether which while who whom
    whose why will with within without would yes you your yours yourself ourselves us
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words that say nothing about what is looked for."""


def words_in(text: str) -> list[str]:
    """Return the words of a text as they are written: "NHS England's co-production" has four."""
    return _WORD.findall(_POSSESSIVE.sub("", text))


def telling_words(sentence: str) -> list[str]:
    """Return each telling word of a sentence once, as typed. A word typed in capitals always tells: IT is not "it"."""
    found: dict[str, str] = {}
    for word in words_in(sentence):
        if acronym(word) or (len(word) > 1 and word.lower() not in STOP_WORDS):
            found.setdefault(word.lower(), word)
    return list(found.values())


def acronym(word: str) -> str:
    """Return an acronym in one plain form ("A&E" is "ae", "LGBTQ+" is "lgbtq"), or "" for any other word."""
    return plain(word) if len(word) > 1 and len(_CAPITALS.findall(word)) > 1 else ""


def plain(word: str) -> str:
    """Return a word in small letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", word.lower())


def acronyms_in(text: str) -> list[str]:
    """Return the acronyms of a text in their plain form, each once."""
    return list(dict.fromkeys(filter(None, map(acronym, words_in(text)))))


def without_acronyms(text: str) -> str:
    """Return the text with its acronyms left out."""
    return _WORD.sub(lambda found: "" if acronym(found[0]) else found[0], text)


def word_query(word: str) -> SearchQuery:
    """Return the query for one word: its stem, or the word kept whole where it is an acronym."""
    kept_whole = SearchQuery(plain(word), config="simple", search_type="plain")
    return SearchQuery(word, config="english", search_type="plain") | kept_whole


def any_word_query(sentence: str) -> SearchQuery | None:
    """Return the query that any telling word of the sentence meets, or None where no word tells anything."""
    words = telling_words(sentence)
    return reduce(or_, map(word_query, words)) if words else None


def position_of(phrase: list[str], words: list[str]) -> int | None:
    """Return where `phrase` stands among `words`, whatever the case and with or without a plural s, or None."""
    wanted = [_singular(word) for word in phrase]
    given = [_singular(word) for word in words]
    size = len(wanted)
    return next((at for at in range(len(given) - size + 1) if given[at : at + size] == wanted), None)


def _singular(word: str) -> str:
    low = plain(word)
    return low[:-1] if low.endswith("s") and len(low) > 3 else low
