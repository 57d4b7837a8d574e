"""Words that more than one floor uses: the board's four jobs, and when we expect to see a change."""

from django.db import models


class Quadrant(models.TextChoices):
    """The board's four jobs: inside or outside, now or later."""

    ACCOUNTABILITY = "accountability", "Accountability"
    POLICY_FORMULATION = "policy_formulation", "Policy formulation"
    STRATEGIC_THINKING = "strategic_thinking", "Strategic thinking"
    SUPERVISION = "supervision", "Supervision"


class Horizon(models.TextChoices):
    """When we expect to see it."""

    SHORT = "short", "Within a year"
    MEDIUM = "medium", "In one to three years"
    LONG = "long", "In more than three years"
