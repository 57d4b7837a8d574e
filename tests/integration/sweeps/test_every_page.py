"""What every page keeps: one heading, a title of its own, and no words that were never written."""

import re
from collections.abc import Callable

from django.test import Client

from tests.integration.sweeps.conftest import Page
from tests.reader import Reader

AsPerson = Callable[[str], Client]

NEVER_WRITTEN = re.compile(r"\bTODO\b|\bFIXME\b|\bTBC\b|lorem|coming soon|placeholder text|\bNone\b")
SERVICE = " – Health inequalities portal"


def test_there_are_pages_to_read(read: dict[str, Reader]):
    assert len(read) > 50


def test_every_page_has_one_heading(read: dict[str, Reader]):
    assert {path: page.headings for path, page in read.items() if len(page.headings) != 1} == {}
    assert [path for path, page in read.items() if not page.headings[0].strip()] == []


def test_every_page_has_a_title_of_its_own(read: dict[str, Reader]):
    titles = {path: page.title.strip() for path, page in read.items()}
    assert {path: title for path, title in titles.items() if not title.endswith(SERVICE)} == {}
    assert [path for path, title in titles.items() if not title.removesuffix(SERVICE).strip()] == []


def test_no_page_uses_an_id_twice(read: dict[str, Reader]):
    twice = {path: [name for name, count in page.ids.items() if count > 1] for path, page in read.items()}
    assert {path: names for path, names in twice.items() if names} == {}


def test_no_page_shows_words_that_were_never_written(read: dict[str, Reader]):
    found = {path: NEVER_WRITTEN.findall(page.words) for path, page in read.items()}
    assert {path: words for path, words in found.items() if words} == {}


def test_a_refusal_is_a_page_too(pages: list[Page], as_person: AsPerson, db: None):
    wrong, read = {}, 0
    for page in pages:
        answer = as_person("leaver").get(page.address)
        if answer.status_code in (403, 404) and "text/html" in answer["Content-Type"]:
            read += 1
            reader = Reader(answer.content.decode())
            if len(reader.headings) != 1 or not reader.title.strip().endswith(SERVICE):
                wrong[page.path] = reader.title
    assert wrong == {}
    assert read > 25
