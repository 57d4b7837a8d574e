"""Who gets which page: one row for each of our routes. A route that is not here fails the sweeps."""

from dataclasses import dataclass, replace

OK, REFUSED, NOT_THERE, NOT_BY_GET, NO_FIGURES = 200, 403, 404, 405, 409


@dataclass(frozen=True)
class Door:
    """How a page answers people, by status. `host` is whose page it is: that person gets 200 (405 for a button); nobody, where it is "".

    `without_sign_in` says that nobody has to sign in; else anonymous people are sent to sign in.
    `sent_on` says that the address only leads to another one.
    """

    stranger: int
    leaver: int
    host: str = "lead"
    lead: int = OK
    without_sign_in: bool = False
    sent_on: bool = False
    is_button: bool = False


PUBLIC = Door(stranger=OK, leaver=OK, without_sign_in=True)
SIGNED_IN = Door(stranger=OK, leaver=OK)
APPOINTED = Door(stranger=OK, leaver=REFUSED)
SOMETHING_TO_READ = Door(stranger=OK, leaver=NOT_THERE)
OUR_PLAN = Door(stranger=NOT_THERE, leaver=NOT_THERE)
THE_SECRETARY = replace(OUR_PLAN, host="secretary", lead=REFUSED)
OUR_PEOPLE = Door(stranger=REFUSED, leaver=NOT_THERE)
OF_THE_SET = Door(stranger=NOT_THERE, leaver=NOT_THERE)
THE_FACILITATOR = replace(OF_THE_SET, host="facilitator", lead=REFUSED)
ONE_S_OWN = Door(stranger=NOT_THERE, leaver=NOT_THERE)
NATIONAL = Door(stranger=REFUSED, leaver=REFUSED, host="national_admin", lead=REFUSED)
THE_CURATOR = Door(stranger=NOT_THERE, leaver=NOT_THERE, host="curator", lead=NOT_THERE)
CLOSED = Door(stranger=NOT_THERE, leaver=NOT_THERE, host="", lead=NOT_THERE)


def button(door: Door) -> Door:
    """Return the same door for a route that only takes a POST."""
    return replace(door, is_button=True, lead=NOT_BY_GET if door.lead == OK else door.lead)


def leads_on(door: Door) -> Door:
    """Return the same door for an address that leads to another one."""
    return replace(door, sent_on=True)


DOORS: dict[str, Door] = {
    # The portal itself
    "": PUBLIC,
    "recommendations/": PUBLIC,
    "accessibility/": PUBLIC,
    "privacy/": PUBLIC,
    "cookies/": PUBLIC,
    "status/": PUBLIC,
    "favicon.ico": leads_on(PUBLIC),
    "health/live": PUBLIC,
    "health/ready": PUBLIC,
    "this-week/": SIGNED_IN,
    "search/": SIGNED_IN,
    "acting-for/": SIGNED_IN,
    # People and organisations
    "account/": SIGNED_IN,
    "account/email/": leads_on(SIGNED_IN),
    "messages/": SIGNED_IN,
    "messages/<uuid:public_id>/": ONE_S_OWN,
    "directory/": APPOINTED,
    "directory/<slug:code>/": SOMETHING_TO_READ,
    "directory/<slug:code>/people/": OUR_PEOPLE,
    "directory/<slug:code>/people/nominate/": OUR_PEOPLE,
    "directory/<slug:code>/people/still-right/": button(OUR_PEOPLE),
    "appointments/<uuid:public_id>/end/": replace(OUR_PEOPLE, host="secretary", lead=REFUSED),
    "invitations/<uuid:public_id>/": OUR_PEOPLE,
    "invitations/<uuid:public_id>/confirm/": button(OUR_PEOPLE),
    "invitations/<uuid:public_id>/send-again/": button(OUR_PEOPLE),
    "invitations/<uuid:public_id>/withdraw/": button(OUR_PEOPLE),
    "invitation/": PUBLIC,
    "invitation/<uuid:public_id>/<str:key>/": PUBLIC,
    "coverage/": NATIONAL,
    # My role
    "my-role/": APPOINTED,
    "my-role/guides/<slug:code>/": SOMETHING_TO_READ,
    "activities/": APPOINTED,
    "activities/<slug:code>/": SOMETHING_TO_READ,
    # Learning sets
    "learning-sets/": SIGNED_IN,
    "learning-sets/<uuid:public_id>/": OF_THE_SET,
    "learning-sets/sessions/<uuid:public_id>/": OF_THE_SET,
    "learning-sets/<uuid:public_id>/sessions/add/": THE_FACILITATOR,
    "learning-sets/sessions/<uuid:public_id>/answer/": OF_THE_SET,
    "learning-sets/sessions/<uuid:public_id>/calendar.ics": OF_THE_SET,
    "learning-sets/sessions/<uuid:public_id>/edit/": THE_FACILITATOR,
    "learning-sets/sessions/<uuid:public_id>/cancel/": THE_FACILITATOR,
    "learning-sets/sessions/<uuid:public_id>/commitment/": OF_THE_SET,
    "learning-sets/sessions/<uuid:public_id>/reflection/": OF_THE_SET,
    "learning-sets/commitments/<uuid:public_id>/": ONE_S_OWN,
    # Evidence
    "evidence/": APPOINTED,
    "evidence/<slug:code>/": SOMETHING_TO_READ,
    "evidence/policy/": APPOINTED,
    "evidence/policy/<slug:code>/": SOMETHING_TO_READ,
    # Our plan
    "plan/": SIGNED_IN,
    "plan/<slug:ods>/": OUR_PLAN,
    "plan/actions/add/": Door(stranger=REFUSED, leaver=NOT_THERE),
    "plan/<slug:ods>/actions/add/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/edit/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/note/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/close/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/reopen/": button(OUR_PLAN),
    "plan/actions/<uuid:public_id>/trials/add/": OUR_PLAN,
    "plan/trials/<uuid:public_id>/decide/": OUR_PLAN,
    "plan/cite/<slug:code>/": Door(stranger=REFUSED, leaver=NOT_THERE),
    # Our measures
    "measures/": APPOINTED,
    "measures/<slug:code>/": APPOINTED,
    "measures/<slug:code>/data.csv": replace(APPOINTED, stranger=NO_FIGURES),
    # Board report
    "report/": SIGNED_IN,
    "report/open/": Door(stranger=REFUSED, leaver=NOT_THERE),
    "report/<uuid:public_id>/": OUR_PLAN,
    "report/<uuid:public_id>/front-sheet/": OUR_PLAN,
    "report/<uuid:public_id>/narrative/": OUR_PLAN,
    "report/<uuid:public_id>/freeze/": THE_SECRETARY,
    "report/<uuid:public_id>/sign/": OUR_PLAN,
    "report/<uuid:public_id>/export/<slug:file_format>/": button(OUR_PLAN),
    # Ours among the pages of Wagtail
    "curate/login/": leads_on(PUBLIC),
    "curate/account/": leads_on(THE_CURATOR),
    "curate/choose-page/1": leads_on(THE_CURATOR),
    "curate/pages/": CLOSED,
}
"""By the address as the address plan writes it."""
