"""Every permission there is, with the reason shown to a person who does not have it."""

from datetime import timedelta
from enum import StrEnum


class P(StrEnum):
    """A permission, named NOUN_VERB."""

    ORGANISATION_VIEW = "organisation_view"
    ORGANISATION_IMPORT = "organisation_import"
    GROUPING_EDIT = "grouping_edit"
    PARTNER_EDIT = "partner_edit"
    COVERAGE_VIEW = "coverage_view"
    EXPECTATION_EDIT = "expectation_edit"
    SUPPORT_VIEW = "support_view"
    SUPPORT_OFFER = "support_offer"
    APPOINTMENT_EDIT = "appointment_edit"
    NOMINATION_ADD = "nomination_add"
    NOMINATION_CONFIRM = "nomination_confirm"
    DELEGATION_EDIT = "delegation_edit"
    NATIONAL_APPOINTMENT_EDIT = "national_appointment_edit"
    SEAT_EDIT = "seat_edit"
    HANDOVER_VIEW = "handover_view"
    HANDOVER_EDIT = "handover_edit"
    HANDOVER_TAKE = "handover_take"
    PROVISION_VIEW = "provision_view"
    PROVISION_EDIT = "provision_edit"
    PROVISION_COUNT = "provision_count"
    LEAD_IMPORT = "lead_import"
    CONTENT_VIEW = "content_view"
    CONTENT_EDIT = "content_edit"
    CONTENT_PUBLISH = "content_publish"
    MEASURE_VIEW = "measure_view"
    MEASURE_EDIT = "measure_edit"
    LOCAL_MEASURE_VIEW = "local_measure_view"
    LOCAL_MEASURE_EDIT = "local_measure_edit"
    FIGURE_IMPORT = "figure_import"
    FIGURE_ASK = "figure_ask"
    BOARD_VIEW = "board_view"
    BOARD_EDIT = "board_edit"
    PLAN_VIEW = "plan_view"
    PLAN_EDIT = "plan_edit"
    REPORT_VIEW = "report_view"
    REPORT_EDIT = "report_edit"
    REPORT_FREEZE = "report_freeze"
    REPORT_SIGN = "report_sign"
    REPORT_EXPORT = "report_export"
    SET_VIEW = "set_view"
    SET_ADD = "set_add"
    SET_RUN = "set_run"
    SESSION_VIEW = "session_view"
    SESSION_ANSWER = "session_answer"
    SESSION_RUN = "session_run"
    SESSION_REFLECT = "session_reflect"
    COMMITMENT_VIEW = "commitment_view"
    COMMITMENT_EDIT = "commitment_edit"
    REFLECTION_VIEW = "reflection_view"
    MESSAGE_VIEW = "message_view"
    MESSAGE_WATCH = "message_watch"
    MESSAGE_STOP = "message_stop"
    HISTORY_VIEW = "history_view"
    SECOND_STEP_RESET = "second_step_reset"
    CORRECTION_VIEW = "correction_view"
    CORRECTION_ANSWER = "correction_answer"
    DISPOSAL_VIEW = "disposal_view"
    ACCOUNT_CLOSE = "account_close"
    ROLE_LOOK = "role_look"
    ROLE_NAME_EDIT = "role_name_edit"


REASONS: dict[P, str] = {
    P.ORGANISATION_VIEW: "Sign in with a live appointment to see the directory.",
    P.ORGANISATION_IMPORT: "The register is kept by national administrators.",
    P.GROUPING_EDIT: (
        "Groupings are kept by national administrators and by the board secretary of the integrated care board."
    ),
    P.PARTNER_EDIT: (
        "Partners are registered and kept by national administrators and by the lead, deputy and board secretary of the "
        "integrated care board in whose area they work."
    ),
    P.COVERAGE_VIEW: "Coverage is for national administrators and regional convenors.",
    P.EXPECTATION_EDIT: "Who is expected to name a lead is recorded by national administrators.",
    P.SUPPORT_VIEW: (
        "Offers of help are seen by people appointed at the organisation, its region and national administrators."
    ),
    P.SUPPORT_OFFER: "Help is offered by the organisation's region and national administrators.",
    P.APPOINTMENT_EDIT: (
        "Appointments are recorded by the organisation's board secretary, its region and national administrators; a "
        "partner's also by the boards in whose area it works."
    ),
    P.NOMINATION_ADD: (
        "People are nominated by the organisation's lead, deputy and board secretary, its region and national "
        "administrators; a partner's also by the boards in whose area it works."
    ),
    P.NOMINATION_CONFIRM: (
        "Nominations are confirmed by the organisation's executive lead, its region and national administrators; a "
        "partner's also by the boards in whose area it works."
    ),
    P.DELEGATION_EDIT: (
        "Who acts for somebody is named by that person, the organisation's board secretary, its region and national "
        "administrators."
    ),
    P.NATIONAL_APPOINTMENT_EDIT: "National appointments are recorded by national administrators.",
    P.SEAT_EDIT: (
        "Committees and who sits there are recorded by the integrated care board's lead and secretary, and by national "
        "administrators."
    ),
    P.HANDOVER_VIEW: (
        "A hand-over is seen by the person who leaves, by whoever follows them, and by the organisation's lead, deputy "
        "and board secretary."
    ),
    P.HANDOVER_EDIT: (
        "A hand-over is written by the person who leaves, or by the organisation's lead, deputy and board secretary."
    ),
    P.HANDOVER_TAKE: "A hand-over is taken by the person who follows in the post.",
    P.PROVISION_VIEW: (
        "The time and support of a post is seen by whoever holds it or follows in it, and by the organisation's lead, "
        "deputy and board secretary."
    ),
    P.PROVISION_EDIT: (
        "The time and support of a post is told by whoever holds it, or by the organisation's lead or board secretary."
    ),
    P.PROVISION_COUNT: "Time and support across the country is counted for national administrators.",
    P.LEAD_IMPORT: "Spreadsheets of leads are imported by national administrators.",
    P.CONTENT_VIEW: "Sign in with a live appointment to read this.",
    P.CONTENT_EDIT: "Content is edited by curators and national administrators.",
    P.CONTENT_PUBLISH: "Content is published by national administrators.",
    P.MEASURE_VIEW: "Sign in with a live appointment to see measures.",
    P.MEASURE_EDIT: "The catalogue of measures and its figures are kept by national administrators.",
    P.LOCAL_MEASURE_VIEW: "An organisation's own measures are seen by people appointed there.",
    P.LOCAL_MEASURE_EDIT: (
        "An organisation's own measures, and its words on what has no figure, are kept by its lead, deputy, board "
        "secretary and team."
    ),
    P.FIGURE_IMPORT: (
        "An organisation's own figures are imported by its lead, deputy, board secretary and team, and by national "
        "administrators."
    ),
    P.FIGURE_ASK: "Figures are asked for by people appointed at the organisation.",
    P.BOARD_VIEW: "What a board watches is seen by people appointed at the organisation.",
    P.BOARD_EDIT: "What the board watches is settled by the lead, the deputy and the board secretary of this organisation.",
    P.PLAN_VIEW: "Plans are seen by people appointed at the organisation.",
    P.PLAN_EDIT: "The plan is changed by the lead, their deputy and their team at this organisation.",
    P.REPORT_VIEW: "Reports in preparation are seen by people appointed at the organisation.",
    P.REPORT_EDIT: "The report is edited by the board secretary, the lead and the deputy of this organisation.",
    P.REPORT_FREEZE: "The report is frozen by the board secretary of this organisation.",
    P.REPORT_SIGN: "The report is signed by the executive lead of this organisation.",
    P.REPORT_EXPORT: "The report is exported by the board secretary, the lead and the deputy.",
    P.SET_VIEW: "A learning set is seen by its members.",
    P.SET_ADD: "Learning sets are begun by facilitators.",
    P.SET_RUN: "A learning set is run by its facilitator.",
    P.SESSION_VIEW: "A session is seen by the members of its set.",
    P.SESSION_ANSWER: "A session is answered by the members of its set.",
    P.SESSION_RUN: "A session is changed by the facilitator of its set.",
    P.SESSION_REFLECT: "What one takes from a session is recorded by the members of its set.",
    P.COMMITMENT_VIEW: "A commitment is seen by the person who made it.",
    P.COMMITMENT_EDIT: "A commitment is changed by the person who made it.",
    P.REFLECTION_VIEW: "A reflection is seen by the person who wrote it.",
    P.MESSAGE_VIEW: "A message is seen by the person it was sent to.",
    P.MESSAGE_WATCH: "Whether messages leave is watched by national administrators.",
    P.MESSAGE_STOP: "Messages are held back and let go by national administrators.",
    P.SECOND_STEP_RESET: "That somebody has lost their second step is confirmed by two national administrators.",
    P.HISTORY_VIEW: "The history of changes is read by national administrators.",
    P.CORRECTION_VIEW: "A correction is seen by the person who asked for it and by national administrators.",
    P.CORRECTION_ANSWER: "Corrections are answered by national administrators.",
    P.DISPOSAL_VIEW: "The disposal log is read by national administrators.",
    P.ACCOUNT_CLOSE: "Accounts are closed by the people themselves and, at their request, by national administrators.",
    P.ROLE_NAME_EDIT: "What roles are called is kept by national administrators.",
    P.ROLE_LOOK: "What each role sees is looked at by national administrators.",
}

MOMENT, SITTING = timedelta(minutes=15), timedelta(hours=4)

TWO_STEPS: dict[P, timedelta] = {
    P.REPORT_SIGN: MOMENT,
    P.REPORT_EXPORT: MOMENT,
    P.CONTENT_EDIT: SITTING,
    P.CONTENT_PUBLISH: SITTING,
    P.MEASURE_EDIT: SITTING,
    P.ORGANISATION_IMPORT: SITTING,
    P.APPOINTMENT_EDIT: SITTING,
    P.NATIONAL_APPOINTMENT_EDIT: SITTING,
    P.LEAD_IMPORT: SITTING,
    P.EXPECTATION_EDIT: SITTING,
    P.HISTORY_VIEW: SITTING,
    P.SECOND_STEP_RESET: MOMENT,
    P.CORRECTION_ANSWER: SITTING,
    P.DISPOSAL_VIEW: SITTING,
    P.ACCOUNT_CLOSE: SITTING,
    P.ROLE_NAME_EDIT: SITTING,
    P.MESSAGE_STOP: MOMENT,
}
"""What needs a second step when it is done (signing, exporting, curating, administering), and how long one lasts."""

VIEW_FIRST: dict[P, P] = {
    P.ORGANISATION_IMPORT: P.ORGANISATION_VIEW,
    P.GROUPING_EDIT: P.ORGANISATION_VIEW,
    P.PARTNER_EDIT: P.ORGANISATION_VIEW,
    P.EXPECTATION_EDIT: P.ORGANISATION_VIEW,
    P.SUPPORT_OFFER: P.ORGANISATION_VIEW,
    P.APPOINTMENT_EDIT: P.ORGANISATION_VIEW,
    P.NOMINATION_ADD: P.ORGANISATION_VIEW,
    P.NOMINATION_CONFIRM: P.ORGANISATION_VIEW,
    P.DELEGATION_EDIT: P.ORGANISATION_VIEW,
    P.SEAT_EDIT: P.ORGANISATION_VIEW,
    P.HANDOVER_EDIT: P.HANDOVER_VIEW,
    P.HANDOVER_TAKE: P.HANDOVER_VIEW,
    P.PROVISION_EDIT: P.PROVISION_VIEW,
    P.MEASURE_EDIT: P.MEASURE_VIEW,
    P.LOCAL_MEASURE_EDIT: P.LOCAL_MEASURE_VIEW,
    P.FIGURE_IMPORT: P.MEASURE_VIEW,
    P.FIGURE_ASK: P.BOARD_VIEW,
    P.BOARD_EDIT: P.BOARD_VIEW,
    P.PLAN_EDIT: P.PLAN_VIEW,
    P.REPORT_EDIT: P.REPORT_VIEW,
    P.REPORT_FREEZE: P.REPORT_VIEW,
    P.REPORT_SIGN: P.REPORT_VIEW,
    P.REPORT_EXPORT: P.REPORT_VIEW,
    P.CONTENT_EDIT: P.CONTENT_VIEW,
    P.CONTENT_PUBLISH: P.CONTENT_VIEW,
    P.SET_RUN: P.SET_VIEW,
    P.SESSION_ANSWER: P.SESSION_VIEW,
    P.SESSION_RUN: P.SESSION_VIEW,
    P.SESSION_REFLECT: P.SESSION_VIEW,
    P.COMMITMENT_EDIT: P.COMMITMENT_VIEW,
    P.CORRECTION_ANSWER: P.CORRECTION_VIEW,
}
"""Which permission decides whether a thing exists for a person at all: without it the answer is 404, not 403."""

CONFIDENTIAL = frozenset(
    {
        P.BOARD_VIEW,
        P.LOCAL_MEASURE_VIEW,
        P.PLAN_VIEW,
        P.REPORT_VIEW,
        P.SET_VIEW,
        P.SESSION_VIEW,
        P.COMMITMENT_VIEW,
        P.REFLECTION_VIEW,
        P.MESSAGE_VIEW,
        P.CORRECTION_VIEW,
        P.HISTORY_VIEW,
        P.NOMINATION_ADD,
        P.NOMINATION_CONFIRM,
        P.NATIONAL_APPOINTMENT_EDIT,
        P.HANDOVER_VIEW,
        P.PROVISION_VIEW,
    }
)
"""What is not for everybody with an appointment. A page behind one of these, or behind one that needs one of these
first, says by name who sees it."""
