"""Who gets through which door: one row for each of our routes. A route that is not here fails the sweeps.

Every page is asked for by GET and by an empty POST, as everyone of the cast (`tests/actors.py`) and as nobody. A row
says who gets in and who is told why not (403); for all others there is no such page (404), and people who have not
signed in are sent to sign in. Getting in means anything but a refusal: a page, a way on, a form with its errors, or
"not now" (409). To add a route, find the door below whose people are yours, or write

    "things/<uuid:public_id>/edit/": door("secretary lead", tells_why=LIVE),

where the first person named is the page's host, as whom the other sweeps look at it. `tells_why` may name people who
get in: getting in comes first. `button(...)` is for a route that only takes a POST; `leads_on(...)` for an address
that only leads to another one. Where a form asks for more than its page, `posts=door(...)` says who may send it.
"""

from dataclasses import dataclass, replace

NOBODY = "nobody"
ALL = "lead deputy secretary lead_elsewhere regional_convenor national_admin curator facilitator stranger leaver"
LIVE = ALL.removesuffix(" leaver")


@dataclass(frozen=True)
class Door:
    """Who gets in, who is told why not, and whether nobody has to sign in."""

    lets_in: tuple[str, ...]
    tells_why: tuple[str, ...]
    without_sign_in: bool = False
    sent_on: bool = False
    is_button: bool = False
    shut_to_all: bool = False
    posts: "Door | None" = None

    @property
    def host(self) -> str:
        """Return whose page it is, as whom the sweeps look at it: "" where it is nobody's."""
        return self.lets_in[0] if self.lets_in else ""

    def answer_to(self, who: str, verb: str) -> str:
        """Return what somebody meets who comes by GET or by POST."""
        if verb == "post" and self.posts:
            return self.posts.answer_to(who, verb)
        if who == NOBODY and not self.shut_to_all:
            return "gets in" if self.without_sign_in else "is sent to sign in"
        if who in self.lets_in:
            return "gets in"
        return "is told why not" if who in self.tells_why else "finds nothing"


def door(lets_in: str, *, tells_why: str = "", **more: bool | Door) -> Door:
    """Return a door by the names of people, which stand in one line."""
    return Door(tuple(lets_in.split()), tuple(tells_why.split()), **more)  # type: ignore[arg-type]


def button(of: Door) -> Door:
    """Return the same door for a route that only takes a POST."""
    return replace(of, is_button=True)


def leads_on(of: Door) -> Door:
    """Return the same door for an address that leads to another one."""
    return replace(of, sent_on=True)


PUBLIC = door(ALL, without_sign_in=True)
SIGNED_IN = door(ALL)
APPOINTED = door(LIVE, tells_why="leaver")
SOMETHING_TO_READ = door(LIVE)
OUR_BOARDROOM = door("lead deputy secretary")
OUR_PLAN = door("lead deputy", tells_why="secretary")
OWN_PLAN = door("lead deputy lead_elsewhere", tells_why="secretary stranger")
THE_SECRETARY = door("secretary", tells_why="lead deputy")
THE_LEAD = door("lead", tells_why="deputy secretary")
THE_SUCCESSOR = door("deputy", tells_why="lead secretary")
OUR_PEOPLE = door("lead deputy secretary regional_convenor national_admin", tells_why=LIVE)
CONFIRMS_PEOPLE = door("lead regional_convenor national_admin", tells_why=LIVE)
APPOINTS_PEOPLE = door("secretary regional_convenor national_admin", tells_why=LIVE)
KEEPS_SEATS = door("national_admin", tells_why=LIVE)
KEEPS_PARTNERS = door("national_admin", tells_why=LIVE)
IMPORTS_FIGURES = door("lead deputy secretary national_admin", tells_why=LIVE)
OF_THE_SET = door("lead facilitator")
THE_FACILITATOR = door("facilitator", tells_why="lead")
ONE_S_OWN = door("lead")
SETS_UP = door("deputy " + ALL.replace("deputy ", ""))
NATIONAL = door("national_admin", tells_why=ALL)
THE_REGISTER = door("national_admin", tells_why=LIVE)
OFFERS_HELP = door("regional_convenor national_admin", tells_why=LIVE)
NATIONAL_ALONE = door("national_admin")
REGIONS = door("national_admin regional_convenor", tells_why=ALL)
CURATORS = door("curator national_admin")
CLOSED = door("")
FOR_A_MACHINE = door("", shut_to_all=True)

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
    "this-week/seen/": button(SIGNED_IN),
    "search/": SIGNED_IN,
    "acting-for/": SIGNED_IN,
    # People and organisations
    "account/": SIGNED_IN,
    "account/email/": leads_on(SIGNED_IN),
    "account/information/": SIGNED_IN,
    "account/information/download/": SIGNED_IN,
    "account/information/correct/": SIGNED_IN,
    "account/edit/": SIGNED_IN,
    "account/close/": SIGNED_IN,
    "accounts/close/": NATIONAL,
    "privacy/retention/": SIGNED_IN,
    "roles/": NATIONAL,
    "roles/<slug:role>/": NATIONAL,
    "privacy/disposals/": NATIONAL,
    "corrections/": NATIONAL,
    "corrections/<uuid:public_id>/": door("national_admin", tells_why="lead"),
    "account/sign-in/": SIGNED_IN,
    "account/sign-in/links/<int:number>/remove/": ONE_S_OWN,
    "account/oidc/<slug:key>/sign-in/": button(PUBLIC),
    "account/oidc/<slug:key>/link/": SIGNED_IN,
    "account/oidc/<slug:key>/return/": leads_on(PUBLIC),
    "account/oidc/<slug:key>/refused/<slug:reason>/": PUBLIC,
    "account/sessions/end/": button(SIGNED_IN),
    "account/sessions/<int:number>/end/": button(ONE_S_OWN),
    "account/lost-steps/": NATIONAL,
    "account/lost-steps/add/": SIGNED_IN,
    "account/lost-steps/<uuid:public_id>/stop/": button(ONE_S_OWN),
    "account/lost-steps/<uuid:public_id>/confirm/": button(NATIONAL_ALONE),
    "account/lost-steps/<uuid:public_id>/refuse/": button(NATIONAL_ALONE),
    "account/two-steps/": leads_on(SIGNED_IN),
    "account/2fa/": leads_on(SIGNED_IN),
    "account/2fa/reauthenticate/": SIGNED_IN,
    "account/2fa/totp/activate/": SETS_UP,
    "account/2fa/totp/deactivate/": ONE_S_OWN,
    "account/2fa/webauthn/": leads_on(SIGNED_IN),
    "account/2fa/webauthn/add/": SIGNED_IN,
    "account/2fa/webauthn/reauthenticate/": SIGNED_IN,
    "account/2fa/webauthn/keys/<int:pk>/remove/": ONE_S_OWN,
    "account/2fa/recovery-codes/": door("lead", posts=SIGNED_IN),
    "account/2fa/recovery-codes/generate/": SIGNED_IN,
    "messages/": SIGNED_IN,
    "messages/receipts/": FOR_A_MACHINE,
    "messages/<uuid:public_id>/<str:key>/invite.ics": PUBLIC,
    "messages/<uuid:public_id>/": ONE_S_OWN,
    "messages/choices/": SIGNED_IN,
    "messages/choices/<str:stream>/undo/": button(SIGNED_IN),
    "messages/resume/": button(SIGNED_IN),
    "messages/sending/": NATIONAL,
    "messages/sending/addresses/": button(NATIONAL),
    "messages/sending/<str:stream>/hold/": NATIONAL,
    "messages/sending/<str:stream>/release/": button(NATIONAL),
    "mail/<int:number>/<str:key>/": PUBLIC,
    "mail/<int:number>/<str:key>/stop/<str:stream>/": PUBLIC,
    "directory/": APPOINTED,
    "directory/<slug:code>/": SOMETHING_TO_READ,
    "directory/<slug:code>/expectation/": THE_REGISTER,
    "directory/<slug:code>/expectation/end/": THE_REGISTER,
    "directory/<slug:code>/offer-help/": OFFERS_HELP,
    "directory/<slug:code>/people/": OUR_PEOPLE,
    "directory/<slug:code>/people/nominate/": OUR_PEOPLE,
    "directory/<slug:code>/people/still-right/": button(OUR_PEOPLE),
    "appointments/<uuid:public_id>/end/": APPOINTS_PEOPLE,
    "appointments/<uuid:public_id>/deputy/": door(
        "lead secretary regional_convenor national_admin", tells_why=LIVE
    ),
    "appointments/<uuid:public_id>/time-and-support/": door("lead secretary", tells_why="deputy"),
    "delegations/<uuid:public_id>/": OUR_PEOPLE,
    "committees/": REGIONS,
    "directory/<slug:code>/committees/": SOMETHING_TO_READ,
    "directory/<slug:code>/committees/add/": KEEPS_SEATS,
    "committees/<uuid:public_id>/seats/add/": KEEPS_SEATS,
    "committees/<uuid:public_id>/end/": KEEPS_SEATS,
    "committees/seats/<uuid:public_id>/fill/": KEEPS_SEATS,
    "committees/seats/<uuid:public_id>/end/": KEEPS_SEATS,
    "committees/places/<uuid:public_id>/leave/": KEEPS_SEATS,
    "hand-overs/<uuid:public_id>/": OUR_BOARDROOM,
    "hand-overs/<uuid:public_id>/sections/<slug:section>/": OUR_BOARDROOM,
    "hand-overs/<uuid:public_id>/take/": button(THE_SUCCESSOR),
    "invitations/<uuid:public_id>/": OUR_PEOPLE,
    "invitations/<uuid:public_id>/confirm/": button(CONFIRMS_PEOPLE),
    "invitations/<uuid:public_id>/send-again/": button(OUR_PEOPLE),
    "invitations/<uuid:public_id>/withdraw/": button(OUR_PEOPLE),
    "role-names/": NATIONAL,
    "role-names/<slug:role>/": NATIONAL,
    "national-team/": NATIONAL,
    "national-team/nominate/": NATIONAL,
    "national-team/posts/<uuid:public_id>/end/": NATIONAL_ALONE,
    "national-team/invitations/<uuid:public_id>/": NATIONAL_ALONE,
    "national-team/invitations/<uuid:public_id>/confirm/": button(NATIONAL_ALONE),
    "national-team/invitations/<uuid:public_id>/send-again/": button(NATIONAL_ALONE),
    "national-team/invitations/<uuid:public_id>/withdraw/": button(NATIONAL_ALONE),
    "invitation/": PUBLIC,
    "invitation/<uuid:public_id>/<str:key>/": PUBLIC,
    "directory/<slug:code>/groupings/add/": THE_REGISTER,
    "directory/<slug:code>/partners/add/": KEEPS_PARTNERS,
    "directory/<slug:code>/partners/<slug:partner>/add/": KEEPS_PARTNERS,
    "directory/<slug:code>/partner/edit/": KEEPS_PARTNERS,
    "directory/<slug:code>/partner/close/": KEEPS_PARTNERS,
    "partners/areas/<uuid:public_id>/end/": KEEPS_PARTNERS,
    "groupings/<uuid:public_id>/": SOMETHING_TO_READ,
    "groupings/<uuid:public_id>/edit/": THE_REGISTER,
    "groupings/<uuid:public_id>/members/add/": THE_REGISTER,
    "groupings/members/<uuid:public_id>/end/": THE_REGISTER,
    "imports/": NATIONAL,
    "imports/add/": NATIONAL,
    "imports/<uuid:public_id>/": THE_REGISTER,
    "imports/<uuid:public_id>/confirm/": button(THE_REGISTER),
    "imports/<uuid:public_id>/discard/": button(THE_REGISTER),
    "imports/<uuid:public_id>/undo/": THE_REGISTER,
    "lead-imports/": NATIONAL,
    "lead-imports/template/<slug:file_format>/": NATIONAL,
    "lead-imports/invitations/": NATIONAL,
    "lead-imports/<uuid:public_id>/": NATIONAL_ALONE,
    "lead-imports/<uuid:public_id>/apply/": button(NATIONAL_ALONE),
    "lead-imports/<uuid:public_id>/to-mend/": NATIONAL_ALONE,
    "coverage/": REGIONS,
    "coverage/data.csv": REGIONS,
    "coverage/data.xlsx": REGIONS,
    "coverage/time-and-support/": NATIONAL,
    "coverage/time-and-support/data.csv": NATIONAL,
    "history/": NATIONAL,
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
    "plan/<slug:ods>/": OUR_BOARDROOM,
    "plan/actions/add/": OWN_PLAN,
    "plan/<slug:ods>/actions/add/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/": OUR_BOARDROOM,
    "plan/actions/<uuid:public_id>/edit/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/note/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/close/": OUR_PLAN,
    "plan/actions/<uuid:public_id>/reopen/": button(OUR_PLAN),
    "plan/actions/<uuid:public_id>/trials/add/": OUR_PLAN,
    "plan/trials/<uuid:public_id>/decide/": OUR_PLAN,
    "plan/cite/<slug:code>/": OWN_PLAN,
    # Our measures
    "measures/": APPOINTED,
    "measures/<slug:code>/": APPOINTED,
    "measures/<slug:code>/compare/": APPOINTED,
    "measures/board/": SIGNED_IN,
    "measures/board/<slug:ods>/": OUR_BOARDROOM,
    "measures/board/<slug:ods>/equal-footing/": OUR_BOARDROOM,
    "measures/board/<slug:ods>/summary/": OUR_BOARDROOM,
    "measures/board/<slug:ods>/choose/": OUR_BOARDROOM,
    "measures/board/<slug:ods>/<slug:code>/edit/": OUR_BOARDROOM,
    "measures/board/<slug:ods>/<slug:code>/ask/": OUR_BOARDROOM,
    "figures/requests/<uuid:public_id>/": OUR_BOARDROOM,
    "figures/requests/<uuid:public_id>/answer/": button(OUR_BOARDROOM),
    "figures/requests/<uuid:public_id>/withdraw/": button(OUR_BOARDROOM),
    "measures/<slug:code>/data.csv": APPOINTED,
    "figures/<slug:ods>/words/<slug:code>/add/": OUR_BOARDROOM,
    "figures/words/<uuid:public_id>/edit/": OUR_BOARDROOM,
    "catalogue/": NATIONAL,
    "catalogue/add/": NATIONAL,
    "catalogue/<slug:code>/edit/": NATIONAL,
    "catalogue/<slug:code>/retire/": NATIONAL,
    "figures/<slug:ods>/measures/add/": OUR_BOARDROOM,
    "figures/measures/<slug:code>/edit/": OUR_BOARDROOM,
    "figures/measures/<slug:code>/retire/": OUR_BOARDROOM,
    "figures/<slug:ods>/imports/": IMPORTS_FIGURES,
    "figures/<slug:ods>/imports/add/": IMPORTS_FIGURES,
    "figures/template/<slug:file_format>/": door(
        "lead deputy secretary lead_elsewhere national_admin", tells_why=ALL
    ),
    "figures/imports/<uuid:public_id>/": IMPORTS_FIGURES,
    "figures/imports/<uuid:public_id>/apply/": button(IMPORTS_FIGURES),
    "figures/imports/<uuid:public_id>/check-again/": button(IMPORTS_FIGURES),
    "figures/imports/<uuid:public_id>/columns/": IMPORTS_FIGURES,
    "figures/imports/<uuid:public_id>/discard/": button(IMPORTS_FIGURES),
    "figures/imports/<uuid:public_id>/undo/": IMPORTS_FIGURES,
    "figures/imports/<uuid:public_id>/to-mend/": IMPORTS_FIGURES,
    # Board report
    "report/": SIGNED_IN,
    "report/open/": door("secretary lead deputy lead_elsewhere", tells_why="stranger"),
    "report/<uuid:public_id>/": OUR_BOARDROOM,
    "report/<uuid:public_id>/front-sheet/": OUR_BOARDROOM,
    "report/<uuid:public_id>/narrative/": OUR_BOARDROOM,
    "report/<uuid:public_id>/freeze/": THE_SECRETARY,
    "report/<uuid:public_id>/sign/": THE_LEAD,
    "report/<uuid:public_id>/export/<slug:file_format>/": button(OUR_BOARDROOM),
    # Ours among the pages of Wagtail
    "curate/login/": leads_on(PUBLIC),
    "curate/account/": leads_on(CURATORS),
    "curate/choose-page/1": leads_on(CURATORS),
    "curate/pages/": CLOSED,
}
"""By the address as the address plan writes it."""
