"""The tests' settings, with a part of Redis to itself and a queue that nobody works on."""

import logging

import structlog

from tests.settings import *  # noqa: F403
from tests.settings import CACHES, REDIS_URL

REDIS_URL = f"{REDIS_URL.rsplit('/', 1)[0]}/15" if REDIS_URL else None
CACHES["default"]["LOCATION"] = REDIS_URL
CELERY_BROKER_URL = "memory://"

# A line a request would drown the tables.
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
