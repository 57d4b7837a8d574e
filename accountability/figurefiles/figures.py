"""The numbers of one row: a figure that holds together, or a plain statement that there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from accountability.figurefiles.columns import BY_KEY
from accountability.statistics.formats import FIGURE_ENDINGS
from accountability.statistics.observations import State, Unit

COUNTS, MEASURED = ("numerator", "denominator"), ("value", "lower", "upper")
WITH_COMMAS = re.compile(r"\d{1,3}(,\d{3})+(?=\.|%|$)")
WHOLE = re.compile(r"\d{1,15}")
NUMBER = re.compile(r"(\d{1,15}(?:\.\d+)?(?:e[+-]\d{1,2})?)(%?)", re.IGNORECASE)
LARGEST = {Unit.PERCENT: 100.0, Unit.YEARS: 150.0, Unit.SCORE: 100.0}
SAY_WHY = "leave it empty and say in “State” why there is no figure."
STATES: Mapping[str, State] = {
    "value": State.VALUE,
    "zero": State.ZERO,
    "suppressed": State.SUPPRESSED,
    "hidden to protect people": State.SUPPRESSED,
    "missing": State.MISSING,
    "not reported": State.NOT_REPORTED,
    "not applicable": State.NOT_APPLICABLE,
    "does not apply": State.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known: its state, and where there is a figure its counts, value and limits in the measure's unit."""

    state: State
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None


def state_named(text: str, faults: list[str]) -> State | None:
    """Return the state that a text names; None for no text, and for one that is not known, which is a fault."""
    state = STATES.get(text.replace("_", " ").casefold())
    if text and state is None:
        faults.append(
            f"“State” says “{text}”. Write suppressed, missing, not reported or not applicable, or leave it empty "
            "where there is a figure."
        )
    return state


def blank(state: State, texts: Mapping[str, str], faults: list[str]) -> Numbers:
    """Return that there is no figure. Numbers beside that could give away what is hidden, so they are a fault."""
    filled = [f"“{BY_KEY[key].heading}”" for key in (*COUNTS, *MEASURED) if texts[key]]
    if filled:
        faults.append(
            f"“State” says “{texts['state']}”, so there must be no number, but {', '.join(filled)} "
            f"{'holds' if len(filled) == 1 else 'hold'} one. Empty it, or take the state out."
        )
    return Numbers(state)


def figure(unit: Unit, state: State | None, texts: Mapping[str, str], faults: list[str]) -> Numbers | None:
    """Return the figure of a row, or None with what does not hold together. `state` is what the row says, if it does."""
    before = len(faults)
    numerator, denominator = (_count(key, texts[key], faults) for key in COUNTS)
    value, lower, upper = (_number(key, texts[key], unit, faults) for key in MEASURED)
    if len(faults) > before:
        return None
    _check_counts(numerator, denominator, faults)
    if len(faults) == before and unit.multiplier and numerator is not None and denominator:
        counted = unit.multiplier * numerator / denominator
        _check_agrees(unit, texts["value"], value, (counted, numerator, denominator), faults)
        value = counted
    _check_value(value, state, faults, is_said=len(faults) > before)
    _check_limits(value, lower, upper, faults)
    if len(faults) > before or value is None:
        return None
    return Numbers(State.VALUE if value else State.ZERO, numerator, denominator, value, lower, upper)


def share(key: str, text: str, faults: list[str]) -> float | None:
    """Return a share in percent that says how good a figure is; None where it is not told."""
    return _number(key, text, Unit.PERCENT, faults)


def _check_counts(numerator: int | None, denominator: int | None, faults: list[str]) -> None:
    if (numerator is None) != (denominator is None):
        faults.append("Only one of “Numerator” and “Denominator” is given. Give both or neither.")
    elif denominator == 0:
        faults.append(
            "Out of nought there is no figure. Empty both counts and say in “State” whether that is “not reported” or "
            "“not applicable”."
        )
    elif numerator is not None and denominator is not None and numerator > denominator:
        faults.append(f"The numerator, {numerator:,}, is larger than the denominator, {denominator:,}.")


def _check_agrees(
    unit: Unit, text: str, value: float | None, of_counts: tuple[float, int, int], faults: list[str]
) -> None:
    """Check a percentage or rate that is given beside its counts, as exactly as it is written."""
    if value is None:
        return
    counted, numerator, denominator = of_counts
    places = len(text.rstrip("%").partition(".")[2])
    if abs(value - counted) > 0.5 * 10**-places + 1e-9:
        faults.append(
            f"“Value” says {text}, but {numerator:,} out of {denominator:,} is {counted:.{max(places, 1)}f}{FIGURE_ENDINGS[unit]}. "
            "Put right "
            "what is wrong, or leave “Value” empty."
        )


def _check_value(value: float | None, state: State | None, faults: list[str], *, is_said: bool) -> None:
    if value is None and not is_said:
        faults.append(
            "There is no figure and no state. Give “Value” or both counts, or say in “State” why there is none."
        )
    elif value and state is State.ZERO:
        faults.append("“State” says zero, but the figure is not 0.")


def _check_limits(value: float | None, lower: float | None, upper: float | None, faults: list[str]) -> None:
    if (lower is None) != (upper is None):
        faults.append("Only one of “Lower limit” and “Upper limit” is given. Give both or neither.")
    elif value is not None and lower is not None and upper is not None and not lower <= value <= upper:
        faults.append(f"The limits {lower:g} and {upper:g} do not lie on either side of the value {value:g}.")


def _count(key: str, text: str, faults: list[str]) -> int | None:
    if not text:
        return None
    plain = _without_commas(text)
    if not WHOLE.fullmatch(plain):
        faults.append(f"“{BY_KEY[key].heading}” says “{text}”. Write a whole number, or {SAY_WHY}")
        return None
    return int(plain)


def _number(key: str, text: str, unit: Unit, faults: list[str]) -> float | None:
    if not text:
        return None
    found = NUMBER.fullmatch(_without_commas(text))
    if not found or (found[2] and unit is not Unit.PERCENT):
        faults.append(f"“{BY_KEY[key].heading}” says “{text}”. Write a number, or {SAY_WHY}")
        return None
    number = float(found[1])
    if number > LARGEST.get(unit, inf):
        faults.append(f"“{BY_KEY[key].heading}” says {text}, but at most {LARGEST[unit]:g} can be.")
        return None
    return number


def _without_commas(text: str) -> str:
    return text.replace(",", "") if WITH_COMMAS.match(text) else text
