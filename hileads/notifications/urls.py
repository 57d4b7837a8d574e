"""Addresses of a person's own messages, and of what they choose to hear of."""

from django.urls import path

from hileads.notifications.views import choices, messages

urlpatterns = [
    path("messages/", messages.MessageList.as_view(), name="message-list"),
    path("messages/<uuid:public_id>/", messages.MessageShow.as_view(), name="message-show"),
    path("messages/choices/", choices.MailChoices.as_view(), name="mail-choices"),
    path("messages/choices/<str:stream>/undo/", choices.MailUndo.as_view(), name="mail-undo"),
    path("mail/<int:number>/<str:key>/", choices.MailChoicesByLink.as_view(), name="mail-choices-by-link"),
    path("mail/<int:number>/<str:key>/stop/<str:stream>/", choices.MailStop.as_view(), name="mail-stop"),
]
