"""Any text, however broken, gives a tree or mistakes with their places, and never an exception."""

import pickle
from contextlib import contextmanager

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import RulebookError
from domain.rulebook import documents
from domain.rulebook.documents import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_MISTAKES,
    MalformedFileError,
    Mark,
    Mistake,
    decode,
    parse_document,
    to_plain,
)
from domain.rulebook.yaml_words import in_plain_words

SAMPLE = """\
# yaml-language-server: $schema=./scenario.schema.json
scenario: clearview-cnil
story: >-
  A company that answers nothing. A formal notice runs out, a fine of EUR 20 000 000 follows, and a
  penalty of EUR 100 000 a day costs nothing until the committee liquidates it.
teaching:
  objective:
    - A formal notice is not a sanction, and silence is no answer to it.
  minutes: 30
sources:
  SAN-2022-019: {title: CNIL deliberation SAN-2022-019, read_as: machine translation}
parties:
  clearview:
    role: addressee
    name: Clearview AI, Inc.   # a comma: so not inside { }
    country: NO
timeline:
  - day: 2020-05..2020-12
    act: complaint
    what: 'Several complaints: access, erasure'
  - {day: 2020-08-26, act: opening, by: chair, source: MED-2021-134 l.92}
  - day: 2021-11-26
    act: formal notice
    alleges: {faceprints: [GDPR 6, GDPR 12, GDPR 15, GDPR 17]}
    content:
      - Stop using photographs of people in France
      - "Grant one request\\nfor erasure"
    told_differently:
      - {said: Ordered in December 2021 with a final warning, source: press}
expect:
  - {as_of: 2023-04-13, exposure: {fined: EUR 20 000 000, accruing: EUR 6 300 000}}
"""

PARSERS = [yaml.CSafeLoader, yaml.SafeLoader]


@contextmanager
def parsed_by(parser):
    usual = documents._LOADER
    documents._LOADER = parser
    try:
        yield
    finally:
        documents._LOADER = usual


@pytest.fixture(params=PARSERS, ids=["libyaml", "python"])
def _each_parser(request):
    with parsed_by(request.param):
        yield


def tree(text):
    node, mistakes = parse_document(text, "f.yaml")
    assert mistakes == ()
    return node


def told(text):
    return [str(mistake) for mistake in parse_document(text, "f.yaml")[1]]


@pytest.mark.usefixtures("_each_parser")
class TestWhatAFileMaySay:
    def test_every_plain_scalar_stays_text(self):
        text = "a: NO\nb: 010\nc: 2022-10-17\nd: 0.10\ne: null\nf: ~\ng: yes\nh: 1_000\n"
        assert to_plain(tree(text)) == {
            "a": "NO",
            "b": "010",
            "c": "2022-10-17",
            "d": "0.10",
            "e": "null",
            "f": "~",
            "g": "yes",
            "h": "1_000",
        }

    def test_each_node_knows_its_place(self):
        top = tree(SAMPLE)
        row = top.get("timeline").items[1]
        assert row.mark == Mark("f.yaml", 21, 5)
        assert row.flow
        assert [str(entry.key.mark) for entry in row.entries][:2] == ["f.yaml:21:6", "f.yaml:21:23"]
        assert row.get("by").mark == Mark("f.yaml", 21, 41)
        assert not top.flow
        assert top.get("timeline").mark == Mark("f.yaml", 18, 3)
        assert top.get("no such key") is None

    def test_quotes_are_remembered(self):
        top = tree("a: x\nb: 'x'\nc: \"x\"\nd: |-\n  x\n")
        assert [entry.value.plain for entry in top.entries] == [True, False, False, False]
        assert {entry.value.text for entry in top.entries} == {"x"}

    def test_columns_count_characters_and_lines_count_every_break(self):
        top = tree("é: ü\r\nß: [ö, x]\rz: y\n")
        assert top.get("ß").items[1].mark == Mark("f.yaml", 2, 8)
        assert top.get("z").mark == Mark("f.yaml", 3, 4)

    def test_a_byte_order_mark_is_no_column(self):
        assert tree("\ufeffa: b").get("a").mark == Mark("f.yaml", 1, 4)

    def test_empty_lists_and_rows_are_said_on_purpose(self):
        assert to_plain(tree("a: []\nb: {}\n")) == {"a": [], "b": {}}

    def test_a_tab_may_stand_in_quotes(self):
        assert to_plain(tree("a: 'x\ty'\nb: \"\t.\\t\"\n")) == {"a": "x\ty", "b": "\t.\t"}

    def test_one_document_may_be_marked_as_such(self):
        assert to_plain(tree("---\na: b\n...\n")) == {"a": "b"}

    def test_twenty_levels_are_allowed(self):
        text = "a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)
        assert tree(text) is not None

    def test_a_file_of_one_megabyte_is_allowed(self):
        assert tree("a: " + "x" * (MAX_BYTES - 3)) is not None


REFUSED = [
    ("b: &x y", "1:4: b: a value cannot begin with '&' (an anchor); put the value in quotes"),
    ("a: *x", "1:4: a: a value cannot begin with '*' (an alias); put the value in quotes"),
    ("a: !!str x", "1:4: a: a value cannot begin with '!' (a tag); put the value in quotes"),
    ("a: ! x", "1:4: a: a value cannot begin with '!' (a tag); put the value in quotes"),
    ("a: !t [x]", "1:4: a: a value cannot begin with '!' (a tag); put the value in quotes"),
    ("a: &t [x]", "1:4: a: a value cannot begin with '&' (an anchor); put the value in quotes"),
    ("a: *", "1:5: a: a value cannot begin with '&' or '*'; put the value in quotes"),
    ("a: !<", "1:6: a: a value cannot begin with '!'; put the value in quotes"),
    ("a: !x!y z", "1:4: a: a value cannot begin with '!'; put the value in quotes"),
    ("a: b\n---\nc: d", "2:1: a second document begins; one file is one document"),
    ("a:\n  - x:\n\ty: z", "3:1: a.1.x: a tab; use spaces"),
    ("a:\tb", "1:3: a: a tab; use spaces"),
    ("a: b # \t.", "1:8: a tab; use spaces"),
    ("a: |\n  x\ty", "2:4: a tab; use spaces"),
    ("a: \x07b", "1:4: the control character U+0007 is not allowed; take it out"),
    ("a: x\u2028y", "1:5: the control character U+2028 is not allowed; take it out"),
    ("a: x\ud800y", "1:5: the control character U+D800 is not allowed; take it out"),
    ('a: "\\e[0m"', "1:4: a: the control character U+001B is not allowed; take it out"),
    ("a: b\nc: d\na: e", "3:1: the key 'a' is given twice, first on line 1; keep one"),
    ("a: b\n'a': c", "2:1: the key 'a' is given twice, first on line 1; keep one"),
    ("a: {[x]: y}", "1:5: a: a key has to be a word; put text in brackets in quotes"),
    ("? {x: z}\n: y", "1:3: a key has to be a word; put text in brackets in quotes"),
    ("x: {'': y}", "1:5: x: a value without a key; write 'key: value'"),
    ("a: [x, '']", "1:8: a.2: an empty list item; write the item, or take out the '-'"),
    ("a:\n  -\n  - x", "2:4: a.1: an empty list item; write the item, or take out the '-'"),
    ("a:", "1:1: a: 'a' has no value; write a value, 'unknown' if nobody knows it, or take the"),
    ("a: ' '", "1:1: a: 'a' has no value; write a value, 'unknown' if nobody knows it"),
    ("", "1:1: the file is empty; write 'key: value' lines"),
    ("# nothing\n", "1:1: the file is empty; write 'key: value' lines"),
    ("--- ''", "1:1: the file is empty; write 'key: value' lines"),
    ("- a\n", "1:1: a file consists of keys with values; write 'key: value' lines"),
    ("word", "1:1: a file consists of keys with values; write 'key: value' lines"),
    ("a: b: c", "1:5: a colon stands where no key can be; put text that has ': ' in it in"),
    ("a: 'x\nb: c\n", "1:4: a: a quotation mark is opened and never closed; close it, or use"),
    ("a: 'x\n---\n", "1:4: a: a quotation mark is opened and not closed before '---' or '...'"),
    ("a: 'it's'", "1:8: this line does not fit the lines above it; indent it as its neighbours"),
    ("a:\n  b: c\n d: e", "3:2: this line does not fit the lines above it (it began on line 1)"),
    ("a: [b\nc: d", "2:2: a.2: a list in [ ] is not closed, or a comma is missing in it (it began"),
    ("a: {b: c\nd: e", "2:2: a: a row in { } is not closed, or a comma is missing in it (it"),
    ("a: @b", "1:4: a: a value cannot begin with this sign; put the value in quotes"),
    ("a: }", "1:4: a: a bracket or a comma stands where a value is expected; take it out"),
    ("a: - b", "1:4: a: a list item '- ' stands where no list can begin; begin the list on"),
    ("a: b\nc\n", "2:1: this is neither 'key: value' nor a list item; write 'key: value'"),
    ("a: |x\n b", "1:5: a: the lines of text after '|' or '>' are not laid out as such"),
    ("%YAML 3.0\n---\na: b", "1:1: a line that begins with '%' is not for these files; take it"),
    ('a: "\\UFFFFFFFF"', "a: a backslash in double quotes begins a sign that does not exist; use"),
    ('a: "\\q"', "a: a backslash in double quotes begins a sign that does not exist; use single"),
    ("a:\n  - b\n  c: d\n", "3:3: "),
]


@pytest.mark.usefixtures("_each_parser")
class TestWhatIsRefused:
    @pytest.mark.parametrize(("text", "expected"), REFUSED, ids=[repr(text) for text, _ in REFUSED])
    def test_each_with_its_place_in_plain_words(self, text, expected):
        found = told(text)
        assert any(expected in one for one in found), found

    def test_a_comma_in_words_or_sums_inside_a_row_leaves_a_key_without_value(self):
        text = "- {act: fine, amount: EUR 100,000, what: Erase, and stop}".replace("- ", "a: ")
        found = told(text)
        assert [one.partition(";")[0] for one in found] == [
            "f.yaml:1:32: a.000: '000' has no value: a comma inside { } splits the value",
            "f.yaml:1:50: a.and stop: 'and stop' has no value: a comma inside { } splits the value",
        ]
        assert all("write sums as EUR 20 000 000" in one for one in found)

    def test_more_than_twenty_levels(self):
        for bracket in ("[", "{", "- ", "? ", "[{a: "):
            node, mistakes = parse_document("a:\n  " + bracket * 100_000, "f.yaml")
            assert node is None
            assert "more than 20 levels, one inside the other" in str(mistakes[0])

    def test_more_than_one_megabyte_counted_in_bytes(self):
        for text in ("a: " + "x" * MAX_BYTES, "a: " + "é" * (MAX_BYTES // 2)):
            assert told(text) == ["f.yaml:1:1: the file is larger than 1 MB; split it"]

    def test_several_mistakes_are_told_at_once_in_the_order_of_the_file(self):
        found = told("a:\nb: *x\nc: !d d\ne: {f, g: h}\nc: \x00\n")
        assert [one.split(":")[1] for one in found] == ["1", "2", "3", "4", "5", "5"]

    def test_bytes_that_are_no_text_have_a_place(self):
        node, mistakes = parse_document(decode(b"a: caf\xe9\nb: x\n"), "f.yaml")
        assert [str(one) for one in mistakes] == [
            "f.yaml:1:7: the byte 0xe9 is no UTF-8 text; save the file as UTF-8"
        ]
        assert to_plain(node) == {"a": "caf\ufffd", "b": "x"}

    def test_a_line_of_tabs_is_one_mistake(self):
        assert [one[7:10] for one in told("a: |\n  b\tc\td\ne: 'f'\t#\t.")] == ["2:4", "3:7"]

    def test_what_comes_after_a_tab_in_open_quotes_is_not_blamed_on_the_tab(self):
        assert [one[:11] for one in told("a: 'x\ty' z\n")] == ["f.yaml:1:10"]


class TestMistakes:
    def test_the_error_tells_each_once_in_order_and_survives_pickling(self):
        late = Mistake(Mark("f", 9, 5), "timeline.2.amount", "no sum", "write EUR 1")
        early = Mistake(Mark("f", 2, 1), "", "no key")
        error = MalformedFileError([late, early, late])
        assert error.mistakes == (early, late)
        assert str(error) == "f:2:1: no key\nf:9:5: timeline.2.amount: no sum; write EUR 1"
        assert isinstance(error, RulebookError)
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
        assert again.mistakes == error.mistakes

    def test_what_a_file_smuggles_does_not_reach_the_terminal(self):
        found = told('"\\e[31m\\u202e": {a: }\n')
        assert found
        assert "".join(found).isprintable()

    def test_a_complaint_that_has_no_plain_words_is_told_as_it_is(self):
        message, suggestion = in_plain_words("something new", "while doing")
        assert message == "this cannot be read as YAML (something new)"
        assert suggestion == "compare it with a file that works"

    def test_long_keys_are_cut(self):
        assert all(len(one) < 400 for one in told("x" * 900 + ":\n" + "y" * 100_000 + ":"))

    @pytest.mark.parametrize(
        "text", ["a: \n" * 10_000, "[" + "a: *b, " * 9_000, "a: b\n" * 9_000, "\x01\n" * 9_000]
    )
    def test_no_more_than_fifty_are_told(self, text):
        assert 0 < len(told(text)) <= MAX_MISTAKES


HARD = {
    "many lines": "\n" * 300_000,
    "anchors": "&a " * 100_000,
    "tags": "! " * 100_000,
    "pairs": "".join(f"k{i}: v\n" for i in range(15_000)),
    "row": "a: {" + ", ".join(f"k{i}: v" for i in range(20_000)) + "}",
    "items": "a:\n" + "- b\n" * 20_000,
    "tabs": "\t" * 300_000,
    "tabs in lines": "a:\tb\n" * 50_000,
    "tabs in quotes": "a: 'b" + "\t" * 300_000,
    "control characters": "\x01" * 300_000,
    "long text": "a: x\n" + "  y\n" * 70_000,
    "escapes": 'a: "' + "\\n" * 150_000 + '"',
    "one long key": "x" * 300_000 + ": ",
    "documents": "---\n" * 70_000,
    "directives": "%A\n" * 100_000,
    "small lists": "a: [" + "[b]," * 15_000 + "]",
    "questions": "?\n" * 100_000,
    "colons": ":" * 300_000,
    "no value": "{" + "a, " * 100_000 + "}",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_what_is_made_to_take_long_does_not(text):
    node, mistakes = parse_document(text, "f.yaml")
    assert node is not None or mistakes


# --- laws ----------------------------------------------------------------------------------------


def held(text, parser):
    """A tree or mistakes; a place for each mistake; nothing that is empty or there twice."""
    with parsed_by(parser):
        node, mistakes = parse_document(text, "f.yaml")
    assert node is not None or mistakes
    assert len(mistakes) <= MAX_MISTAKES
    assert len(set(mistakes)) == len(mistakes)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for mistake in mistakes:
        assert 1 <= mistake.mark.line <= len(lines)
        assert 1 <= mistake.mark.column <= len(lines[mistake.mark.line - 1]) + 1
        assert str(mistake).isprintable()
    if node is not None:
        to_plain(node)


@st.composite
def mutated(draw, text=SAMPLE):
    """The sample with a few characters or lines dropped, doubled, swapped or put in."""
    for _ in range(draw(st.integers(1, 4))):
        by_line = draw(st.booleans())
        parts = text.splitlines(keepends=True) if by_line else list(text)
        if not parts:
            break
        at = draw(st.integers(0, len(parts) - 1))
        other = draw(st.integers(0, len(parts) - 1))
        match draw(st.sampled_from(["drop", "double", "swap", "insert"])):
            case "drop":
                del parts[at]
            case "double":
                parts.insert(at, parts[at])
            case "swap":
                parts[at], parts[other] = parts[other], parts[at]
            case "insert":
                parts.insert(at, draw(NASTY | st.text(max_size=3)))
        text = "".join(parts)
    return text


NASTY = st.sampled_from(
    [
        *"{}[],:#&*!|>'\"%@`-?\t\n\r\\\x00\x1b\x85\ufeff\u2028\ud800",
        ": ",
        "- ",
        "---\n",
        "<<: ",
        "  ",
    ]
)


class TestLaws:
    @given(st.text(), st.sampled_from(PARSERS))
    def test_any_text_gives_a_tree_or_mistakes(self, text, parser):
        held(text, parser)

    @given(
        st.lists(NASTY | st.sampled_from(["a", "b: ", "\n  "])).map("".join),
        st.sampled_from(PARSERS),
    )
    def test_any_text_of_signs_gives_a_tree_or_mistakes(self, text, parser):
        held(text, parser)

    @given(st.binary().map(decode))
    def test_any_bytes_give_a_tree_or_mistakes(self, text):
        held(text, yaml.CSafeLoader)

    @pytest.mark.mutation
    @given(mutated(), st.sampled_from(PARSERS))
    def test_a_mutated_file_gives_a_tree_or_mistakes(self, text, parser):
        held(text, parser)

    @given(
        st.recursive(
            st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
                lambda text: text.strip() and not set(text) & set("\ufeff\ufffe\uffff")
            ),
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(
                    st.text("abc :-#'", min_size=1).filter(str.strip), inner, max_size=4
                )
            ),
            max_leaves=12,
        ).map(lambda value: {"top": value}),
        st.booleans(),
    )
    def test_what_yaml_writes_is_read_as_it_was(self, value, flow):
        text = yaml.dump(value, default_style='"', default_flow_style=flow, Dumper=_NoAliases)
        node, mistakes = parse_document(text, "f.yaml")
        assert mistakes == ()
        assert to_plain(node) == value

    def test_both_parsers_give_the_same_tree(self):
        with parsed_by(yaml.SafeLoader):
            slow = tree(SAMPLE)
        quick = tree(SAMPLE)
        assert to_plain(slow) == to_plain(quick)
        assert _marks(slow) == _marks(quick)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def _marks(node):
    if isinstance(node, documents.Mapping):
        return [(e.key.mark, _marks(e.value)) for e in node.entries]
    if isinstance(node, documents.Sequence):
        return [node.mark, *map(_marks, node.items)]
    return node.mark
