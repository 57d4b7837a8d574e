"""Templates say so when a name is misspelt, and leave Django's templates alone."""

import pytest
from django.template import TemplateDoesNotExist, engines
from jinja2 import TemplateNotFound, UndefinedError

from hileads.frame.jinja import safe_rich_text


@pytest.mark.parametrize(
    "source",
    [
        "{{ nobody }}",
        "{{ nobody.name.first }}",
        "{% for one in nobody %}{% endfor %}",
        "{{ nobody | length }}",
        "{{ {text: 'an unquoted key'} }}",
        "{% if nobody == 3 %}{% endif %}",
        "{% if nobody != 3 %}{% endif %}",
    ],
)
def test_a_name_that_nobody_gave_is_an_error(source: str):
    with pytest.raises(UndefinedError, match="is undefined"):
        engines["jinja2"].from_string(source).render({})


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{% if nobody %}yes{% else %}no{% endif %}", "no"),
        ("{{ nobody is defined }}", "False"),
        ("{{ nobody | default('else') }}", "else"),
        ("{{ given.part.of_part }}", ""),
        ("{% for one in given.parts %}x{% endfor %}", ""),
        ("{{ given.part == 3 }}", "False"),
        ("{{ given.part | length }}", "0"),
        ("{{ [] | first == 3 }}", "False"),
    ],
)
def test_components_may_ask_for_absent_parts_of_what_they_were_given(source: str, shown: str):
    assert engines["jinja2"].from_string(source).render({"given": {}}) == shown


def test_what_people_type_is_escaped():
    assert "&lt;b&gt;" in engines["jinja2"].from_string("{{ typed }}").render({"typed": "<b>"})


def test_only_our_own_templates_are_served():
    with pytest.raises(TemplateDoesNotExist):
        engines["jinja2"].get_template("account/login.html")
    with pytest.raises(TemplateNotFound):
        engines["jinja2"].from_string("{% include 'account/login.html' %}").render({})


def test_the_components_are_there():
    source = '{% from "nhsuk/components/tag/macro.jinja" import tag %}{{ tag({"text": "New"}) }}'
    assert "nhsuk-tag" in engines["jinja2"].from_string(source).render({})


def test_dates_and_numbers_have_filters():
    source = "{{ 31610 | number }} {{ 83.52 | plain_percent }} {{ counted(2, 'action') }}"
    assert engines["jinja2"].from_string(source).render({}) == "31,610 83.5% 2 actions"


def test_an_invented_permission_in_a_template_is_an_error():
    with pytest.raises(ValueError, match="plan_paint"):
        engines["jinja2"].from_string("{{ can(none, 'plan_paint') }}").render({})


def test_curated_text_keeps_its_markup_and_nothing_is_an_empty_text():
    assert safe_rich_text("<p>Plain <b>words</b></p>") == "<p>Plain <b>words</b></p>"
    assert safe_rich_text("") == ""
