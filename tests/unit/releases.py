"""Random tables to be released, and a reader who attacks them without knowing how they were made safe.

The reader knows each rule, adds up totals and complements, takes percentages and earlier releases to account, and solves
for each hidden count exactly, over whole numbers. Shared by the tests and by the soak.
"""

from collections.abc import Hashable, Iterable

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from hileads.disclosure.figures import SUPPRESSED, Shown
from hileads.disclosure.release import Before, Rate, Release, shown_of
from hileads.disclosure.rules import HES, MHSDS, NATIONAL, OPENSAFELY, OURS
from hileads.disclosure.tables import Cell, Sum

ALL, REST = "all", "rest"
LARGEST = 6
MOST = 100_000
# What each rule shows for the counts 0, 1, 2 ..., written down by hand from the publishers' words.
DISPLAYS = {
    OURS: lambda count: "*" if 1 <= count <= 4 else str(count),
    HES: lambda count: "*" if 1 <= count <= 7 else str(5 * ((count + 2) // 5)),
    MHSDS: lambda count: "*" if count <= 4 else str(5 * ((count + 2) // 5)),
    OPENSAFELY: lambda count: "*" if count <= 7 else str(5 * ((count + 2) // 5)),
    NATIONAL: str,
}
STARS_FROM = {OURS: 1, HES: 1, MHSDS: 0, OPENSAFELY: 0}

Shows = dict[Cell, Shown]


def table(rows: list[list[int]], rests: list[int]) -> tuple[dict[Cell, int], list[Sum]]:
    """Return counts with totals both ways, a complement for each row that no table shows, and how they add up."""
    names, columns = [f"row {n}" for n in range(len(rows))], [f"column {n}" for n in range(len(rows[0]))]
    counts = {(name, column): rows[r][c] for r, name in enumerate(names) for c, column in enumerate(columns)}
    counts |= {(name, REST): rest for name, rest in zip(names, rests, strict=True)}
    parts = [*columns, REST] if rests else columns
    counts |= {(name, ALL): sum(counts[name, column] for column in parts) for name in names}
    for column in [*columns, ALL]:
        counts[ALL, column] = sum(counts[name, column] for name in names)
    sums = [Sum((name, ALL), tuple((name, column) for column in parts)) for name in names]
    sums += [Sum((ALL, column), tuple((name, column) for name in names)) for column in [*columns, ALL]]
    return counts, sums


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """Tables of up to 6 by 6, by any rule, with what readers may know besides."""
    rule = draw(st.sampled_from([OURS, HES, MHSDS, OPENSAFELY]))
    height, width = draw(st.integers(1, LARGEST)), draw(st.integers(1, LARGEST))
    count = st.one_of(st.integers(0, 9), st.integers(0, 60))
    rows = draw(st.lists(st.lists(count, min_size=width, max_size=width), min_size=height, max_size=height))
    rests = draw(st.one_of(st.just([0] * height), st.lists(count, min_size=height, max_size=height)))
    counts, sums = table(rows, rests)
    inner = [cell for cell in counts if ALL not in cell and REST not in cell]
    untold = frozenset(cell for cell in counts if REST in cell)
    national = frozenset({(ALL, ALL)} if draw(st.booleans()) else ())
    rates = [
        Rate(cell, (ALL, ALL), round(100 * counts[cell] / counts[ALL, ALL], 1))
        for cell in draw(st.lists(st.sampled_from(inner), max_size=2, unique=True))
        if counts[ALL, ALL]
    ]
    earlier: Shows = {}
    if draw(st.booleans()):
        # The same counts, released before without the last row: other totals, so other cells held back.
        few, few_sums = table(rows[: height // 2 + 1], rests[: height // 2 + 1])
        first = shown_of(Release(few, rule, few_sums, untold=frozenset(c for c in few if REST in c)))
        earlier = {cell: first[cell] for cell in first if cell[0] != ALL}
    before: dict[Cell, Before] = {}
    if draw(st.booleans()):
        shares = st.integers(0, 8)
        then, then_sums = table([[max(n - draw(shares), 0) for n in row] for row in rows], rests)
        last = shown_of(Release(then, rule, then_sums, national=national, untold=untold))
        before = {cell: Before(then[cell], last[cell]) for cell in last}
    return Release(counts, rule, sums, national, untold, rates, earlier, before)


def learnt(release: Release, shown: Shows) -> set[Hashable]:
    """Return what nobody was to know, and this release gives away: more than one that shows noughts alone would."""
    noughts = {cell: one for cell, one in shown.items() if one.text == "0" and STARS_FROM[release.rule]}
    stars = dict.fromkeys(shown, SUPPRESSED) | noughts
    found = _worked_out(release, shown, _secrets(release, shown))
    return found - _worked_out(release, stars, found) if found else found


def _secrets(release: Release, shown: Shows) -> set[Hashable]:
    """Hidden cells, small complements, and few people who came since the last release."""
    display = DISPLAYS[release.rule]
    secrets: set[Hashable] = {cell for cell, one in shown.items() if one == SUPPRESSED}
    secrets |= {cell for cell in release.untold if display(release.figures[cell]) == "*"}
    for cell, then in release.before.items():
        if cell not in release.national and display(release.figures[cell] - then.count) == "*":
            secrets.add(("new", cell))
    return secrets


def _between(release: Release, cell: Cell, one: Shown) -> tuple[int, int]:
    """The counts that would have been shown so, tried out one by one."""
    if one == SUPPRESSED:
        return STARS_FROM[release.rule], MOST
    display = DISPLAYS[NATIONAL if cell in release.national else release.rule]
    near = range(max(int(one.text) - 10, 0), int(one.text) + 11)
    fitting = [count for count in near if display(count) == one.text]
    return min(fitting), max(fitting)


def _knowledge(release: Release, shown: Shows) -> tuple[dict[Hashable, tuple[int, int]], list]:
    bounds: dict[Hashable, tuple[int, int]] = dict.fromkeys(release.untold, (0, MOST))
    bounds |= {cell: _between(release, cell, one) for cell, one in shown.items()}
    for cell, one in release.earlier.items():
        both = zip(bounds[cell], _between(release, cell, one), strict=True)
        bounds[cell] = tuple(pick(pair) for pick, pair in zip((max, min), both, strict=True))
    rows = [(dict.fromkeys(one.parts, 1) | {one.total: -1}, 0, 0) for one in release.sums]
    for cell, then in release.before.items():
        bounds["then", cell], bounds["new", cell] = _between(release, cell, then.shown), (0, MOST)
        rows.append(({cell: 1, ("then", cell): -1, ("new", cell): -1}, 0, 0))
    for rate in release.rates:
        tenths = round(10 * rate.percent)
        rows.append(({rate.part: 2000, rate.whole: -(2 * tenths - 1)}, 0, np.inf))
        rows.append(({rate.part: 2000, rate.whole: -(2 * tenths + 1)}, -np.inf, 0))
    return bounds, rows


def _worked_out(release: Release, shown: Shows, secrets: Iterable[Hashable]) -> set[Hashable]:
    """Return the secrets whose least and greatest possible values are the same."""
    bounds, rows = _knowledge(release, shown)
    names = list(bounds)
    matrix = np.array([[factors.get(name, 0) for name in names] for factors, _, _ in rows], dtype=float)
    ties = LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows])
    limits = Bounds(*np.array(list(bounds.values()), dtype=float).T)
    least = dict.fromkeys(names, np.inf)
    most = dict.fromkeys(names, -np.inf)
    for secret in secrets:
        for way in (1, -1):
            if least[secret] < most[secret]:
                break
            aim = [way * (name == secret) for name in names]
            found = milp(aim, integrality=np.ones(len(names)), bounds=limits, constraints=ties)
            assert found.x is not None, f"the truth itself is possible, but the solver says: {found.message}"
            for name, value in zip(names, np.rint(found.x), strict=True):
                least[name], most[name] = min(least[name], value), max(most[name], value)
    return {secret for secret in secrets if least[secret] == most[secret]}
