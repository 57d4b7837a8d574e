"""A page as a person would hear it read out."""

from collections import Counter
from html.parser import HTMLParser

from bs4 import BeautifulSoup


class Reader(HTMLParser):
    """Read a page of HTML: its title, its main headings, its words, its links, and how often each id stands there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.title, self.words = "", ""
        self.headings: list[str] = []
        self.links: list[str] = []
        self.ids: Counter[str] = Counter()
        self._inside: list[str] = []
        self._in_the_body = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_the_body = self._in_the_body or tag == "body"
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        if tag == "h1":
            self.headings.append("")
        if tag in ("title", "h1", "script", "style"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        here = self._inside[-1] if self._inside else ""
        if here == "title":
            self.title += "" if self._in_the_body else data
        elif here not in ("script", "style"):
            self.words += f" {data}"
        if here == "h1":
            self.headings[-1] += data


def names_of_readers(text: str) -> list[str]:
    """Return whom a page says that it is visible to, by name."""
    soup = BeautifulSoup(text, "html.parser")
    return [name.get_text(strip=True) for name in soup.select(".portal-visible-to__name")]
