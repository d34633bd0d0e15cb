"""The strict YAML of Showcause: text with marks, and every mistake of a file at once.

Only this module sees the YAML library, and only its events: each plain scalar stays text (`NO` is
Norway), and the tree is built with a list of open brackets instead of recursion.
"""

from __future__ import annotations

import re
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import yaml
from attrs import define, field

from domain.errors import shown
from domain.rulebook.growing import GrowingTree, OpenMapping, OpenSequence
from domain.rulebook.nodes import (
    MAX_MISTAKES,
    Entry,
    MalformedFileError,
    Mapping,
    Mark,
    Mistake,
    Node,
    Scalar,
    Sequence,
    joined,
    to_plain,
)
from domain.rulebook.source_text import SourceText, decode, forbidden_in, without_forbidden
from domain.rulebook.yaml_words import (
    ALIAS,
    ANCHOR,
    COMMA_SPLITS,
    EMPTY_ITEM,
    MAX_DEPTH,
    NO_KEY,
    NO_VALUE,
    SECOND_DOCUMENT,
    TAB,
    TAG,
    TOO_DEEP,
    Advice,
    at_its_beginning,
    in_plain_words,
)

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark

    AnyMark: TypeAlias = yaml.Mark | CMark

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_MISTAKES",
    "Entry",
    "MalformedFileError",
    "Mapping",
    "Mark",
    "Mistake",
    "Node",
    "Scalar",
    "Sequence",
    "decode",
    "joined",
    "parse_document",
    "to_plain",
]

MAX_BYTES: Final = 1_000_000

_QUOTE = re.compile("[\"']")

# The parser written in Python is forty times slower and gives the same events.
_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_document(text: str, name: str) -> tuple[Mapping | None, tuple[Mistake, ...]]:
    """The tree of a file and all its mistakes; no tree where it cannot be known what is meant."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        much = Mistake(Mark(name, 1, 1), "", "the file is larger than 1 MB", "split it")
        return None, (much,)
    source = SourceText.of(text, name)
    parse = _Parse(source)
    for mark, message, suggestion in islice(source.forbidden(), MAX_MISTAKES):
        parse.mistakes.add(Mistake(mark, "", message, suggestion))
    root = parse.run()
    return root, tuple(sorted(parse.mistakes)[:MAX_MISTAKES])


@define(eq=False)
class _Parse:
    """One run over the parser's events."""

    source: SourceText
    mistakes: set[Mistake] = field(factory=set)
    tree: GrowingTree = field(factory=GrowingTree)
    documents: int = 0
    tabs: deque[int] = field(factory=deque)
    tabs_told_to: int = 0
    """The last line whose tabs were reported."""
    reached: int = 0
    """The end of the last event: what lies before it was understood."""

    def run(self) -> Mapping | None:
        self.tabs.extend(self.source.tabs())
        try:
            events = yaml.parse(without_forbidden(self.source.text), Loader=_LOADER)
            understood = all(map(self._take, events))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The parser in Python lets "\\UFFFFFFFF" and the like out as a bare ValueError.
            self._syntax(error)
            return None
        if not understood:
            return None
        self._tabs_before(len(self.source.text))
        return self._top()

    def _top(self) -> Mapping | None:
        root = self.tree.root
        if isinstance(root, Mapping):
            return root
        if root is None or (isinstance(root, Scalar) and not root.text.strip()):
            self._note(self.source.mark(0), "the file is empty", "write 'key: value' lines")
        else:
            message = "a file consists of keys with values"
            self._note(root.mark, message, "write 'key: value' lines")
        return None

    def _take(self, event: yaml.Event) -> bool:
        """Take one event; False to stop."""
        start, end = _bounds(event)
        self._tabs_before(start.index)
        self.reached = end.index
        mark = Mark(self.source.name, start.line + 1, start.column + 1)
        match event:
            case yaml.DocumentStartEvent() if self.documents:
                self._note(mark, *SECOND_DOCUMENT)
                return False
            case yaml.DocumentStartEvent():
                self.documents += 1
            case yaml.AliasEvent():
                self._note(mark, *ALIAS)
                self.tree.add(Scalar("", mark, plain=True))
            case yaml.ScalarEvent():
                self._scalar(event, mark)
            case yaml.CollectionStartEvent():
                return self._begin(event, mark)
            case yaml.CollectionEndEvent():
                inner = self.tree.open[-1].mark
                self._note_refused(inner, self.tree.end())
        return len(self.mistakes) < MAX_MISTAKES

    def _begin(self, event: yaml.CollectionStartEvent, mark: Mark) -> bool:
        self._refuse_decoration(event, mark)
        if self.tree.depth >= MAX_DEPTH:
            self._note(mark, *TOO_DEEP)
            return False
        opened = OpenMapping if isinstance(event, yaml.MappingStartEvent) else OpenSequence
        self.tree.begin(opened(mark, bool(event.flow_style)))
        return True

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        self._refuse_decoration(event, mark)
        text = event.value
        if event.style in {"'", '"'}:
            while self.tabs and self.tabs[0] < self.reached:
                self.tabs.popleft()
            if why := forbidden_in(text):  # by an escape such as "\\e"
                self._note(mark, *why)
                text = without_forbidden(text)
        if not text.strip():
            self._refuse_empty(mark)
        self._note_refused(mark, self.tree.add(Scalar(text, mark, plain=not event.style)))

    def _refuse_decoration(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark
    ) -> None:
        if event.anchor is not None:
            self._note(mark, *ANCHOR)
        if event.tag is not None:
            self._note(mark, *TAG)

    def _refuse_empty(self, mark: Mark) -> None:
        match self.tree.innermost:
            case OpenSequence():
                self._note(mark, *EMPTY_ITEM)
            case OpenMapping(wants_key=True):
                self._note(mark, *NO_KEY)
            case OpenMapping(key=Scalar(), flow=True, entries=[*_, before]) if _empty(before.value):
                pass  # the next part of the same text, as in EUR 12,345,678
            case OpenMapping(key=Scalar() as key, flow=True):
                message, suggestion = COMMA_SPLITS
                self._note(key.mark, f"{shown(key.text)} has no value: {message}", suggestion)
            case OpenMapping(key=Scalar() as key):
                self._note(key.mark, f"{shown(key.text)} has no value", NO_VALUE)

    def _note_refused(self, mark: Mark, refused: Advice | None) -> None:
        if refused is not None:
            self._note(mark, *refused)

    def _tabs_before(self, index: int) -> None:
        """Report the tabs that are left before that place, one for each line."""
        while self.tabs and self.tabs[0] < index:
            mark = self.source.mark(self.tabs.popleft())
            if mark.line > self.tabs_told_to and len(self.mistakes) < MAX_MISTAKES:
                self.tabs_told_to = mark.line
                self._note(mark, *TAB)

    def _syntax(self, error: Exception) -> None:
        """Say in plain words what stopped the parser; a tab before it is the likelier cause."""
        problem = str(getattr(error, "problem", None) or error)
        context = str(getattr(error, "context", None) or "")
        opened = getattr(error, "context_mark", None)
        place = getattr(error, "problem_mark", None)
        index = place.index if place else self.reached
        if self._tabs_that_stopped(index):
            return
        message, suggestion = in_plain_words(problem, context)
        if opened and at_its_beginning(problem):
            index = opened.index
        elif opened and place and opened.line < place.line:
            message += f" (it began on line {opened.line + 1})"
        self._note(self.source.mark(index), message, suggestion)

    def _tabs_that_stopped(self, index: int) -> bool:
        """Report tabs up to where the parser stopped, but none that may stand in quotes."""
        quote = _QUOTE.search(self.source.text, self.reached, index)
        until = quote.start() if quote else index
        found = [tab for tab in self.tabs if tab < until or tab == index]
        self.tabs = deque(found)
        self._tabs_before(index + 1)
        return bool(found)

    def _note(self, mark: Mark, message: str, suggestion: str = "") -> None:
        self.mistakes.add(Mistake(mark, self.tree.path, message, suggestion))


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _bounds(event: yaml.Event) -> tuple[AnyMark, AnyMark]:
    """Start and end; the stubs allow events without, parsers give none."""
    return cast("AnyMark", event.start_mark), cast("AnyMark", event.end_mark)
