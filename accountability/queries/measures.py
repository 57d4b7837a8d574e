"""The catalogue as one organisation sees it: its own figure, or whose is the nearest, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from accountability.models import (
    Action,
    ActionState,
    Breakdown,
    Family,
    Measure,
    MeasureVersion,
    Observation,
    Telling,
)
from accountability.queries.analyses import Analysis, analyses
from accountability.queries.asking import note_on, what_to_ask
from accountability.queries.charts import Picture, pictures
from accountability.queries.figures import Figures, figures_at, key_of, most_local
from accountability.queries.places import Place, nearest_places
from accountability.queries.tables import Table, earlier_table, figures_table
from accountability.queries.tellings import tellings_on
from hileads.leads.models import User
from hileads.organisations.models import Organisation
from hileads.permissions.catalogue import P
from hileads.permissions.checks import scope

SENTENCES_THIS_WEEK = 3


@dataclass(frozen=True)
class MeasureLine:
    """One measure in a list: whose figure it shows and why, or why there is none.

    `is_asked` says whether the organisation is one of those that have figures of it.
    """

    version: MeasureVersion
    figures: Figures | None
    note: str
    is_asked: bool
    actions: int = 0

    @property
    def is_own(self) -> bool:
        return not self.note and self.figures is not None

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to show but that no figure is held."""
        return self.version.has_number and self.figures is None and not self.actions


@dataclass(frozen=True)
class MeasurePage:
    """A measure at one place, with everything its page shows."""

    version: MeasureVersion
    figures: Figures | None
    note: str
    ask: str
    tellings: Sequence[Telling]
    pictures: Sequence[Picture]
    analyses: Sequence[Analysis]
    table: Table | None
    earlier: Table | None
    others: Sequence[Figures]
    predecessors: Sequence[Organisation]
    organisations: Sequence[Organisation]
    actions: Sequence[Action]
    former: Sequence[MeasureVersion]


def live_versions(organisation: Place = None) -> QuerySet[MeasureVersion]:
    """Return the catalogue: each measure as it is meant now, in the order in which pages list them.

    In: what is everybody's, and what is this organisation's own.
    """
    return in_order(MeasureVersion.objects.in_use().used_at(organisation))


def in_order(versions: QuerySet[MeasureVersion]) -> QuerySet[MeasureVersion]:
    """Return versions with their measures, as pages list them."""
    return versions.select_related("measure__organisation").order_by("measure__position", "measure__code")


def versions_to_choose(action: Action) -> list[MeasureVersion]:
    """Return what an action may be measured by: the catalogue, and what it is measured by if that is retired."""
    organisation = action.plan.organisation
    kept = MeasureVersion.objects.meant_now().filter(measure=action.measure_id)
    return list(in_order(MeasureVersion.objects.in_use().used_at(organisation) | kept))


def versions_shown_to(user: User) -> QuerySet[MeasureVersion]:
    """Return what this person may look at: everybody's measures, and those of organisations whose own they may see.

    Also what a measure meant before, and what is retired.
    """
    own = scope(Measure.objects.filter(organisation__isnull=False), user, P.LOCAL_MEASURE_VIEW)
    shown = Q(measure__organisation__isnull=True) | Q(measure__in=own.values("pk"))
    return in_order(MeasureVersion.objects.filter(shown))


def former_versions(version: MeasureVersion) -> list[MeasureVersion]:
    """Return what the measure means or meant otherwise, the newest first."""
    return list(version.measure.versions.exclude(pk=version.pk).order_by("-number"))


def measure_lines(organisation: Place, user: User, *, on: date) -> list[MeasureLine]:
    """Return every measure for this organisation's list. The same number of queries however many there are."""
    versions = list(live_versions(organisation))
    places = nearest_places(organisation, on)
    found = figures_at(versions, places)
    counted = _action_counts(user, organisation)
    return [
        MeasureLine(
            version,
            figures,
            note_on(version, organisation, places, figures),
            version.is_asked_of(organisation),
            counted.get(version.measure_id, 0),
        )
        for version in versions
        for figures in [most_local(found, version, places)]
    ]


def families(lines: Sequence[MeasureLine]) -> list[tuple[str, list[MeasureLine]]]:
    """Return the lines under their two headings, in the same form under each."""
    return [
        (family.label, [line for line in lines if line.version.measure.family == family]) for family in Family
    ]


def measure_page(
    version: MeasureVersion, organisation: Place, chosen: Place, user: User, *, on: date, is_chosen: bool
) -> MeasurePage:
    """Return a measure's page: at the place that was chosen, else at the most local one with figures."""
    places = nearest_places(organisation, on)
    wanted = [chosen] if is_chosen else places
    found = figures_at([version], list(dict.fromkeys([*wanted, *places])))
    figures = most_local(found, version, wanted)
    return MeasurePage(
        version=version,
        figures=figures,
        note=note_on(version, chosen if is_chosen else organisation, wanted, figures),
        ask=what_to_ask(version, organisation),
        tellings=tellings_on(version, organisation, user),
        pictures=pictures(figures.series) if figures else (),
        analyses=analyses(figures) if figures else (),
        table=figures_table(figures) if figures else None,
        earlier=earlier_table(figures) if figures and figures.earlier else None,
        others=[
            found[key_of(version, place)]
            for place in places
            if key_of(version, place) in found and (figures is None or place != figures.place)
        ],
        predecessors=_predecessors(
            version, [place for place in wanted if key_of(version, place) not in found]
        ),
        organisations=organisations_with(version),
        actions=actions_on(version, organisation, user),
        former=former_versions(version),
    )


def figures_shown(
    version: MeasureVersion, organisation: Place, chosen: Place, *, on: date, is_chosen: bool
) -> Figures | None:
    """Return the figures that a measure's page shows, without anything else of the page."""
    places = [chosen] if is_chosen else nearest_places(organisation, on)
    return most_local(figures_at([version], places), version, places)


def organisations_with(version: MeasureVersion) -> list[Organisation]:
    """Return every organisation with figures for this measure, by name and by nothing else."""
    held = Observation.objects.current().filter(version=version, organisation__isnull=False)
    return list(Organisation.objects.filter(pk__in=held.values("organisation")).by_name())


def actions_on(version: MeasureVersion, organisation: Place, user: User) -> list[Action]:
    """Return the organisation's own actions that this measure belongs to, with their trials, if this person may see them."""
    rows = Action.objects.filter(measure=version.measure_id, plan__organisation=organisation)
    seen = scope(rows, user, P.PLAN_VIEW).select_related("owner").prefetch_related("trials")
    return list(seen.order_by("due_date", "pk"))


def held_at(versions: Sequence[MeasureVersion], places: Sequence[Place]) -> list[Figures]:
    """Return each version's most local figures that apply, in the order of the versions."""
    found = figures_at(versions, places)
    held = [figures for version in versions if (figures := most_local(found, version, places))]
    return [figures for figures in held if figures.applies]


def sentences(organisation: Place, measures: set[int], *, on: date) -> list[Figures]:
    """Return the few measures worth a sentence each: those of the plan first, then the most local ones.

    Inequality measures that compare nobody, such as waits of women alone, come after all others.
    """
    places = nearest_places(organisation, on)
    held = held_at(list(live_versions(organisation)), places)
    held.sort(
        key=lambda row: (
            row.version.measure_id not in measures,
            _compares_nobody(row.version),
            places.index(row.place),
        )
    )
    return held[:SENTENCES_THIS_WEEK]


def published_of(organisation: Organisation) -> list[Figures]:
    """Return the figures that are held of this very organisation, in the catalogue's order."""
    return held_at(list(live_versions()), [organisation])


def one_thing_to_know(organisation: Place, *, on: date) -> MeasureLine | None:
    """Return the most local figure on inequality, for someone who is here for the first time.

    One that compares groups if there is any.
    """
    versions = live_versions().filter(measure__family=Family.INEQUALITY)
    places = nearest_places(organisation, on)
    held = held_at(list(versions), places)
    figures = min(
        held, key=lambda row: (_compares_nobody(row.version), places.index(row.place)), default=None
    )
    if figures is None:
        return None
    version = figures.version
    note = note_on(version, organisation, places, figures)
    return MeasureLine(version, figures, note, version.is_asked_of(organisation))


def _compares_nobody(version: MeasureVersion) -> bool:
    """Say whether a measure of inequality is of one group alone."""
    return version.measure.family == Family.INEQUALITY and version.breakdown == Breakdown.NONE


def _action_counts(user: User, organisation: Place) -> dict[int, int]:
    rows = Action.objects.filter(plan__organisation=organisation, measure__isnull=False)
    seen = scope(rows, user, P.PLAN_VIEW).exclude(state=ActionState.STOPPED).order_by()
    return {row["measure"]: row["number"] for row in seen.values("measure").annotate(number=Count("pk"))}


def _predecessors(version: MeasureVersion, places: Sequence[Place]) -> list[Organisation]:
    """Return organisations whose duties these took over and that have figures, which are never added up."""
    held = Observation.objects.current().filter(version=version)
    rows = Organisation.objects.filter(
        Q(successions__successor__in=[place.pk for place in places if place]),
        pk__in=held.values("organisation"),
    )
    return list(rows.distinct().by_name()) if places else []
