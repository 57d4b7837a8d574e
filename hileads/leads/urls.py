"""Addresses of a person's own account, and of what allauth offers but this portal does not."""

from django.urls import path

from hileads.leads import views

urlpatterns = [
    path("account/", views.AccountShow.as_view(), name="account-show"),
    path("account/email/", views.not_offered, name="account_email"),
]
