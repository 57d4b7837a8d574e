"""A person walking through the portal in a browser: every page they stop at is looked at closely."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from tests.journeys.portal import PLACE, Portal

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
NARROWEST = 320


@dataclass
class Walk:
    """One person's way, with a picture of each stop. `look` checks what every page must keep."""

    page: Page
    portal: Portal
    name: str
    with_script: bool = True
    stops: int = 0
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "favicon" not in message.text and "status of 40" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def open(self, path: str) -> None:
        """Go to a page of the portal."""
        self.page.goto(f"{self.portal.address}{path}")

    def sign_in(self, email: str) -> None:
        """Sign in with the password that the demo printed for this person."""
        self.open("/account/login/")
        self.page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).fill(email)
        self.page.get_by_label("Password", exact=True).fill(self.portal.passwords[email])
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url("**/this-week/")

    def sign_out(self) -> None:
        """Leave, so that the next person can use this browser."""
        self.page.context.clear_cookies()

    def follow(self, name: str) -> None:
        """Follow the first link of this name in the page's own content or navigation."""
        self.page.get_by_role("link", name=name).first.click()

    def press(self, name: str) -> None:
        """Press the button of this name."""
        self.page.get_by_role("button", name=name).first.click()

    def look(self, what: str) -> None:
        """Take a picture, and check heading, axe, width and scripts of the page that stands here."""
        self.stops += 1
        folder: Path = PLACE / self.name
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{self.stops:02d}-{what}.png", full_page=True)
        here = f"{self.name}, {what} ({self.page.url})"
        assert self.page.locator("h1").count() == 1, f"{here}: one <h1> a page"
        assert self.complaints == [], here
        self._fits(here)
        self._has_no_barriers(here)

    def _fits(self, here: str) -> None:
        if self.with_script:
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{here}: the page scrolls sideways by {wide}px"

    def _has_no_barriers(self, here: str) -> None:
        if self.with_script:
            results = Axe().run(self.page)
            assert results.violations_count == 0, f"{here}\n{results.generate_report()}"
