"""The deployment guide lists every setting, and no setting that is not there."""

import re

from tests.architecture.environment import environment_names, required_in_production
from tests.architecture.source import ROOT


def guide_rows() -> dict[str, str]:
    guide = (ROOT / "docs" / "how-to" / "deploy.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", guide, flags=re.MULTILINE))


def test_the_guide_lists_every_variable_that_the_settings_read():
    assert len(environment_names()) > 15
    assert set(guide_rows()) == environment_names()


def test_the_guide_says_which_ones_production_requires():
    marked = {name for name, who in guide_rows().items() if who == "you"}
    assert marked == required_in_production()
