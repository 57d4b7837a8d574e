"""Addresses of a person's own account. They come before allauth's of the same name."""

from django.urls import path

from hileads.leads import views

urlpatterns = [
    path("account/", views.AccountShow.as_view(), name="account-show"),
    path("account/email/", views.AccountEmail.as_view(), name="account_email"),
]
