"""Addresses of a person's own messages."""

from django.urls import path

from hileads.notifications import views

urlpatterns = [
    path("messages/", views.MessageList.as_view(), name="message-list"),
    path("messages/<uuid:public_id>/", views.MessageShow.as_view(), name="message-show"),
]
