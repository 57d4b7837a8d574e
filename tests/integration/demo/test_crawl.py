"""Every link that the demo's people see leads somewhere, and every page is whole."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import resolve

from tests.integration.demo.conftest import PEOPLE, Visitor
from tests.routes import our_routes

PAGES_OF_A_ROUTE = 3
UNFINISHED = ("lorem ipsum", "TODO", "coming soon", "{{", "{%", "Undefined", ">None<")
UNLINKED = {
    "mail/<int:number>/<str:key>/": "linked in every mail, for people who have not signed in",
    "mail/<int:number>/<str:key>/stop/<str:stream>/": "offered by mail programs, for people who have not signed in",
    "account/2fa/": "leads on to one's sign-in, where the sign-in library would list second steps",
    "account/2fa/webauthn/": "leads on to one's sign-in, where the sign-in library would list passkeys",
    "account/2fa/webauthn/keys/<int:pk>/remove/": "linked once somebody has a passkey, and nobody in the demo has",
    "account/2fa/webauthn/reauthenticate/": "asked for by a second step once somebody has a passkey",
    "account/2fa/reauthenticate/": "asked for by whatever needs a second step, which the crawl has shown",
    "account/sign-in/links/<int:number>/remove/": "linked once a sign-in is linked, and the demo has no provider",
    "account/oidc/<slug:key>/link/": "linked once the portal knows an identity provider, and the demo knows none",
    "account/oidc/<slug:key>/return/": "an identity provider sends people there",
    "account/oidc/<slug:key>/refused/<slug:reason>/": "shown when signing in by a provider came to nothing",
    "coverage/time-and-support/data.csv": "linked once there are answers about five leads, and the demo has fewer",
    "account/two-steps/": "leads to the second step where one is needed",
    "account/email/": "leads on to one's account, where an old address of the sign-in library may be kept",
    "plan/trials/<uuid:public_id>/decide/": "linked while a trial is under way, and the demo's has been decided",
    "report/<uuid:public_id>/freeze/": "the next step once a report's narrative is complete",
    "report/<uuid:public_id>/sign/": "the next step once a report is frozen",
    "invitation/<uuid:public_id>/<str:key>/": "stands in the mail of an invitation",
    "messages/<uuid:public_id>/<str:key>/invite.ics": "stands in a mail that cannot bring a calendar file",
    "invitations/<uuid:public_id>/": "linked while somebody is nominated or invited, and nobody is in the demo",
    "national-team/invitations/<uuid:public_id>/": "linked while somebody is nominated for a national post",
    "delegations/<uuid:public_id>/": "linked while somebody acts for another, and nobody does in the demo",
    "corrections/<uuid:public_id>/": "linked while somebody waits for a correction, and nobody does in the demo",
    "groupings/<uuid:public_id>/": "linked where a grouping is recorded, and none is in the demo",
    "groupings/<uuid:public_id>/edit/": "linked on the page of a grouping",
    "groupings/<uuid:public_id>/members/add/": "linked on the page of a grouping",
    "groupings/members/<uuid:public_id>/end/": "linked on the page of a grouping",
    "directory/<slug:code>/partners/<slug:partner>/add/": "linked where what one registers may be registered already",
    "directory/<slug:code>/partner/edit/": "linked on the page of a partner, further on than the crawl goes",
    "directory/<slug:code>/partner/close/": "linked on the page of a partner, further on than the crawl goes",
    "partners/areas/<uuid:public_id>/end/": "linked on the page of a partner, further on than the crawl goes",
    "lead-imports/<uuid:public_id>/": "linked once a list of leads was handed in, and none is in the demo",
    "lead-imports/invitations/": "linked once invitations wait to be sent",
    "directory/<slug:code>/groupings/add/": "linked for the secretary of an integrated care board, whom the demo lacks",
    "lead-imports/<uuid:public_id>/to-mend/": "linked from a list of leads with rows to be mended",
    "figures/imports/<uuid:public_id>/": "linked once a file of figures was handed in, and none is in the demo",
    "figures/imports/<uuid:public_id>/columns/": "linked from a file of figures with headings of its own",
    "figures/imports/<uuid:public_id>/undo/": "linked from a file of figures that was imported",
    "figures/imports/<uuid:public_id>/to-mend/": "linked from a file of figures with rejected rows",
    "figures/words/<uuid:public_id>/edit/": "linked on a measure's page under its words, further on than the crawl goes",
    "figures/measures/<slug:code>/edit/": "linked on the page of an own measure, further on than the crawl goes",
    "figures/measures/<slug:code>/retire/": "linked on the page of an own measure, further on than the crawl goes",
    "favicon.ico": "browsers ask for it by themselves",
    "health/live": "for machines",
    "health/ready": "for machines",
    "curate/login/": "Wagtail sends people there who have not signed in",
    "curate/account/": "Wagtail's menu of one's own account",
    "curate/choose-page/1": "asked for by Wagtail's editor while a link is written",
}
"""Our addresses to which no link of a page leads, and why."""


@dataclass
class Crawl:
    """One person's way through every link, a few pages of each kind, and what the forms on them are sent to."""

    client: Client
    visited: set[str] = field(default_factory=set)
    routes: Counter[str] = field(default_factory=Counter)
    answered: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def start(self, *addresses: str) -> None:
        waiting = list(addresses)
        while waiting:
            address = waiting.pop(0)
            if address in self.visited or not self._is_new_enough(address):
                continue
            self.visited.add(address)
            waiting += self._links_on(address)

    def _is_new_enough(self, address: str) -> bool:
        route = resolve(urlsplit(address).path).route
        self.routes[route] += 1
        return self.routes[route] <= PAGES_OF_A_ROUTE

    def _links_on(self, address: str) -> list[str]:
        answer = self.client.get(address)
        if answer.status_code in (301, 302):
            return internal(address, [answer["Location"]])
        if answer.status_code != 200:
            self.faults.append(f"{address}: answers {answer.status_code}")
            return []
        if not answer.get("Content-Type", "").startswith("text/html") or address.startswith("/curate/"):
            return []
        soup = BeautifulSoup(answer.getvalue(), "html.parser")
        self.faults += [f"{address}: {fault}" for fault in faults_of(soup)]
        forms = internal(address, [form.get("action") or address for form in soup.find_all("form")])
        self.answered |= {resolve(urlsplit(form).path).route for form in forms}
        return internal(address, [link["href"] for link in soup.find_all("a", href=True)])


def internal(address: str, links: list[str]) -> list[str]:
    """Return where links of a page lead inside the portal."""
    found = [urldefrag(urljoin(f"http://testserver{address}", link)).url for link in links]
    return [
        one.removeprefix("http://testserver") or "/" for one in found if one.startswith("http://testserver")
    ]


def faults_of(soup: BeautifulSoup) -> list[str]:
    """Return what is wrong with a page by itself."""
    text = str(soup)
    faults = [f"shows {words!r}" for words in UNFINISHED if words in text]
    if len(soup.find_all("h1")) != 1:
        faults.append(f"has {len(soup.find_all('h1'))} main headings")
    if not (soup.title and soup.title.get_text(strip=True)):
        faults.append("has no title")
    named = {tag["id"] for tag in soup.find_all(id=True)}
    jumps = [link["href"][1:] for link in soup.find_all("a", href=True) if link["href"].startswith("#")]
    return faults + [f"jumps to {jump!r}, which is not there" for jump in jumps if jump not in named]


@pytest.fixture
def crawls(visitor: Visitor) -> dict[str, Crawl]:
    found = {who: Crawl(visitor(who)) for who in (*PEOPLE, "nobody")}
    for crawl in found.values():
        crawl.start("/")
    return found


def test_every_link_leads_to_a_whole_page_and_every_page_is_linked(crawls: dict[str, Crawl]):
    faults = {who: crawl.faults for who, crawl in crawls.items() if crawl.faults}
    assert faults == {}
    for who, crawl in crawls.items():
        assert len(crawl.visited) > (10 if who == "nobody" else 30), who
    linked = {route for crawl in crawls.values() for route in (*crawl.routes, *crawl.answered)}
    pages = {route.path for route in our_routes() if "get" in route.answers}
    assert len(pages) > 50
    assert pages - linked == UNLINKED.keys()
