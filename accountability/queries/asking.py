"""Where a figure is not one's own: whose it is, whether one is asked for it, and what to ask one's team for."""

from collections.abc import Sequence

from accountability.models import Breakdown, Family, MeasureVersion
from accountability.queries.figures import Figures
from accountability.queries.places import Place, label
from hileads.wording import lower_first

BY_GROUP = {
    Breakdown.DEPRIVATION_QUINTILE: ", by fifth of deprivation",
    Breakdown.DEPRIVATION_DECILE: ", by tenth of deprivation",
    Breakdown.ETHNICITY: ", by ethnic group",
    Breakdown.AGE: ", by age group",
    Breakdown.SEX: ", by sex",
    Breakdown.SEXUAL_ORIENTATION: ", by sexual orientation",
    Breakdown.DISABILITY: ", for disabled people and for others",
    Breakdown.LEARNING_DISABILITY: ", for people with a learning disability, autistic people and others",
    Breakdown.CARERS: ", for unpaid carers and for others",
    Breakdown.INCLUSION_GROUP: ", by inclusion health group",
    Breakdown.PAY_BAND: ", by pay band",
    Breakdown.REPRESENTATION: ", for the board, the workforce and the population served",
}
IN_WORDS = "This is told in words: it has no figure, and none is missing."


def note_on(
    version: MeasureVersion, organisation: Place, places: Sequence[Place], figures: Figures | None
) -> str:
    """Say whose figure is shown when it is not this organisation's own, and what to do about that."""
    if not version.has_number:
        return IN_WORDS
    if organisation is None:
        return (
            "" if figures else "We hold no figure for England. Choose an organisation on the measure's page."
        )
    if figures and figures.place == organisation:
        return ""
    if not version.is_asked_of(organisation):
        whose = f"These are {possessive(figures.place_label)} figures. " if figures else ""
        return (
            f"{whose}This is measured for {version.measured_for}, so none is missing for {organisation.name}."
        )
    if figures is None:
        looked = places[:1] if version.measure.organisation_id else places
        tried = " or ".join(label(place) for place in looked)
        return f"We hold no figure for {tried}."
    return f"These are {possessive(figures.place_label)} figures. We hold none for {organisation.name}."


def possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def what_to_ask(version: MeasureVersion, organisation: Place) -> str:
    """Return what to ask one's own team for, where nobody publishes the figure; "" where there can be none."""
    if not version.has_number:
        return f"{version.method} Say it for one period at a time."
    if not version.is_asked_of(organisation):
        return ""
    team = "workforce team" if version.measure.family == Family.WORKFORCE else "team"
    return f"Ask your {team} for {what_is_wanted(version)}."


def what_is_wanted(version: MeasureVersion) -> str:
    """Return the figure that one asks for, within a sentence."""
    by_group = BY_GROUP.get(Breakdown(version.breakdown), "")
    counted = lower_first(version.numerator)
    if version.denominator:
        return f"two counts: {counted}; out of {lower_first(version.denominator)}{by_group}"
    if version.measure.family == Family.WORKFORCE:
        return f"it: {counted}{by_group}"
    return f"the same figure for the people you serve{by_group}"
