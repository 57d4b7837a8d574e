"""The compose file and the image: checked against the Compose specification and against our own settings.

No Docker engine is needed, and none is used: the schema comes from the package check-jsonschema.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
import yaml
from celery.app.utils import find_app
from django.core.management import get_commands
from pytest_django.live_server_helper import LiveServer

from tests.architecture.environment import environment_names, required_in_production
from tests.architecture.source import PACKAGES, ROOT

COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "Dockerfile"
GUIDE = ROOT / "docs" / "how-to" / "deploy.md"

WITHOUT_HEALTH = {"migrate": "it runs once and ends; the others wait for its success"}
# Variables that the compose file itself uses to build another that the settings read.
PARTS = {"POSTGRES_PASSWORD": "DATABASE_OWNER_URL", "POSTGRES_PORTAL_PASSWORD": "DATABASE_URL"}


def compose() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return parsed


def services() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = compose()["services"]
    return found


def ours() -> dict[str, dict[str, Any]]:
    return {name: service for name, service in services().items() if "build" in service}


def asked_variables() -> set[str]:
    return set(re.findall(r"\$\{([A-Z_]+)", COMPOSE.read_text(encoding="utf-8")))


def dockerfile_lines(instruction: str) -> list[str]:
    joined = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.split(maxsplit=1)[1] for line in joined.splitlines() if line.startswith(f"{instruction} ")]


def schema_check(file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", file],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_compose_file_follows_the_specification():
    checked = schema_check(COMPOSE)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_check_would_notice_a_mistake(tmp_path: Path):
    broken = compose()
    broken["services"]["web"]["restrat"] = "always"
    file = tmp_path / "docker-compose.yml"
    file.write_text(yaml.safe_dump(broken), encoding="utf-8")
    assert "restrat" in schema_check(file).stdout


def test_the_production_shape_is_whole():
    assert {"web", "worker", "beat", "migrate", "db", "redis", "mail"} <= set(services())
    for name, service in services().items():
        assert set(service.get("depends_on", {})) <= set(services()), name
    mounted = {
        volume.split(":")[0] for service in services().values() for volume in service.get("volumes", [])
    }
    assert mounted == set(compose()["volumes"])


def test_every_service_is_watched_and_starts_again():
    for name, service in services().items():
        if name in WITHOUT_HEALTH:
            assert service["healthcheck"] == {"disable": True}, name
        else:
            assert service["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}, name
            assert service["restart"] == "unless-stopped", name


def test_nothing_runs_as_root():
    assert dockerfile_lines("USER") == ["portal"]
    for name, service in services().items():
        user = service.get("user", "root" if name not in ours() else "portal")
        assert user not in {"root", "0"}, name


def test_images_are_named_without_the_address_of_a_registry():
    images = [service["image"] for service in services().values()]
    images += [line.split(" AS ")[0] for line in dockerfile_lines("FROM")]
    assert len(images) > 8
    for image in images:
        first = image.split("/")[0]
        assert "/" not in image or not re.search(r"[.:]|^localhost$", first), image


def test_every_variable_is_explained_and_read_by_the_settings():
    guide = GUIDE.read_text(encoding="utf-8")
    read = environment_names()
    assert len(asked_variables()) > 8
    for name in asked_variables():
        assert f"`{name}`" in guide, f"{name} is not in docs/how-to/deploy.md"
        assert PARTS.get(name, name) in read, f"{name} is read by nobody"


def test_what_our_services_are_given_is_read_by_the_settings():
    for name, service in ours().items():
        assert set(service["environment"]) <= environment_names(), name


def test_what_production_requires_is_asked_for_by_name_and_never_shipped():
    given = ours()["web"]["environment"]
    for name in required_in_production():
        value = str(given[name])
        assert ":?" in value or name == "REDIS_URL", f"{name} has a value in the compose file"


def test_passwords_are_never_in_the_file():
    for service in services().values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|KEY", name):
                assert str(value).startswith("${"), name


def test_commands_name_real_programs_and_modules():
    programs = {entry.name for entry in entry_points(group="console_scripts")}
    assert ours()["web"]["command"][:2] == ["gunicorn", "hileads.wsgi"]
    assert callable(import_module("hileads.wsgi").application)
    for name in ("worker", "beat"):
        command = ours()[name]["command"]
        assert command[:4] == ["celery", "-A", "hileads", name]
        assert find_app("hileads").main == "hileads"
    assert {"gunicorn", "celery"} <= programs
    managed = re.findall(r"manage\.py (\w+)", ours()["migrate"]["command"][-1])
    assert managed
    assert set(managed) <= set(get_commands())


def test_the_image_holds_every_room():
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {f"!{name}" for name in (*PACKAGES, "templates", "static", "requirements", "manage.py")} <= set(
        kept
    )
    assert "*" in kept


def test_the_image_installs_only_locked_packages():
    installing = [line for line in dockerfile_lines("RUN") if "pip" in line]
    assert len(installing) == 1
    assert installing[0].count("--require-hashes") == installing[0].count("pip install") == 2


@pytest.fixture
def running(unwrapped: None) -> Iterator[LiveServer]:
    """The portal, listening."""
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


def test_the_health_check_asks_a_running_portal_by_its_own_name(
    running: LiveServer, settings: Any, monkeypatch: pytest.MonkeyPatch
):
    command = ours()["web"]["healthcheck"]["test"]
    assert json.loads(dockerfile_lines("HEALTHCHECK")[0].split(" CMD ")[1]) == command[1:]
    check = command[3].replace("http://127.0.0.1:8000", running.url)
    assert running.url in check
    settings.ALLOWED_HOSTS = ["portal.example"]
    monkeypatch.setenv("BASE_URL", "https://portal.example")
    exec(check, {})  # noqa: S102 - the words of the image
    monkeypatch.setenv("BASE_URL", "https://elsewhere.example")
    with pytest.raises(HTTPError):
        exec(check, {})  # noqa: S102 - the words of the image
