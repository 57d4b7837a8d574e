"""Build the environment in .venv from the lock files; quick when it is up to date. `make setup` runs this.

Needs nothing but Python. Two at once are safe: the second waits, and then finds nothing to do.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
REQUIREMENTS = CHECKOUT / "requirements"
ENVIRONMENT = CHECKOUT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "installed-from"


def main() -> None:
    """Bring .venv to what the lock files say."""
    try:
        (CHECKOUT / ".local").mkdir(exist_ok=True)
        lock = (CHECKOUT / ".local" / "setup.lock").open("w")
    except OSError as error:
        sys.exit(f"The environment cannot be built in {CHECKOUT}: {(error.strerror or str(error)).lower()}.")
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_up_to_date():
            build()


def is_up_to_date() -> bool:
    """Say whether the environment was made from these very lock files, in this very folder."""
    return STAMP.exists() and STAMP.read_text() == fingerprint() and works()


def fingerprint() -> str:
    """Return what the environment depends on: the locks, and the folder, whose name its scripts contain."""
    digest = hashlib.sha256(str(ENVIRONMENT).encode())
    for name in ("dev.txt", "uv.txt"):
        digest.update((REQUIREMENTS / name).read_bytes())
    return digest.hexdigest()


def works() -> bool:
    """Say whether the environment's Python can be run (it may have been moved or its Python removed)."""
    return PYTHON.exists() and run([str(PYTHON), "-c", ""]) == 0


def build() -> None:
    """Make the environment if it is missing or broken, and install the locked versions, hashes checked."""
    STAMP.unlink(missing_ok=True)
    if not works():
        if find_spec("venv") is None or find_spec("ensurepip") is None:
            sys.exit(
                f"This Python ({sys.executable}) cannot make virtual environments.\n"
                "On Debian or Ubuntu install that part as root: apt-get install python3-venv"
            )
        print("Making the virtual environment in .venv ...", flush=True)
        require([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    print("Installing the locked dependencies (a minute or two the first time) ...", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--require-hashes"]
    require([*pip, "-r", str(REQUIREMENTS / "uv.txt")])
    uv = [str(PYTHON), "-m", "uv", "--quiet", "pip", "sync", "--require-hashes", "--compile-bytecode"]
    if run([*uv, "--python", str(PYTHON), str(REQUIREMENTS / "dev.txt")]) != 0:
        # uv does not read pip's configuration: behind an organisation's own package mirror only pip knows the way.
        print("uv could not install them; trying with pip, which takes longer ...", flush=True)
        require([*pip, "-r", str(REQUIREMENTS / "dev.txt")])
    STAMP.write_text(fingerprint())


def require(command: list[str]) -> None:
    """Run a command, and stop where it fails: it has said why."""
    if run(command) != 0:
        sys.exit("The environment could not be built; the lines above say why. `make setup` tries again.")


def run(command: list[str]) -> int:
    """Run a command in the environment's name and return its exit status."""
    surroundings = os.environ | {"VIRTUAL_ENV": str(ENVIRONMENT)}
    return subprocess.run(command, env=surroundings, stdin=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    main()
