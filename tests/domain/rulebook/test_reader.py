"""Attrs classes from the tree of a file: by their type hints, and every mistake at once."""

import enum
from collections.abc import Mapping
from datetime import date
from typing import Literal, NewType, assert_type

import attrs
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotationError
from domain.rulebook.documents import MAX_MISTAKES, Mark, Node, Scalar, decode, parse_document
from domain.rulebook.reader import Reader
from domain.rulebook.shapes import Grammar

PartyId = NewType("PartyId", str)


class Kind(enum.Enum):
    REAL = "real"
    INVENTED = "invented"


@frozen
class Euros:
    """Whole euros, written `EUR 5`."""

    amount: int

    @staticmethod
    def parse(text):
        code, _, digits = text.partition(" ")
        if code != "EUR" or not digits.isdecimal():
            raise NotationError(text, f"'{text}' is no sum", "write EUR 20000000")
        return Euros(int(digits))


@frozen
class Share:
    percent: int = field(validator=attrs.validators.le(100))


@frozen
class After:
    after: str
    cite: str = ""


@frozen
class Status:
    status: tuple[tuple[str, str], ...]
    cite: str = ""


@frozen
class Never:
    cite: str


@frozen
class Source:
    key: str
    line: str = ""


class Act:
    """What every row is."""


@frozen(kw_only=True)
class Complaint(Act):
    day: date
    by: PartyId = ""
    what: str = field(default="", metadata={"prose": True})


@frozen(kw_only=True)
class Fine(Act):
    day: date
    amount: Euros | Literal["maximum", "unknown"]
    for_: tuple[str, ...] = field(metadata={"key": "for", "one_or_many": True})
    requires: tuple[After | Status | Never, ...] = ()
    source: tuple[Source, ...] = field(default=(), metadata={"one_or_many": True})


@frozen(kw_only=True)
class Story:
    scenario: str
    kind: Kind = Kind.INVENTED
    minutes: int = 0
    objective: tuple[str, ...] = field(default=(), metadata={"prose": True})
    parties: tuple[tuple[str, Mapping[str, str]], ...] = ()
    shares: dict[str, Share] = field(factory=dict)
    totals: dict[int, Euros | dict[str, Euros]] = field(factory=dict)
    timeline: tuple[Act, ...]
    other: Complaint | Fine | str | None = None
    set: Node | None = None
    note: str | None
    _private: str = "hidden"
    counted: int = field(init=False, default=0)
    name: str = field(default="not read", metadata={"read": False})


SAMPLE = """\
scenario: clearview
kind: real
minutes: 30
objective:
  - A formal notice is not a sanction, and silence is no answer to it.
parties:
  clearview: {role: addressee, country: NO}
shares:
  upper: {percent: 4}
totals:
  2020: EUR 5
  2021: {EU: EUR 7}
timeline:
  - {day: 2020-05-27, act: complaint, by: privacy, what: Several complaints}
  - day: 2022-10-17
    act: fine
    amount: EUR 20000000
    for: faceprints
    requires:
      - {after: notice, cite: LIL 20}
      - status: {notice: run out}
    source: SAN-2022-019 l.15
  - {day: 2022-10-18, act: imposition, amount: maximum, for: [a, b], source: [{key: X}, Y l.2]}
other: {act: complaint, day: 2023-01-01}
set: {anything: [goes]}
"""


def reader():
    made = Reader({Euros: Euros.parse, date: date.fromisoformat})
    made.tag(Act, key="act", classes={"complaint": Complaint, "fine": Fine, "imposition": Fine})
    made.shorthand(Source, lambda text: Source(*text.split(" ", 1)))
    return made


def read(text, cls=Story):
    made = reader()
    node, mistakes = parse_document(text, "f.yaml")
    assert mistakes == ()
    return made.read(node, cls), made


def told(text, cls=Story):
    built, made = read(text, cls)
    assert (built is None) == bool(made.mistakes)
    return [str(mistake) for mistake in made.mistakes]


def minimal(line):
    return f"scenario: x\ntimeline: []\n{line}\n"


class TestWhatIsRead:
    def test_a_whole_file(self):
        story, made = read(SAMPLE)
        assert made.mistakes == []
        assert story.timeline == (
            Complaint(day=date(2020, 5, 27), by="privacy", what="Several complaints"),
            Fine(
                day=date(2022, 10, 17),
                amount=Euros(20_000_000),
                for_=("faceprints",),
                requires=(After("notice", "LIL 20"), Status((("notice", "run out"),))),
                source=(Source("SAN-2022-019", "l.15"),),
            ),
            Fine(
                day=date(2022, 10, 18),
                amount="maximum",
                for_=("a", "b"),
                source=(Source("X"), Source("Y", "l.2")),
            ),
        )
        assert story.kind is Kind.REAL
        assert story.minutes == 30
        assert story.parties == (("clearview", {"role": "addressee", "country": "NO"}),)
        assert story.shares == {"upper": Share(4)}
        assert story.totals == {2020: Euros(5), 2021: {"EU": Euros(7)}}
        assert story.other == Complaint(day=date(2023, 1, 1))
        assert story.set.get("anything").items[0].text == "goes"
        assert story.note is None

    def test_the_kind_of_the_node_decides_between_text_and_class(self):
        assert read(minimal("other: just words"))[0].other == "just words"

    def test_keys_keep_their_order(self):
        story, _ = read(minimal("shares: {z: {percent: 1}, a: {percent: 2}}"))
        assert list(story.shares) == ["z", "a"]

    def test_a_class_is_told_by_the_keys_that_fit_where_no_key_is_its_own(self):
        text = "- {cite: X}".replace("- ", "  - ")
        story, made = read(
            f"act: fine\nday: 2022-01-01\namount: EUR 1\nfor: x\nrequires:\n{text}", Act
        )
        assert made.mistakes == []
        assert story.requires == (Never("X"),)

    def test_a_hint_that_is_no_class_can_be_read_too(self):
        made = reader()
        node = Scalar("EUR 5", Mark("f", 1, 1), plain=True)
        assert made.read_as(node, Euros | Literal["maximum"] | None) == Euros(5)
        assert made.read_as(node, tuple[str, ...]) is None

    def test_the_type_of_what_is_read_is_known(self):
        node = Scalar("EUR 5", Mark("f", 1, 1), plain=True)
        assert assert_type(reader().read(node, Euros), Euros | None) == Euros(5)

    def test_a_union_that_is_registered_is_read_by_its_function(self):
        made = Reader({})
        made.scalar(Euros | date, lambda text: (text,))
        node = Scalar("EUR 5", Mark("f", 1, 1), plain=True)
        assert made.read_as(node, Euros | date) == ("EUR 5",)
        assert made.read_as(node, Literal["x"] | date | Euros | None) == ("EUR 5",)

    def test_some_of_the_tagged_classes_are_told_by_the_same_key(self):
        assert (
            told(minimal("other: {act: imposition, day: 2022-01-01, amount: EUR 1, for: x}")) == []
        )


KEYS = (
    "known: scenario, kind, minutes, objective, parties, shares, totals, timeline, other, set, note"
)
PROSE = "prose in [ ]: a comma splits it without a trace; write one item a line with '- '"
UNTOLD = "these keys do not say what this is"
SHORT = "expected here: keys with values or a text; one 'key: value' a line"
FINE = "scenario: x\ntimeline:\n- {act: fine, day: 2020-01-01, amount: EUR 1, for: a, "

REFUSED = [
    (
        "scenario: x\ntimeline: []\nminuts: 4",
        ["3:1: minuts: unknown key 'minuts'; did you mean 'minutes'?"],
    ),
    (
        "scenaro: x\ntimeline: []",  # one slip of the pen is one mistake
        ["1:1: scenaro: unknown key 'scenaro'; did you mean 'scenario'?"],
    ),
    (
        "scenario: x",
        ["1:1: the key 'timeline' is missing"],
    ),
    (
        minimal("shares: {upper: {percent: 4, zzz: 5}}"),
        ["3:30: shares.upper.zzz: unknown key 'zzz'; known: percent"],
    ),
    (
        minimal("shares: {upper: {percent: 400}}"),
        ["3:17: shares.upper: 'percent' must be <= 100: 400"],
    ),
    (
        minimal("minutes: -4\nshares: {a: {percent: 4.0}}"),
        [
            "3:10: minutes: '-4' is no whole number; write digits only",
            "4:23: shares.a.percent: '4.0' is no whole number; write digits only",
        ],
    ),
    (
        minimal(f"minutes: {'9' * 5000}"),
        [f"3:10: minutes: '{'9' * 57}...' is no whole number; write digits only"],
    ),
    (
        minimal("kind: reel"),
        ["3:7: kind: 'reel' cannot stand here; did you mean 'real'? known: real, invented"],
    ),
    (
        minimal("kind: zzz"),
        ["3:7: kind: 'zzz' cannot stand here; known: real, invented"],
    ),
    (
        minimal("kind: [real]"),
        ["3:7: kind: expected here: a text"],
    ),
    (
        minimal("objective: all of it"),
        ["3:12: objective: expected here: a list; one item a line with '- '"],
    ),
    (
        minimal("objective: [Stop it, and delete it]"),
        [f"3:12: objective: {PROSE}"],
    ),
    (
        minimal("objective:\n  - a: b"),
        ["4:5: objective.1: expected here: a text"],
    ),
    (
        minimal("parties: clearview"),
        ["3:10: parties: expected here: keys with values; one 'key: value' a line"],
    ),
    (
        minimal("shares: {a: x}"),
        ["3:13: shares.a: expected here: keys with values; one 'key: value' a line"],
    ),
    (
        minimal("totals: {year: EUR 5, 2020: EUR, 02020: EUR 1}"),
        [
            "3:10: totals.year: 'year' is no whole number; write digits only",
            "3:29: totals.2020: 'EUR' is no sum; write EUR 20000000",
            "3:34: totals.02020: '02020' is given twice; keep one",
        ],
    ),
    (
        minimal("other: [x]"),
        ["3:8: other: expected here: keys with values or a text; one 'key: value' a line"],
    ),
    (
        minimal("other: {act: hearing}"),
        [
            "3:14: other.act: 'hearing' cannot stand here; known: complaint, fine, imposition",
        ],
    ),
    (
        minimal("other: {act: [fine]}"),
        ["3:14: other.act: expected here: a text"],
    ),
    (
        "scenario: x\ntimeline: [{day: 2020-01-01}]",
        ["2:12: timeline.1: the key 'act' is missing; known: complaint, fine, imposition"],
    ),
    (
        "scenario: x\ntimeline:\n- {act: complaint, day: 2020-13-01, act_: x}",
        [
            "3:25: timeline.1.day: month must be in 1..12",
            "3:37: timeline.1.act_: unknown key 'act_'; did you mean 'act'?",
        ],
    ),
    (
        "scenario: x\ntimeline:\n- {act: fine, day: 2020-01-01, amount: maximun, for: {a: b}}",
        [
            "3:40: timeline.1.amount: 'maximun' is no sum; did you mean 'maximum'?",
            "3:54: timeline.1.for: expected here: a text",
        ],
    ),
    (
        f"{FINE}requires: [{{aftr: b}}, {{}}]}}",
        [
            f"3:66: timeline.1.requires.1: {UNTOLD}; did you mean 'after'?",
            f"3:77: timeline.1.requires.2: {UNTOLD}; known: after, status",
        ],
    ),
    (
        f"{FINE}source: [[x]]}}",
        [f"3:64: timeline.1.source.1: {SHORT}"],
    ),
    (
        "scenario: x\ntimeline:\n- {act: complaint, day: 2020-01-01, what: {a: b}}",
        ["3:43: timeline.1.what: expected here: a text"],
    ),
    (
        minimal("_private: x"),
        [f"3:1: _private: unknown key '_private'; {KEYS}"],
    ),
    (
        minimal("private: x\ncounted: 4\nname: y"),
        [
            f"3:1: private: unknown key 'private'; {KEYS}",
            f"4:1: counted: unknown key 'counted'; {KEYS}",
            f"5:1: name: unknown key 'name'; {KEYS}",
        ],
    ),
]


Many = attrs.make_class(
    "Many", {f"key_{letter}": attrs.field(type=str, default="") for letter in "abcdefghijklm"}
)


class TestWhatIsRefused:
    @pytest.mark.parametrize(("text", "expected"), REFUSED)
    def test_each_at_its_place_with_advice(self, text, expected):
        assert told(text) == [f"f.yaml:{one}" for one in expected]

    def test_a_key_far_from_all_of_many_is_answered_without_the_list(self):
        assert told("zzz: x", Many) == ["f.yaml:1:1: zzz: unknown key 'zzz'"]

    def test_a_long_list_of_words_gives_the_nearest_alone(self):
        made = Reader({})
        words = Literal[
            "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "bees", "c"
        ]
        made.read_as(Scalar("bee", Mark("f", 1, 1), plain=True), words)
        made.read_as(Scalar("zzz", Mark("f", 1, 1), plain=True), words)
        assert [one.suggestion for one in made.mistakes] == [
            "did you mean 'bees'?",
            "known: a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, bees, c",
        ]

    def test_an_empty_value_is_told_by_the_parser_alone(self):
        node, mistakes = parse_document("scenario:\ntimeline:\n- act:\n", "f.yaml")
        made = reader()
        assert made.read(node, Story) is None
        assert len(mistakes) == 2
        assert made.mistakes == []

    def test_a_value_error_without_words_is_told_by_its_name(self):
        def parse(text):
            raise ValueError

        made = Reader({Euros: parse})
        assert made.read(Scalar("x", Mark("f", 1, 1), plain=True), Euros) is None
        assert [str(one) for one in made.mistakes] == ["f:1:1: ValueError"]

    def test_of_two_complaints_the_one_with_advice_is_told(self):
        made = Reader({date: date.fromisoformat, Euros: Euros.parse})
        made.read_as(Scalar("x", Mark("f", 1, 1), plain=True), date | Euros)
        assert [str(one) for one in made.mistakes] == ["f:1:1: 'x' is no sum; write EUR 20000000"]

    def test_what_is_not_a_sum_may_be_words_where_words_may_stand(self):
        made = reader()
        node = Scalar("x", Mark("f", 1, 1), plain=True)
        assert made.read_as(node, Euros | str) == "x"

    def test_no_more_than_fifty_mistakes_are_told(self):
        rows = "".join(f"- {{act: fine, zz{number}: x}}\n" for number in range(2_000))
        assert len(told(f"scenario: x\ntimeline:\n{rows}")) == MAX_MISTAKES
        keys = "".join(f"zz{number}: x\n" for number in range(2_000))
        assert len(told(minimal(keys))) == MAX_MISTAKES


class TestPlaces:
    def test_an_object_is_found_by_identity(self):
        story, made = read(SAMPLE)
        complaint, fine, _ = story.timeline
        assert made.mark_of(story) == Mark("f.yaml", 1, 1)
        assert made.mark_of(complaint) == Mark("f.yaml", 14, 5)
        assert made.mark_of(fine) == Mark("f.yaml", 15, 5)
        assert made.path_of(fine) == "timeline.2"
        assert made.mark_of(fine.source[0]) == Mark("f.yaml", 22, 13)
        assert made.mark_of(attrs.evolve(fine)) is None
        assert made.path_of("timeline") is None

    def test_steps_lead_to_a_part_as_deep_as_it_was_written(self):
        story, made = read(SAMPLE)
        fine = story.timeline[1]
        assert made.mark_of(fine, "requires", 1, "status") == Mark("f.yaml", 21, 17)
        assert made.path_of(fine, "requires", 1, "status", "notice") == (
            "timeline.2.requires.2.status.notice"
        )
        assert made.mark_of(fine, "for", 0) == Mark("f.yaml", 18, 10)
        assert made.path_of(fine, "source", 7) == "timeline.2.source"
        assert made.path_of(fine, "requires", 7) == "timeline.2.requires"
        assert made.path_of(fine, "no key") == "timeline.2"

    def test_a_second_pass_places_its_mistakes(self):
        story, made = read(SAMPLE)
        made.note_at(story.timeline[2], "there is no conduct 'b'", "say which", at=("for", 1))
        made.note(Mark("f.yaml", 9, 9), "x", "wrong")
        assert [str(one) for one in made.mistakes] == [
            "f.yaml:23:66: timeline.3.for.2: there is no conduct 'b'; say which",
            "f.yaml:9:9: x: wrong",
        ]

    def test_an_object_of_another_file_has_no_place(self):
        with pytest.raises(LookupError, match="did not build"):
            reader().note_at(Euros(5), "wrong")

    def test_what_was_built_inside_a_broken_file_is_there_for_the_second_pass(self):
        story, made = read(SAMPLE + "zzz: x\n")
        assert story is None
        assert [row.day.day for row in made.built(Fine)] == [17, 18]


@frozen
class Unreadable:
    ratio: float


class TestHintsThatNoFileCanHold:
    @pytest.mark.parametrize(
        "hint",
        [
            float,
            bool,
            object,
            Literal[1],
            tuple[str, int],
            set[str],
            tuple[str, ...] | tuple[int, ...],
            dict[str, str] | dict[str, int],
            dict[str, str] | After,
        ],
    )
    def test_are_mistakes_of_our_own(self, hint):
        with pytest.raises(TypeError):
            Grammar({}).forms(hint)

    def test_also_in_a_class(self):
        node, _ = parse_document("ratio: 0.5", "f.yaml")
        with pytest.raises(TypeError, match="register a function"):
            Reader({}).read(node, Unreadable)


# --- laws ----------------------------------------------------------------------------------------


@st.composite
def mutated(draw, text=SAMPLE):
    """The sample with a few words, signs or lines dropped, doubled, swapped or put in."""
    for _ in range(draw(st.integers(1, 3))):
        by_line = draw(st.booleans())
        parts = text.splitlines(keepends=True) if by_line else list(text)
        at, other = draw(st.tuples(*[st.integers(0, len(parts) - 1)] * 2)) if parts else (0, 0)
        match draw(st.sampled_from(["drop", "double", "swap", "insert"])):
            case "drop":
                del parts[at : at + 1]
            case "double":
                parts[at:at] = parts[at : at + 1]
            case "swap" if parts:
                parts[at], parts[other] = parts[other], parts[at]
            case _:
                parts.insert(at, draw(st.text("abcde:, -{}[]\n", max_size=4)))
        text = "".join(parts)
    return text


class TestLaws:
    @pytest.mark.mutation
    @given(mutated())
    def test_a_mutated_file_is_read_or_refused_with_places(self, text):
        node, mistakes = parse_document(text, "f.yaml")
        made = reader()
        story = None if node is None else made.read(node, Story)
        assert story is not None or mistakes or made.mistakes
        assert story is None or not made.mistakes
        assert all(mistake.mark.line >= 1 and mistake.message for mistake in made.mistakes)

    @given(st.binary(max_size=40).map(decode))
    def test_any_bytes_after_a_good_beginning_are_read_or_refused(self, text):
        node, mistakes = parse_document(SAMPLE + text, "f.yaml")
        made = reader()
        story = None if node is None else made.read(node, Story)
        assert story is not None or mistakes or made.mistakes
