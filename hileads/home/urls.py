"""Addresses of the pages that belong to no single room."""

from django.urls import path

from hileads.home import views

urlpatterns = [
    path("", views.Welcome.as_view(), name="welcome"),
    path("this-week/", views.ThisWeek.as_view(), name="this-week"),
    path("this-week/seen/", views.WeekSeen.as_view(), name="week-seen"),
    path("search/", views.SearchAll.as_view(), name="search-all"),
    path("acting-for/", views.ActingFor.as_view(), name="acting-for"),
    path("roles/", views.RoleList.as_view(), name="role-list"),
    path("roles/<slug:role>/", views.RoleLook.as_view(), name="role-look"),
    path("recommendations/", views.RecommendationList.as_view(), name="recommendation-list"),
    path("accessibility/", views.AccessibilityShow.as_view(), name="accessibility-show"),
    path("privacy/", views.PrivacyShow.as_view(), name="privacy-show"),
    path("cookies/", views.CookiesShow.as_view(), name="cookies-show"),
    path("status/", views.StatusShow.as_view(), name="status-show"),
    path("favicon.ico", views.Favicon.as_view(), name="favicon"),
    path("health/live", views.HealthLive.as_view(), name="health-live"),
    path("health/ready", views.HealthReady.as_view(), name="health-ready"),
]
