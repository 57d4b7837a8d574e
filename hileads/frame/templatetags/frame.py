"""The bridge by which allauth's and Wagtail's own pages stand in our page frame."""

from django import template

register = template.Library()
