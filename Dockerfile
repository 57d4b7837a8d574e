# The portal as one image: the web server, the worker and the scheduler differ only in their command.

FROM python:3.11-slim AS build
ENV PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements/uv.txt requirements/base.txt requirements/
RUN python -m pip install --no-cache-dir --require-hashes --requirement requirements/uv.txt \
    && python -m uv venv /opt/portal \
    && python -m uv pip install --no-cache --compile-bytecode --require-hashes \
        --python /opt/portal/bin/python --requirement requirements/base.txt
COPY . .
# Collecting static files reads the settings but reaches no server: none of these values is used or kept.
RUN HILEADS_ENVIRONMENT=production SECRET_KEY=unused FIELD_ENCRYPTION_KEYS=unused ALLOWED_HOSTS=unused \
    BASE_URL=https://unused.example DATABASE_URL=postgres://unused/unused REDIS_URL=redis://unused \
    DEFAULT_FROM_EMAIL=unused@unused.example SMTP_HOST=unused \
    /opt/portal/bin/python manage.py collectstatic --noinput \
    && /opt/portal/bin/python -m compileall -q hileads induction learning_sets repository accountability

FROM python:3.11-slim
ENV PATH=/opt/portal/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HILEADS_ENVIRONMENT=production \
    MEDIA_ROOT=/var/lib/portal/media
RUN useradd --system --uid 10001 --home-dir /var/lib/portal --create-home --shell /usr/sbin/nologin portal \
    && install --directory --owner portal /var/lib/portal/media /var/lib/portal/beat
WORKDIR /app
COPY --from=build /opt/portal /opt/portal
COPY --from=build /app /app
USER portal
EXPOSE 8000
# The portal answers only to its own name, so the check asks for it by that name.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-c", "import os, urllib.parse, urllib.request as web; web.urlopen(web.Request('http://127.0.0.1:8000/health/live', headers={'Host': urllib.parse.urlsplit(os.environ['BASE_URL']).netloc}), timeout=9)"]
CMD ["gunicorn", "hileads.wsgi", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-"]
