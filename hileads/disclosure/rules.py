"""How the counts of each data set are shown, as data: what its publisher asks of whoever shows them.

Sources: NHS Digital, Disclosure control methodology for Hospital Episode Statistics and the Emergency Care Data Set, 2018;
the suppression rules of its mental health, community and maternity data sets; OpenSAFELY, Disclosure control of outputs.
"""

from dataclasses import dataclass
from math import inf

from hileads.disclosure.figures import SUPPRESSED, FigureState, Shown
from hileads.disclosure.tables import FEWEST

PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts from `least` to `most` are held back, the others shown to the nearest `step`.

    No count is held back where `most` is below `least`. Percentages have at most `decimals` (None: no limit).
    """

    name: str
    least: int
    most: int
    step: int = 1
    decimals: int | None = None

    def hides(self, count: int) -> bool:
        """Whether a count is too small to be shown."""
        return self.least <= count <= self.most

    def shown(self, count: float) -> Shown:
        """What may be shown of one count. Raises ValueError for what is no count of people."""
        whole = require_count(count)
        if self.hides(whole):
            return SUPPRESSED
        return Shown.of((whole + self.step // 2) // self.step * self.step)

    def possible(self, shown: Shown) -> tuple[int, float]:
        """The least and the most that a count can be, for a reader who knows this rule and sees this.

        A star may stand for a small count, or for a larger one that was hidden beside it: for any but nought where
        nought is shown. Nothing is known of a figure without a number.
        """
        if shown.number is None:
            return (0 if self.hides(0) or shown != SUPPRESSED else 1), inf
        reach = self.step // 2
        low, high = max(int(shown.number) - reach, 0), int(shown.number) + reach
        return self.most + 1 if self.hides(low) else low, self.least - 1 if self.hides(high) else high

    def percentage(self, part: Shown, whole: Shown, decimals: int = 1) -> Shown:
        """A percentage of two counts as they are shown, so that it tells nothing that they do not.

        It is held back if either count is. A whole of nobody has no percentage: it does not apply.
        """
        if SUPPRESSED in (part, whole):
            return SUPPRESSED
        if part.number is None or whole.number is None:
            return part if part.number is None else whole
        if not whole.number:
            return Shown(FigureState.NOT_APPLICABLE)
        places = decimals if self.decimals is None else min(decimals, self.decimals)
        return Shown.of(round(PER_CENT * part.number / whole.number, places))

    def average(self, value: float, people: int) -> Shown:
        """A mean or median, held back where it is of too few people."""
        return SUPPRESSED if self.hides(require_count(people)) else Shown.of(value)


HES = Rule("Hospital Episode Statistics and the Emergency Care Data Set", least=1, most=7, step=5)
MHSDS = Rule("Mental Health Services Data Set", least=0, most=4, step=5, decimals=0)
OPENSAFELY = Rule("OpenSAFELY", least=0, most=7, step=5)
NATIONAL = Rule("Counts for England as a whole", least=1, most=0)
OURS = Rule("Counts of the portal's own", least=1, most=FEWEST - 1)
RULES = {"hes": HES, "mhsds": MHSDS, "opensafely": OPENSAFELY, "national": NATIONAL, "ours": OURS}


def require_count(count: float) -> int:
    """The count as a whole number. Raises ValueError for one below 0, or with a fraction, or that is no number."""
    if not (count >= 0 and float(count).is_integer()):
        raise ValueError(f"A count of people is a whole number from 0 on: got {count}. Nothing was shown.")
    return int(count)
