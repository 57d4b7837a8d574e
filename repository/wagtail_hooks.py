"""This room in the curators' workshop: what is edited there, and what follows a publication."""

from typing import Any

from django import forms
from django.dispatch import receiver
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Revision
from wagtail.signals import published, unpublished
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hileads.curation.views import CuratedViewSet
from hileads.leads.models import User
from repository.actions.search import record_publication, withdraw_from_search
from repository.models import PolicyItem, Population, Profession, Resource, Synonym, Topic


class ResourceViewSet(CuratedViewSet):
    """Publications worth a lead's time."""

    model = Resource
    icon = "doc-full"
    list_filter = ["kind", "level", "live"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title", required_on_save=True),
                FieldPanel(
                    "code",
                    required_on_save=True,
                    help_text="Part of its address here, for example wres-2023.",
                ),
                FieldPanel("publisher"),
                FieldPanel("published"),
                FieldPanel("url"),
                FieldPanel("kind"),
                FieldPanel("level"),
                FieldPanel("licence"),
            ],
            heading="The publication",
        ),
        MultiFieldPanel(
            [FieldPanel("summary"), FieldPanel("key_points"), FieldPanel("questions_for_board")],
            heading="What it says, in our words",
        ),
        MultiFieldPanel(
            [FieldPanel("strength"), FieldPanel("reviewed_date"), FieldPanel("review_due_date")],
            heading="How far to trust it",
        ),
        MultiFieldPanel(
            [
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
                FieldPanel("professions", widget=forms.CheckboxSelectMultiple),
                FieldPanel("populations", widget=forms.CheckboxSelectMultiple),
            ],
            heading="What it is filed under",
        ),
    ]


class PolicyItemViewSet(CuratedViewSet):
    """Dated policy."""

    model = PolicyItem
    icon = "calendar-alt"
    list_filter = ["status", "live"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title", required_on_save=True),
                FieldPanel("code", required_on_save=True, help_text="Part of its address here."),
                FieldPanel("publisher"),
                FieldPanel("date"),
                FieldPanel("status"),
                FieldPanel("superseded_by"),
                FieldPanel("url"),
            ],
            heading="The policy",
        ),
        MultiFieldPanel(
            [FieldPanel("summary"), FieldPanel("asks"), FieldPanel("binds"), FieldPanel("supports")],
            heading="What it means for a lead",
        ),
        MultiFieldPanel(
            [FieldPanel("reviewed_date"), FieldPanel("review_due_date")], heading="How far to trust it"
        ),
    ]


class RepositoryGroup(SnippetViewSetGroup):
    """The evidence and the policy timeline in the menu."""

    items = (ResourceViewSet, PolicyItemViewSet)
    menu_label = "Evidence"
    menu_icon = "doc-full"
    menu_order = 100


class TopicViewSet(SnippetViewSet):
    model = Topic
    panels = [FieldPanel("title"), FieldPanel("code")]


class ProfessionViewSet(SnippetViewSet):
    model = Profession
    panels = [FieldPanel("title"), FieldPanel("code")]


class PopulationViewSet(SnippetViewSet):
    model = Population
    panels = [FieldPanel("title"), FieldPanel("code")]


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    panels = [FieldPanel("words")]


class VocabularyGroup(SnippetViewSetGroup):
    """The words that resources are filed under and found by, in the menu of those who publish."""

    items = (TopicViewSet, ProfessionViewSet, PopulationViewSet, SynonymViewSet)
    menu_label = "Words"
    menu_icon = "tag"
    menu_order = 300


register_snippet(RepositoryGroup)
register_snippet(VocabularyGroup)


@receiver(published, sender=Resource, dispatch_uid="repository.record_publication")
def resource_published(instance: Resource, revision: Revision, **kwargs: Any) -> None:
    """A resource can be read from now on."""
    record_publication(by=User.objects.system(), resource=instance, revision=revision)


@receiver(unpublished, sender=Resource, dispatch_uid="repository.withdraw_from_search")
def resource_unpublished(instance: Resource, **kwargs: Any) -> None:
    """A resource can no longer be read."""
    withdraw_from_search(by=User.objects.system(), resource=instance)
