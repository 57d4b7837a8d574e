"""The six states of a figure, kept apart, and how each is shown and said."""

from dataclasses import dataclass
from enum import StrEnum


class FigureState(StrEnum):
    """What is known. Only the first two carry a number, and none of the others is ever nought."""

    VALUE = "value"
    ZERO = "zero"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


SENTENCES = {
    FigureState.VALUE: "People were counted, and this is how many.",
    FigureState.ZERO: "People were counted, and there were none.",
    FigureState.SUPPRESSED: "Held back, because a small number could tell who is meant.",
    FigureState.MISSING: "There should be a figure here, but the source has none.",
    FigureState.NOT_REPORTED: "The organisation did not report this figure, or was exempt from reporting it.",
    FigureState.NOT_APPLICABLE: "There is nothing to count here: the measure does not apply.",
}
SIGNS = {
    FigureState.SUPPRESSED: "*",
    FigureState.MISSING: "missing",
    FigureState.NOT_REPORTED: "not reported",
    FigureState.NOT_APPLICABLE: "not applicable",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader gets for one figure: its state and, where there is one, its number.

    Raises ValueError for a state that does not fit the number.
    """

    state: FigureState
    number: float | None = None

    def __post_init__(self) -> None:
        has_number = self.state in {FigureState.VALUE, FigureState.ZERO}
        if has_number != (self.number is not None):
            raise ValueError("A value and a zero have a number, and nothing else has one.")
        if has_number and (self.number == 0) != (self.state is FigureState.ZERO):
            raise ValueError("A figure of 0 is a zero, and nothing else is.")

    @classmethod
    def of(cls, number: float) -> "Shown":
        """This number, as a value or a zero."""
        return cls(FigureState.VALUE if number else FigureState.ZERO, number)

    @property
    def text(self) -> str:
        """What stands in a cell: the number without a thousands mark, "*", or the state in words."""
        return SIGNS[self.state] if self.number is None else str(self.number).removesuffix(".0")

    @property
    def sentence(self) -> str:
        """What that means, in one plain sentence."""
        return SENTENCES[self.state]


SUPPRESSED = Shown(FigureState.SUPPRESSED)
