"""The reference names everything that a file may say, and lists what is shipped as it is."""

import re
import runpy
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Union, get_args, get_origin

import attrs
import pytest

from domain.rulebook import conditions, model
from domain.rulebook.closed_words import (
    ACTS,
    ADDRESSEE_KINDS,
    EFFECTS,
    MAIN_ESTABLISHMENTS,
    MEASURES,
    PROCEDURES,
    STAGES,
    STATUS_WORDS,
)
from domain.rulebook.labels import Sourced
from domain.rulebook.loading import load_rulebook
from domain.rulebook.model import RulebookFile, Version
from scenarios.expected import Expectation, MatterExpectation
from scenarios.measures import MEASURE_CLASSES, Converted, MeasureRow, Penalty
from scenarios.model import Matter, Party, Question, Scenario, Source, Teaching
from scenarios.row import Refused, Row, ToldDifferently
from scenarios.rows import ROW_CLASSES
from scenarios.sums import _RESULTS
from scenarios.words import Figure, ReadAs, Role, StatusWord

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"


def page(name):
    return (REFERENCE / name).read_text("utf-8")


def keys(cls, *, but=()):
    """The keys that a file has for the fields of a class."""
    left_out = {field.name for other in but for field in attrs.fields(other)}
    for field in attrs.fields(cls):
        if field.name not in left_out and field.metadata.get("read", True):
            yield field.metadata.get("key", field.name)


def words(hint) -> Iterator[str]:
    """Every word of a closed list within a type."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    elif get_origin(hint) in {tuple, Union, types.UnionType}:
        for part in get_args(hint):
            yield from words(part)


def code(text):
    """What stands in backticks."""
    return " ".join(re.findall(r"`([^`]+)`", text))


def missing(wanted, text):
    said = code(text)
    return [one for one in wanted if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", said)]


def line_of(kind, text, part):
    """The line of a table that is about this act or measure."""
    within = text.partition("## Measures")[2 if part == "measures" else 0]
    lines = [one for one in within.splitlines() if one.startswith("| `")]
    found = [one for one in lines if f"`{kind}`" in one.split("|")[1]]
    assert len(found) == 1, f"{kind} has {len(found)} lines"
    return found[0]


@pytest.mark.parametrize("act", ROW_CLASSES)
def test_each_act_is_listed_with_every_key_of_its_row(act):
    own = (Row,) if act != "reasoned objection" else ()
    common = {*keys(Row)} - {"by"} if not own else set()
    wanted = [key for key in keys(ROW_CLASSES[act], but=own) if key not in common]
    assert missing(wanted, line_of(act, page("acts.md"), "acts")) == []


@pytest.mark.parametrize("act", ROW_CLASSES)
def test_each_act_is_listed_with_those_who_give_it_where_no_law_is_needed(act):
    acts = dict(load_rulebook("common").layers[0].acts)
    first, _, given_by, *_ = (
        cell.strip() for cell in line_of(act, page("acts.md"), "acts").split("|")[1:]
    )
    assert first.endswith("°") == (act not in acts)
    for power in acts.get(act, ()):
        assert [role for role in power.by if role not in given_by] == []


@pytest.mark.parametrize("kind", MEASURE_CLASSES)
def test_each_measure_is_listed_with_every_key_of_its_own(kind):
    wanted = set(keys(MEASURE_CLASSES[kind], but=(MeasureRow,)))
    if kind == "penalty":
        wanted -= set(keys(Penalty))
    assert missing(sorted(wanted), line_of(kind, page("acts.md"), "measures")) == []


def test_the_keys_that_measures_and_penalties_share_are_listed():
    assert missing([*keys(MeasureRow), *keys(Penalty), *keys(Converted)], page("acts.md")) == []


def test_acts_without_a_row_are_told():
    text = page("acts.md").partition("no row")[2].splitlines()[0]
    assert missing(set(ACTS) - set(ROW_CLASSES), text) == []


def test_the_counts_are_right():
    told = f"{len(ROW_CLASSES)} acts that a row can be and {len(MEASURES)} measures"
    assert told in page("scenario-files.md")


def test_each_key_of_a_scenario_file_is_listed():
    classes = (Scenario, Matter, Source, Party, Question, Teaching, Row, Refused, ToldDifferently)
    said = (*classes, Expectation, MatterExpectation)
    wanted = {key for cls in said for key in keys(cls)} - {"format"}
    assert missing(sorted(wanted), page("scenario-files.md") + "`matter` `proceedings`") == []


def test_each_word_of_a_scenario_file_is_listed():
    listed = (Role, ReadAs, StatusWord, Figure)
    wanted = {word for hint in listed for word in words(hint)}
    wanted |= {*STAGES, *_RESULTS, *ADDRESSEE_KINDS}
    assert missing(sorted(wanted), page("scenario-files.md")) == []


def rulebook_classes():
    for module in (model, conditions):
        for cls in vars(module).values():
            if isinstance(cls, type) and attrs.has(cls) and cls.__module__ == module.__name__:
                yield attrs.resolve_types(cls)


@pytest.mark.parametrize("cls", tuple(rulebook_classes()), ids=lambda cls: cls.__name__)
def test_each_key_and_each_word_of_a_rulebook_file_is_listed(cls):
    kept = {RulebookFile: (), Version: (Sourced,), model.Organ: (), model.Gap: ()}
    said = "`what` `cite` `effect` `format`"
    hints = [field.type for field in attrs.fields(cls)]
    wanted = {*keys(cls, but=kept.get(cls, (Version,))), *(w for h in hints for w in words(h))}
    assert missing(sorted(wanted - {"1"}), page("rulebook-files.md") + said) == []


def test_each_word_of_the_closed_lists_is_in_the_page_on_rulebooks():
    wanted = {*ADDRESSEE_KINDS, *STAGES, *EFFECTS, *PROCEDURES, *MAIN_ESTABLISHMENTS}
    wanted |= {word for status in STATUS_WORDS.values() for word in status}
    assert missing(sorted(wanted), page("rulebook-files.md")) == []


@pytest.mark.parametrize("name", ["rulebooks.md", "scenarios.md"])
def test_the_lists_of_what_is_shipped_are_up_to_date(name):
    made = runpy.run_path(str(ROOT / "tests" / "docs" / "make_pages.py"))["pages"]()
    assert page(name) == made[name], f"{name} is out of date: python tests/docs/make_pages.py"
