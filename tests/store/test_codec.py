"""Values as bytes: everything comes back as it was, and nothing else is read."""

import enum
import json
import runpy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

import attrs
import pytest
from hypothesis import given

from domain.deadlines import Deadline, Step, StepKind
from domain.money import Money, Rate
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.envelope import RecordedEvent
from domain.rulebook.conditions import Limit
from domain.rulebook.loading import digest_of, load_rulebook, shipped
from domain.rulebook.model import RulebookFile
from domain.rulebook.rulebook import Rulebook
from showcause.store.codec import Codec
from showcause.store.errors import StoreError, UnreadableError

instances = runpy.run_path(str(Path(__file__).with_name("instances.py")))["instances"]


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@attrs.frozen
class Thing:
    days: Mapping[date, str] = {}
    names: frozenset[str] = frozenset()
    rows: tuple[tuple[str, Money], ...] = ()
    either: Money | tuple[Rate, ...] | Literal["none"] | None = None
    by_name: Mapping[str, Money | None] = {}
    colour: Colour | None = None
    _seen: dict[str, int] = attrs.field(factory=dict)


EURO = Money(100, "EUR")
FULL = Thing(
    days={date(2024, 5, 1): "b", date(2023, 5, 1): "a"},
    names=frozenset({"b", "a"}),
    rows=(("x", EURO),),
    either=(Rate.parse("EUR 1 per started week"),),
    by_name={"y": EURO, "x": None},
    colour=Colour.BLUE,
)


class TestWhatIsWritten:
    def test_is_read_again(self):
        codec = Codec.of(Thing)
        for thing in (FULL, Thing(), Thing(either=EURO), Thing(either="none")):
            assert codec.read(codec.write(thing)) == thing

    def test_does_not_depend_on_the_order_of_what_has_none(self):
        turned = attrs.evolve(
            FULL,
            days=dict(reversed(FULL.days.items())),
            by_name=dict(reversed(FULL.by_name.items())),
            names=frozenset({"a", "b"}),
        )
        assert Codec.of(Thing).write(turned) == Codec.of(Thing).write(FULL)

    def test_is_json_in_the_order_of_the_fields_without_caches(self):
        assert Codec.of(Thing).write(FULL) == (
            b'{"days":{"2023-05-01":"a","2024-05-01":"b"},"names":["a","b"],'
            b'"rows":[["x",{"minor":100,"currency":"EUR"}]],'
            b'"either":[{"amount":{"minor":100,"currency":"EUR"},"per":"week","part":"started"}],'
            b'"by_name":{"x":null,"y":{"minor":100,"currency":"EUR"}},"colour":"blue"}'
        )

    def test_names_the_class_where_there_are_several(self, story):
        decision = next(one for _, one in story() if isinstance(one, AdoptDecision))
        written = Codec.of(AdoptDecision).write(decision)
        measures = json.loads(written)["measures"]
        assert [one["type"] for one in measures] == [
            "FineMeasure",
            "OrderMeasure",
            "ReprimandMeasure",
        ]
        assert Codec.of(AdoptDecision).read(written) == decision

    def test_keeps_the_steps_of_a_deadline(self):
        steps = tuple(Step(kind, date(2022, 12, 18), "2 months") for kind in StepKind)
        deadline = Deadline(date(2022, 12, 19), steps)
        assert Codec.of(Deadline).read(Codec.of(Deadline).write(deadline)) == deadline

    @pytest.mark.parametrize("name", shipped())
    def test_is_the_whole_law(self, name):
        law = load_rulebook(name)
        read = Codec.of(Rulebook).read(Codec.of(Rulebook).write(law))
        assert digest_of(read.layers, read.calendar) == law.digest
        fields = [a.name for a in attrs.fields(Rulebook) if not a.name.startswith("_")]
        assert {n: getattr(read, n) for n in fields} == {n: getattr(law, n) for n in fields}

    @given(instances(RulebookFile))
    def test_is_any_law_that_can_be_written(self, file):
        codec = Codec.of(RulebookFile)
        assert codec.read(codec.write(file)) == file

    @given(instances(RecordedEvent))
    def test_is_any_event_in_its_envelope(self, recorded):
        codec = Codec.of(RecordedEvent)
        assert codec.read(codec.write(recorded)) == recorded

    def test_is_no_text_that_is_no_unicode(self):
        with pytest.raises(StoreError, match="no Unicode"):
            Codec.of(Thing).write(Thing(names=frozenset({"\udc80"})))


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("stored", "place"),
        [
            (b'{"minor":1,"currency":"EUR","more":1}', "unknown field `more`"),
            (b'{"minor":1}', "missing required field `currency`"),
            (b'{"minor":1.0,"currency":"EUR"}', r"Expected `int`, got `float` - at `\$.minor`"),
            (b'{"minor":true,"currency":"EUR"}', "Expected `int`, got `bool`"),
            (b'{"minor":1,"currency":"euro"}', "three capital letters"),
            (b'{"minor":1,"currency":"EUR"', "truncated"),
        ],
    )
    def test_is_told_with_its_place(self, stored, place):
        with pytest.raises(UnreadableError, match=place):
            Codec.of(Money).read(stored)

    def test_is_a_class_that_is_not_named(self):
        bare = b'{"limit":"x","at_most":{"minor":1,"currency":"EUR"}}'
        with pytest.raises(UnreadableError):
            Codec.of(Limit).read(bare)

    def test_is_a_type_without_a_stored_form(self):
        @attrs.frozen
        class Odd:
            what: complex | bytearray | Path

        with pytest.raises(TypeError, match="no stored form is known for"):
            Codec.of(Odd)


class TestShapes:
    def test_change_with_the_fields_and_with_what_is_inside(self):
        @attrs.frozen
        class One:
            inner: Money

        @attrs.frozen
        class Other:
            inner: Rate

        Other.__name__ = "One"
        assert Codec.of(One).shape != Codec.of(Other).shape
        assert Codec.of(One) is Codec.of(One)
        assert Codec.of(Colour).shape == "red/blue"
