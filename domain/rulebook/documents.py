"""The strict YAML of Showcause: text with marks, and every mistake of a file at once.

Only this module sees the YAML library, and only its events: each plain scalar stays text (`NO` is
Norway), and the tree is built with a list of open brackets instead of recursion.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import yaml
from attrs import define, field

from domain.errors import shown
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
    NO_VALUE,
    SECOND_DOCUMENT,
    TAB,
    TAG,
    in_plain_words,
    never_closed,
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
MAX_DEPTH: Final = 20

# The parser written in Python is forty times slower and gives the same events.
_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_document(text: str, name: str) -> tuple[Mapping | None, tuple[Mistake, ...]]:
    """The tree of a file and all its mistakes; no tree where it cannot be known what is meant."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        much = Mistake(Mark(name, 1, 1), "", "the file is larger than 1 MB", "split it")
        return None, (much,)
    source = SourceText.of(text, name)
    parse = _Parse(source)
    for mark, message, suggestion in source.forbidden():
        parse.mistakes.add(Mistake(mark, "", message, suggestion))
    root = parse.run()
    return root, tuple(sorted(parse.mistakes)[:MAX_MISTAKES])


@define(eq=False)
class _OpenSequence:
    mark: Mark
    flow: bool
    items: list[Node] = field(factory=list)

    @property
    def step(self) -> str:
        return str(len(self.items) + 1)

    def close(self) -> Sequence:
        return Sequence(tuple(self.items), self.mark, self.flow)


@define(eq=False)
class _OpenMapping:
    mark: Mark
    flow: bool
    entries: list[Entry] = field(factory=list)
    lines: dict[str, int] = field(factory=dict)
    """On which line each key was given."""
    key: Scalar | None = None
    wants_key: bool = True

    @property
    def step(self) -> str:
        return self.key.text if self.key else ""

    def close(self) -> Mapping:
        return Mapping(tuple(self.entries), self.mark, self.flow)


@define(eq=False)
class _Parse:
    """One run over the parser's events, with the brackets that are open."""

    source: SourceText
    mistakes: set[Mistake] = field(factory=set)
    open: list[_OpenSequence | _OpenMapping] = field(factory=list)
    root: Node | None = None
    documents: int = 0
    tabs: deque[int] = field(factory=deque)
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
        if isinstance(self.root, Mapping):
            return self.root
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.text.strip()):
            self._note(self.source.mark(0), "the file is empty", "write 'key: value' lines")
        else:
            message = "a file consists of keys with values"
            self._note(self.root.mark, message, "write 'key: value' lines")
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
                self._add(Scalar("", mark, plain=True))
            case yaml.ScalarEvent():
                self._scalar(event, mark)
            case yaml.CollectionStartEvent():
                return self._begin(event, mark)
            case yaml.CollectionEndEvent():
                self._add(self.open.pop().close())
        return len(self.mistakes) < MAX_MISTAKES

    def _begin(self, event: yaml.CollectionStartEvent, mark: Mark) -> bool:
        self._refuse_decoration(event, mark)
        if len(self.open) >= MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels, one inside the other"
            self._note(mark, message, "write it flatter")
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.open.append(
            (_OpenMapping if is_mapping else _OpenSequence)(mark, bool(event.flow_style))
        )
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
        self._add(Scalar(text, mark, plain=not event.style))

    def _refuse_decoration(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark
    ) -> None:
        if event.anchor is not None:
            self._note(mark, *ANCHOR)
        if event.tag is not None:
            self._note(mark, *TAG)

    def _refuse_empty(self, mark: Mark) -> None:
        match self.open[-1] if self.open else None:
            case _OpenSequence():
                self._note(mark, "an empty list item", "write the item or take out the '-'")
            case _OpenMapping(wants_key=True):
                self._note(mark, "a value without a key", "write 'key: value'")
            case _OpenMapping(key=Scalar() as key, flow=True):
                message, suggestion = COMMA_SPLITS
                self._note(key.mark, f"{shown(key.text)} has no value: {message}", suggestion)
            case _OpenMapping(key=Scalar() as key):
                self._note(key.mark, f"{shown(key.text)} has no value", NO_VALUE)

    def _add(self, node: Node) -> None:
        match self.open[-1] if self.open else None:
            case None:
                self.root = node
            case _OpenSequence(items=items):
                items.append(node)
            case _OpenMapping(wants_key=True) as place:
                place.key, place.wants_key = self._key(node, place), False
            case _OpenMapping() as place:
                if place.key is not None:
                    place.entries.append(Entry(place.key, node))
                place.key, place.wants_key = None, True

    def _key(self, node: Node, place: _OpenMapping) -> Scalar | None:
        """The key, or nothing if what it leads to has no place in the tree."""
        if not isinstance(node, Scalar):
            self._note(node.mark, "a key has to be a word", "put text in brackets in quotes")
            return None
        if not node.text.strip():
            return None
        if (line := place.lines.get(node.text)) is not None:
            message = f"the key {shown(node.text)} is given twice, first on line {line}"
            self._note(node.mark, message, "keep one of them")
            return None
        place.lines[node.text] = node.mark.line
        return node

    def _tabs_before(self, index: int) -> None:
        while self.tabs and self.tabs[0] < index:
            self._note(self.source.mark(self.tabs.popleft()), *TAB)

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
        if opened and place and opened.line < place.line:
            if never_closed(problem):
                index = opened.index
            else:
                message += f" (it began on line {opened.line + 1})"
        self._note(self.source.mark(index), message, suggestion)

    def _tabs_that_stopped(self, index: int) -> bool:
        found = False
        for tab in self.tabs:
            quotes = {"'", '"'} & set(self.source.text[self.reached : tab])
            if tab == index or (tab < index and not quotes):
                self._note(self.source.mark(tab), *TAB)
                found = True
        return found

    def _note(self, mark: Mark, message: str, suggestion: str = "") -> None:
        path = ""
        for place in self.open:
            path = joined(path, place.step) if place.step else path
        self.mistakes.add(Mistake(mark, path, message, suggestion))


def _bounds(event: yaml.Event) -> tuple[AnyMark, AnyMark]:
    """Start and end; the stubs allow events without, parsers give none."""
    return cast("AnyMark", event.start_mark), cast("AnyMark", event.end_mark)
