"""Where the things of a world have their pages: what each route's address is made from."""

from collections.abc import Callable
from typing import Any

from hileads.leads.emails import key_of
from hileads.leads.models import User
from hileads.notifications.policies import choices_key
from tests.factories.messages import calendar_link_of
from tests.world import World


def _code(thing: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"code": getattr(world, thing).code}


def _id(thing: str) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"public_id": getattr(world, thing).public_id}


def _of_the_trust(world: World) -> dict[str, Any]:
    return {"code": world.cast.trust.code}


def _at_the_trust(world: World) -> dict[str, Any]:
    return {"ods": world.cast.trust.code}


def _of_the_board(world: World) -> dict[str, Any]:
    return {"ods": world.cast.trust.code, "code": world.version.measure.code}


def _at_the_provider(world: World) -> dict[str, Any]:
    return {"key": world.link.provider}


def _choices_of(person: User) -> dict[str, Any]:
    return {"number": person.pk, "key": choices_key(person)}


WHERE: dict[str, Callable[[World], dict[str, Any]]] = {
    "account/lost-steps/<uuid:public_id>/stop/": _id("step_loss"),
    "account/lost-steps/<uuid:public_id>/confirm/": _id("step_loss"),
    "account/lost-steps/<uuid:public_id>/refuse/": _id("step_loss"),
    "account/sign-in/links/<int:number>/remove/": lambda world: {"number": world.link.pk},
    "account/oidc/<slug:key>/sign-in/": _at_the_provider,
    "account/oidc/<slug:key>/link/": _at_the_provider,
    "account/oidc/<slug:key>/return/": _at_the_provider,
    "account/oidc/<slug:key>/refused/<slug:reason>/": lambda world: {
        "key": world.link.provider,
        "reason": "not-linked",
    },
    "account/sessions/<int:number>/end/": lambda world: {"number": world.elsewhere.pk},
    "account/2fa/webauthn/keys/<int:pk>/remove/": lambda world: {"pk": world.passkey.pk},
    "messages/<uuid:public_id>/": _id("message"),
    "messages/<uuid:public_id>/<str:key>/invite.ics": lambda world: calendar_link_of(world.message),
    "messages/choices/<str:stream>/undo/": lambda world: {"stream": "digest"},
    "messages/sending/<str:stream>/hold/": lambda world: {"stream": "sessions"},
    "messages/sending/<str:stream>/release/": lambda world: {"stream": "community"},
    "mail/<int:number>/<str:key>/": lambda world: _choices_of(world.cast.lead),
    "mail/<int:number>/<str:key>/stop/<str:stream>/": lambda world: {
        **_choices_of(world.cast.lead),
        "stream": "digest",
    },
    "directory/<slug:code>/": _of_the_trust,
    "directory/<slug:code>/expectation/": _of_the_trust,
    "directory/<slug:code>/expectation/end/": _of_the_trust,
    "directory/<slug:code>/offer-help/": _of_the_trust,
    "directory/<slug:code>/people/": _of_the_trust,
    "directory/<slug:code>/people/nominate/": _of_the_trust,
    "directory/<slug:code>/people/still-right/": _of_the_trust,
    "appointments/<uuid:public_id>/end/": lambda world: {
        "public_id": world.cast.deputy.appointments.get().public_id
    },
    "appointments/<uuid:public_id>/deputy/": lambda world: {
        "public_id": world.cast.lead.appointments.get().public_id
    },
    "appointments/<uuid:public_id>/time-and-support/": lambda world: {
        "public_id": world.cast.lead.appointments.get().public_id
    },
    "delegations/<uuid:public_id>/": _id("delegation"),
    "directory/<slug:code>/committees/": lambda world: {"code": world.cast.icb.code},
    "directory/<slug:code>/committees/add/": lambda world: {"code": world.cast.icb.code},
    "committees/<uuid:public_id>/seats/add/": lambda world: {
        "public_id": world.seat_held.seat.committee.public_id
    },
    "committees/<uuid:public_id>/end/": lambda world: {"public_id": world.seat_held.seat.committee.public_id},
    "committees/seats/<uuid:public_id>/fill/": lambda world: {"public_id": world.seat_held.seat.public_id},
    "committees/seats/<uuid:public_id>/end/": lambda world: {"public_id": world.seat_held.seat.public_id},
    "committees/places/<uuid:public_id>/leave/": _id("seat_held"),
    "hand-overs/<uuid:public_id>/": _id("post_left"),
    "hand-overs/<uuid:public_id>/sections/<slug:section>/": lambda world: {
        "public_id": world.post_left.public_id,
        "section": "contacts",
    },
    "hand-overs/<uuid:public_id>/take/": _id("post_left"),
    "invitations/<uuid:public_id>/": _id("nomination"),
    "invitations/<uuid:public_id>/confirm/": _id("nomination"),
    "invitations/<uuid:public_id>/send-again/": _id("invitation"),
    "invitations/<uuid:public_id>/withdraw/": _id("invitation"),
    "national-team/posts/<uuid:public_id>/end/": lambda world: {
        "public_id": world.cast.curator.appointments.get().public_id
    },
    "national-team/invitations/<uuid:public_id>/": _id("national_nomination"),
    "national-team/invitations/<uuid:public_id>/confirm/": _id("national_nomination"),
    "national-team/invitations/<uuid:public_id>/send-again/": _id("national_nomination"),
    "national-team/invitations/<uuid:public_id>/withdraw/": _id("national_nomination"),
    "lead-imports/template/<slug:file_format>/": lambda _: {"file_format": "xlsx"},
    "lead-imports/<uuid:public_id>/": _id("lead_import"),
    "lead-imports/<uuid:public_id>/apply/": _id("lead_import"),
    "lead-imports/<uuid:public_id>/to-mend/": _id("lead_import"),
    "invitation/<uuid:public_id>/<str:key>/": lambda world: {
        "public_id": world.invitation.public_id,
        "key": key_of(world.invitation),
    },
    "role-names/<slug:role>/": lambda world: {"role": "board_secretary"},
    "roles/<slug:role>/": lambda world: {"role": "board_secretary"},
    "corrections/<uuid:public_id>/": _id("correction"),
    "directory/<slug:code>/groupings/add/": lambda world: {"code": world.cast.icb.code},
    "directory/<slug:code>/partners/add/": lambda world: {"code": world.cast.icb.code},
    "directory/<slug:code>/partners/<slug:partner>/add/": lambda world: {
        "code": world.cast.icb.code,
        "partner": world.partner.code,
    },
    "directory/<slug:code>/partner/edit/": _code("partner"),
    "directory/<slug:code>/partner/close/": _code("partner"),
    "partners/areas/<uuid:public_id>/end/": lambda world: {"public_id": world.partner.areas.get().public_id},
    "groupings/<uuid:public_id>/": _id("grouping"),
    "groupings/<uuid:public_id>/edit/": _id("grouping"),
    "groupings/<uuid:public_id>/members/add/": _id("grouping"),
    "groupings/members/<uuid:public_id>/end/": _id("grouping_member"),
    "imports/<uuid:public_id>/": _id("proposal"),
    "imports/<uuid:public_id>/confirm/": _id("proposal"),
    "imports/<uuid:public_id>/discard/": _id("proposal"),
    "imports/<uuid:public_id>/undo/": _id("imported"),
    "learning-sets/<uuid:public_id>/": _id("learning_set"),
    "learning-sets/<uuid:public_id>/sessions/add/": _id("learning_set"),
    "learning-sets/commitments/<uuid:public_id>/": _id("commitment"),
    "learning-sets/sessions/<uuid:public_id>/": _id("session"),
    "learning-sets/sessions/<uuid:public_id>/edit/": _id("session"),
    "learning-sets/sessions/<uuid:public_id>/cancel/": _id("session"),
    "learning-sets/sessions/<uuid:public_id>/answer/": _id("session"),
    "learning-sets/sessions/<uuid:public_id>/calendar.ics": _id("session"),
    "learning-sets/sessions/<uuid:public_id>/commitment/": _id("session_held"),
    "learning-sets/sessions/<uuid:public_id>/reflection/": _id("session_held"),
    "my-role/guides/<slug:code>/": _code("guide"),
    "activities/<slug:code>/": _code("activity"),
    "evidence/<slug:code>/": _code("resource"),
    "evidence/policy/<slug:code>/": _code("policy"),
    "plan/<slug:ods>/": _at_the_trust,
    "plan/<slug:ods>/actions/add/": _at_the_trust,
    "plan/actions/<uuid:public_id>/": _id("action"),
    "plan/actions/<uuid:public_id>/edit/": _id("action"),
    "plan/actions/<uuid:public_id>/note/": _id("action"),
    "plan/actions/<uuid:public_id>/close/": _id("action"),
    "plan/actions/<uuid:public_id>/reopen/": _id("action"),
    "plan/actions/<uuid:public_id>/trials/add/": _id("action"),
    "plan/trials/<uuid:public_id>/decide/": _id("trial"),
    "plan/cite/<slug:code>/": _code("resource"),
    "figures/<slug:ods>/imports/": _at_the_trust,
    "figures/<slug:ods>/imports/add/": _at_the_trust,
    "figures/template/<slug:file_format>/": lambda _: {"file_format": "ods"},
    "figures/imports/<uuid:public_id>/": _id("figure_import"),
    "figures/imports/<uuid:public_id>/apply/": _id("figure_import"),
    "figures/imports/<uuid:public_id>/check-again/": _id("figure_import"),
    "figures/imports/<uuid:public_id>/columns/": _id("figures_asking"),
    "figures/imports/<uuid:public_id>/discard/": _id("figure_import"),
    "figures/imports/<uuid:public_id>/undo/": _id("figures_imported"),
    "figures/imports/<uuid:public_id>/to-mend/": _id("figure_import"),
    "measures/board/<slug:ods>/": _at_the_trust,
    "measures/board/<slug:ods>/equal-footing/": _at_the_trust,
    "measures/board/<slug:ods>/summary/": _at_the_trust,
    "measures/board/<slug:ods>/choose/": _at_the_trust,
    "measures/board/<slug:ods>/<slug:code>/edit/": _of_the_board,
    "measures/board/<slug:ods>/<slug:code>/ask/": _of_the_board,
    "figures/requests/<uuid:public_id>/": _id("figure_request"),
    "figures/requests/<uuid:public_id>/answer/": _id("figure_request"),
    "figures/requests/<uuid:public_id>/withdraw/": _id("figure_request"),
    "figures/<slug:ods>/words/<slug:code>/add/": lambda world: {
        "ods": world.cast.trust.code,
        "code": world.telling.measure.code,
    },
    "figures/words/<uuid:public_id>/edit/": _id("telling"),
    "catalogue/<slug:code>/edit/": lambda world: {"code": world.version.measure.code},
    "catalogue/<slug:code>/retire/": lambda world: {"code": world.version.measure.code},
    "figures/<slug:ods>/measures/add/": _at_the_trust,
    "figures/measures/<slug:code>/edit/": lambda world: {"code": world.own_measure.measure.code},
    "figures/measures/<slug:code>/retire/": lambda world: {"code": world.own_measure.measure.code},
    "measures/<slug:code>/": lambda world: {"code": world.version.measure.code},
    "measures/<slug:code>/compare/": lambda world: {"code": world.version.measure.code},
    "measures/<slug:code>/data.csv": lambda world: {"code": world.version.measure.code},
    "report/<uuid:public_id>/": _id("report"),
    "report/<uuid:public_id>/front-sheet/": _id("report"),
    "report/<uuid:public_id>/narrative/": _id("report"),
    "report/<uuid:public_id>/freeze/": _id("report"),
    "report/<uuid:public_id>/sign/": _id("frozen_report"),
    "report/<uuid:public_id>/export/<slug:file_format>/": lambda world: {
        "public_id": world.frozen_report.public_id,
        "file_format": "xlsx",
    },
}
"""What varies in the address of each of our routes, by the address as the address plan writes it."""
