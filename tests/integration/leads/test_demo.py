"""The demo: invented people at real organisations, with passwords that stand nowhere else."""

import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from hileads.clock import today
from hileads.contributions import DemoChapter, DemoStage, demo_chapters
from hileads.leads.actions import set_demo_passwords
from hileads.leads.contributions.story import tell_who_came
from hileads.leads.models import Appointment, Role, User
from hileads.leads.reference.cast import CAST
from hileads.organisations.models import Kind
from tests.factories.organisations import OrganisationFactory

KINDS = {"Y63": Kind.REGION, "QWO": Kind.ICB, "U78361": Kind.PCN}


@pytest.fixture
def places(db: None) -> None:
    for code in {post.organisation for player in CAST for post in player.posts if post.organisation}:
        OrganisationFactory(code=code, kind=KINDS.get(code, Kind.TRUST), opened_date=date(2000, 1, 1))


@pytest.fixture
def only_the_first_chapter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_chapters, "_entries", {"leads": DemoChapter(10, tell_who_came)})


@pytest.fixture
def in_a_demo(settings: Any, tmp_path: Path) -> Path:
    settings.DEMO = True
    settings.DEMO_PASSWORDS = tmp_path / "kept" / "demo-passwords"
    return settings.DEMO_PASSWORDS


def told(capsys: pytest.CaptureFixture[str], command: str) -> str:
    call_command(command)
    return capsys.readouterr().out


@pytest.mark.usefixtures("places", "only_the_first_chapter")
def test_people_come_as_the_story_says(capsys: pytest.CaptureFixture[str]):
    assert "The demo is loaded as of" in told(capsys, "load_demo")
    nadia = User.objects.get(email="nadia.karim@demo.example")
    assert nadia.name == "Dr Nadia Karim"
    posts = Appointment.objects.live(today()).filter(user=nadia)
    assert [post.organisation.code for post in posts.order_by("organisation__code")] == ["RAE", "RXG"]
    leaver = Appointment.objects.get(user__email="helen.booth@demo.example")
    assert leaver.to_date < posts.get(organisation__code="RAE").from_date
    tom = Appointment.objects.get(user__email="tom.ashworth@demo.example")
    assert tom.role == Role.BOARD_SECRETARY
    assert tom.confirmed_date == tom.from_date
    assert not User.objects.filter(email__endswith="@demo.example").exclude(password__startswith="!").exists()


@pytest.mark.usefixtures("places", "only_the_first_chapter")
def test_told_twice_the_story_is_the_same_and_says_how_old_it_is(capsys: pytest.CaptureFixture[str]):
    told(capsys, "load_demo")
    people = User.objects.count()
    again = told(capsys, "load_demo")
    assert "already loaded" in again
    assert "0 days old" in again
    assert "make demo" in again
    assert User.objects.count() == people


def test_without_the_organisations_nothing_is_told(db: None, only_the_first_chapter: None):
    with pytest.raises(LookupError, match="load_reference"):
        call_command("load_demo")
    assert not User.objects.filter(email__endswith="@demo.example").exists()


def test_production_never_loads_invented_people(settings: Any):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="never loaded in production"):
        call_command("load_demo")


@pytest.mark.usefixtures("places", "only_the_first_chapter")
def test_passwords_are_printed_kept_beside_the_database_and_stay_the_same(
    in_a_demo: Path, capsys: pytest.CaptureFixture[str]
):
    told(capsys, "load_demo")
    first = told(capsys, "demo_people")
    assert told(capsys, "demo_people") == first
    assert stat.S_IMODE(in_a_demo.stat().st_mode) == 0o600
    line = next(row for row in first.splitlines() if "tom.ashworth" in row)
    assert User.objects.get(email="tom.ashworth@demo.example").check_password(line.split()[-1])
    assert len(first.splitlines()) == len([player for player in CAST if player.shows])
    assert not User.objects.get(email="farah.siddiqui@demo.example").has_usable_password()


def test_passwords_need_a_demo_that_is_loaded(in_a_demo: Path, db: None):
    with pytest.raises(CommandError, match="Run: manage"):
        call_command("demo_people")


def test_outside_a_demo_nobody_gets_a_password(db: None):
    with pytest.raises(CommandError, match="HILEADS_DEMO"):
        call_command("demo_people")
    with pytest.raises(PermissionDenied):
        set_demo_passwords(by=User.objects.system())


def test_only_the_portal_gives_passwords(in_a_demo: Path, db: None):
    with pytest.raises(PermissionDenied):
        set_demo_passwords(by=User(name="Somebody"))


def test_the_stage_holds_everyone_by_first_name(places: None):
    stage = DemoStage(today=date(2026, 11, 22))
    tell_who_came(stage)
    assert set(stage.people) == {player.key for player in CAST}
    assert {"nadia", "amara", "tom", "ruth", "sam", "priya"} <= set(stage.people)
