"""What the board's room holds about a person: what they own, wrote, cited, tried, froze, signed and exported."""

from collections.abc import Iterator

from django.db.models import Q

from accountability.actions.erasure import erase_name_from_changes
from accountability.models import Action, ActionNote, Citation, Export, Signature, Snapshot, TestOfChange
from hileads.leads.models import User
from hileads.personal import (
    CLOSED_NAME,
    Erasure,
    Facts,
    Fate,
    Forgetting,
    PersonalData,
    RetentionRule,
    each,
    erasures,
    forgettings,
    personal_data,
    retention_rules,
)

THE_BOARDROOM = "People appointed at that organisation who read its plan."
THE_REPORT = "People appointed at that organisation, and whoever the board shows the report to."


def actions_of(person: User) -> Iterator[Facts]:
    """Actions they own, wrote down or closed."""
    had_a_part = Q(owner=person) | Q(created_by=person) | Q(closed_by=person)
    return each(
        Action.objects.filter(had_a_part)
        .select_related("plan__organisation", "owner", "closed_by")
        .order_by("pk"),
        What="title",
        Organisation="plan.organisation.name",
        Who="owner.name",
        By_when="due_date",
        Why="why",
        First_step="first_step",
        State="get_state_display",
        Recorded="created_at",
        Closed_by="closed_by.name",
        Closed_because="closed_because",
    )


def notes_of(person: User) -> Iterator[Facts]:
    """What they wrote on actions."""
    rows = ActionNote.objects.filter(written_by=person).select_related("action").order_by("pk")
    return each(rows, Note="text", Kind="get_kind_display", Action="action.title", Written="written_at")


def citations_of(person: User) -> Iterator[Facts]:
    """What they cited, and why."""
    rows = Citation.objects.filter(cited_by=person).select_related("action", "resource").order_by("pk")
    return each(
        rows, Evidence="resource.title", Action="action.title", What_it_tells_us="reason", Cited="cited_at"
    )


def trials_of(person: User) -> Iterator[Facts]:
    """Trials that they started or decided."""
    had_a_part = Q(started_by=person) | Q(decided_by=person)
    return each(
        TestOfChange.objects.filter(had_a_part).select_related("action").order_by("pk"),
        What_we_try="change",
        What_we_expect="prediction",
        Action="action.title",
        Started="started_at",
        Decision="outcome",
        Because="because",
        Decided="decided_at",
    )


def frozen_by(person: User) -> Iterator[Facts]:
    """Reports that they froze."""
    rows = Snapshot.objects.filter(frozen_by=person).select_related("report__organisation").order_by("pk")
    return each(rows, Report="report.__str__", To="report.to_date", Frozen="frozen_at", Fingerprint="sha256")


def signatures_of(person: User) -> Iterator[Facts]:
    """Reports that they signed."""
    rows = Signature.objects.filter(signed_by=person).select_related("snapshot__report__organisation")
    return each(
        rows.order_by("pk"),
        Report="snapshot.report.__str__",
        To="snapshot.report.to_date",
        Signed="signed_at",
        Name="signed_name",
        Signed_as="signed_as",
    )


def exports_of(person: User) -> Iterator[Facts]:
    """Files of reports that they made."""
    rows = Export.objects.filter(exported_by=person).select_related("snapshot__report__organisation")
    return each(
        rows.order_by("pk"),
        Report="snapshot.report.__str__",
        Form="get_format_display",
        Exported="exported_at",
        Fingerprint="sha256",
    )


PARTS = (
    (
        "Actions that you own, wrote or closed",
        THE_BOARDROOM,
        actions_of,
        "Action",
        "owner created_by closed_by",
    ),
    ("Notes you wrote", THE_BOARDROOM, notes_of, "ActionNote", "written_by"),
    ("Evidence you cited", THE_BOARDROOM, citations_of, "Citation", "cited_by"),
    ("Trials you started or decided", THE_BOARDROOM, trials_of, "TestOfChange", "started_by decided_by"),
    ("Reports you froze", THE_REPORT, frozen_by, "Snapshot", "frozen_by"),
    ("Your signatures", THE_REPORT, signatures_of, "Signature", "signed_by"),
    ("Files of reports that you made", THE_REPORT, exports_of, "Export", "exported_by"),
)
for place, (heading, seen_by, things, model, keys) in enumerate(PARTS, start=60):
    links = tuple(f"accountability.{model}.{key}" for key in keys.split())
    personal_data.add(f"accountability.{model}", PersonalData(heading, seen_by, place, things, links))

forgettings.add(
    "accountability.ActionNote",
    Forgetting(columns=("text",), when=f"t.kind = 'change' AND t.text LIKE '%{CLOSED_NAME}%'"),
)
retention_rules.add(
    "plans",
    RetentionRule(
        "Plans: actions, notes, evidence cited, trials",
        "for good",
        "counted from nothing",
        Fate.KEPT,
        "They are the organisation's record of what it did about inequalities, and its successors inherit them.",
        60,
    ),
)
retention_rules.add(
    "reports",
    RetentionRule(
        "Board reports: frozen words, signatures, who exported what",
        "for good",
        "counted from the freezing",
        Fate.KEPT,
        "A signed report is a public record. The name under it stays, also when the account is closed.",
        61,
    ),
)
erasures.add(
    "plans",
    Erasure(
        "Plans",
        Fate.ANONYMISED,
        "What you wrote in plans belongs to the organisation and stays, without your name.",
        60,
        erase_name_from_changes,
    ),
)
erasures.add(
    "reports",
    Erasure(
        "Frozen reports and signatures",
        Fate.KEPT,
        "Reports that were frozen or signed stay as they are: a signature is the public record, with your name.",
        61,
    ),
)
