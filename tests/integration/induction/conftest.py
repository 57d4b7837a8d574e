"""Guides and activities to read."""

import pytest

from hileads.leads.models import User
from tests.actors import Cast
from tests.factories.content import activity, example_measure, role_guide


@pytest.fixture
def lead(cast: Cast) -> User:
    return cast.lead


@pytest.fixture
def library(db: None) -> None:
    """Two guides, four activities (one a draft), three measures (one a draft)."""
    role_guide("trust-lead", "trust")
    role_guide("icb-lead", "icb")
    visible = example_measure("F2-09", title="Visible at the board")
    asked = example_measure("F2-10", title="Better questions", horizon="medium")
    draft = example_measure("F2-99", title="A draft measure", draft=True)
    activity("F1-ACC-1", measures=(draft, visible, asked))
    activity("F1-SUP-2", title="Get the data", quadrant="supervision", confidence="medium")
    activity("F1-SUP-4", title="Make clear who does what", quadrant="supervision", confidence="low")
    activity("F1-POL-9", title="A draft activity", quadrant="policy_formulation", draft=True)
