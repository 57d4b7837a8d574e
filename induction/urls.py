"""The addresses of this room."""

from django.urls import path

from induction.views import ActivityList, ActivityShow, GuideShow, RoleShow

urlpatterns = [
    path("my-role/", RoleShow.as_view(), name="role-show"),
    path("my-role/guides/<slug:code>/", GuideShow.as_view(), name="guide-show"),
    path("activities/", ActivityList.as_view(), name="activity-list"),
    path("activities/<slug:code>/", ActivityShow.as_view(), name="activity-show"),
]
