"""Addresses of a person's own messages, of what they choose to hear of, and of watching whether messages leave."""

from django.urls import path

from hileads.notifications.api import ReceiptAdd
from hileads.notifications.views import choices, messages, sending

urlpatterns = [
    path("messages/", messages.MessageList.as_view(), name="message-list"),
    path("messages/<uuid:public_id>/", messages.MessageShow.as_view(), name="message-show"),
    path(
        "messages/<uuid:public_id>/<str:key>/invite.ics",
        messages.MessageCalendar.as_view(),
        name="message-calendar",
    ),
    path("messages/receipts/", ReceiptAdd.as_view(), name="receipt-add"),
    path("messages/choices/", choices.MailChoices.as_view(), name="mail-choices"),
    path("messages/choices/<str:stream>/undo/", choices.MailUndo.as_view(), name="mail-undo"),
    path("messages/resume/", sending.MailResume.as_view(), name="mail-resume"),
    path("messages/sending/", sending.SendingShow.as_view(), name="sending-show"),
    path("messages/sending/addresses/", sending.AddressRelease.as_view(), name="address-release"),
    path("messages/sending/<str:stream>/hold/", sending.StreamHold.as_view(), name="stream-hold"),
    path("messages/sending/<str:stream>/release/", sending.StreamRelease.as_view(), name="stream-release"),
    path("mail/<int:number>/<str:key>/", choices.MailChoicesByLink.as_view(), name="mail-choices-by-link"),
    path("mail/<int:number>/<str:key>/stop/<str:stream>/", choices.MailStop.as_view(), name="mail-stop"),
]
