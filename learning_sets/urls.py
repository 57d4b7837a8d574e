"""Addresses of this room."""

from django.urls import path

from learning_sets.views import private, sessions, sets

SESSION = "learning-sets/sessions/<uuid:public_id>/"

urlpatterns = [
    path("learning-sets/", sets.SetList.as_view(), name="set-list"),
    path("learning-sets/<uuid:public_id>/", sets.SetShow.as_view(), name="set-show"),
    path("learning-sets/<uuid:public_id>/sessions/add/", sessions.SessionAdd.as_view(), name="session-add"),
    path(SESSION, sessions.SessionShow.as_view(), name="session-show"),
    path(f"{SESSION}answer/", sessions.SessionAnswer.as_view(), name="session-answer"),
    path(f"{SESSION}calendar.ics", sessions.SessionCalendar.as_view(), name="session-calendar"),
    path(f"{SESSION}edit/", sessions.SessionEdit.as_view(), name="session-edit"),
    path(f"{SESSION}cancel/", sessions.SessionCancel.as_view(), name="session-cancel"),
    path(f"{SESSION}commitment/", private.CommitmentRecord.as_view(), name="commitment-record"),
    path(f"{SESSION}reflection/", private.ReflectionRecord.as_view(), name="reflection-record"),
    path(
        "learning-sets/commitments/<uuid:public_id>/",
        private.CommitmentChange.as_view(),
        name="commitment-change",
    ),
]
