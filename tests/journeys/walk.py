"""A person walking through the portal in a browser: every page they stop at is looked at closely.

Pictures of the stops are kept in `.local/test/journeys` where JOURNEY_PICTURES asks for them.
"""

import os
import re
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from tests.journeys.portal import PLACE, Portal

DESKTOP = {"width": 1280, "height": 900}
WITHOUT_A_SECOND_STEP = {"joanna.pike@demo.example"}
PHONE = {"width": 320, "height": 640}
WITH_PICTURES = bool(os.environ.get("JOURNEY_PICTURES"))
STAYS_SECONDS = 300
"""How long somebody who left may come back without signing in: well within the time that a second step lasts."""
UNTIL_STILL = (
    "Promise.allSettled(document.getAnimations().map((movement) => movement.finished)).then(() => null)"
)


@dataclass
class Session:
    """What the browser holds of somebody who signed in, and when they did."""

    began: float
    cookies: Any = None


@dataclass
class Walk:
    """One person's way, stop by stop. A walk with complaints fails its journey at the end."""

    page: Page
    portal: Portal
    name: str
    with_script: bool = True
    stops: int = 0
    complaints: list[str] = field(default_factory=list)
    who: str = ""
    sessions: dict[str, Session] = field(default_factory=dict)
    second: Page | None = None

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "favicon" not in message.text and "status of 40" not in message.text:
            self.complaints.append(f"console: {message.text} ({self.page.url})")

    def open(self, path: str) -> None:
        """Go to a page of the portal."""
        self.page.goto(f"{self.portal.address}{path}")

    def sign_in(self, email: str, *, steps: int = 2) -> None:
        """Sign in with the password that the demo printed for this person, and show their second step.

        Who did so a moment ago comes back to their session: a code of an app works once, and the next takes time.
        """
        if steps == 2 and self._comes_back(email):
            return
        self.who, self.sessions[email] = email, Session(time.monotonic())
        self.open("/account/login/")
        self.page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).fill(email)
        self.page.get_by_label("Password", exact=True).fill(self.portal.passwords[email])
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url("**/this-week/")
        if steps == 2 and email not in WITHOUT_A_SECOND_STEP:
            self.open("/account/two-steps/")
            self.show_the_second_step()
            self.page.wait_for_url("**/account/sign-in/")
            self.open("/this-week/")

    def _comes_back(self, email: str) -> bool:
        """Take up the session that this person left, and say whether it still holds."""
        session = self.sessions.pop(email, None)
        if session is None or not session.cookies or time.monotonic() - session.began > STAYS_SECONDS:
            return False
        self.page.context.clear_cookies()
        self.page.context.add_cookies(session.cookies)
        self.open("/this-week/")
        if not self.page.url.endswith("/this-week/"):
            self.page.context.clear_cookies()
            return False
        self.who, self.sessions[email] = email, session
        return True

    def show_the_second_step(self) -> None:
        """Write the code that the demo says this person's app shows. A code works once, so this may take a second try."""
        for _ in range(40):
            self.write("Code", self.page.locator("#demo-code").inner_text())
            self.press("Go on")
            if not self.page.locator(".nhsuk-error-summary").count():
                return
            self.page.wait_for_timeout(1000)

    def sign_out(self) -> None:
        """Leave, so that the next person can use this browser."""
        if self.who in self.sessions:
            self.sessions[self.who].cookies = self.page.context.cookies()
        self.who = ""
        self.page.context.clear_cookies()

    def go(self, section: str) -> None:
        """Go to a section by the main navigation, which a narrow window with scripts folds into a menu."""
        navigation = self.page.get_by_role("navigation", name="Main")
        link = navigation.get_by_role("link", name=section, exact=True)
        if not link.is_visible():
            navigation.get_by_role("button").click()
        link.click()

    def follow(self, name: str) -> None:
        """Follow the first link of this name in the page's content, whether it looks like a link or like a button."""
        self.main.get_by_role("link", name=name).or_(self.main.get_by_role("button", name=name)).first.click()

    def press(self, name: str) -> None:
        """Press the first button of this name in the page's content."""
        self.main.get_by_role("button", name=name).first.click()

    def write(self, label: str, text: str) -> None:
        """Fill in the field of this label."""
        self.main.get_by_label(label).fill(text)

    def write_date(self, label: str, day: date) -> None:
        """Fill in the three boxes of a date."""
        boxes = self.main.get_by_role("group", name=label)
        for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            boxes.get_by_label(box, exact=True).fill(str(value))

    def reads(self, words: str) -> None:
        """Make sure that the page's content says this."""
        expect(self.main).to_contain_text(words)

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def look(self, what: str) -> None:
        """Wait for the main heading, and check the page with axe and for its width; `complaints` keeps faults."""
        expect(self.page.locator("h1"), f"{what}: the main heading").to_have_count(1)
        self.stops += 1
        if WITH_PICTURES:
            self.take_a_picture(what)
        here = f"{what} ({self.page.url})"
        page = self._with_script()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            self.complaints.append(f"{here}: the page scrolls sideways by {wide}px")
        page.evaluate(UNTIL_STILL)
        results = Axe().run(page)
        if results.violations_count:
            self.complaints.append(f"{here}: {results.generate_report()}")

    def take_a_picture(self, what: str) -> None:
        """Keep what the page looks like now."""
        folder: Path = PLACE / self.name
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{self.stops:02d}-{what}.png", full_page=True)

    def _with_script(self) -> Page:
        """Return this page where scripts run: axe is one. Without them, it is the same page in a second window."""
        if self.with_script:
            return self.page
        self.second = self.second or self._second_window()
        self.second.context.clear_cookies()
        self.second.context.add_cookies(self.page.context.cookies())  # type: ignore[arg-type]
        self.second.goto(self.page.url)
        self.second.locator("[data-nhsuk-header-init]").wait_for(state="attached")
        return self.second

    def _second_window(self) -> Page:
        browser = self.page.context.browser
        assert browser is not None
        return browser.new_context(viewport=self.page.viewport_size, locale="en-GB").new_page()

    def end(self) -> None:
        """Close the browser's windows."""
        for page in (self.page, self.second):
            if page is not None:
                page.context.close()
