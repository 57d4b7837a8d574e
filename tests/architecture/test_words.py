"""The words of the project: about the product alone, without the addresses of one machine, in British English."""

import re
import subprocess
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT

# One letter in brackets keeps each pattern from finding itself.
HOW_IT_WAS_MADE = (
    r"\b(?:[c]laude|[a]nthropic|[c]hatgpt|[o]penai|[g]pt-?\d|[l]lms?|[c]opilot|[g]emini)\b"
    r"|\b(?:[c]oding|[a]i|[s]ub)[ -]?[a]gents?\b|(?<!user[ -])(?<!user_)\b[a]gents?\b"
    r"|\b[i]ssue #?\d+|\b(?:this|another|previous|earlier) [s]essions? of work\b|\bin this [s]ession,"
)
MACHINE_PATHS = r"(?<![\w.])/(?:[w]ork|[r]oot|[h]ome/\w+)/"
REGISTRY_HOSTS = r"\b(?:[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.\w+|[g]hcr\.io|[d]ocker\.io|[q]uay\.io|[d]eb\.debian\.org)"

AMERICAN = (
    r"organi[z]\w*|[c]olors?|[c]olored|behavio[r]s?|[c]enter(?:s|ed)?|favori[t]es?|cancel[e]d|label[e]d|model[e]d"
    r"|catalo[g]s?|analy[z]e[sd]?|analy[z]ing|(?:summar|priorit|recogn|custom|minim|maxim|util|normal|final|emphas"
    r"|categor|standard|author)i[z](?:e[sd]?|ing|ation)|fulfil[l]s?|enrol[l]ments?|neighbo[r]\w*|defens[e]|gra[y]"
    r"|artifac[t]s?|licens[e]s"
)
# Third-party words that cannot be spelt otherwise, by the files that must use them.
MUST_BE_AMERICAN = (
    (
        r"[c]olor|[c]enter",
        r"\.css$|\.typ$|^templates/(emails|wagtailadmin)/.*\.html|^accountability/(charts|exports)/|^tests/unit/frame/test_storage",
    ),
    (r"normalized?", r"\.py$"),
    (r"gra[y]", r"\.css$|^accountability/charts/"),
    (r"organi[z]er", r"calendar\.py$"),
    (r"analy[z]e", r"^tests/bench/"),
    (r"fulfil[l]", r"^tests/journeys/test_sign_in_by_provider"),
    (r"authorized?|authorization", r"\.py$"),
)
PROPER_NAMES = r"World Health Organi[z]ation"

TEXT = {
    ".py",
    ".jinja",
    ".md",
    ".yaml",
    ".yml",
    ".html",
    ".toml",
    ".typ",
    ".css",
    ".js",
    ".in",
    ".txt",
    ".json",
    "",
}


def tracked_lines(*, of: set[str]) -> Iterator[tuple[str, str]]:
    """Yield "file:line" and the text of each line of our tracked text files with these endings."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.split("\0"):
        file = ROOT / name
        if name and file.is_file() and file.suffix in of:
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                yield f"{name}:{number}", line


def american_words(place: str, line: str) -> list[str]:
    name = place.rsplit(":", 1)[0]
    words = re.sub(PROPER_NAMES, "", line)
    # An identifier's parts are words of their own: `organised_by`, `organisedBy`.
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", words)
    return [
        word
        for word in re.findall(rf"\b(?:{AMERICAN})\b", words, flags=re.IGNORECASE)
        if not any(
            re.fullmatch(allowed, word, flags=re.IGNORECASE) and re.search(files, name)
            for allowed, files in MUST_BE_AMERICAN
        )
    ]


@pytest.mark.parametrize(
    "pattern",
    [HOW_IT_WAS_MADE, MACHINE_PATHS, REGISTRY_HOSTS],
    ids=["how it was made", "paths of one machine", "registry addresses"],
)
def test_the_project_speaks_of_the_product_alone(pattern: str):
    lines = list(tracked_lines(of=TEXT))
    assert len(lines) > 5_000
    found = [
        f"{place}: {line.strip()[:120]}" for place, line in lines if re.search(pattern, line, re.IGNORECASE)
    ]
    assert found == []


def test_words_and_identifiers_are_british():
    lines = tracked_lines(of=TEXT - {".txt", ".json"})
    found = [
        f"{place}: {', '.join(words)}" for place, line in lines if (words := american_words(place, line))
    ]
    assert found == []


def test_the_checks_would_notice():
    assert re.search(HOW_IT_WAS_MADE, "as asked in " + "issue" + " 12")
    assert re.search(HOW_IT_WAS_MADE, "an a" + "gent wrote this")
    assert not re.search(HOW_IT_WAS_MADE, "the user agent of a browser", re.IGNORECASE)
    assert re.search(MACHINE_PATHS, "see " + "/work" + "/notes")
    assert re.search(REGISTRY_HOSTS, "from " + "ghcr" + ".io/name")
    assert american_words("a.py:1", "def find_organi" + "zation(): ...") == ["organi" + "zation"]
    assert american_words("a.md:1", "the co" + "lor of it") == ["co" + "lor"]
    assert american_words("a.css:1", "co" + "lor: red") == []
