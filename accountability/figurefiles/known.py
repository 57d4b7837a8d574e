"""What the rows of a file may name: the measures as they are meant now, their groups, and one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accountability.statistics.formats import UNIT_NAMES
from accountability.statistics.observations import Group, Unit
from hileads.wording import lower_first

EVERYONE = "all"
ALSO_EVERYONE = ("", "all", "everyone")


@dataclass(frozen=True)
class KnownMeasure:
    """A measure that figures may be of: the number of its live version, and its groups in their order."""

    version_id: int
    code: str
    title: str
    unit: Unit
    groups: tuple[Group, ...]
    is_by_deprivation: bool = False

    @property
    def unit_name(self) -> str:
        return lower_first(UNIT_NAMES[self.unit])

    @property
    def group_keys(self) -> dict[str, str]:
        """Return the key of each group by everything that a file may call it, without case."""
        named = dict.fromkeys(ALSO_EVERYONE, EVERYONE)
        for group in self.groups:
            named |= {name.casefold(): group.key for name in (group.key, group.label, group.name)}
        return named


@dataclass(frozen=True)
class Known:
    """What a file is read against. `day` is today: no period and no publication lies after it.

    `one_is_most_deprived` is untrue of a file that numbers groups by deprivation from the other end.
    """

    day: date
    organisation_code: str
    organisation_name: str
    measures: Mapping[str, KnownMeasure]
    groups: Mapping[str, Mapping[str, str]]
    one_is_most_deprived: bool = True


def known_from(
    day: date, organisation_code: str, organisation_name: str, measures: list[KnownMeasure]
) -> Known:
    """Return what a file is read against, by what it may call each thing."""
    named = {name.casefold(): measure for measure in measures for name in (measure.title, measure.code)}
    groups = {measure.code: measure.group_keys for measure in measures}
    return Known(day, organisation_code, organisation_name, named, groups)
