"""Every shipped story: it loads, plays, holds, is written back as it was, and fits its schema."""

import json
from functools import cache

import jsonschema
import make_schemas
import pytest

from domain.rulebook.documents import parse_document, to_plain
from projections import FIGURES
from scenarios import Matter, Scenario, dump, list_scenarios, load, load_text, play
from scenarios.sources import LIBRARY, shipped_names, shipped_text
from scenarios.words import Figure

NAMES = shipped_names()
SCENARIOS = tuple(name for name in NAMES if isinstance(load(name), Scenario))


REAL = (
    "clearview-cnil clearview-garante clearview-ico clearview-dsb clearview-aepd "
    "google-cookies-cnil voodoo-cnil kourou-cnil haga-ap foreign-affairs-ap mediahuis-gba "
    "vivus-aepd openai-garante meta-datatilsynet post-dsb telecom-bfdi dpp-law-ico whatsapp-dpc "
    "klarna-imy virgin-uodo mizuno-hdpa helsingor-datatilsynet asiakastieto-tsv"
).split()
"""The proceedings whose rows and figures the library was asked for first."""


def test_the_library_has_every_proceeding_that_it_was_asked_for():
    assert len(REAL) == 23
    assert set(REAL) <= set(SCENARIOS)


@cache
def played(name):
    return play(load(name))


@cache
def validator(sort):
    schema = json.loads((LIBRARY / f"{sort}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_named_as_its_file(name):
    story = load(name)
    assert name == (story.matter if isinstance(story, Matter) else story.scenario)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_holds_all_that_it_expects(name):
    checks = played(name).expectations()
    assert checks
    assert [str(check.message) for check in checks if not check.ok] == []


@pytest.mark.parametrize("name", NAMES)
def test_written_and_read_again_a_story_is_equal(name):
    story = load(name)
    assert load_text(dump(story), f"{name}.yaml") == story


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_written_again_alike(name):
    text = dump(load(name))
    assert dump(load_text(text, f"{name}.yaml")) == text


@pytest.mark.parametrize("name", NAMES)
def test_a_story_fits_its_json_schema(name):
    sort = "matter" if isinstance(load(name), Matter) else "scenario"
    node, mistakes = parse_document(shipped_text(name), name)
    validator(sort).validate(to_plain(node))
    assert not mistakes


@pytest.mark.parametrize("name", make_schemas.SCHEMAS)
def test_the_schemas_are_those_that_the_classes_give(name):
    assert (LIBRARY / name).read_text("utf-8") == make_schemas.text_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_names_the_schema_beside_it(name):
    sort = "matter" if isinstance(load(name), Matter) else "scenario"
    first = shipped_text(name).splitlines()[0]
    assert first == f"# yaml-language-server: $schema=./{sort}.schema.json"


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_row_of_a_real_proceeding_names_its_source(name):
    scenario = load(name)
    if scenario.kind == "real":
        assert all(row.source for row in scenario.timeline)


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_act_of_a_real_proceeding_is_refused(name):
    scenario = load(name)
    if scenario.kind == "real":
        steps = [step for reading in played(name).readings for step in reading.steps]
        assert [step for step in steps if step.refusal] == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_played_twice_a_story_gives_the_same_events(name):
    assert play(load(name)).readings == played(name).readings


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_answer_does_not_change_when_later_rows_are_left_out(name):
    for reading in played(name).readings:
        for step in reading.steps:
            events = reading.until(step.on)
            assert reading.as_of(step.on).state == reading.states[len(events)]


def test_the_list_tells_what_is_on_offer():
    listed = {one.name: one for one in list_scenarios()}
    assert listed["clearview"].sort == "matter"
    assert listed["clearview-cnil"].title == "CNIL against Clearview AI"
    assert listed["clearview-cnil"].minutes == 30
    assert listed["clearview-cnil"].law == "fr"
    assert listed["over-the-line"].kind == "invented"
    assert all(one.story for one in listed.values())


def test_the_words_for_figures_are_those_of_the_ledger():
    assert Figure.__args__ == FIGURES
