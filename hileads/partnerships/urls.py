"""Addresses of the committees of a system and of their seats."""

from django.urls import path

from hileads.partnerships import views

urlpatterns = [
    path("committees/", views.CommitteeGaps.as_view(), name="committee-gaps"),
    path("directory/<slug:code>/committees/", views.CommitteeList.as_view(), name="committee-list"),
    path("directory/<slug:code>/committees/add/", views.CommitteeAdd.as_view(), name="committee-add"),
    path("committees/<uuid:public_id>/seats/add/", views.SeatAdd.as_view(), name="seat-add"),
    path("committees/<uuid:public_id>/end/", views.CommitteeEnd.as_view(), name="committee-end"),
    path("committees/seats/<uuid:public_id>/fill/", views.SeatFill.as_view(), name="seat-fill"),
    path("committees/seats/<uuid:public_id>/end/", views.SeatEnd.as_view(), name="seat-end"),
    path("committees/places/<uuid:public_id>/leave/", views.SeatLeave.as_view(), name="seat-leave"),
]
