"""The portal's settings as the tests use them: the servers under `.local/test`, never the demo's."""

import os

os.environ["HILEADS_ENVIRONMENT"] = "test"

from hileads.settings import *  # noqa: F403
from hileads.settings import CACHES, REDIS_URL

# Each worker has a numbered part of Redis to itself, so that one test's cache is no other's.
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
REDIS_URL = f"{REDIS_URL.rsplit('/', 1)[0]}/{_worker % 15 + 1}" if REDIS_URL else None
CACHES["default"]["LOCATION"] = REDIS_URL
CELERY_BROKER_URL = REDIS_URL

# Hashing a password slowly protects people, of whom tests have none.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Static files come straight from their folders: nothing has been collected.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
