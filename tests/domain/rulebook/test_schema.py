"""The schema says to an editor what the reader says to a file, only more loosely."""

import enum
from datetime import date
from typing import Literal

import pytest
from attrs import field, frozen, make_class
from jsonschema import Draft202012Validator

from domain.rulebook.documents import Node, parse_document, to_plain
from domain.rulebook.reader import Reader
from domain.rulebook.schema import json_schema


class Kind(enum.Enum):
    REAL = "real"
    INVENTED = "invented"


class Act:
    """What every row is."""


@frozen
class After:
    after: str


@frozen(kw_only=True)
class Complaint(Act):
    """Somebody complains.

    What else there is to say.
    """

    day: date
    what: str = ""


@frozen(kw_only=True)
class Fine(Act):
    act: Literal["fine", "imposition"]
    day: date
    amount: int | Literal["maximum", "1"]
    for_: tuple[str, ...] = field(metadata={"key": "for", "one_or_many": True})
    requires: tuple[After | Complaint, ...] = ()
    of: "Fine | None" = None
    held: "Complaint | Fine | str" = ""


@frozen
class Source:
    key: str


@frozen(kw_only=True)
class Story:
    scenario: str
    format: Literal["1"] = "1"
    kind: Kind = Kind.INVENTED
    parties: tuple[tuple[str, dict[str, str]], ...] = ()
    sources: tuple[Source, ...] = ()
    when: date | int = 0
    timeline: tuple[Act, ...] = ()
    set: Node | None = None


SAMPLE = """\
scenario: clearview
format: 1
kind: real
parties: {clearview: {role: addressee}}
sources: [SAN-2022-019, {key: MED-2021-134}]
when: 2022-01-01
timeline:
  - {act: complaint, day: 2022-01-01, what: Several}
  - act: imposition
    day: 2022-01-01
    amount: maximum
    for: faceprints
    requires: [{after: notice}]
    of: {act: fine, day: 2022-01-01, amount: 4, for: [a, b]}
    held: {act: complaint, day: 2022-01-01}
set: {anything: [goes]}
"""


def reader():
    made = Reader({})
    made.scalar(date | int, str)
    made.scalar(date, date.fromisoformat)
    made.describe(date, pattern="^[0-9]", description="A day", examples=["2022-10-17"])
    made.tag(Act, key="act", classes={"complaint": Complaint, "fine": Fine, "imposition": Fine})
    made.tag(Complaint | Fine, key="act", classes={"complaint": Complaint, "fine": Fine})
    made.shorthand(Source, Source)
    return made


def schema():
    return json_schema(Story, reader(), title="Scenario", identifier="https://example.org/s.json")


def complaints(text):
    node, mistakes = parse_document(text, "f.yaml")
    assert mistakes == ()
    return [one.message for one in Draft202012Validator(schema()).iter_errors(to_plain(node))]


class TestSchema:
    def test_it_is_a_schema_of_draft_2020_12(self):
        made = schema()
        Draft202012Validator.check_schema(made)
        assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert made["$id"] == "https://example.org/s.json"
        assert made["title"] == "Scenario"

    def test_what_the_reader_reads_passes(self):
        node, _ = parse_document(SAMPLE, "f.yaml")
        made = reader()
        assert made.read(node, Story) is not None, made.mistakes
        assert complaints(SAMPLE) == []

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("scenario:", "scenaro:"),
            ("kind: real", "kind: reel"),
            ("act: complaint", "act: hearing"),
            ("act: complaint, day: 2022-01-01, what", "act: complaint, what"),
            ("act: complaint, day: 2022-01-01, what", "day: 2022-01-01, what"),
            ("what: Several", "amount: 4"),
            ("what: Several", "what: [Several]"),
            ("amount: maximum", "amount: minimum"),
            ("day: 2022-01-01\n", "day: yesterday\n"),
            ("after: notice", "before: notice"),
            ("for: faceprints", "for: {a: b}"),
            ("held: {act: complaint", "held: {act: imposition"),
            ("sources: [", "sources: [[], "),
        ],
    )
    def test_what_the_reader_refuses_fails(self, before, after):
        assert before in SAMPLE
        assert complaints(SAMPLE.replace(before, after, 1)) != []

    def test_numbers_that_an_editor_makes_of_texts_pass(self):
        written = {"scenario": 2022, "format": 1, "parties": {"a": {"b": 4.5}}}
        assert list(Draft202012Validator(schema()).iter_errors(written)) == []

    def test_classes_and_values_are_described_to_the_editor(self):
        definitions = schema()["$defs"]
        assert definitions["Complaint.act"]["description"] == "Somebody complains."
        assert "description" not in definitions["Story"]
        assert definitions["date"] == {
            "description": "A day",
            "type": ["string", "number", "integer"],
            "pattern": "^[0-9]",
            "examples": ["2022-10-17"],
        }
        assert definitions["date or int"] == {"type": ["string", "number", "integer"]}

    def test_the_word_that_tells_a_class_is_fixed_in_it(self):
        definition = schema()["$defs"]["Complaint.act"]
        assert definition["properties"]["act"] == {"enum": ["complaint"]}
        assert definition["required"] == ["act", "day"]
        assert definition["additionalProperties"] is False

    def test_a_class_may_hold_itself(self):
        assert schema()["$defs"]["Fine.act"]["properties"]["of"] == {"$ref": "#/$defs/Fine"}

    def test_two_classes_of_one_name_are_kept_apart(self):
        other = make_class("Source", {"line": field(type=int)})
        both = make_class("Both", {"a": field(type=Source), "b": field(type=other)})
        made = json_schema(both, Reader({}), title="Both", identifier="both")
        assert sorted(made["$defs"]) == ["Both", "Source", "Source~2"]
        validator = Draft202012Validator(made)
        assert validator.is_valid({"a": {"key": "x"}, "b": {"line": 4}})
        assert not validator.is_valid({"a": {"line": 4}, "b": {"line": 4}})
