"""Measurements, run by `make bench` and `make soak`: what pages cost, and what a killed worker loses.

Not tests: they print what was seen on this machine. docs/reference/measurements.md keeps what was seen when.
"""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
django.setup()
