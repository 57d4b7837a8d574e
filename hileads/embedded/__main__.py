"""Run this folder with Python to start what needs no package: `python hileads/embedded supervise|preflight …`.

The package `hileads` itself is put in place without its contents, which need Celery: a supervisor so starts in a
twentieth of a second, and the first checks work before anything is installed.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

CHECKOUT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Run one of the two commands."""
    ground_floor = ModuleType("hileads")
    ground_floor.__path__ = [str(CHECKOUT / "hileads")]
    sys.modules["hileads"] = ground_floor
    sys.path[0] = str(CHECKOUT)

    parser = argparse.ArgumentParser(prog="hileads/embedded")
    commands = parser.add_subparsers(dest="command", required=True)
    supervise = commands.add_parser("supervise", help="run a server until nobody needs it")
    supervise.add_argument("server", choices=["postgres", "redis"])
    supervise.add_argument("home", type=Path)
    preflight = commands.add_parser("preflight", help="check what can be checked before anything is changed")
    preflight.add_argument("--port", default="8000")
    preflight.add_argument("--demo", action="store_true")
    options = parser.parse_args()

    if options.command == "preflight":
        import_module("hileads.embedded.preflight").check(CHECKOUT, options.port, demo=options.demo)
        return 0
    return int(import_module("hileads.embedded.supervisor").supervise(options.server, options.home))


if __name__ == "__main__":
    sys.exit(main())
