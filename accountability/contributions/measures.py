"""The measures on other pages, and the loading of the shipped figures."""

from collections.abc import Mapping
from typing import Any

from accountability.actions.measures import load_catalogue, load_source
from accountability.queries.panels import first_visit_panel, organisation_panel, this_week_panel
from accountability.queries.work import resolve_measure
from accountability.reference.catalogue import catalogue, sources
from hileads.clock import today
from hileads.contributions import (
    LoadCounts,
    NavigationItem,
    Panel,
    ReferenceLoader,
    navigation,
    panels,
    reference_loaders,
    resolvers,
)
from hileads.leads.models import User


def load_shipped() -> Mapping[str, LoadCounts]:
    """Load the catalogue and every file of figures, as the portal itself."""
    portal = User.objects.system()
    loaded = {"Measures": load_catalogue(by=portal, entries=catalogue())}
    for entry in sources():
        loaded[f"Figures, rejected where not in the register ({entry.file.name})"] = load_source(
            by=portal, entry=entry
        )
    return loaded


def first_visit(user: User, subject: Any) -> Mapping[str, Any] | None:
    """One thing to know on the first visit."""
    return first_visit_panel(user, subject, today())


def this_week(user: User, subject: Any) -> Mapping[str, Any] | None:
    """What our measures say, in one sentence each."""
    return this_week_panel(user, subject, today())


navigation.add("measures", NavigationItem("Our measures", "measure-list", "measures", 60))
reference_loaders.add("measures", ReferenceLoader(40, load_shipped))
resolvers.add("accountability:measure", resolve_measure)
panels.add(
    "measures.first_visit", Panel("home.first_visit", "accountability/_first_visit.jinja", first_visit, 20)
)
panels.add("measures.this_week", Panel("home.this_week", "accountability/_this_week.jinja", this_week, 20))
panels.add(
    "measures.organisation",
    Panel("organisations.organisation", "accountability/_organisation_panel.jinja", organisation_panel, 30),
)
