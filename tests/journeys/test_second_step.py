"""The second step in a browser: a passkey for somebody who came by invitation, and an app with the keys alone."""

import re
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.journeys.conftest import Begin
from tests.journeys.keys import go_to
from tests.journeys.portal import Portal
from tests.journeys.test_invitation import code_in
from tests.journeys.walk import DESKTOP, PHONE, Walk

PRIYA, TOM, JOANNA = "priya.raman@demo.example", "tom.ashworth@demo.example", "joanna.pike@demo.example"
ROSA, ROSAS = "Rosa Marlow", "rosa.marlow@demo.example"


def test_a_new_lead_comes_by_code_adds_a_passkey_and_signs(portal_afresh: Portal, walk: Begin):
    """A new executive lead, from the invitation to the signature.

    1. Tom, the board secretary, freezes a report and nominates Rosa as the next executive lead; Priya confirms that.
    2. Rosa accepts by the code of the mail. Nothing asks her for more than that while she reads.
    3. She opens the report to sign it. The portal asks for a second step, which she has not: she adds a passkey, keeps
       her recovery codes, and is back at the report. She signs.
    4. On "Your sign-in" she sees the passkey. In another browser she shows it to be asked no more for a while.
    """
    person = walk(portal_afresh, "passkey", DESKTOP)
    freezes_and_nominates(person)
    confirms(person)
    accepts(person)
    adds_a_device(person)
    signs_with_a_passkey(person)
    sees_her_passkey(person)


def freezes_and_nominates(person: Walk) -> None:
    person.sign_in(TOM)
    person.go("Board report")
    person.main.get_by_role("heading", level=2).get_by_role("link").first.click()
    person.follow("Fill in the front sheet")
    person.main.get_by_label("Discuss").check(force=True)
    person.write("What in particular?", "Discuss who owns the smoking figure.")
    person.press("Save the front sheet")
    person.follow("Write the narrative")
    person.write("What should the board know?", "The gap in smoking is smaller in points.")
    person.press("Save the words")
    person.follow("Freeze the report")
    person.press("Freeze the report")
    person.reads("The report is frozen.")
    person.open("/directory/RAE/people/nominate/?role=executive_lead")
    person.write("What is their name?", ROSA)
    person.write("What is their work email address?", ROSAS)
    person.press("Nominate them")
    person.reads("is nominated")
    person.sign_out()


def confirms(person: Walk) -> None:
    person.sign_in(PRIYA)
    person.open("/directory/RAE/people/")
    person.follow(ROSA)
    person.press("Confirm and invite them")
    person.reads("An invitation is on its way")
    person.sign_out()


def accepts(person: Walk) -> None:
    letter = person.portal.letterbox.wait_for(ROSAS, "Your post at Bradford")
    person.open("/invitation/")
    person.write("Your work email address", ROSAS)
    person.write("The code", code_in(letter))
    person.press("Go on")
    person.press("Accept and sign in")
    person.page.wait_for_url("**/this-week/")
    person.go("Evidence")
    expect(person.page.locator("h1")).to_contain_text("Evidence")


def adds_a_device(person: Walk) -> None:
    """Let the browser have a device of its own, as a laptop with a fingerprint reader is."""
    tools = person.page.context.new_cdp_session(person.page)
    tools.send("WebAuthn.enable")
    options: dict[str, Any] = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def signs_with_a_passkey(person: Walk) -> None:
    person.go("Board report")
    person.main.get_by_role("heading", level=2).get_by_role("link").first.click()
    person.follow("Sign the report")
    person.reads("What you are about to do needs more than a code by mail.")
    person.look("set-up-a-second-step")
    person.follow("Add a passkey")
    person.look("add-a-passkey")
    person.write("What do you call this device?", "Work laptop")
    person.main.get_by_label("I also want to sign in with it").check(force=True)
    person.press("Add a passkey")
    expect(person.page.locator("h1")).to_have_text("Your recovery codes")
    expect(person.main.locator("#recovery-codes code")).to_have_count(10)
    person.look("recovery-codes")
    person.follow("I have kept them: go on")
    person.page.wait_for_url("**/sign/")
    person.press("Sign the report")
    person.reads("You have signed the report.")
    person.look("signed")


def sees_her_passkey(person: Walk) -> None:
    person.page.locator(".portal-menu__name").click()
    person.page.get_by_role("link", name="Your sign-in", exact=True).click()
    person.reads("Work laptop")
    person.reads("10 codes are left")
    person.look("your-sign-in")
    person.sign_out()
    person.open("/account/login/")
    person.page.get_by_role("button", name="Sign in with a passkey").click()
    person.page.wait_for_url("**/this-week/")
    person.open("/account/two-steps/")
    expect(person.page.locator("h1")).to_have_text("Your sign-in")


def test_an_app_is_set_up_and_used_with_the_keys_alone(portal_afresh: Portal, walk: Begin):
    """Joanna, on a phone-sized window and without JavaScript, sets an app up with the keys and is asked for its code."""
    person = walk(portal_afresh, "app-by-keyboard", PHONE, script=False)
    person.sign_in(JOANNA, steps=1)
    person.open("/account/sign-in/")
    person.look("no-second-step")
    go_to(person, person.main.get_by_role("link", name="Set up an app"))
    person.page.keyboard.press("Enter")
    person.look("who-has-a-password-says-it-again")
    go_to(person, person.main.get_by_label("Password", exact=True))
    person.page.keyboard.type(person.portal.passwords[JOANNA])
    person.page.keyboard.press("Enter")
    person.look("set-up-an-app")
    types_a_code(person, "The code that the app shows now", "12 34", "Use this app")
    person.reads("A code from an app changes every 30 seconds")
    # No look here: without JavaScript it opens the page in a second window, and every opening makes a new key.
    secret = person.main.locator("#app-key").inner_text()
    types_a_code(person, "The code that the app shows now", shown_by_the_app(secret), "Use this app")
    expect(person.page.locator("h1")).to_have_text("Your recovery codes")
    go_to(person, person.main.get_by_role("button", name="I have kept them"))
    person.page.keyboard.press("Enter")
    person.reads("Your app shows a code")
    person.look("with-an-app")
    person.sign_out()
    person.sign_in(JOANNA, steps=1)
    person.open("/account/2fa/recovery-codes/")
    person.look("show-that-it-is-you")
    types_a_code(person, "Code", shown_by_the_app(secret), "Go on")
    expect(person.page.locator("h1")).to_have_text("Your recovery codes")


def types_a_code(person: Walk, label: str, code: str, button: str) -> None:
    go_to(person, person.main.get_by_label(label))
    person.page.keyboard.press("Control+A")
    person.page.keyboard.type(code)
    go_to(person, person.main.get_by_role("button", name=re.compile(f"^{button}")))
    person.page.keyboard.press("Enter")


def shown_by_the_app(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
