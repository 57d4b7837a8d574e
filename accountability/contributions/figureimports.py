"""Files of figures: their states as a picture, for how long they are kept, and what they hold about people."""

from collections.abc import Iterator

from django.db.models import Q

from accountability.actions.figurefiles import dispose_figure_files
from accountability.models import ColumnMapping, FigureImport, FigureImportState
from accountability.policies.figureimports import FIGURE_IMPORT_CHANGES
from hileads.leads.models import User
from hileads.personal import (
    Facts,
    Fate,
    PersonalData,
    RetentionRule,
    each,
    personal_data,
    retention_rules,
)
from hileads.states import StateMachine, machines

LINKS = ("handed_in_by", "decided_by", "undone_by")


def figure_imports_by(person: User) -> Iterator[Facts]:
    """Files of figures that they handed in, decided on or undid."""
    had_a_part = Q(handed_in_by=person) | Q(decided_by=person) | Q(undone_by=person)
    rows = FigureImport.objects.filter(had_a_part).select_related("organisation", "handed_in_by")
    return each(
        rows.order_by("pk"),
        File="file_name",
        Organisation="organisation.name",
        State="get_state_display",
        Handed_in="handed_in_at",
        Who="handed_in_by.name",
        Decided="decided_at",
        Undone="undone_at",
    )


def columns_said_by(person: User) -> Iterator[Facts]:
    """What they said of the columns of files."""
    rows = ColumnMapping.objects.filter(said_by=person).select_related("organisation")
    return each(rows.order_by("pk"), Organisation="organisation.name", Headings="__str__", Said="said_at")


personal_data.add(
    "accountability.FigureImport",
    PersonalData(
        "Files of figures that you handed in or decided on",
        "People who may import figures of that organisation.",
        67,
        figure_imports_by,
        tuple(f"accountability.FigureImport.{link}" for link in LINKS),
    ),
)
personal_data.add(
    "accountability.ColumnMapping",
    PersonalData(
        "Columns of files of figures that you explained",
        "People who may import figures of that organisation.",
        68,
        columns_said_by,
        ("accountability.ColumnMapping.said_by",),
    ),
)
retention_rules.add(
    "files of figures",
    RetentionRule(
        "Files of figures that were handed in",
        "30 days",
        "counted from the day they were handed in",
        Fate.DELETED,
        "The figures themselves, and who brought them when, stay; rows to be mended are mended within days.",
        62,
        dispose_figure_files,
    ),
)
machines.add(
    "figure-imports",
    StateMachine(
        name="figure-imports",
        title="An import of figures",
        start=FigureImportState.CHECKING,
        changes=FIGURE_IMPORT_CHANGES,
        words={state: state.label for state in FigureImportState},
    ),
)
