"""Addresses of what is kept."""

from django.urls import path

from hileads.records import views

urlpatterns = [path("history/", views.HistoryList.as_view(), name="history-list")]
