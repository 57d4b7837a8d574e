"""Walking without a mouse: keys alone, and at every stop of the focus it must be seen where one is."""

import re
from datetime import date

from playwright.sync_api import Locator, expect

from tests.journeys.walk import Walk

STOPS_AT_MOST = 80
WHERE_THE_FOCUS_IS = """(target) => {
  const here = document.activeElement;
  const box = here.getBoundingClientRect();
  const within = (value, most) => Math.min(Math.max(value, 0), most - 1);
  const shown = document.elementFromPoint(
    within(box.left + box.width / 2, innerWidth), within(box.top + box.height / 2, innerHeight)
  );
  const ones = [here, ...(here.labels ?? [])];
  const onScreen = box.bottom > 0 && box.top < innerHeight;
  const isSeen = onScreen && ones.some((one) => one.contains(shown) || shown.contains(one));
  return [here === target, isSeen || here === document.body ? "" : here.outerHTML];
}"""


def go_to(person: Walk, target: Locator, key: str = "Tab") -> None:
    """Move on by the tab key until the target has the focus. No stop on the way may be hidden by something else."""
    expect(target).to_be_visible()
    for _ in range(STOPS_AT_MOST):
        is_there, hidden = target.evaluate(WHERE_THE_FOCUS_IS)
        assert not hidden, f"The focus is hidden at {hidden}"
        if is_there:
            break
        person.page.keyboard.press(key)
    expect(target).to_be_focused()
    expect(target).to_be_in_viewport()


def go_back_to(person: Walk, target: Locator) -> None:
    """Move back to the target."""
    go_to(person, target, "Shift+Tab")


def press(person: Walk, target: Locator, key: str = "Enter") -> None:
    """Go to a link or a button and press it."""
    go_to(person, target)
    person.page.keyboard.press(key)


def follow(person: Walk, name: str, within: Locator | None = None) -> None:
    """Follow the first link of this name, whether it looks like one or like a button, and wait for its page."""
    place = within or person.main
    link = place.get_by_role("link", name=name).or_(place.get_by_role("button", name=name))
    go_to(person, link.first)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def type_into(person: Walk, box: Locator, text: str) -> None:
    """Go to a box and type. What stood there is marked on arrival, so that this takes its place."""
    go_to(person, box)
    person.page.keyboard.type(text)


def type_date(person: Walk, label: str, day: date) -> None:
    """Type the three parts of a date, one box after the other."""
    boxes = person.main.get_by_role("group", name=label)
    for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        type_into(person, boxes.get_by_label(box, exact=True), str(value))


def show_the_second_step(person: Walk) -> None:
    """Type the code that the demo shows."""
    type_into(person, person.main.get_by_label("Code"), person.page.locator("#demo-code").inner_text())
    person.page.keyboard.press("Enter")


def choose(person: Walk, label: str, option: str) -> None:
    """Go to a list and move down to an option."""
    box = person.main.get_by_label(label)
    go_to(person, box)
    for _ in range(STOPS_AT_MOST):
        if box.evaluate("(list) => list.selectedOptions[0].text") == option:
            return
        person.page.keyboard.press("ArrowDown")
    raise AssertionError(f"No option {option!r} at {label!r}.")


def skip_to_the_content(person: Walk) -> None:
    """Pass over everything that stands above the content of a page that has just opened."""
    press(person, person.page.get_by_role("link", name="Skip to main content"))


def sign_in(person: Walk, email: str) -> None:
    """Sign in with the password that the demo printed for this person."""
    person.open("/account/login/")
    type_into(person, person.main.get_by_label(re.compile("e-?mail", re.IGNORECASE)), email)
    type_into(person, person.main.get_by_label("Password", exact=True), person.portal.passwords[email])
    person.page.keyboard.press("Enter")
    person.page.wait_for_url("**/this-week/")


def summary_of_mistakes(person: Walk) -> Locator:
    """Return the list of what is wrong. Where scripts run, it must have the focus when the page comes back."""
    summary = person.page.locator(".nhsuk-error-summary")
    expect(summary).to_be_visible()
    if person.with_script:
        expect(summary).to_be_focused()
    return summary
