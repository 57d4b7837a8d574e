"""Settings, read from the environment. A bad or missing value stops the start with a message that names it."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import structlog
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from hileads.embedded.servers import connection_urls
from hileads.providers import providers_in
from hileads.timetable import QUEUES, ROUTES, UPKEEP, timetable

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

env = Env()

ENVIRONMENT: str = env.str(
    "HILEADS_ENVIRONMENT",
    default="development",
    validate=validate.OneOf(["development", "test", "production"]),
)
PRODUCTION = ENVIRONMENT == "production"
DEMO: bool = env.bool("HILEADS_DEMO", default=False)
if DEMO and PRODUCTION:
    raise ImproperlyConfigured("HILEADS_DEMO must not be set in production: it prints passwords.")


def required_in_production(name: str, development_value: str) -> str:
    """Return the variable `name`, or outside production the value given here."""
    value: str | None = env.str(name, default=None)
    if value:
        return value
    if PRODUCTION:
        raise ImproperlyConfigured(f"{name} must be set in production. docs/how-to/deploy.md says to what.")
    return development_value


def installed_at(package: str) -> Path:
    """Return the folder of an installed package of which only the files are used."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ImproperlyConfigured(f"The package {package} is not installed. Run: make setup")
    return Path(spec.origin).parent


DEBUG = ENVIRONMENT == "development" and not DEMO
SECRET_KEY = required_in_production("SECRET_KEY", "for-development-only-" + "x" * 40)
FIELD_ENCRYPTION_KEYS = required_in_production(
    "FIELD_ENCRYPTION_KEYS", "ZGV2ZWxvcG1lbnQtb25seS1rZXktMzItYnl0ZXMhISE="
).split(",")
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"]
)
BASE_URL = required_in_production("BASE_URL", "http://localhost:8000")
SERVICE_CONTACT = env.str("SERVICE_CONTACT", default="")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "hileads.frame",
    "hileads.organisations",
    "hileads.leads",
    "hileads.access",
    "hileads.partnerships",
    "hileads.notifications",
    "hileads.curation",
    "hileads.records",
    "hileads.privacy",
    "hileads.embedded",
    "induction",
    "learning_sets",
    "repository",
    "accountability",
    "hileads.home",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.users",
    "wagtail.admin",
    "wagtail.search",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "django_structlog",
    "pgtrigger",
    "pghistory",
    "csp",
    "django.contrib.auth",
    "django.contrib.humanize",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hileads.frame.middleware.ReadingOnceMiddleware",
    "hileads.frame.middleware.PostEndedMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "hileads.frame.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "hileads.urls"
WSGI_APPLICATION = "hileads.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "hileads.frame.jinja.PageTemplates",
        "NAME": "jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "hileads.frame.jinja.environment",
            "context_processors": ["hileads.frame.context.frame"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "django",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["hileads.frame.templatetags.frame"],
        },
    },
]

DATABASE_URL: str | None = env.str("DATABASE_URL", default=None)
REDIS_URL: str | None = env.str("REDIS_URL", default=None)
if PRODUCTION and not (DATABASE_URL and REDIS_URL):
    raise ImproperlyConfigured("DATABASE_URL and REDIS_URL must be set in production.")
if not (DATABASE_URL and REDIS_URL):
    _embedded = connection_urls(
        LOCAL_DIR if ENVIRONMENT == "development" else LOCAL_DIR / "test",
        want_postgres=not DATABASE_URL,
        want_redis=not REDIS_URL,
    )
    DATABASE_URL = DATABASE_URL or _embedded.database
    REDIS_URL = REDIS_URL or _embedded.redis

DATABASES = {"default": env.dj_db_url("DATABASE_URL", default=DATABASE_URL)}
DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
DATABASES["default"]["CONN_MAX_AGE"] = 60
# SECURITY: the portal works as a role that owns nothing; only `migrate` is the owner. hileads/database.py says why.
DATABASES["default"]["OPTIONS"] = {**DATABASES["default"].get("OPTIONS", {}), "assume_role": "hileads_app"}
SIGN_IN = ("USER", "PASSWORD", "HOST", "PORT")
DATABASE_SIGN_IN = {name: DATABASES["default"][name] for name in SIGN_IN}
DATABASE_OWNER = {name: env.dj_db_url("DATABASE_OWNER_URL", default=DATABASE_URL)[name] for name in SIGN_IN}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

AUTH_USER_MODEL = "leads.User"
AUTHENTICATION_BACKENDS = [
    "hileads.curation.backends.AppointmentBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "this-week"
LOGOUT_REDIRECT_URL = "welcome"
ACCOUNT_ADAPTER = "hileads.leads.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = (
    {} if not PRODUCTION and DEMO else {"login_failed": "10/m/ip,5/5m/key"}
)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_ISSUER = "Health inequalities portal"
MFA_ADAPTER = "hileads.access.adapters.SecondStepAdapter"
MFA_FORMS = {"login_webauthn": "hileads.access.forms.PasskeySignInForm"}
MFA_TOTP_TOLERANCE = 1 if DEMO else 0
OIDC_PROVIDERS = providers_in(env.str("OIDC_PROVIDERS", default=""), only_https=PRODUCTION)
SOCIALACCOUNT_ADAPTER = "hileads.access.adapters.ProviderAdapter"
# SECURITY: a provider's word about an address never opens an account; only issuer and subject do. Decision 0017.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "hileads.frame.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/curate/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF, *(provider.origin for provider in OIDC_PROVIDERS)],
        "frame-ancestors": [SELF],
        # The page template's one inline script is constant, so that pages stay cacheable.
        "script-src": [SELF, "'sha256-tDOvXJi1PXbg0CWjLCCYSNHRXtps26K4JXkE3M6u/c0='"],
    },
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
DATE_FORMAT = "j F Y"

STATIC_URL = "/static/"
STATIC_ROOT = LOCAL_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", installed_at("wagtailnhsukfrontend") / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(LOCAL_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "hileads.frame.storage.StaticStorage"
            if PRODUCTION or DEMO
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}

DEMO_PASSWORDS = LOCAL_DIR / "demo-passwords"

EMAIL_BACKEND = "hileads.notifications.backend.LedgerBackend"
DEFAULT_FROM_EMAIL = required_in_production(
    "DEFAULT_FROM_EMAIL", "Health inequalities portal <portal@example.org>"
)
MESSAGE_TRANSPORT: str = env.str(
    "MESSAGE_TRANSPORT",
    default="smtp" if PRODUCTION else "folder",
    validate=validate.OneOf(["smtp", "notify", "folder"]),
)
SENDING_HOURS: str = env.str(
    "SENDING_HOURS",
    default="office" if PRODUCTION else "always",
    validate=validate.OneOf(["office", "always"]),
)
MESSAGE_LEASE_SECONDS: float = env.float("MESSAGE_LEASE_SECONDS", default=600.0)
MESSAGE_FOLDER = Path(env.str("MESSAGE_FOLDER", default=str(LOCAL_DIR / "mail")))


def required_by(transport: str, name: str, development_value: str = "") -> str:
    """Return the variable `name`, without which messages cannot leave by this transport."""
    value: str = env.str(name, default="" if PRODUCTION else development_value)
    if transport == MESSAGE_TRANSPORT and not value:
        raise ImproperlyConfigured(f"{name} must be set. docs/how-to/deploy.md says to what.")
    return value


NOTIFY_API_KEY = required_by("notify", "NOTIFY_API_KEY")
if NOTIFY_API_KEY and not re.search(r"(-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}$", NOTIFY_API_KEY):
    raise ImproperlyConfigured("NOTIFY_API_KEY must be a whole key: name, service ID and secret.")
NOTIFY_TEMPLATE = required_by("notify", "NOTIFY_TEMPLATE")
NOTIFY_URL = env.str("NOTIFY_URL", default="https://api.notifications.service.gov.uk")
NOTIFY_CALLBACK_TOKEN = env.str("NOTIFY_CALLBACK_TOKEN", default="")
NOTIFY_PER_MINUTE: int = env.int("NOTIFY_PER_MINUTE", default=3000, validate=validate.Range(min=1))
SMTP_HOST = required_by("smtp", "SMTP_HOST", "localhost")
SMTP_PORT = env.int("SMTP_PORT", default=587 if PRODUCTION else 1025)
SMTP_USER = env.str("SMTP_USER", default="")
SMTP_PASSWORD = env.str("SMTP_PASSWORD", default="")
SMTP_TLS = env.bool("SMTP_TLS", default=PRODUCTION)

CELERY_BROKER_URL = REDIS_URL
# A page does not wait for a queue that is away: what was saved waits in the database for the minute sweep. A task that
# nobody has finished is handed out again after the visibility timeout, which is longer than any task may take.
CELERY_BROKER_TRANSPORT_OPTIONS = {"max_retries": 0, "socket_connect_timeout": 2, "visibility_timeout": 3600}
# Results live in the database as what they are about, never in Redis, so that none has to expire there.
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_DEFAULT_QUEUE = UPKEEP
CELERY_TASK_QUEUES = QUEUES
CELERY_TASK_ROUTES = ROUTES
CELERY_TIMEZONE = "Europe/London"
SWEEP_SECONDS: float = env.float("SWEEP_SECONDS", default=60.0)
ODS_CHECK_URL = env.str("ODS_CHECK_URL", default="")
ODS_CHECK_SECONDS: float = env.float("ODS_CHECK_SECONDS", default=20.0)
INVITATION_SECONDS: float = env.float("INVITATION_SECONDS", default=60.0)
CELERY_BEAT_SCHEDULE = timetable(SWEEP_SECONDS, INVITATION_SECONDS)

PGHISTORY_APPEND_ONLY = True

WAGTAIL_SITE_NAME = "Health inequalities portal"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["hileads.permissions.api.DenyByDefault"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
SPECTACULAR_SETTINGS = {"TITLE": "Health inequalities portal", "VERSION": "1"}

# Tracebacks go out as plain text: never with the values of variables, which may be private.
structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
