"""One readable table: what each role may do, and how far it reaches."""

from hileads.leads.models import Area, Role
from hileads.permissions.catalogue import P

EVERYONE_APPOINTED = frozenset({P.ORGANISATION_VIEW, P.CONTENT_VIEW, P.MEASURE_VIEW})
"""What any live appointment gives, at every organisation."""

READS_THE_BOARDROOM = frozenset(
    {P.BOARD_VIEW, P.LOCAL_MEASURE_VIEW, P.PLAN_VIEW, P.REPORT_VIEW, P.SUPPORT_VIEW}
)

SITS_IN_THE_BOARDROOM = READS_THE_BOARDROOM | {P.FIGURE_ASK}

HANDS_OVER = frozenset({P.HANDOVER_VIEW, P.HANDOVER_EDIT})

ROLES: dict[Role, frozenset[P]] = {
    Role.EXECUTIVE_LEAD: SITS_IN_THE_BOARDROOM
    | HANDS_OVER
    | {
        P.BOARD_EDIT,
        P.FIGURE_IMPORT,
        P.LOCAL_MEASURE_EDIT,
        P.PARTNER_EDIT,
        P.SEAT_EDIT,
        P.PLAN_EDIT,
        P.REPORT_EDIT,
        P.REPORT_SIGN,
        P.REPORT_EXPORT,
        P.NOMINATION_ADD,
        P.NOMINATION_CONFIRM,
        P.PROVISION_VIEW,
        P.PROVISION_EDIT,
    },
    Role.DEPUTY: SITS_IN_THE_BOARDROOM
    | HANDS_OVER
    | {
        P.BOARD_EDIT,
        P.FIGURE_IMPORT,
        P.LOCAL_MEASURE_EDIT,
        P.NOMINATION_ADD,
        P.PARTNER_EDIT,
        P.PLAN_EDIT,
        P.PROVISION_VIEW,
        P.REPORT_EDIT,
        P.REPORT_EXPORT,
    },
    Role.TEAM_MEMBER: SITS_IN_THE_BOARDROOM | {P.FIGURE_IMPORT, P.LOCAL_MEASURE_EDIT, P.PLAN_EDIT},
    Role.EQUALITY_LEAD: SITS_IN_THE_BOARDROOM,
    Role.BOARD_SECRETARY: SITS_IN_THE_BOARDROOM
    | HANDS_OVER
    | {
        P.BOARD_EDIT,
        P.FIGURE_IMPORT,
        P.LOCAL_MEASURE_EDIT,
        P.PARTNER_EDIT,
        P.SEAT_EDIT,
        P.REPORT_EDIT,
        P.REPORT_FREEZE,
        P.REPORT_EXPORT,
        P.APPOINTMENT_EDIT,
        P.NOMINATION_ADD,
        P.DELEGATION_EDIT,
        P.GROUPING_EDIT,
        P.PROVISION_VIEW,
        P.PROVISION_EDIT,
    },
    Role.NON_EXECUTIVE_CHAMPION: SITS_IN_THE_BOARDROOM,
    Role.CHAIR: SITS_IN_THE_BOARDROOM,
    Role.FACILITATOR: frozenset({P.SET_ADD}),
    Role.REGIONAL_CONVENOR: frozenset(
        {
            P.APPOINTMENT_EDIT,
            P.COVERAGE_VIEW,
            P.DELEGATION_EDIT,
            P.NOMINATION_ADD,
            P.NOMINATION_CONFIRM,
            P.SUPPORT_OFFER,
            P.SUPPORT_VIEW,
        }
    ),
    Role.CURATOR: frozenset({P.CONTENT_EDIT}),
    Role.NATIONAL_ADMIN: frozenset(
        {
            P.ACCOUNT_CLOSE,
            P.APPOINTMENT_EDIT,
            P.CONTENT_EDIT,
            P.CONTENT_PUBLISH,
            P.CORRECTION_ANSWER,
            P.CORRECTION_VIEW,
            P.COVERAGE_VIEW,
            P.DELEGATION_EDIT,
            P.DISPOSAL_VIEW,
            P.EXPECTATION_EDIT,
            P.FIGURE_IMPORT,
            P.GROUPING_EDIT,
            P.HISTORY_VIEW,
            P.LEAD_IMPORT,
            P.MEASURE_EDIT,
            P.MESSAGE_STOP,
            P.MESSAGE_WATCH,
            P.NATIONAL_APPOINTMENT_EDIT,
            P.NOMINATION_ADD,
            P.NOMINATION_CONFIRM,
            P.ORGANISATION_IMPORT,
            P.PARTNER_EDIT,
            P.PROVISION_COUNT,
            P.ROLE_LOOK,
            P.ROLE_NAME_EDIT,
            P.SEAT_EDIT,
            P.SECOND_STEP_RESET,
            P.SUPPORT_OFFER,
            P.SUPPORT_VIEW,
        }
    ),
}
"""A role's rights reach the appointment's organisation; at a region, all within it; nationally, everywhere."""

AT_ITS_PARTNERS = frozenset({P.PARTNER_EDIT, P.NOMINATION_ADD, P.NOMINATION_CONFIRM, P.APPOINTMENT_EDIT})
"""What whoever holds `partner_edit` at an integrated care board may do at the partners that work in its area."""

AT_A_PARTNER = EVERYONE_APPOINTED | {P.SET_ADD}
"""What a role gives at a partner at most: it has no plan, board report or entries of its own to keep here."""

AREAS: dict[Area, frozenset[P]] = {
    Area.PLAN: frozenset({P.PLAN_VIEW, P.PLAN_EDIT}),
    Area.REPORT: frozenset({P.BOARD_VIEW, P.BOARD_EDIT, P.REPORT_VIEW, P.REPORT_EDIT, P.REPORT_EXPORT}),
    Area.PEOPLE: frozenset({P.NOMINATION_ADD, P.NOMINATION_CONFIRM}),
}
"""What acting for somebody gives, area by area, as far as their role gives it to them. Nobody signs for another."""

TAKES_PART = frozenset({P.SET_VIEW, P.SESSION_VIEW, P.SESSION_ANSWER, P.SESSION_REFLECT})

RELATIONS: dict[str, frozenset[P]] = {
    "author": frozenset({P.COMMITMENT_VIEW, P.COMMITMENT_EDIT, P.REFLECTION_VIEW}),
    "recipient": frozenset({P.MESSAGE_VIEW}),
    "holder": HANDS_OVER | {P.DELEGATION_EDIT, P.PROVISION_VIEW, P.PROVISION_EDIT},
    "stand_in": frozenset({P.DELEGATION_EDIT}),
    "asker": frozenset({P.CORRECTION_VIEW}),
    "member": TAKES_PART,
    "successor": frozenset({P.HANDOVER_VIEW, P.HANDOVER_TAKE, P.PROVISION_VIEW}),
    "facilitator": TAKES_PART | {P.SET_RUN, P.SESSION_RUN},
}
"""What being something to a thing gives, whatever one's role. Each model says who is what to it (`related_to`)."""
