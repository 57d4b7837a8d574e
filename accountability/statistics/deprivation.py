"""The fifths and tenths of deprivation, always listed from most to least deprived."""

from accountability.statistics.observations import Breakdown, Group

PARTS = {
    Breakdown.DEPRIVATION_QUINTILE: (5, "fifth"),
    Breakdown.DEPRIVATION_DECILE: (10, "tenth"),
}
ORDINALS = ("", "second ", "third ", "fourth ", "fifth ")


def deprivation_groups(breakdown: Breakdown) -> tuple[Group, ...]:
    """The five or ten groups, keyed "1" for the most deprived upwards.

    A breakdown that is not by deprivation raises KeyError.
    """
    count, part = PARTS[breakdown]
    return tuple(_group(number, count, part) for number in range(1, count + 1))


def deprivation_key(number: int, breakdown: Breakdown, *, one_is_most_deprived: bool) -> str:
    """The key of a publisher's numbered group. Publishers differ in which end they call 1.

    A number that the breakdown does not have raises ValueError.
    """
    count, part = PARTS[breakdown]
    if not 1 <= number <= count:
        raise ValueError(f"There is no {part} number {number}: they run from 1 to {count}.")
    return str(number if one_is_most_deprived else count + 1 - number)


def _group(number: int, count: int, part: str) -> Group:
    if 2 * number == count + 1:
        words = f"middle {part}"
    elif 2 * number <= count:
        words = f"{ORDINALS[number - 1]}most deprived {part}"
    else:
        words = f"{ORDINALS[count - number]}least deprived {part}"
    return Group(key=str(number), label=words.capitalize(), name=f"the {words}")
