"""Random tables up to 6 by 6 are released, and attacked by a reader who solves for each hidden count exactly."""

import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

from hileads.disclosure.figures import SUPPRESSED
from hileads.disclosure.release import Release, shown_of
from tests.unit.releases import learnt, releases


def attack(count: int) -> tuple[list[list[str]], bool]:
    """Attack that many tables; return what can be said of it, and whether nothing was learnt."""
    found: Counter[str] = Counter()
    started = time.monotonic()

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(release=releases())
    def attack_one(release: Release) -> None:
        shown = shown_of(release)
        small = sum(release.rule_of(cell).hides(release.counts[cell]) for cell in shown)
        hidden = sum(one == SUPPRESSED for one in shown.values())
        found.update(tables=1, figures=len(shown), small=small, beside=hidden - small)
        found.update(earlier=bool(release.earlier), before=bool(release.before), rates=bool(release.rates))
        found.update(learnt=len(learnt(release, shown)))

    attack_one()
    rows = [
        ["Tables", str(found["tables"])],
        ["Of them, with an earlier release of the same counts", str(found["earlier"])],
        ["Of them, with last period's running totals", str(found["before"])],
        ["Of them, with percentages known from elsewhere", str(found["rates"])],
        ["Figures", str(found["figures"])],
        ["Held back because they are small", str(found["small"])],
        ["Held back to protect those", str(found["beside"])],
        ["Seconds from start to end", f"{time.monotonic() - started:.0f}"],
        ["Worked out by the reader", str(found["learnt"])],
    ]
    return rows, found["learnt"] == 0 and found["tables"] >= count
