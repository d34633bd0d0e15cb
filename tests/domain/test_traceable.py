"""The habits of the law that let it be traced: amounts and days by `higher`, `lower`, `pick`.

The lane engine runs the same law once with symbols in place of the amounts and days that differ
between variants. What is refused here would decide a variant silently wrong, or not at all.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import domain

ROOT = Path(domain.__file__).parent
VALUES = ("amounts", "calendars", "days", "deadlines", "money", "periods")
LAW = (
    *(ROOT / f"{name}.py" for name in VALUES),
    *sorted((ROOT / "proceeding").rglob("*.py")),
    ROOT / "rulebook" / "rulebook.py",
)

SYMBOLIC = frozenset({"int", "float", "bool", "date", "timedelta"})
"""The types whose place a symbol takes: to ask for them gives another answer."""
KEYED = frozenset({"date", "Day", "Money", "Span", "timedelta"})
"""What a dictionary or a cache cannot be keyed by: a symbol has no hash."""
DAYS_AND_SUMS = frozenset({"on", "day", "since", "due", "first", "last", "amount", "minor"})

ALLOWED = {
    "amounts:higher max": "the word itself, where both are plain",
    "amounts:lower min": "the word itself, where both are plain",
    "amounts:pick is True": "a symbol is told from a bool by identity, and then asked to pick",
    "calendars:_own_copy key": "the scalar rule that fills the tables reads holidays",
    "calendars:Calendar key": "the scalar rule that fills the tables reads holidays",
    "days:months_later min": "counts plain days; a symbol looks its deadline up in a table",
    "proceeding.rulings:rulings_wrong sorted": "ids",
    "proceeding.acts.decision:_extra sorted": "ids",
    "proceeding.acts.registration:_extra sorted": "keys of parties and conducts",
    "proceeding.bounds:wrong sorted": "keys of conducts",
    "proceeding.deciding:decide min": "the power with the fewest defects: a count, no amount",
    "proceeding.deciding:_irregular sorted": "names of rules",
    "proceeding.deciding:_answer min": "the refusal with the fewest defects: a count, no amount",
    "proceeding.turnovers:turnover_of max": "financial years, the same in every variant",
    "proceeding.turnovers:established max": "financial years, the same in every variant",
    "proceeding.measuring:_broken sorted": "keys of parties",
    "proceeding.measuring:best_power min": "the power with the fewest defects: a count, no amount",
    "rulebook.rulebook:Rulebook key": "a symbol is asked for before anything is remembered",
}
"""module:function and habit, each with the reason why it is right there all the same."""


def broken(tree: ast.AST, module: str) -> Iterator[tuple[str, int]]:
    """Every habit broken, as `module:function habit`, with its line."""
    for scope, node in _scoped(tree, ""):
        for habit in _habits(node):
            yield f"{module}:{scope} {habit}", getattr(node, "lineno", 0)


def _scoped(node: ast.AST, scope: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the innermost function or class that it stands in."""
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.FunctionDef | ast.ClassDef)
        inside = child.name if named else scope
        yield inside, child
        yield from _scoped(child, inside)


def _habits(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id="min" | "max" | "sorted" | "float" | "round" as name)):
            yield name
        case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]) if _names(kinds) & SYMBOLIC:
            yield "isinstance"
        case ast.Compare(ops=ops, comparators=right) if any(
            isinstance(op, ast.Is | ast.IsNot) and _is_bool(one)
            for op, one in zip(ops, right, strict=True)
        ):
            yield "is True"
        case ast.Constant(value=float()):
            yield "float literal"
        case ast.BinOp(op=ast.Div()):
            yield "true division"
        case ast.FunctionDef(decorator_list=decorators, args=arguments) if any(
            _names(one) & {"cache", "lru_cache"} for one in decorators
        ):
            hints = [one.annotation for one in arguments.args if one.annotation is not None]
            if any(_names(hint) & KEYED for hint in hints):
                yield "key"
        case _:
            yield from _keys(node)


def _keys(node: ast.AST) -> Iterator[str]:
    """Dictionaries and sets that are declared or built with a day or a sum as their key."""
    match node:
        case ast.Subscript(
            value=ast.Name(id="dict" | "Mapping" | "set" | "frozenset"), slice=inside
        ):
            key = inside.elts[0] if isinstance(inside, ast.Tuple) else inside
            if _names(key) & KEYED:
                yield "key"
        case ast.Dict(keys=keys) if any(one is not None and _day_or_sum(one) for one in keys):
            yield "key"
        case ast.DictComp(key=key) | ast.SetComp(elt=key) if _day_or_sum(key):
            yield "key"


def _names(node: ast.AST) -> frozenset[str]:
    return frozenset(one.id for one in ast.walk(node) if isinstance(one, ast.Name))


def _is_bool(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def _day_or_sum(node: ast.AST) -> bool:
    name = getattr(node, "attr", getattr(node, "id", ""))
    return name in DAYS_AND_SUMS or name.endswith("_on")


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _found() -> dict[str, int]:
    return {
        what: line
        for path in LAW
        for what, line in broken(ast.parse(path.read_text("utf-8")), _module(path))
    }


class TestTheLaw:
    def test_keeps_the_habits_that_let_it_be_traced(self):
        strange = [
            f"{what} (line {line})" for what, line in _found().items() if what not in ALLOWED
        ]
        assert strange == []

    def test_breaks_them_nowhere_else_than_allowed(self):
        assert sorted(ALLOWED.keys() - _found().keys()) == []


@pytest.mark.parametrize(
    ("code", "habit"),
    [
        ("max(one.amount, other.amount)", "max"),
        ("min(due, last)", "min"),
        ("sorted(spans)", "sorted"),
        ("float(share)", "float"),
        ("round(amount)", "round"),
        ("x = 0.5", "float literal"),
        ("amount / 2", "true division"),
        ("late is True", "is True"),
        ("late is not False", "is True"),
        ("isinstance(on, date)", "isinstance"),
        ("isinstance(on, (str, date))", "isinstance"),
        ("isinstance(on, date | None)", "isinstance"),
        ("x: dict[date, str] = {}", "key"),
        ("x: Mapping[tuple[str, date], str] = {}", "key"),
        ("seen: set[Money] = set()", "key"),
        ("{act.on: act for act in acts}", "key"),
        ("{notified_on: act}", "key"),
        ("{one.amount for one in fines}", "key"),
        ("@cache\ndef f(on: date): ...", "key"),
        ("@lru_cache(maxsize=4)\ndef f(name: str, on: date): ...", "key"),
    ],
)
def test_a_broken_habit_is_found(code, habit):
    found = [what.partition(" ")[2] for what, _ in broken(ast.parse(code), "here")]
    assert found == [habit]


@pytest.mark.parametrize(
    "code",
    [
        "higher(one.amount, other.amount)",
        "order is None",
        "stage is Stage.CLOSED",
        "isinstance(value, Money)",
        "minor // 2",
        "x: dict[str, date] = {}",
        "{act.id: act for act in acts}",
        "@cache\ndef f(name: str): ...",
    ],
)
def test_a_good_habit_is_none_that_is_broken(code):
    assert not list(broken(ast.parse(code), "here"))
