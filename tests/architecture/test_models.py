"""Foreign keys only go down, and names say what a field holds."""

from django.apps import apps
from django.db import models

from tests.architecture.source import PACKAGES

FLOOR = {"hileads": 0, "induction": 1, "learning_sets": 1, "repository": 1, "accountability": 2}
THIRD_PARTY_TARGETS = {
    "wagtailcore.Revision",
    "wagtailcore.Workflow",
    "wagtailcore.Task",
    "pghistory.Context",
}
MADE_BY_WAGTAIL = {
    "first_published_at",
    "last_published_at",
    "go_live_at",
    "expire_at",
    "locked_at",
    "last_login",
}


def our_models() -> list[type[models.Model]]:
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in PACKAGES]
    assert len(ours) > 30
    return ours


def room_of(model: type[models.Model]) -> str:
    return model.__module__.split(".")[0]


def own_foreign_keys(model: type[models.Model]) -> list[models.ForeignKey]:
    return [field for field in model._meta.local_fields if isinstance(field, models.ForeignKey)]


def allowed(model: type[models.Model], target: type[models.Model]) -> bool:
    if room_of(target) not in FLOOR:
        return target._meta.label in THIRD_PARTY_TARGETS or target._meta.app_label.startswith("wagtail")
    here, there = FLOOR[room_of(model)], FLOOR[room_of(target)]
    return room_of(model) == room_of(target) or there < here


def test_foreign_keys_point_to_the_own_room_or_down():
    wrong = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in our_models()
        for field in own_foreign_keys(model)
        if not allowed(model, field.related_model)
    ]
    assert wrong == []


def test_no_generic_keys():
    assert [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.private_fields
        if type(field).__name__ == "GenericForeignKey"
    ] == []


def test_moments_end_in_at_and_days_in_date():
    wrong = []
    for model in our_models():
        if hasattr(model, "pgh_tracked_model"):
            continue
        for field in model._meta.local_fields:
            if field.name in MADE_BY_WAGTAIL or field.name.startswith("pgh_"):
                continue
            suffix = {"DateTimeField": "_at", "DateField": "_date"}.get(field.get_internal_type())
            if suffix and not field.name.endswith(suffix):
                wrong.append(f"{model._meta.label}.{field.name}")
    assert wrong == []


def test_every_date_range_says_it_ends_after_it_starts():
    wrong = []
    for model in our_models():
        fields = {field.name for field in model._meta.local_fields}
        if {"from_date", "to_date"} <= fields and not hasattr(model, "pgh_tracked_model"):
            names = [constraint.name for constraint in model._meta.constraints]
            if not [name for name in names if name.endswith(("after_start", "dates_follow"))]:
                wrong.append(model._meta.label)
    assert wrong == []
