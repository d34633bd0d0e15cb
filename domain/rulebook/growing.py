"""A tree that grows as a file is parsed, with the brackets that are open, so without recursion."""

from attrs import define, field

from domain.errors import shown
from domain.rulebook.nodes import Entry, Mapping, Mark, Node, Scalar, Sequence, joined

__all__ = ["GrowingTree", "OpenMapping", "OpenSequence"]


@define(eq=False)
class OpenSequence:
    """A list whose end is not reached."""

    mark: Mark
    flow: bool
    items: list[Node] = field(factory=list)

    def close(self) -> Sequence:
        """The list as a node."""
        return Sequence(tuple(self.items), self.mark, self.flow)


@define(eq=False)
class OpenMapping:
    """Keys with values whose end is not reached, and the key that waits for its value."""

    mark: Mark
    flow: bool
    entries: list[Entry] = field(factory=list)
    lines: dict[str, int] = field(factory=dict)
    """On which line each key was given."""
    key: Scalar | None = None
    second: Scalar | None = None
    """A key that was there before and waits for its value."""
    refused: list[Entry] = field(factory=list)
    wants_key: bool = True

    def close(self) -> Mapping:
        """The keys with their values as a node."""
        return Mapping(tuple(self.entries), self.mark, self.flow, tuple(self.refused))

    def refuse_key(self, node: Node) -> tuple[str, str] | None:
        """Why this cannot be a key here; an empty one was refused before."""
        if not isinstance(node, Scalar):
            return "a key has to be a word", "put text in brackets in quotes"
        line = self.lines.get(node.text)
        if line is not None and not self.splits(node.text):
            return f"the key {shown(node.text)} is given twice, first on line {line}", "keep one"
        return None

    def splits(self, key: str) -> bool:
        """Whether a key of { } is left from a text that a comma split, which was refused before."""
        return self.flow and any(
            one.key.text == key and isinstance(one.value, Scalar) and not one.value.text.strip()
            for one in self.entries
        )


@define(eq=False)
class GrowingTree:
    """What was parsed so far; nodes are added in the order of the file."""

    open: list[OpenSequence | OpenMapping] = field(factory=list)
    root: Node | None = None

    @property
    def depth(self) -> int:
        """How many brackets are open."""
        return len(self.open)

    @property
    def innermost(self) -> OpenSequence | OpenMapping | None:
        """Where the next node belongs."""
        return self.open[-1] if self.open else None

    @property
    def path(self) -> str:
        """The keys, and the numbers of list items from 1, that lead to the next node."""
        path = ""
        for place in self.open:
            match place:
                case OpenSequence(items=items):
                    path = joined(path, len(items) + 1)
                case OpenMapping(key=Scalar(text)):
                    path = joined(path, text)
        return path

    def begin(self, place: OpenSequence | OpenMapping) -> None:
        """Open a bracket."""
        self.open.append(place)

    def end(self) -> tuple[str, str] | None:
        """Close the innermost bracket and add it where it belongs."""
        return self.add(self.open.pop().close())

    def add(self, node: Node) -> tuple[str, str] | None:
        """Add a node; a key that cannot be one gives message and suggestion, its value is lost."""
        refused = None
        match self.innermost:
            case None:
                self.root = node
            case OpenSequence(items=items):
                items.append(node)
            case OpenMapping(wants_key=True) as place:
                refused = place.refuse_key(node)
                place.wants_key = False
                if isinstance(node, Scalar) and node.text in place.lines:
                    place.second = node
                elif refused is None and isinstance(node, Scalar) and node.text.strip():
                    place.key = node
                    place.lines[node.text] = node.mark.line
            case place:
                if place.key is not None:
                    place.entries.append(Entry(place.key, node))
                elif place.second is not None:
                    place.refused.append(Entry(place.second, node))
                place.key = place.second = None
                place.wants_key = True
        return refused
