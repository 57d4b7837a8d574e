"""What a board watches is chosen, settled, asked for and compared with the keys alone, with scripts and without."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Begin
from tests.journeys.keys import (
    choose,
    follow,
    go_to,
    press,
    sign_in,
    skip_to_the_content,
    summary_of_mistakes,
    type_date,
    type_into,
)
from tests.journeys.portal import Portal
from tests.journeys.walk import DESKTOP, PHONE, Walk

TOM = "tom.ashworth@demo.example"
OURS = "Letters sent in the language that people asked for"
ANSWERS = {
    "What does it say?": "Appointment letters that went out in the language that the person’s record asks for.",
    "Out of what?": "Letters to people whose record asks for a language other than English",
    "How does a sentence say the figure?": "{value} of letters were in the language asked for",
    "How is it worked out?": "Counted each month from the letters that went out.",
    "How often is there a new figure?": "Every month",
}
COUNTED = "Letters in the language asked for"
TOO_MUCH, TARGET = "950", "95"
FIRST_DAY, TOO_EARLY, LAST_DAY = date(2025, 3, 10), date(2025, 3, 3), date(2025, 3, 31)
SEEN = "The chair asked which people had not been written to in their own language."
WORDS = "The translators’ contract ends in spring, and the board decides what follows it."


@pytest.mark.parametrize(
    ("viewport", "script"),
    [
        pytest.param(DESKTOP, True, id="at a desk"),
        pytest.param(PHONE, False, id="on a phone without JavaScript"),
    ],
)
def test_a_secretary_puts_health_inequality_on_an_equal_footing_by_the_keys_alone(
    portal_afresh: Portal, walk: Begin, viewport: dict[str, int], script: bool
):
    """Tom adds a measure of the trust's own, puts it on the board's list, settles it, and asks for its figure.

    An answer that cannot be is named and mended twice, and nothing that he typed is lost. Then he prints the summary,
    and looks at another measure beside the trusts of his region, and beside one that he picks. Last he narrows the list
    of measures, and tells in words of one that has no figure.
    """
    person = walk(portal_afresh, f"board-{viewport['width']}", viewport, script=script)
    sign_in(person, TOM)
    adds_a_measure_of_our_own(person)
    puts_it_on_the_list(person)
    settles_what_the_check_misses(person)
    asks_for_the_figure(person)
    prints_the_summary(person)
    compares(person)
    narrows_the_list(person)
    tells_in_words(person)


def adds_a_measure_of_our_own(person: Walk) -> None:
    person.open("/measures/")
    skip_to_the_content(person)
    follow(person, "Add a measure of our own")
    skip_to_the_content(person)
    press(person, person.main.get_by_label("Health inequality"), "Space")
    expect(person.main.get_by_label("Health inequality")).to_be_checked()
    type_into(person, person.main.get_by_label("What is it called?"), OURS)
    type_into(person, person.main.get_by_label("What does it say?"), ANSWERS["What does it say?"])
    choose(person, "Unit", "Percent")
    for label in ("Out of what?", "How does a sentence say the figure?"):
        type_into(person, person.main.get_by_label(label), ANSWERS[label])
    choose(person, "Which way is better?", "Higher is better")
    for label in ("How often is there a new figure?", "How is it worked out?"):
        type_into(person, person.main.get_by_label(label), ANSWERS[label])
    follow(person, "Add the measure")
    press(person, summary_of_mistakes(person).get_by_role("link", name="Say what is counted"))
    person.look("nothing-is-counted")
    for label, answer in ANSWERS.items():
        expect(person.main.get_by_label(label)).to_have_value(answer)
    person.page.keyboard.type(COUNTED)
    follow(person, "Add the measure")
    expect(person.page.locator("h1")).to_contain_text(OURS)
    person.look("our-own-measure")


def puts_it_on_the_list(person: Walk) -> None:
    person.open("/measures/")
    skip_to_the_content(person)
    follow(person, "Board view: what our board watches")
    skip_to_the_content(person)
    follow(person, "Choose what the board watches")
    skip_to_the_content(person)
    press(person, person.main.get_by_label(OURS), "Space")
    person.look("choose")
    follow(person, "Save the list")
    person.reads("The board’s list is saved.")
    person.look("board-view")


def settles_what_the_check_misses(person: Walk) -> None:
    follow(person, "See the equal-footing check")
    person.look("equal-footing")
    skip_to_the_content(person)
    measure = person.main.get_by_role("group").filter(has_text=f"{OURS}: ")
    press(person, measure.locator("summary"))
    to_do = measure.get_by_role("link").first
    go_to(person, to_do)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    expect(person.page.locator("h1")).to_contain_text(OURS)
    choose(person, "Who answers for it to the board?", "Amara Lewis")
    type_into(person, person.main.get_by_label("What figure is aimed at?"), TOO_MUCH)
    choose(person, "How often does the board see it?", "Every month")
    press(person, person.main.get_by_label("A chart of it goes to the board"), "Space")
    type_into(person, person.main.get_by_label("How many minutes"), "15")
    type_into(person, person.main.get_by_label("What does the board need to know"), WORDS)
    follow(person, "Save")
    press(person, summary_of_mistakes(person).get_by_role("link", name="Enter a target of 100 or less"))
    person.look("no-such-target")
    expect(person.main.get_by_label("What does the board need to know")).to_have_value(WORDS)
    person.page.keyboard.press("ControlOrMeta+A")
    person.page.keyboard.type(TARGET)
    follow(person, "Save")
    expect(person.main.get_by_text(f"Saved: {OURS}.")).to_be_in_viewport()
    expect(person.main.get_by_role("heading", name=OURS)).to_be_in_viewport()
    person.reads(WORDS)
    person.look("settled")


def asks_for_the_figure(person: Walk) -> None:
    line = person.main.get_by_role("listitem").filter(has=person.page.get_by_role("heading", name=OURS))
    follow(person, "Ask your team for it", within=line)
    skip_to_the_content(person)
    choose(person, "Whom do you ask?", "Amara Lewis")
    person.look("ask")
    follow(person, "Ask")
    person.reads("Amara Lewis is asked for the figure.")
    person.look("asked")


def prints_the_summary(person: Walk) -> None:
    person.open("/measures/board/")
    skip_to_the_content(person)
    follow(person, "Summary in icons")
    person.reads(OURS)
    person.look("summary")


def compares(person: Walk) -> None:
    person.open("/measures/rtt-18-weeks-trust/")
    skip_to_the_content(person)
    follow(person, "Look at these figures beside others")
    person.look("compared")
    press(person, person.main.get_by_label("All of the same kind"), "ArrowDown")
    press(person, person.main.get_by_label("Those in the same integrated care board"), "ArrowDown")
    expect(person.main.get_by_label("Those in the same region")).to_be_checked()
    follow(person, "Compare")
    person.look("in-the-region")
    press(person, person.main.get_by_label("Those in the same region"), "ArrowDown")
    press(person, person.main.locator("summary").filter(has_text="Choose which ones"))
    other = person.main.get_by_role("checkbox").first
    press(person, other, "Space")
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    expect(other).to_be_checked()
    expect(person.main.get_by_role("table").get_by_role("row")).to_have_count(3)
    person.look("beside-one")


def narrows_the_list(person: Walk) -> None:
    person.open("/measures/")
    skip_to_the_content(person)
    press(person, person.main.locator("summary").filter(has_text="Narrow the list"))
    choose(person, "Kind of measure", "Health inequality")
    choose(person, "Groups compared", "Pay bands of staff")
    follow(person, "Show")
    person.reads("No measure is all of this.")
    person.look("nothing-is-all-of-this")
    skip_to_the_content(person)
    choose(person, "Kind of measure", "Workforce equality")
    follow(person, "Show")
    expect(person.main.get_by_role("status")).to_contain_text("Show all measures")
    person.look("narrowed")
    follow(person, "Show all measures")
    expect(person.main.get_by_role("link", name=OURS)).to_be_visible()


def tells_in_words(person: Walk) -> None:
    person.open("/measures/board-questions/")
    skip_to_the_content(person)
    person.look("told-in-words")
    follow(person, "Say what was seen in another period")
    skip_to_the_content(person)
    person.look("tell")
    type_date(person, "When does the period begin?", FIRST_DAY)
    type_date(person, "When does the period end?", TOO_EARLY)
    type_into(person, person.main.get_by_label("What was seen?"), SEEN)
    type_into(person, person.main.get_by_label("How do you know?"), "Minutes of the board")
    follow(person, "Save")
    press(person, summary_of_mistakes(person).get_by_role("link", name="The period ends before it begins"))
    person.look("period-runs-backwards")
    expect(person.main.get_by_label("What was seen?")).to_have_value(SEEN)
    person.page.keyboard.press("ControlOrMeta+A")
    person.page.keyboard.type(str(LAST_DAY.day))
    follow(person, "Save")
    person.reads("Your words are saved.")
    person.reads(SEEN)
    person.look("told")
