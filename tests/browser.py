"""Find the browser for the journeys, install one where that is possible, and print its path.

`make test` runs this first: a machine without a browser fails here, loudly, instead of skipping the journeys.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "PLAYWRIGHT_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ANSWER_SECONDS = 60


def main() -> str:
    """Return the path of a browser that starts."""
    named = os.environ.get(VARIABLE)
    if named:
        if starts(named):
            return named
        sys.exit(f"{VARIABLE} names {named}, which does not start.")
    found = on_this_machine() or (installed_by_apt() and on_this_machine()) or installed_by_playwright()
    if not found:
        sys.exit(
            "The browser journeys need Chromium, and it could not be installed.\n"
            f"Install it (on Debian, as root: apt-get install chromium), or set {VARIABLE} to its path."
        )
    return found


def on_this_machine() -> str | None:
    """Return the first browser on the PATH that starts (Ubuntu's chromium command may only point to a snap)."""
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if path and starts(path)), None)


def starts(browser: str) -> bool:
    """Say whether this program tells its version."""
    try:
        return run([browser, "--version"], timeout=ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False


def installed_by_apt() -> bool:
    """Install Debian's Chromium where we may; say whether that went well."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    say("Installing Chromium with apt-get ...")
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
    return run(["apt-get", "update", "--quiet"]) and run(install)


def installed_by_playwright() -> str | None:
    """Let Playwright download its own build; return its path if it starts."""
    say("Installing Playwright's Chromium ...")
    with_libraries = ["--with-deps"] if os.geteuid() == 0 else []
    run([sys.executable, "-m", "playwright", "install", "chromium", *with_libraries])
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and starts(path) else None


def run(command: list[str], timeout: float | None = None) -> bool:
    """Run a command, what it says going to the error output; say whether it succeeded."""
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return (
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            env=surroundings,
            timeout=timeout,
            check=False,
        ).returncode
        == 0
    )


def say(text: str) -> None:
    """Tell people what happens; standard output is for the path alone."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(main())
