"""The addresses of this room."""

from django.urls import path

from repository.views import PolicyList, PolicyShow, ResourceList, ResourceShow

urlpatterns = [
    path("evidence/", ResourceList.as_view(), name="resource-list"),
    path("evidence/policy/", PolicyList.as_view(), name="policy-list"),
    path("evidence/policy/<slug:code>/", PolicyShow.as_view(), name="policy-show"),
    path("evidence/<slug:code>/", ResourceShow.as_view(), name="resource-show"),
]
