"""People keep their own entries right."""

from collections.abc import Mapping

import pghistory
from django.db import transaction

from hileads.clock import today
from hileads.leads.models import Appointment, User


@transaction.atomic
def edit_own_entries(*, by: User, name: str, post_titles: Mapping[int, str]) -> User:
    """Change one's own name, and what one's own posts are called, by appointment. Others' posts are passed over."""
    with pghistory.context(user=by.pk):
        if name.strip() != by.name:
            by.name = name.strip()
            by.save(update_fields=["name"])
        for post in Appointment.objects.live(today()).filter(user=by, pk__in=post_titles):
            if post_titles[post.pk].strip() != post.post_title:
                post.post_title = post_titles[post.pk].strip()
                post.save(update_fields=["post_title"])
    return by
