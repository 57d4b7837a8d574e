"""Everything that is held about a person reaches that person, and nobody else."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Q
from django.test import Client

from hileads.clock import now, today
from hileads.leads.models import User
from hileads.personal import PersonalData, each, not_told, personal_data
from hileads.privacy.queries.held import everything_about, packed, parts_about
from hileads.records.queries import history as asked
from tests.factories.people import UserFactory
from tests.integration.privacy.conftest import SECRET
from tests.reader import Reader
from tests.world import World

SignIn = Callable[[User], Client]


def links_to_people() -> Iterator[str]:
    """Yield every foreign key to a person, outside the history, which is told as a whole."""
    for model in apps.get_models():
        if not hasattr(model, "pgh_tracked_model"):
            for field in model._meta.local_fields:
                if isinstance(field, ForeignKey) and field.related_model is User:
                    yield f"{model._meta.label}.{field.name}"


def opened(content: bytes) -> tuple[dict[str, object], str]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return json.loads(archive.read("everything.json")), archive.read("everything.html").decode()


def test_every_foreign_key_to_a_person_is_told_or_has_a_reason_not_to_be():
    told = {link for part in personal_data.all() for link in part.links}
    links = set(links_to_people())
    assert len(links) > 35
    assert links - told - set(not_told._entries) == set(), (
        "say in a room's contributions what is told of these"
    )
    assert told | set(not_told._entries) == links, "these are no foreign keys to people"
    assert all(len(reason) > 20 for reason in not_told.all())


def test_every_row_that_names_a_person_is_told_to_them(world: World):
    wrong, seen, untold = {}, 0, {part.heading for part in personal_data.all()}
    for person in (world.cast.lead, world.cast.secretary, world.cast.regional_convenor):
        for part in personal_data.all():
            told = len(list(part.things(person)))
            rows = rows_of(part, person)
            seen += rows
            untold -= {part.heading} if told else set()
            if told < rows:
                wrong[part.heading] = (told, rows)
    assert wrong == {}
    assert untold == set(), "nobody in this world had anything to be told there"
    assert seen > 20


def rows_of(part: PersonalData, person: User) -> int:
    """Return how many rows name a person by the foreign keys of a part, which are all of one table."""
    if not part.links:
        return 0
    (kind,) = {link.rsplit(".", 1)[0] for link in part.links}
    named = Q()
    for link in part.links:
        named |= Q(**{link.rsplit(".", 1)[1]: person})
    return apps.get_model(kind)._base_manager.filter(named).count()


def test_the_file_holds_ones_own_private_words_and_no_secret(world: World, signed_in: SignIn):
    answer = signed_in(world.cast.lead).get("/account/information/download/")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"].endswith(f'everything-about-me-{today().isoformat()}.zip"')
    document, page = opened(answer.content)
    assert document["form"] == "hileads-personal-data"
    text = json.dumps(document)
    for words in (
        "Ask who is missing from our list.",
        "I listened too little.",
        "Three evenings are planned.",
        "leila.lead@nhs.example",
        "Alder Vale NHS Foundation Trust",
        "Added: appointment",
        "Signed",
        "nhsmail",
    ):
        assert words in text, words
        assert words in page, words
    assert SECRET not in text + page
    assert world.cast.lead.password not in text + page


def test_the_page_can_be_read(world: World):
    reader = Reader(opened(everything_about(world.cast.lead))[1])
    assert reader.headings == ["Everything about Leila Lead"]
    assert reader.title.startswith("Everything about Leila Lead")
    assert "lang" in opened(everything_about(world.cast.lead))[1]


@pytest.mark.parametrize("who", ["national_admin", "facilitator", "secretary", "deputy", "leaver"])
def test_nobody_elses_file_holds_private_words(world: World, who: str):
    document, page = opened(everything_about(world.cast.people()[who]))
    for words in ("Ask who is missing from our list.", "I listened too little."):
        assert words not in json.dumps(document) + page


def test_a_leaver_still_reads_what_they_kept_to_themselves(world: World):
    world.delegation.delete()
    world.cast.lead.appointments.update(from_date="2020-01-01", to_date="2020-02-01")
    assert "I listened too little." in json.dumps(opened(everything_about(world.cast.lead))[0])


def test_somebody_of_whom_little_is_known_gets_a_whole_file_too(db: None):
    person = UserFactory(name="Una Unknown")
    document, page = opened(everything_about(person))
    assert document["about"] == {"name": "Una Unknown", "email": person.email}
    assert "Nothing is held here." in page


def test_the_history_is_told_whole_however_long_it_is(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(asked, "A_STRETCH", 25)
    for count in range(60):
        User.objects.filter(pk=world.cast.deputy.pk).update(name=f"Dev Deputy {count}")
    parts = {part.heading: part.things for part in parts_about(world.cast.deputy)}
    assert len(parts["What the history says of you"]) > 60


def test_values_read_as_words(db: None):
    person = UserFactory(joined_at=now())
    things = tuple(
        each([person], Is_active="is_active", Joined="joined_at", Nothing="last_login", Absent="post.title")
    )
    assert things[0]["Absent"] is None
    part = next(parts_about(person))
    page = opened(
        packed(person, [type(part)("A", "B", (*things, {"Day": today(), "List": ["a", "b"]}))], now())
    )[1]
    for words in ("yes", "nothing", "a; b", f"{today().day} {today():%B %Y}"):
        assert words in page


def test_the_page_about_oneself_leads_to_the_file(world: World, signed_in: SignIn):
    page = signed_in(world.cast.leaver).get("/account/information/").content.decode()
    assert "/account/information/download/" in page
    assert "Your reflections" in page
