"""The pack that a leaver hands over: read it, write to whoever comes next, and take it."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from hileads.clock import today
from hileads.contributions import handover_sections
from hileads.frame.views import FormPage, PageView, PermissionRequired
from hileads.leads.actions import take_handover, write_handover_note
from hileads.leads.forms import HandoverNoteForm
from hileads.leads.models import Appointment
from hileads.leads.queries import Pack, PackSection, colleagues_of, pack_of
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can


class OfPost:
    """What the pages of one post's hand-over share."""

    permission: ClassVar[P | None] = P.HANDOVER_VIEW
    kwargs: dict[str, Any]
    subject: Appointment

    def get_subject(self) -> Appointment:
        """Return the post. A national post has no organisation whose work could be handed over."""
        posts = Appointment.objects.filter(organisation__isnull=False).select_related("user", "organisation")
        return get_object_or_404(posts, public_id=self.kwargs["public_id"])


class HandoverShow(OfPost, PageView):
    """Everything that whoever comes next should know, section by section."""

    template_name = "leads/handover_show.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            pack=pack_of(self.subject, self.person),
            is_own=self.subject.user_id == self.person.pk,
            may_edit=can(self.person, P.HANDOVER_EDIT, on=self.subject),
            may_take=can(self.person, P.HANDOVER_TAKE, on=self.subject),
            **kwargs,
        )


class HandoverSection(OfPost, FormPage):
    """One section: what there is, and a note to whoever comes next."""

    permission = P.HANDOVER_EDIT
    template_name = "leads/handover_section.jinja"
    form_class = HandoverNoteForm

    def get_subject(self) -> Appointment:
        if handover_sections.get(self.kwargs["section"]) is None:
            raise Http404
        return super().get_subject()

    @cached_property
    def part(self) -> PackSection:
        pack: Pack = pack_of(self.subject, self.person)
        return next(one for one in pack.sections if one.about.key == self.kwargs["section"])

    def get_initial(self) -> dict[str, Any]:
        note = self.part.note
        return {"text": note.text, "is_ready": note.is_ready} if note else {}

    def get_form_kwargs(self) -> dict[str, Any]:
        items = [item for item in self.part.items if item.transfer]
        people = colleagues_of(self.subject, today()) if items else []
        return super().get_form_kwargs() | {"items": items, "people": people}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(part=self.part, **kwargs)

    def form_valid(self, form: HandoverNoteForm) -> HttpResponse:
        write_handover_note(
            by=self.person, appointment=self.subject, section=self.kwargs["section"], **form.note()
        )
        return self.done("It is saved.", "handover-show", public_id=self.subject.public_id)


class HandoverTake(OfPost, PermissionRequired):
    """The button that says: I have read this."""

    permission = P.HANDOVER_TAKE

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        take_handover(by=self.person, appointment=self.subject)
        return self.done(
            "You have taken over. This page stays here to look things up.",
            "handover-show",
            public_id=self.subject.public_id,
        )
