"""Everything that is written in this room."""

from learning_sets.actions.answers import answer_session
from learning_sets.actions.erasure import dispose_answers, erase_places, erase_private_words
from learning_sets.actions.private import (
    change_commitment,
    mark_commitment_shared,
    record_commitment,
    record_reflection,
)
from learning_sets.actions.sessions import cancel_session, change_session, plan_session
from learning_sets.actions.sets import add_member, begin_set

__all__ = [
    "add_member",
    "answer_session",
    "begin_set",
    "cancel_session",
    "change_commitment",
    "change_session",
    "dispose_answers",
    "erase_places",
    "erase_private_words",
    "mark_commitment_shared",
    "plan_session",
    "record_commitment",
    "record_reflection",
]
