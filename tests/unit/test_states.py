"""The pictures of states in the docs are the tables that the code obeys."""

from django.conf import settings

from hileads.states import StateMachine, machines, page


def test_every_picture_in_the_docs_is_what_the_code_says():
    assert machines.all()
    for machine in machines.all():
        file = settings.BASE_DIR / "docs" / "reference" / f"states-{machine.name}.md"
        assert file.read_text(encoding="utf-8") == page(machine), "run manage.py write_state_diagrams"


def test_a_picture_shows_every_state_its_words_and_where_it_ends():
    light = StateMachine(
        name="lights",
        title="A light",
        start="off",
        changes={"off": frozenset({"on", "broken"}), "on": frozenset({"off"}), "broken": frozenset()},
        words={"off": "Off", "on": "On", "broken": "Broken"},
    )
    drawn = page(light)
    for line in ("off : Off", "[*] --> off", "off --> broken", "off --> on", "on --> off", "broken --> [*]"):
        assert f"    {line}\n" in drawn
    assert "on --> [*]" not in drawn
    assert drawn.startswith("# A light: states\n")
