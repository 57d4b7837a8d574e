"""This room in the curators' workshop: what is edited there."""

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hileads.curation.views import CuratedViewSet
from induction.models import Activity, ExampleMeasure, RoleGuide, TrainingTopic

TRUST = MultiFieldPanel(
    [FieldPanel("reviewed_date"), FieldPanel("review_due_date")], heading="How far to trust it"
)
CODE_HELP = "Part of its address here. It never changes."


class RoleGuideViewSet(CuratedViewSet):
    """What the role is, for one kind of organisation."""

    model = RoleGuide
    icon = "user"
    list_filter = ["organisation_kind", "live"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title", required_on_save=True),
                FieldPanel("code", required_on_save=True, help_text=CODE_HELP),
                FieldPanel("organisation_kind"),
                FieldPanel("summary"),
            ],
            heading="The guide",
        ),
        InlinePanel(
            "sections",
            label="Section",
            panels=[
                FieldPanel("heading"),
                FieldPanel("code", help_text="Part of its address."),
                FieldPanel("body"),
            ],
        ),
        TRUST,
    ]


class ActivityViewSet(CuratedViewSet):
    """What leads do."""

    model = Activity
    icon = "tasks"
    list_filter = ["quadrant", "live"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title", required_on_save=True),
                FieldPanel("code", required_on_save=True, help_text=CODE_HELP),
                FieldPanel("description"),
                FieldPanel("first_step"),
            ],
            heading="The activity",
        ),
        MultiFieldPanel(
            [
                FieldPanel("quadrant"),
                FieldPanel("focus"),
                FieldPanel("horizon"),
                FieldPanel("confidence"),
            ],
            heading="Its place among the board’s jobs",
        ),
        InlinePanel("suggested_measures", label="Measure", help_text="The first is the one suggested."),
        TRUST,
    ]


class ExampleMeasureViewSet(CuratedViewSet):
    """Ways to see whether something moved."""

    model = ExampleMeasure
    icon = "table"
    list_filter = ["horizon", "live"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title", required_on_save=True),
                FieldPanel("code", required_on_save=True, help_text=CODE_HELP),
                FieldPanel("description"),
                FieldPanel("how_to_see_it"),
                FieldPanel("horizon"),
                FieldPanel("measure_kind"),
                FieldPanel("group"),
            ],
            heading="The measure",
        ),
        TRUST,
    ]


class TrainingTopicViewSet(SnippetViewSet):
    """What leads wanted to learn about."""

    model = TrainingTopic
    icon = "pick"
    panels = [
        FieldPanel("title"),
        FieldPanel("code"),
        FieldPanel("description"),
        FieldPanel("why_it_matters"),
    ]


class InductionGroup(SnippetViewSetGroup):
    """The induction offer in the menu."""

    items = (RoleGuideViewSet, ActivityViewSet, ExampleMeasureViewSet, TrainingTopicViewSet)
    menu_label = "Induction"
    menu_icon = "user"
    menu_order = 200


register_snippet(InductionGroup)
